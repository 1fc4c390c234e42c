"""What a stake may say, checked: the seeds' scales, the company's own lists, a colleague for the relation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.acting import refuse_unknown_fields
from kameo.core.errors import DomainError
from kameo.decisions.enums import Claim, Level, Stance, TermList
from kameo.decisions.models import Stake, Term
from kameo.people.models import User

FIELDS = ("influence", "stance", "roles", "motivations", "topics", "owner", "level", "desired", "note")
LISTS = {"roles": TermList.ROLE, "motivations": TermList.MOTIVATION, "topics": TermList.TOPIC}
CLAIMS = {
    Claim.INFLUENCE.value: "influence",
    Claim.STANCE.value: "stance",
    Claim.ROLE.value: "roles",
    Claim.MOTIVATION.value: "motivations",
    Claim.TOPIC.value: "topics",
    Claim.LEVEL.value: "level",
}


def read_ratings(fields: Mapping[str, Any], stake: Stake | None = None) -> dict[str, Any]:
    """`fields` as they are stored. Raises DomainError "unknown_field", "out_of_scale", "unknown_choice", "not_ours".

    A retired term is accepted where `stake` carries it already.
    """
    refuse_unknown_fields(fields, FIELDS)
    return {name: _read_rating(name, value, stake) for name, value in fields.items()}


def _read_rating(name: str, value: Any, stake: Stake | None) -> Any:
    if name in LISTS:
        return _codes(name, value, set(getattr(stake, name)) if stake is not None else set())
    if name == "influence":
        return _whole_number(name, value, range(1, 6), _("Influence goes from 1 to 5."))
    if name in {"level", "desired"}:
        return _whole_number(name, value, Level.values, _("Choose one of the list."))
    if name == "stance":
        text = str(value or "")
        if text and text not in Stance.values:
            raise DomainError("unknown_choice", _("Choose one of the list."), field=name)
        return text
    if name == "owner":
        return _colleague(value)
    return str(value or "").strip()


def _whole_number(name: str, value: Any, allowed: Any, words: Any) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = int(value)
    except (TypeError, ValueError):
        number = -1
    if number not in allowed:
        raise DomainError("out_of_scale", words, field=name)
    return number


def _codes(name: str, value: Any, carried: set[str]) -> list[str]:
    """In the order given, without doubles."""
    codes = list(dict.fromkeys(str(code) for code in value or ()))
    if not set(codes) - carried:
        return codes
    known = Term.objects.filter(list=LISTS[name], code__in=codes, retired_at=None)
    if set(codes) - carried - set(known.values_list("code", flat=True)):
        raise DomainError("unknown_choice", _("Choose among those of the list."), field=name)
    return codes


def _colleague(value: Any) -> User | None:
    if value is None or value == "":
        return None
    owner = value if isinstance(value, User) else User.objects.filter(pk=value).first()
    if owner is None or not owner.is_active:
        message = _("Choose a colleague who still works with us.")
        raise DomainError("not_ours", message, field="owner")
    return owner


def rating_as_text(value: Any) -> str:
    """A rating as evidence names it: "champion", "4", "purchasing"."""
    return "" if value is None else str(value)
