"""People: their own pages, and those of one account."""

from __future__ import annotations

from django.urls import path

from kameo.stakeholders import views

app_name = "persons"

urlpatterns = [
    path("persons/", views.person_list, name="list"),
    path("persons/<int:person_id>/", views.person, name="one"),
    path("persons/<int:person_id>/edit/", views.person_edit, name="edit"),
    path("persons/<int:person_id>/bin/", views.person_bin, name="bin"),
    path("persons/<int:person_id>/restore/", views.person_restore, name="restore"),
    path("persons/<int:person_id>/positions/new/", views.position_new, name="position-new"),
    path("positions/<int:position_id>/edit/", views.position_edit, name="position-edit"),
    path("positions/<int:position_id>/end/", views.position_end, name="position-end"),
    path("positions/<int:position_id>/reopen/", views.position_reopen, name="position-reopen"),
    path("accounts/<int:account_id>/persons/", views.account_people, name="of-account"),
    path("accounts/<int:account_id>/persons/new/", views.person_new, name="new"),
]
