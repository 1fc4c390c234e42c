from django.urls import path

from kameo.exchange.views import decisions, lists, running, steps

app_name = "imports"
urlpatterns = [
    path("", lists.import_list, name="list"),
    path("new/", lists.import_new, name="new"),
    path("<int:import_id>/", steps.import_page, name="page"),
    path("<int:import_id>/choices/", steps.import_choices, name="choices"),
    path("<int:import_id>/decisions/", decisions.import_decisions, name="decisions"),
    path("<int:import_id>/customers/", decisions.import_customers, name="customers"),
    path("<int:import_id>/problems/", steps.import_problems, name="problems"),
    path("<int:import_id>/rejected/", steps.import_rejected, name="rejected"),
    path("<int:import_id>/plans/", running.import_plan, name="plan"),
    path("<int:import_id>/runs/", running.import_run, name="run"),
    path("<int:import_id>/cancellations/", running.import_cancel, name="cancel"),
    path("<int:import_id>/undo/", running.import_undo, name="undo"),
    path("<int:import_id>/discard/", running.import_discard, name="discard"),
]
