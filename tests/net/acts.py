"""What is done in the demo before it is visited: things that it lacks, so that their pages exist.

Done over the API, by address, one after the other; the answers are part of the recording. Ids are the demo's.
"""

from __future__ import annotations

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.net.roles import key_of
from tests.net.visitor import Answer, Request

SHEET = b"Nom;SIREN;Ville;Pays\nNet Essai;;Lyon;FR\nGroupe Valmorin;;Paris;FR\n;;Nantes;FR\n"
DAY = "2026-11-20"

ACTS: tuple[tuple[str, str, dict[str, Any] | None], ...] = (
    # The bin, merging, sameness, bulk change, transfer.
    ("POST", "accounts", {"name": "Net Jumeau", "country": "FR", "tags": ["net"]}),
    ("POST", "accounts", {"name": "Net Jumeaux", "country": "FR", "tags": ["net"]}),
    ("POST", "accounts", {"name": "Net Corbeille", "parent_id": 1, "own_revenue": 1000}),
    ("DELETE", "accounts/112", None),
    ("POST", "merges", {"kept_id": 110, "absorbed_id": 111}),
    ("POST", "duplicates/differences", {"first_id": 58, "second_id": 73}),
    ("PATCH", "accounts/3", {"own_revenue": 250_000_000, "aliases": ["Haut-Lignon"]}),
    ("POST", "accounts/76/moves", {"parent_id": 2, "on": DAY, "reason": "sale", "note": "Net"}),
    ("POST", "bulk-changes", {"what": "tags", "data": {"add": ["net"]}, "ids": [1, 2, 3]}),
    ("POST", "bulk-changes", {"what": "status", "data": {"status": "dormant"}, "ids": [14, 15]}),
    ("POST", "portfolio/transfers", {"giver_id": 3, "taker_id": 2, "reason": "Net"}),
    ("POST", "accounts/1/members", {"user_id": 4, "function": "sponsor", "responsibilities": "Net"}),
    ("POST", "accounts/5/decisions", {"kind": "overridden", "large": True, "key": False, "reason": "Net"}),
    ("POST", "views", {"name": "Net", "layout": "board", "filters": {"status": ["active"]}, "shared": True}),
    ("POST", "competitors", {"name": "Net & fils"}),
    ("DELETE", "references/1", None),
    ("DELETE", "competitor-presences/1", None),
    ("DELETE", "sector-notes/1", None),
    ("DELETE", "objectives/4", None),
    # People: refusals, sameness, merging, posts, segments, who left.
    ("POST", "persons/2/refusals", {"channel": "email", "said": "Net"}),
    ("POST", "persons-duplicates/differences", {"first_id": 17, "second_id": 18}),
    ("POST", "person-merges", {"kept_id": 30, "absorbed_id": 29}),
    ("POST", "persons/positions/31/end", {"ends_on": DAY}),
    ("POST", "persons/31/positions", {"account_id": 10, "title": "Net"}),
    ("POST", "persons/33/employers", {"account_id": 9, "on": DAY, "title": "Net"}),
    ("POST", "segments", {"name": "Net", "filters": {"q": "val"}, "shared": True}),
    ("POST", "departures", {"person_id": 1, "account_id": 1, "cause": "left", "on": DAY}),
    ("POST", "departures", {"person_id": 11, "account_id": 2, "cause": "influence", "on": DAY}),
    ("POST", "departures/1/replacement", {"person_id": 2}),
    ("POST", "departures/1/tasks", {"text": "Net", "due_on": "2026-12-10"}),
    ("POST", "departures/tasks/1/done", None),
    ("POST", "departures/3/cancellation", None),
    ("DELETE", "persons/35", None),
    # Decisions: maps, stakes, what is known, circuit.
    ("POST", "maps", {"account_id": 77, "name": "Net"}),
    ("POST", "maps/8/take-overs", {"source_id": 2}),
    ("POST", "maps", {"account_id": 1, "name": "Net"}),
    ("DELETE", "maps/9", None),
    ("DELETE", "stakes/9", None),
    ("DELETE", "evidence/1", None),
    ("DELETE", "committees/2", None),
    ("DELETE", "arguments/2", None),
    # What happened: exchanges, documents, invoices; files of other tools.
    (
        "POST",
        "interactions",
        {"account_id": 1, "kind": "note", "text": "Net @Nadia", "restricted": True, "mentions": [4]},
    ),
    ("DELETE", "interactions/2", None),
    ("DELETE", "documents/2", None),
    ("DELETE", "invoices/1", None),
    ("POST", "imports", {"kind": "accounts", "dry_run": False}),
    ("POST", "imports", {"kind": "accounts", "dry_run": True}),
)


def act(record: Any) -> None:
    """Do all of it as the director, with what it causes, and keep the answers."""
    from kameo.core.jobs import work_until_empty

    client = Client(headers={"Authorization": f"Bearer {key_of('director')}", "Accept-Language": "fr"})
    for place, (verb, path, body) in enumerate(ACTS):
        send = getattr(client, verb.lower())
        if path == "imports":
            file = SimpleUploadedFile(f"clients-{place}.csv", SHEET, content_type="text/csv")
            response = send(f"/api/v1/{path}", {**(body or {}), "file": file})
        else:
            response = send(f"/api/v1/{path}", json.dumps(body), content_type="application/json")
        work_until_empty()
        answer = Answer(response.status_code, response.headers.get("Content-Type", ""), {}, response.content)
        record.keep(Request(f"{place:02} {verb}", path), answer)
    record.write()
