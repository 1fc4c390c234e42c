"""Which maps an account has: fetched with the account itself where a page counts its queries."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from kameo.accounts.models import Account
from kameo.decisions.models import DecisionMap


def with_maps(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """Each account with `map_rows`: those of `map_rows()`. Who sees the account sees its maps."""
    rows = DecisionMap.objects.filter(account=OuterRef("pk"), binned_at__isnull=True).order_by("-main", "name")
    packed = rows.values(packed=JSONObject(pk=F("pk"), name=F("name"), main=F("main")))
    return accounts.annotate(map_rows=ArraySubquery(packed))


def map_rows(account_id: int) -> list[dict[str, Any]]:
    """pk, name and main of the maps out of the bin, the account's own first. The caller has authorised the account."""
    rows = DecisionMap.objects.filter(account=account_id, binned_at__isnull=True).order_by("-main", "name")
    return list(rows.values("pk", "name", "main"))
