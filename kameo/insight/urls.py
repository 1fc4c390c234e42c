"""Pages that steer the portfolio, and those that compute something about one account."""

from __future__ import annotations

from django.urls import include, path

from kameo.insight.views import boxes, coverage, departures, matrix, network, overview, pareto, ratings

app_name = "insight"

steering = [
    path("", overview.overview, name="home"),
    path("pareto/", pareto.pareto_page, name="pareto"),
    path("pareto/export/<slug:form>/", pareto.pareto_export, name="pareto-export"),
    path("matrix/", matrix.matrix_page, name="matrix"),
    path("matrix/export/<slug:form>/", matrix.matrix_export, name="matrix-export"),
    path("matrix/accounts/<int:account_id>/", matrix.reasons, name="reasons"),
    path("nine-box/", boxes.nine_box_page, name="nine-box"),
    path("nine-box/export/<slug:form>/", boxes.nine_box_export, name="nine-box-export"),
    path("nine-box/cells/<int:attractiveness>/<int:position>/", boxes.cell_change, name="cell"),
    path("nine-box/accounts/<int:account_id>/", ratings.account_ratings, name="ratings"),
]

urlpatterns = [
    path("insight/", include(steering)),
    path("accounts/<int:account_id>/coverage/", coverage.account_coverage, name="coverage"),
    path("accounts/<int:account_id>/departure/", departures.departure, name="departure"),
    path("accounts/<int:account_id>/network/", network.account_network, name="network"),
]
