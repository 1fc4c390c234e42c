"""The frame of the app's pages around their chart."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kameo.accounts.enums import AccountClass, Status
from kameo.core.money import reporting_currency
from kameo.insight.charts import Chart
from kameo.insight.forms.address_state import ChartState
from kameo.people.models import Team, User

STONES = {AccountClass.LARGE_KEY: "key", AccountClass.KEY: "key", AccountClass.LARGE: "large"}


def overview_context(current: str) -> dict[str, Any]:
    """The switch between the views, the currency, the stones of the classes."""
    views = [
        ("home", _("Overview"), "screen"),
        ("pareto", _("Concentration"), "chart"),
        ("matrix", _("Classes"), "scatter"),
        ("nine-box", _("9-box"), "whitespace"),
    ]
    options = [
        {"label": label, "url": reverse(f"insight:{name}"), "icon": icon, "current": name == current}
        for name, label, icon in views
    ]
    return {"views": options, "currency": reporting_currency(), "stones": STONES, "classes": dict(AccountClass.choices)}


def chart_context(chart: Chart | None) -> dict[str, Any] | None:
    """A chart as the template embeds it."""
    if chart is None:
        return None
    spec = json.dumps(chart.on_page(), ensure_ascii=False, separators=(",", ":"))
    return {"spec": spec, "title": chart.title, "description": chart.description, "height": chart.height}


def filter_options(request: HttpRequest, state: ChartState) -> dict[str, Any]:
    """Choices of the filter bar; two queries: who leads something, which teams there are."""
    leads = User.objects.filter(is_active=True, memberships__function="lead").distinct().order_by("sort_name")
    people = [(str(user.pk), user.full_name) for user in leads.only("first_name", "last_name", "email")[:200]]
    fixed = [("", _("Any lead")), ("me", _("Led by me")), ("nobody", _("Without a lead")), ("any", _("With a lead"))]
    chosen = state.criteria.get("lead", "")
    if chosen.isdigit() and chosen not in dict(people):
        people.append((chosen, _("A colleague")))
    teams = [(name, name) for name in Team.objects.order_by("name").values_list("name", flat=True)]
    return {
        "state": state,
        "leads": [*fixed, *people],
        "teams": [("", _("Any team")), *teams],
        "statuses": [("", _("Any status")), *Status.choices],
        "kinds_of_class": [("", _("Any class")), *AccountClass.choices],
    }
