"""An account's identifiers, addresses, aliases, mail domains, tags and confidentiality."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kameo.accounts import events, rules
from kameo.accounts.domain.status import recount
from kameo.accounts.domain.values import normalise_tags
from kameo.accounts.enums import Scheme
from kameo.accounts.models import Account, Address, Alias, Identifier, MailDomain
from kameo.accounts.names.identifiers import normalise, siren_of, written
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core import clock
from kameo.core.acting import acting, clean, locked
from kameo.core.errors import DomainError
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.people.models import User

ADDRESS_FIELDS = ("kind", "lines", "postcode", "city", "region", "country")


@dataclass(frozen=True)
class Warned:
    """Accepted, but worth a look."""

    code: str
    message: str


def set_identifiers(account: Account, *, identifiers: Iterable[Mapping[str, str]], by: User | None) -> list[Warned]:
    """Make the account's numbers these: mappings with `scheme`, `value` and, for "external", `source`.

    Each is checked and stored in one form (accounts.identifiers). Returns what looks odd without being refused:
    "siret_of_other_siren", "vat_of_other_siren" when the number does not extend the SIREN of the account or of
    the nearest account above that has one. Raises PermissionDenied; DomainError "unknown_scheme",
    "identifier_taken", "identifier_twice" or a code of `accounts.identifiers`.
    """
    rules.require_write(by, account)
    wanted = [_read_identifier(item, account.country) for item in identifiers]
    if len({(scheme, source, value) for scheme, source, value in wanted}) != len(wanted):
        raise DomainError("identifier_twice", _("The same number is there twice."), field="identifiers")
    with acting(by):
        locked(account)
        _refuse_taken(account, wanted)
        rows = list(Identifier.objects.filter(account=account))
        kept = {(row.scheme, row.source, row.value) for row in rows}
        Identifier.objects.filter(pk__in=[row.pk for row in rows if _key(row) not in wanted]).delete()
        new = [
            Identifier(account=account, scheme=scheme, source=source, value=value)
            for scheme, source, value in wanted
            if (scheme, source, value) not in kept
        ]
        Identifier.objects.bulk_create(new)
        after = [str(row) for row in rows if _key(row) in wanted] + [str(row) for row in new]
        _record_part(account, by, "identifiers", [str(row) for row in rows], after)
    return siren_warnings(account, [(scheme, value) for scheme, _source, value in wanted])


def siren_warnings(account: Account, numbers: Iterable[tuple[str, str]]) -> list[Warned]:
    """Numbers whose SIREN is not that of the account, or of the nearest above that has one."""
    numbers = list(numbers)
    siren = next((value for scheme, value in numbers if scheme == Scheme.SIREN), None) or _siren_above(account)
    if siren is None:
        return []
    words: dict[str, tuple[str, Any]] = {
        Scheme.SIRET: ("siret_of_other_siren", _("SIRET %(number)s does not begin with SIREN %(siren)s.")),
        Scheme.VAT: ("vat_of_other_siren", _("VAT number %(number)s does not end with SIREN %(siren)s.")),
    }
    return [
        Warned(
            words[scheme][0], words[scheme][1] % {"number": written(scheme, value), "siren": written("siren", siren)}
        )
        for scheme, value in numbers
        if scheme in words and siren_of(scheme, value) not in {None, siren}
    ]


def set_addresses(account: Account, *, addresses: Iterable[Mapping[str, str]], by: User | None) -> None:
    """Make the account's addresses these, in order: mappings of ADDRESS_FIELDS; an empty one is left out.

    Rows that do not change keep their id. Raises PermissionDenied, DomainError "invalid".
    """
    rules.require_write(by, account)
    wanted = [_address(account, item) for item in addresses]
    wanted = [row for row in wanted if row.lines or row.postcode or row.city]
    for row in wanted:
        clean(row, list(ADDRESS_FIELDS))
    with acting(by):
        locked(account)
        present = list(Address.objects.filter(account=account))
        before = [str(row) for row in present]
        for row, old in zip(wanted, present, strict=False):
            if any(getattr(row, name) != getattr(old, name) for name in ADDRESS_FIELDS):
                row.pk = old.pk
                row.save()
        Address.objects.bulk_create(wanted[len(present) :])
        for old in present[len(wanted) :]:
            old.delete()
        _record_part(account, by, "addresses", before, [str(row) for row in wanted])


def set_aliases(account: Account, *, names: Collection[str], by: User | None) -> None:
    """Make the account's other names these; spelling variants of one name count once. Raises PermissionDenied."""
    rules.require_write(by, account)
    wanted = {fold(name): " ".join(name.split())[:250] for name in reversed(list(names)) if name.strip()}
    with acting(by):
        locked(account)
        rows = list(Alias.objects.filter(account=account))
        after = list(wanted.values())
        for row in rows:
            if wanted.get(row.sort_name) == row.name:
                del wanted[row.sort_name]
            else:
                row.delete()
        Alias.objects.bulk_create(Alias(account=account, name=name) for name in reversed(wanted.values()))
        _record_part(account, by, "aliases", [row.name for row in rows], after)


