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
        for reason in (*figures.verdict.reasons, figures.key_reason)
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
    invoices = page_address("invoices:list", account.pk)
    return [
        _revenue(figures, invoices),
        _share(figures, invoices),
        _total(figures, invoices),
        _contact(account, activity["contact_at"]),
        _size(account, figures),
        _documents(account, activity["document_count"]),
    ]


def _revenue(figures: Figures, url: str) -> HeadFigure:
    currency = reporting_currency()
    before = figures.revenue_previous_12m
    context = _("%(amount)s the year before") % {"amount": formats.short_money(before, currency)} if before else ""
    if figures.unconverted:
        context = ngettext("%(num)s invoice not converted", "%(num)s invoices not converted", figures.unconverted) % {
            "num": figures.unconverted
        }
    return HeadFigure(
        label=_("Revenue, 12 months"),
        value=None if figures.revenue_12m is None else formats.money(figures.revenue_12m, currency),
        reason=_("No invoice yet"),
        definition=_(
            "Invoiced excl. VAT, net of credit notes, over the 12 months that end today; compared with the 12 before."
        ),
        context=context,
        url=url,
        change=figures.change,
        change_text=formats.percent(abs(figures.change)) if figures.change is not None else "",
    )


def _share(figures: Figures, url: str) -> HeadFigure:
    reasons = {
        "not_permitted": _("Your role does not see our total revenue"),
        "own_total_unknown": _("Our own revenue is not known yet"),
        "no_revenue": _("No invoice yet"),
    }
    context = ""
    if figures.own_total is not None and figures.own_total.amount is not None:
        context = _("of %(amount)s") % {"amount": formats.short_money(figures.own_total.amount, reporting_currency())}
    return HeadFigure(
        label=_("Share of our revenue"),
        value=None if figures.share is None else formats.percent(figures.share),
        reason=reasons.get(figures.share_reason, ""),
        definition=_("Revenue of the 12 months, divided by all that we invoiced in the same time."),
        context=context,
        url=url,
    )


def _total(figures: Figures, url: str) -> HeadFigure:
    context = ""
    if figures.first_invoice_on:
        context = _("first invoice on %(day)s") % {"day": formats.date_short(figures.first_invoice_on)}
    return HeadFigure(
        label=_("Total since the start"),
        value=None
        if figures.revenue_total is None
        else formats.short_money(figures.revenue_total, reporting_currency()),
        reason=_("No invoice yet"),
        definition=_("Everything invoiced excl. VAT since the first invoice, net of credit notes."),
        context=context,
        url=url,
    )


def _contact(account: Any, at: datetime | None) -> HeadFigure:
    most = preferences.get("contact.alert_days")
    definition = _(
        "Days since the last call, meeting or personal e-mail, in either direction. A note is not a contact."
    )
    label, threshold = _("Last contact"), _("Alert after %(days)s") % {"days": formats.days_in_words(most)}
    if at is None:
        return HeadFigure(label, None, definition, reason=_("No call, meeting or e-mail logged"))
    days = (clock.today() - timezone.localtime(at).date()).days
    value = _("Today") if days == 0 else ngettext("%(num)s day", "%(num)s days", days) % {"num": days}
    late = days > most
    return HeadFigure(
        label,
        value,
        definition,
        context=threshold,
        url=f"{page_address('account', account.pk)}?scope={account.scope}#thread",
        tone="bad" if late else "",
    )


def _size(account: Any, figures: Figures) -> HeadFigure:
    context = ngettext("%(num)s site", "%(num)s sites", figures.sites) % {"num": figures.sites}
    if figures.left_out:
        context = ngettext(
            "%(num)s more that you may not see", "%(num)s more that you may not see", figures.left_out
        ) % {"num": figures.left_out}
    return HeadFigure(
        label=_("Entities"),
        value=formats.number(figures.entities),
        definition=_("The account and all that hangs below it today, as far as you may see it."),
        context=context,
        url=page_address("accounts:structure", account.pk),
    )


def _documents(account: Any, number: int) -> HeadFigure:
    return HeadFigure(
        label=_("Documents"),
        value=formats.number(number),
        definition=_("Documents kept with the account, those in the bin left out."),
        context=_("contracts, offers, reports"),
        url=page_address("account-documents", account.pk),
    )
