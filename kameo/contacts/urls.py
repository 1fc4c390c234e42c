"""People: their own pages, and those of one account."""

from __future__ import annotations

from django.urls import path

from kameo.contacts.views import employers, merging, people, picking, segments, sheet

app_name = "contacts"

urlpatterns = [
    path("persons/", people.person_list, name="list"),
    path("persons/choices/", picking.person_choices, name="choices"),
    path("persons/duplicates/", merging.duplicates, name="duplicates"),
    path("persons/duplicates/differences/", merging.told_apart, name="told-apart"),
    path("persons/duplicates/differences/<int:row_id>/removal/", merging.apart_undo, name="apart-undo"),
    path("persons/segments/", segments.segments, name="segments"),
    path("persons/segments/new/", segments.segment_new, name="segment-new"),
    path("persons/segments/<int:segment_id>/edit/", segments.segment_edit, name="segment-edit"),
    path("persons/segments/<int:segment_id>/bin/", segments.segment_bin, name="segment-bin"),
    path("persons/segments/<int:segment_id>/restore/", segments.segment_restore, name="segment-restore"),
    path("persons/filters/", segments.filters, name="filters"),
    path("persons/export/", segments.person_export, name="export"),
    path("persons/<int:person_id>/card.vcf", segments.person_card, name="card"),
    path("persons/merges/", merging.merges, name="merges"),
    path("persons/merges/<int:merge_id>/undo/", merging.merge_undo, name="merge-undo"),
    path("persons/<int:person_id>/merge/", merging.person_merge, name="merge"),
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
    path("accounts/<int:account_id>/persons/", people.account_people, name="of-account"),
    path("accounts/<int:account_id>/persons/new/", people.person_new, name="new"),
    path("persons/<int:person_id>/employer/", employers.employer, name="employer"),
]
