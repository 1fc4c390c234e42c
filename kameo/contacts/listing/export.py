"""People as files: a spreadsheet of everybody the filters pick, cards for an address book (R41, R74).

Only what the reader may see leaves: posts at other accounts and ratings on their maps stay out. Each file is told to
the journal, because addresses left the house; who refused a channel says so beside the address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _

from kameo.contacts import events
from kameo.contacts.cards import write_card
from kameo.contacts.models import OptOut, Person, Position
from kameo.core.customfields.lists import file_columns_of
from kameo.core.files import attachment
from kameo.core.journal.domain import record
from kameo.core.spreadsheets import csv_lines
from kameo.core.text import fold

if TYPE_CHECKING:
    from kameo.people.models import User

PIECE = 500  # people read at once


def export_people(user: User, picked: Any, kind: str, filters: Mapping[str, list[str]]) -> HttpResponseBase:
    """Everybody that `filters` pick, as "csv" or "vcf", streamed."""
    told = {name: ", ".join(values) for name, values in filters.items()}
    record(events.PERSONS_EXPORTED, None, by=user, data={"format": kind, "filters": told})
    own = file_columns_of(Person)
    people = _people(user, picked, own)
    if kind == "vcf":
        pieces: Iterator[bytes] = (write_card(row, positions=row.seen_positions).encode() for row in people)
        return _download(pieces, "text/vcard; charset=utf-8", f"{fold(_('Contacts'))}.vcf")
    titles, readers = zip(*(one.in_file() for one in own), strict=True) if own else ((), ())
    lines = ([*_cells(row), *(read(row) for read in readers)] for row in people)
    return _download(csv_lines([*_titles(), *titles], lines), "text/csv; charset=utf-8", f"{fold(_('Contacts'))}.csv")


def export_person(user: User, person: Person) -> HttpResponseBase:
    """One card."""
    found = next(_people(user, Person.objects.filter(pk=person.pk)))
    data = {"format": "vcf", "filters": {"person": person.pk}}
    record(events.PERSONS_EXPORTED, person, by=user, data=data)
    response = HttpResponse(write_card(found, positions=found.seen_positions), content_type="text/vcard; charset=utf-8")
    response["Content-Disposition"] = attachment(f"{found.full_name}.vcf")
    return response


def _people(user: User, people: Any, own: Sequence[Any] = ()) -> Iterator[Any]:
    posts = Position.objects.visible_to(user).current().select_related("account").order_by("-starts_on", "id")
    refusals = OptOut.objects.filter(lifted_at=None)
    rows = Person.objects.filter(pk__in=people.order_by().values("pk")).order_by("sort_name", "id")
    rows = rows.annotate(**{one.name: one.source(user) for one in own}).prefetch_related(
        "emails",
        "phones",
        "links",
        Prefetch("positions", queryset=posts, to_attr="seen_positions"),
        Prefetch("opt_outs", queryset=refusals, to_attr="refusals"),
    )
    return iter(rows.iterator(chunk_size=PIECE))


def _titles() -> list[str]:
    return [
        _("Salutation"),
        _("First name"),
        _("Last name"),
        _("Kind"),
        _("Title"),
        _("Function"),
        _("Level"),
        _("Account"),
        _("Department"),
        _("Office"),
        _("E-mail"),
        _("Other e-mails"),
        _("Telephone"),
        _("Other numbers"),
        _("Links"),
        _("Language"),
        _("Time zone"),
        _("Refused channels"),
    ]


def _cells(row: Any) -> list[str]:
    post: Position | None = row.seen_positions[0] if row.seen_positions else None
    emails = [item.address for item in row.emails.all()]
    phones = [_dialled(item) for item in row.phones.all()]
    return [
        row.get_salutation_display(),
        row.first_name,
        row.last_name or row.label,
        row.get_kind_display(),
        *(_post(post) if post else [""] * 6),
        emails[0] if emails else "",
        ", ".join(emails[1:]),
        phones[0] if phones else "",
        ", ".join(phones[1:]),
        ", ".join(item.url for item in row.links.all()),
        row.language,
        row.time_zone,
        ", ".join(str(item.get_channel_display()) for item in row.refusals),
    ]


def _post(post: Position) -> list[str]:
    return [
        post.title,
        post.get_family_display(),
        post.get_level_display(),
        post.account.name,
        post.department,
        post.office,
    ]


def _dialled(row: Any) -> str:
    return f"{row.number} x{row.extension}" if row.extension else str(row.number)


def _download(pieces: Iterator[bytes], content_type: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response["Content-Disposition"] = attachment(name)
    return response
