"""People: their own pages, and those of one account."""

from __future__ import annotations

from django.urls import path
from django.views.generic import RedirectView

from kameo.contacts.lists import PEOPLE
from kameo.contacts.views import employers, people, picking, sheet
from kameo.core.lists.urls import list_urls

app_name = "contacts"

urlpatterns = [
    *list_urls(PEOPLE, "persons/"),
    *list_urls(PEOPLE, "accounts/<int:account_id>/persons/", below=True),
    path("persons/segments/", RedirectView.as_view(pattern_name="contacts:views"), name="segments"),
    path("persons/choices/", picking.person_choices, name="choices"),
    path("persons/<int:person_id>/card.vcf", sheet.person_card, name="card"),
    path("persons/<int:person_id>/", sheet.person, name="one"),
    path("persons/<int:person_id>/photo/", sheet.photo, name="photo"),
    path("persons/<int:person_id>/photo/set/", sheet.photo_set, name="photo-set"),
    path("persons/<int:person_id>/photo/remove/", sheet.photo_remove, name="photo-remove"),
    path("persons/<int:person_id>/photo/restore/", sheet.photo_restore, name="photo-restore"),
    path("persons/<int:person_id>/refusals/new/", sheet.refusal_new, name="refusal-new"),
    path("refusals/<int:refusal_id>/lift/", sheet.refusal_lift, name="refusal-lift"),
    path("refusals/<int:refusal_id>/renew/", sheet.refusal_renew, name="refusal-renew"),
    path("persons/<int:person_id>/disclosure/", sheet.disclosure, name="disclosure"),
    path("persons/<int:person_id>/edit/", people.person_edit, name="edit"),
    path("persons/<int:person_id>/bin/", people.person_bin, name="bin"),
    path("persons/<int:person_id>/restore/", people.person_restore, name="restore"),
    path("persons/<int:person_id>/positions/new/", people.position_new, name="position-new"),
    path("positions/<int:position_id>/edit/", people.position_edit, name="position-edit"),
    path("positions/<int:position_id>/end/", people.position_end, name="position-end"),
    path("positions/<int:position_id>/reopen/", people.position_reopen, name="position-reopen"),
    path("accounts/<int:account_id>/persons/new/", people.person_new, name="new"),
    path("persons/<int:person_id>/employer/", employers.employer, name="employer"),
]
