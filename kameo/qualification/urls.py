"""Qualification over all accounts (what asks for a decision, our objectives, the scorecard), and of one account."""

from __future__ import annotations

from django.urls import path

from kameo.qualification.views import account, hub, objectives

app_name = "qualification"

urlpatterns = [
    path("qualification/", hub.qualification_hub, name="hub"),
    path("qualification/objectives/", objectives.objective_list, name="objectives"),
    path("qualification/objectives/new/", objectives.objective_form, name="objective-new"),
    path("qualification/objectives/<int:objective_id>/", objectives.objective_form, name="objective"),
    path("qualification/objectives/<int:objective_id>/removal/", objectives.objective_remove, name="objective-remove"),
    path(
        "qualification/objectives/<int:objective_id>/restoration/",
        objectives.objective_restore,
        name="objective-restore",
    ),
    path("qualification/scorecard/", objectives.scorecard, name="scorecard"),
    path("qualification/scorecard/new/", objectives.criterion_form, name="criterion-new"),
    path("qualification/scorecard/<int:criterion_id>/", objectives.criterion_form, name="criterion"),
    path(
        "qualification/scorecard/<int:criterion_id>/retirement/", objectives.criterion_retire, name="criterion-retire"
    ),
    path("accounts/<int:account_id>/qualification/", account.account_qualification, name="account"),
    path("accounts/<int:account_id>/qualification/history/", account.class_over_time, name="class-history"),
    path("accounts/<int:account_id>/qualification/ratings/", account.criterion_rate, name="rating"),
    path("accounts/<int:account_id>/qualification/alignments/", account.alignment_rate, name="alignment"),
    path("accounts/<int:account_id>/qualification/decisions/", account.decision_new, name="decision-new"),
    path(
        "accounts/<int:account_id>/qualification/decisions/<int:decision_id>/end/",
        account.decision_end,
        name="decision-end",
    ),
    path("accounts/<int:account_id>/qualification/proposals/", account.class_propose, name="class-propose"),
    path("accounts/<int:account_id>/qualification/orientation/", account.orientation_change, name="orientation"),
    path("accounts/<int:account_id>/watch/", account.watch, name="watch"),
]
