"""The words of a simulated departure: the finding, each figure before and after, the reasons for a successor."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kameo.contacts.enums import Family, Seniority
from kameo.core.figures import registered
from kameo.core.ui import formats
from kameo.decisions.enums import TermList
from kameo.decisions.terms.words import TermWords
from kameo.insight.coverage import Figure
from kameo.insight.coverage.words import reason, status_words
from kameo.insight.departures.shapes import FigureChange, Loss, Successor

LABELS: dict[str, Any] = {
    "mapped": gettext_lazy("People mapped"),
    "completeness": gettext_lazy("Committee known"),
    "roles": gettext_lazy("Required roles covered"),
    "threads": gettext_lazy("Threads"),
    "concentration": gettext_lazy("Exchanges through one person"),
    "relationship": gettext_lazy("Account relationship"),
    "support": gettext_lazy("Support balance"),
    "status": gettext_lazy("Map status"),
}
_PERCENTS = ("completeness", "roles", "concentration")


def finding_of_person(name: str, account: str, loss: Loss) -> str:
    """The one sentence: threads where they are known, else what only they carried."""
    words: dict[str, Any] = {"name": name, "account": account}
    before, after = loss.before.threads.value, loss.after.threads.value
    if before is not None and before > 0:
        kept = after if after is not None else Decimal(0)
        words |= {"kept": formats.number(kept), "all": formats.number(before)}
        if kept == before:
            return _what_else(words, loss) or (_("If %(name)s leaves, %(account)s keeps its %(all)s threads") % words)
        if not kept:
            return _("If %(name)s leaves, %(account)s has no thread left") % words
        return (
            ngettext(
                "If %(name)s leaves, %(account)s keeps %(kept)s thread of %(all)s",
                "If %(name)s leaves, %(account)s keeps %(kept)s threads of %(all)s",
                int(kept),
            )
            % words
        )
    return _what_else(words, loss) or (_("If %(name)s leaves, nothing that we know of rests on them alone") % words)


def _what_else(words: dict[str, Any], loss: Loss) -> str:
    """What is lost besides threads, the worst first; "" for nothing."""
    if loss.seats:
        return _("If %(name)s leaves, nobody is left as: %(seats)s") % (words | {"seats": ", ".join(loss.seats)})
    if loss.cut:
        return ngettext(
            "If %(name)s leaves, %(num)s person can no longer be reached",
            "If %(name)s leaves, %(num)s people can no longer be reached",
            len(loss.cut),
        ) % (words | {"num": len(loss.cut)})
    return ""


def finding_of_colleague(name: str, loss: Loss) -> str:
    number = len(loss.alone)
    if number:
        return ngettext(
            "If %(name)s leaves us, %(num)s person has nobody left of ours to speak with",
            "If %(name)s leaves us, %(num)s people have nobody left of ours to speak with",
            number,
        ) % {"name": name, "num": number}
    if loss.held:
        return ngettext(
            "If %(name)s leaves us, %(num)s relation changes hands, and nobody is left alone",
            "If %(name)s leaves us, %(num)s relations change hands, and nobody is left alone",
            len(loss.held),
        ) % {"name": name, "num": len(loss.held)}
    return _("If %(name)s leaves us, nobody here is left alone") % {"name": name}


def rows_of(loss: Loss) -> list[dict[str, Any]]:
    """The table: label, definition, both values in words, whether it gets worse."""
    written = [(one, value_of(one, one.before), value_of(one, one.after)) for one in loss.changes]
    return [
        {
            "label": LABELS[one.code],
            "definition": _mapped(loss) if one.code == "mapped" else registered[f"coverage.{one.code}"].definition,
            "before": before,
            "after": after,
            "before_reason": reason(one.before),
            "after_reason": reason(one.after),
            "worse": one.worse and before != after,
            "moved": before != after,
        }
        for one, before, after in written
    ]


def value_of(change: FigureChange, figure: Figure) -> str | None:
    if figure.value is None:
        return None
    if change.code in _PERCENTS:
        return formats.percent(figure.value, 0)
    if change.code == "relationship":
        return formats.number(figure.value, 1)
    if change.code == "support":
        return formats.signed(figure.value, 2)
    if change.code == "status":
        return f"{figure.value} · {status_words(int(figure.value))}"
    return formats.number(figure.value)


def reasons_of(one: Successor, words: TermWords) -> list[str]:
    said = {
        "family": lambda about: _("same function: %(name)s") % {"name": Family(about).label},
        "level": lambda about: _("same level: %(name)s") % {"name": Seniority(about).label},
        "entity": lambda about: _("works at %(name)s too") % {"name": about},
        "reports": lambda about: _("reports to them"),
        "strong": lambda about: _("knows us well"),
        "known": lambda about: _("knows us a little"),
        "role": lambda about: _("same role: %(name)s") % {"name": words.name(TermList.ROLE, about)},
        "influence": lambda about: _("influences %(name)s too") % {"name": about},
    }
    return [said[code](about) for code, about in one.reasons]


def _mapped(loss: Loss) -> str:
    return _("People of the map who hold a position today. The company expects %(num)s.") % {
        "num": loss.before.expected
    }
