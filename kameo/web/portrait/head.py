"""The head of the account page: who they are, what class they are in and why, the six figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.accounts.enums import AccountClass, Function, Kind
from kameo.core import clock, preferences
from kameo.core.figures import registered
from kameo.core.money import reporting_currency
from kameo.core.ui import formats
from kameo.qualification.queries import Figures
from kameo.web.shell.frame import page_address, stone_of_class


@dataclass(frozen=True)
class HeadFigure:
    """One figure of the strip. `value` is None with a `reason`; `url` leads to its records."""

    label: str
    value: str | None
    definition: str
    reason: str = ""
    context: str = ""
    url: str = ""
    change: Any = None
    change_text: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Head:
    stone: str
    eyebrow: str
    class_label: str
    class_note: str
    reasons: list[dict[str, str]]
    since: str
    team: list[dict[str, Any]]
    figures: list[HeadFigure]


def head_of(account: Any, figures: Figures, activity: dict[str, Any], user: Any) -> Head:
    return Head(
        stone=stone_of_class(figures.account_class),
        eyebrow=_eyebrow(account, figures),
        class_label=str(AccountClass(figures.account_class).label),
        class_note=_class_note(figures),
        reasons=_reasons(figures),
        since=_since(figures),
        team=_team(account, user),
        figures=_figures(account, figures, activity),
    )


def _eyebrow(account: Any, figures: Figures) -> str:
    city = next((place["city"] for place in account.places if place["city"]), "")
    parts = [account.sector or str(Kind(account.kind).label)]
    if figures.entities > 1:
        parts.append(_entities(figures))
    return " · ".join(part for part in [*parts, city] if part)


def _entities(figures: Figures) -> str:
    entities = ngettext("%(num)s entity", "%(num)s entities", figures.entities) % {"num": figures.entities}
    if not figures.sites:
        return entities
    return entities + ", " + ngettext("%(num)s site", "%(num)s sites", figures.sites) % {"num": figures.sites}


def _class_note(figures: Figures) -> str:
    if figures.class_source == "accepted":
        return _("Accepted by a decision.")
    if figures.class_source == "overridden":
        return _("Decided, whatever the rules say.")
    if figures.class_complete:
        return ""
    if figures.large is None and figures.key is None:
        return _("Not rated yet on either axis: both read as no.")
    if figures.key is None:
        return _("The key axis is not rated yet: it reads as no.")
    return _("The large axis is not rated yet: it reads as no.")


def _reasons(figures: Figures) -> list[dict[str, str]]:
    """Each criterion with what it found and what it asks, for the popover (`ui.evidence`)."""
    currency = reporting_currency()
    titles = {
        "amount": _("Revenue or potential"),
        "share": _("Share of our revenue"),
        "scorecard": _("Scorecard"),
        "alignment": _("Alignment with our objectives"),
    }
    tones = {True: ("ok", _("met")), False: ("mute", _("not met")), None: ("unknown", _("not known"))}
    return [
        {
            "tone": tones[reason.met][0],
            "state": tones[reason.met][1],
            "title": titles[reason.criterion],
            "text": reason.sentence(currency),
        }
        for reason in figures.reasons
    ]


def _since(figures: Figures) -> str:
    if figures.first_invoice_on is None:
        return ""
    return _("Customer since %(year)s") % {"year": figures.first_invoice_on.year}


def _team(account: Any, user: Any) -> list[dict[str, Any]]:
    """One row per colleague, the lead first; somebody with two functions appears once."""
    people: dict[int, dict[str, Any]] = {}
    for member in account.team:
        name = f"{member['first']} {member['last']}".strip() or member["email"]
        label = str(Function(member["function"]).label)
        row = people.setdefault(member["id"], {"name": name, "labels": [], "me": member["id"] == user.pk, "does": ""})
        row["labels"].append(label)
        row["does"] = row["does"] or member["does"]
        row["lead"] = row.get("lead") or member["function"] == Function.LEAD
    return [{**row, "function": ", ".join(row["labels"])} for row in people.values()]


def _figures(account: Any, figures: Figures, activity: dict[str, Any]) -> list[HeadFigure]:
    return [
        _revenue(account, figures),
        _declared("share", account, figures, context=_of_ours(figures)),
        _total(account, figures),
        _contact(account, figures, activity["contact_at"]),
        _declared("entities", account, figures, context=_sites(figures)),
        _documents(account, activity["document_count"]),
    ]


def _declared(key: str, account: Any, figures: Figures, **more: Any) -> HeadFigure:
    """The figure of the register, with what this page says beside it."""
    declared = registered[f"account.{key}"]
    found = declared.of(figures)
    told = {
        "label": str(declared.label),
        "value": declared.shown(found),
        "reason": found.reason,
        "definition": declared.definition,
        "url": declared.records(account.pk),
    }
    return HeadFigure(**told | more)


def _revenue(account: Any, figures: Figures) -> HeadFigure:
    before, change = figures.revenue_previous_12m, figures.change
    context = ""
    if before:
        context = _("%(amount)s the year before") % {"amount": formats.short_money(before, reporting_currency())}
    if figures.unconverted:
        context = ngettext("%(num)s invoice not converted", "%(num)s invoices not converted", figures.unconverted) % {
            "num": figures.unconverted
        }
    told = formats.percent(abs(change)) if change is not None else ""
    return _declared("revenue_12m", account, figures, context=context, change=change, change_text=told)


def _of_ours(figures: Figures) -> str:
    if figures.own_total is None or figures.own_total.amount is None:
        return ""
    return _("of %(amount)s") % {"amount": formats.short_money(figures.own_total.amount, reporting_currency())}


def _total(account: Any, figures: Figures) -> HeadFigure:
    context, total = "", figures.revenue_total
    if figures.first_invoice_on:
        context = _("first invoice on %(day)s") % {"day": formats.date_short(figures.first_invoice_on)}
    value = None if total is None else formats.short_money(total, reporting_currency())
    return _declared("revenue_total", account, figures, value=value, context=context)


def _contact(account: Any, figures: Figures, at: datetime | None) -> HeadFigure:
    """Of what is read on the page: the account alone, or what hangs below it too."""
    if at is None:
        reason = _("No call, meeting or e-mail logged")
        return _declared("last_contact", account, figures, value=None, reason=reason, url="")
    most = preferences.get("contact.alert_days")
    days = (clock.today() - timezone.localtime(at).date()).days
    return _declared(
        "last_contact",
        account,
        figures,
        value=_("Today") if days == 0 else ngettext("%(num)s day", "%(num)s days", days) % {"num": days},
        context=_("Alert after %(days)s") % {"days": formats.days_in_words(most)},
        url=f"{page_address('account', account.pk)}?scope={account.scope}#thread",
        tone="bad" if days > most else "",
    )


def _sites(figures: Figures) -> str:
    if figures.left_out:
        return ngettext("%(num)s more that you may not see", "%(num)s more that you may not see", figures.left_out) % {
            "num": figures.left_out
        }
    return ngettext("%(num)s site", "%(num)s sites", figures.sites) % {"num": figures.sites}


def _documents(account: Any, number: int) -> HeadFigure:
    return HeadFigure(
        label=_("Documents"),
        value=formats.number(number),
        definition=_("Documents kept with the account, those in the bin left out."),
        context=_("contracts, offers, reports"),
        url=page_address("account-documents", account.pk),
    )
