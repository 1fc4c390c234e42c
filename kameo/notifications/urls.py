from django.urls import path

from kameo.notifications import views

urlpatterns = [
    path("", views.notification_list, name="notification-list"),
    path("<int:notification_id>/", views.notification_open, name="notification-open"),
    path("read/", views.all_read, name="notification-all-read"),
    path("kinds/", views.chosen_kinds, name="notification-kinds"),
]
