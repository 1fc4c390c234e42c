"""What a stake may say, checked: the seeds' scales, the company's own lists, a colleague for the relation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

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
    if unknown := set(fields) - set(FIELDS):
        raise DomainError("unknown_field", _("There is no field of that name."), field=min(unknown))
    return {name: _read(name, value, stake) for name, value in fields.items()}


def _read(name: str, value: Any, stake: Stake | None) -> Any:
    if name in LISTS:
        return _codes(name, value, set(getattr(stake, name)) if stake is not None else set())
    if name == "influence":
        return _whole(name, value, range(1, 6), _("Influence goes from 1 to 5."))
    if name in {"level", "desired"}:
        return _whole(name, value, Level.values, _("Choose one of the list."))
    if name == "stance":
        text = str(value or "")
        if text and text not in Stance.values:
            raise DomainError("unknown_choice", _("Choose one of the list."), field=name)
        return text
    if name == "owner":
        return _ours(value)
    return str(value or "").strip()


def _whole(name: str, value: Any, allowed: Any, words: Any) -> int | None:
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


def _ours(value: Any) -> User | None:
    if value is None or value == "":
        return None
    owner = value if isinstance(value, User) else User.objects.filter(pk=value).first()
    if owner is None or not owner.is_active:
        message = _("Choose a colleague who still works with us.")
        raise DomainError("not_ours", message, field="owner")
    return owner


def written(value: Any) -> str:
    """A rating as evidence names it: "champion", "4", "purchasing"."""
    return "" if value is None else str(value)
