"""People: their own pages, and those of one account."""

from __future__ import annotations

from django.urls import path

from kameo.stakeholders.views import circuit, departures, employers, gestures, maps, merging, people

app_name = "persons"

urlpatterns = [
    path("accounts/<int:account_id>/map/", maps.account_map, name="map"),
    path("accounts/<int:account_id>/map.svg", maps.map_svg, name="map-svg"),
    path("accounts/<int:account_id>/map.pdf", maps.map_pdf, name="map-pdf"),
    path("accounts/<int:account_id>/map/place/", gestures.map_place, name="map-place"),
    path("accounts/<int:account_id>/map/lines/", gestures.map_line, name="map-line"),
    path("maps/<int:map_id>/", maps.named_map, name="map-one"),
    path("influence-links/<int:link_id>/", gestures.link_edit, name="link-edit"),
    path("influence-links/<int:link_id>/remove/", gestures.link_remove, name="link-remove"),
    path("positions/<int:position_id>/manager/", gestures.position_manager, name="position-manager"),
    path("persons/", people.person_list, name="list"),
    path("persons/duplicates/", merging.duplicates, name="duplicates"),
    path("persons/duplicates/differences/", merging.told_apart, name="told-apart"),
    path("persons/duplicates/differences/<int:row_id>/removal/", merging.apart_undo, name="apart-undo"),
    path("persons/merges/", merging.merges, name="merges"),
    path("persons/merges/<int:merge_id>/undo/", merging.merge_undo, name="merge-undo"),
    path("persons/<int:person_id>/merge/", merging.person_merge, name="merge"),
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
    path("persons/<int:person_id>/departures/new/", departures.departure_new, name="departure-new"),
    path("accounts/<int:account_id>/departures/", departures.account_departures, name="departures"),
    path("departures/<int:departure_id>/", departures.departure, name="departure"),
    path("departures/<int:departure_id>/close/", departures.departure_close, name="departure-close"),
    path("departures/<int:departure_id>/cancel/", departures.departure_cancel, name="departure-cancel"),
    path("departures/<int:departure_id>/reopen/", departures.departure_reopen, name="departure-reopen"),
    path("departures/<int:departure_id>/replacement/", departures.departure_replace, name="departure-replace"),
    path(
        "departures/<int:departure_id>/replacement/undo/",
        departures.departure_replace_undo,
        name="departure-replace-undo",
    ),
    path("departures/<int:departure_id>/tasks/", departures.task_add, name="departure-task-add"),
    path("departure-tasks/<int:task_id>/edit/", departures.task_edit, name="departure-task-edit"),
    path("departure-tasks/<int:task_id>/done/", departures.task_done, name="departure-task-done"),
    path("departure-tasks/<int:task_id>/aside/", departures.task_aside, name="departure-task-aside"),
    path("departure-tasks/<int:task_id>/reopen/", departures.task_reopen, name="departure-task-reopen"),
    path("persons/<int:person_id>/employer/", employers.employer, name="employer"),
    path(
        "persons/<int:person_id>/accounts/<int:account_id>/map/", employers.follow_on_map, name="follow-map"
    ),
    path("stakes/<int:stake_id>/unfollow/", employers.follow_undo, name="follow-undo"),
    path("accounts/<int:account_id>/circuit/", circuit.account_circuit, name="circuit"),
    path("accounts/<int:account_id>/circuit/budget/", circuit.budget_edit, name="circuit-budget"),
    path("accounts/<int:account_id>/circuit/steps/new/", circuit.step_new, name="step-new"),
    path("steps/<int:step_id>/edit/", circuit.step_edit, name="step-edit"),
    path("steps/<int:step_id>/move/", circuit.step_move, name="step-move"),
    path("steps/<int:step_id>/remove/", circuit.step_remove, name="step-remove"),
    path("accounts/<int:account_id>/committees/new/", circuit.committee_new, name="committee-new"),
    path("committees/<int:committee_id>/", circuit.committee, name="committee"),
    path("committees/<int:committee_id>/edit/", circuit.committee_edit, name="committee-edit"),
    path("committees/<int:committee_id>/bin/", circuit.committee_bin, name="committee-bin"),
    path("committees/<int:committee_id>/restore/", circuit.committee_restore, name="committee-restore"),
    path("committees/<int:committee_id>/members/", circuit.member_add, name="member-add"),
    path(
        "committees/<int:committee_id>/members/<int:member_id>/remove/",
        circuit.member_remove,
        name="member-remove",
    ),
]
