"""Qualification over all accounts: what asks for a decision, our objectives, the scorecard."""

from __future__ import annotations

from django.urls import path

from kameo.accounts.views import hub, objectives

app_name = "qualification"

urlpatterns = [
    path("", hub.qualification_hub, name="hub"),
    path("objectives/", objectives.objective_list, name="objectives"),
    path("objectives/new/", objectives.objective_form, name="objective-new"),
    path("objectives/<int:objective_id>/", objectives.objective_form, name="objective"),
    path("objectives/<int:objective_id>/removal/", objectives.objective_remove, name="objective-remove"),
    path("objectives/<int:objective_id>/restoration/", objectives.objective_restore, name="objective-restore"),
    path("scorecard/", objectives.scorecard, name="scorecard"),
    path("scorecard/new/", objectives.criterion_form, name="criterion-new"),
    path("scorecard/<int:criterion_id>/", objectives.criterion_form, name="criterion"),
    path("scorecard/<int:criterion_id>/retirement/", objectives.criterion_retire, name="criterion-retire"),
]
