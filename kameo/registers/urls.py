"""The registers over all accounts (references, competitors), and those of one account."""

from __future__ import annotations

from django.urls import path

from kameo.core.lists.urls import list_urls
from kameo.registers.lists import PARTNER_LIST, REFERENCE_LIST
from kameo.registers.views import competitors, lines

app_name = "registers"

urlpatterns = [
    *list_urls(PARTNER_LIST, "partners/"),
    *list_urls(PARTNER_LIST, "accounts/<int:account_id>/partners/", below=True),
    *list_urls(REFERENCE_LIST, "references/"),
    *list_urls(REFERENCE_LIST, "accounts/<int:account_id>/references/", below=True),
    path("competitors/", competitors.competitor_list, name="competitors"),
    path("competitors/<int:competitor_id>/", competitors.competitor, name="competitor"),
    path("competitors/<int:competitor_id>/export/", competitors.competitor_export, name="competitor-export"),
    path("competitors/<int:competitor_id>/removal/", competitors.competitor_remove, name="competitor-remove"),
    path("accounts/<int:account_id>/market/", lines.account_market, name="market"),
]