def set_mail_domains(account: Account, *, domains: Collection[str], by: User | None) -> None:
    """Make these the domains whose mail belongs to the account; "@Valmorin.fr" reads as "valmorin.fr".

    Raises PermissionDenied; DomainError "domain_format", "domain_taken".
    """
    rules.require_write(by, account)
    wanted = list(dict.fromkeys(_domain(domain) for domain in domains if domain.strip()))
    with acting(by):
        locked(account)
        if MailDomain.objects.filter(domain__in=wanted).exclude(account=account).exists():
            raise DomainError("domain_taken", _("Another account has this mail domain."), field="mail_domains")
        rows = MailDomain.objects.filter(account=account)
        present = set(rows.values_list("domain", flat=True))
        rows.exclude(domain__in=wanted).delete()
        new = [MailDomain(account=account, domain=domain) for domain in wanted if domain not in present]
        MailDomain.objects.bulk_create(new)
        _record_part(account, by, "mail_domains", present, wanted)


def set_tags(account: Account, *, tags: Collection[str], by: User | None) -> Account:
    """Make the account's tags these, without doubles. Raises PermissionDenied."""
    rules.require_write(by, account)
    wanted = normalise_tags(tags)
    with acting(by):
        current = locked(account)
        if current.tags != wanted:
            Account.objects.filter(pk=account.pk).update(tags=wanted)
            account.tags = wanted
            _record_part(account, by, "tags", current.tags, wanted)
    return account


def set_confidential(account: Account, *, confidential: bool, by: User | None) -> Account:
    """Hide the account and what hangs below from all but its own named members and directors, or show it again.

    In order: row (the database keeps who it reaches), journal `account.confidentiality_changed`, pulses above.
    Raises PermissionDenied; DomainError "locks_you_out" when `by` would no longer see it: join its team first.
    """
    rules.require_write(by, account)
    with acting(by):
        if locked(account).confidential == confidential:
            return account
        Account.objects.filter(pk=account.pk).update(confidential=confidential, changed_at=clock.now())
        account.refresh_from_db()
        if by is not None and not rules.can_see(by, account):
            message = _("You would no longer see this account: join its team first.")
            raise DomainError("locks_you_out", message, field="confidential")
        record(events.CONFIDENTIALITY_CHANGED, account, by=by, data={"confidential": confidential})
        recount([account.pk, *Account.objects.below(account.pk).values_list("pk", flat=True)])
    return account


def _read_identifier(item: Mapping[str, str], country: str) -> tuple[str, str, str]:
    scheme = item.get("scheme", "")
    if scheme not in Scheme.values:
        raise DomainError("unknown_scheme", _("Choose one of the kinds of number."), field="scheme")
    source = " ".join(item.get("source", "").split())[:60] if scheme == Scheme.EXTERNAL else ""
    return scheme, source, normalise(scheme, item.get("value", ""), country=country)


def _key(row: Identifier) -> tuple[str, str, str]:
    return row.scheme, row.source, row.value


def _refuse_taken(account: Account, wanted: list[tuple[str, str, str]]) -> None:
    clash = Q(pk__in=[])
    for scheme, source, value in wanted:
        clash |= Q(scheme=scheme, source=source, value=value)
    other = Identifier.objects.filter(clash).exclude(account=account).first()
    if other is not None:
        raise DomainError(
            "identifier_taken", _("Another account has this number."), field=other.scheme, value=other.value
        )


def _siren_above(account: Account) -> str | None:
    rows = Identifier.objects.filter(account_id__in=account.lineage, scheme=Scheme.SIREN)
    found: dict[int, str] = dict(rows.values_list("account_id", "value"))
    return next((found[pk] for pk in reversed(account.lineage) if pk in found), None)


def _address(account: Account, item: Mapping[str, str]) -> Address:
    values: dict[str, Any] = {name: " ".join(str(item.get(name) or "").split()) for name in ADDRESS_FIELDS}
    values["country"] = values["country"].upper()
    if not values["kind"]:
        del values["kind"]
    return Address(account=account, **values)


def _domain(text: str) -> str:
    domain = text.strip().lower().rpartition("@")[2].rstrip(".")
    labels = domain.split(".")
    if len(labels) < 2 or not all(label.replace("-", "").isalnum() and label.isascii() for label in labels):
        raise DomainError("domain_format", _("A domain reads like valmorin.fr."), field="mail_domains")
    return domain


def _record_part(account: Account, by: User | None, part: str, before: Collection[str], after: Collection[str]) -> None:
    """Journal what came and went; says nothing when nothing did."""
    removed, added = (sorted(set(one) - set(other)) for one, other in ((before, after), (after, before)))
    if not removed and not added:
        return
    account.changed_at = clock.now()
    Account.objects.filter(pk=account.pk).update(changed_at=account.changed_at)
    record(events.CHANGED, account, by=by, data={"fields": [part], "removed": removed, "added": added})
