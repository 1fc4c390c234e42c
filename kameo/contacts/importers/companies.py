"""Companies of the file → accounts of ours: matched, created when asked to, or their people rejected; never guessed."""

from __future__ import annotations

from kameo.accounts.importers.parties import Parties, may_create, party_key

COMPANIES = Parties(
    name="company",
    number="company_key",
    key=party_key(name="company", number="company_key", more="'d:' || s.domain"),
    missing="company_missing",
    rejected="company_rejected",
    creates=lambda batch: may_create(batch, asked=bool(batch.options.get("create_accounts"))),
    told={
        "country": "s.country",
        "mail_domain": "case when min(s.domain) over same = max(s.domain) over same then s.domain end",
    },
    first="s.company is null, s.domain is null, s.line",
)
