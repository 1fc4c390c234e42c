from django.urls import path

from kameo.web.settings import views

urlpatterns = [
    path("", views.settings_home, name="settings"),
    path("general/<slug:group>/", views.preference_group, name="settings-group"),
    path("rates/", views.rate_list, name="rate-list"),
    path("rates/<int:rate_id>/", views.rate_change, name="rate-change"),
    path("rates/<int:rate_id>/deletion/", views.rate_deletion, name="rate-deletion"),
    path("mail/", views.mail_status, name="mail-status"),
    path("mail/trial/", views.mail_trial, name="mail-trial"),
    path("about/", views.about, name="about"),
]
