"""The registers over all accounts: references and competitors. Those of one account are in `urls`."""

from __future__ import annotations

from django.urls import path

from kameo.accounts.views import competitors, registers

app_name = "registers"

urlpatterns = [
    path("references/", registers.reference_list, name="references"),
    path("references/export/", registers.reference_export, name="reference-export"),
    path("competitors/", competitors.competitor_list, name="competitors"),
    path("competitors/<int:competitor_id>/", competitors.competitor, name="competitor"),
    path("competitors/<int:competitor_id>/export/", competitors.competitor_export, name="competitor-export"),
    path("competitors/<int:competitor_id>/removal/", competitors.competitor_remove, name="competitor-remove"),
]
