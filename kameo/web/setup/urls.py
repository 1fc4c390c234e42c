from django.urls import path

from kameo.web.setup import views

urlpatterns = [path("", views.setup, name="setup"), path("next/", views.setup_next, name="setup-next")]
