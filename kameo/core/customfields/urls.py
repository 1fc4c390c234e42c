"""The settings page of fields."""

from django.urls import path

from kameo.core.customfields import views

app_name = "customfields"

urlpatterns = [
    path("", views.home, name="home"),
    path("<slug:subject>/", views.field_list, name="list"),
    path("<slug:subject>/new/", views.field_new, name="new"),
    path("<slug:subject>/order/", views.field_order, name="order"),
    path("<slug:subject>/<int:field_id>/", views.field_edit, name="edit"),
    path("<slug:subject>/<int:field_id>/retire/", views.field_retire, name="retire"),
    path("<slug:subject>/<int:field_id>/restore/", views.field_restore, name="restore"),
]
