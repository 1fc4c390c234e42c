"""People: their own pages, and those of one account."""

from __future__ import annotations

from django.urls import path

from kameo.stakeholders.views import people

app_name = "persons"

urlpatterns = [
    path("persons/", people.person_list, name="list"),
    path("persons/<int:person_id>/", people.person, name="one"),
    path("persons/<int:person_id>/edit/", people.person_edit, name="edit"),
    path("persons/<int:person_id>/bin/", people.person_bin, name="bin"),
    path("persons/<int:person_id>/restore/", people.person_restore, name="restore"),
    path("persons/<int:person_id>/positions/new/", people.position_new, name="position-new"),
    path("positions/<int:position_id>/edit/", people.position_edit, name="position-edit"),
    path("positions/<int:position_id>/end/", people.position_end, name="position-end"),
    path("positions/<int:position_id>/reopen/", people.position_reopen, name="position-reopen"),
    path("accounts/<int:account_id>/persons/", people.account_people, name="of-account"),
    path("accounts/<int:account_id>/persons/new/", people.person_new, name="new"),
]
