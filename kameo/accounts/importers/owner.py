"""How rows of a plain noun find the account they hang on: the fields that name it, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kameo.accounts.domain import recount
from kameo.accounts.importers.messages import MESSAGES
from kameo.accounts.importers.nodes import fill_siren
from kameo.accounts.importers.parties import Parties, may_create, party_key, write_parties
from kameo.accounts.importers.relations import RELATIONS
from kameo.core.importing import ImportField, ImportOwner, Option
from kameo.core.importing.declarations import source
from kameo.core.importing.names import named

PARTIES = Parties(
    name="account_name",
    number="account_key",
    key=party_key(name="account_name", number="account_key"),
    missing="account_missing",
    rejected="account_rejected",
    creates=lambda batch: may_create(batch, asked=bool(batch.options.get("create_accounts"))),
    first="s.account_name is null, s.line",
)

OWNER = ImportOwner(
    fields=named(
        Path(__file__).with_name("owner.ini"),
        ImportField("account_name", "name", _("account")),
        ImportField("account_key", "key", _("number of the account in the other system"), limit=80),
        ImportField("siren", "siren", _("SIREN"), by_content=True),
        ImportField("siret", "siret", _("SIRET"), by_content=True),
        ImportField("vat", "vat", _("VAT number")),
    ),
    needs=(),
    resolve=PARTIES.resolve,
    write=write_parties,
    settle=lambda batch, account_ids: recount(account_ids),
    prepare=fill_siren,
    relations=RELATIONS,
    options=(
        Option(
            "account",
            "text",
            _("Account of every row"),
            "",
            help=_("Its name, when the file does not say which account each row is about."),
        ),
        Option(
            "create_accounts",
            "boolean",
            _("Create the accounts that nobody knows"),
            False,
            help=_("Otherwise the rows of unknown accounts are left out, and you say which account each one is."),
        ),
        source(_("Tells apart two systems that use the same numbers.")),
    ),
    messages={
        **MESSAGES,
        "account_missing": (
            _("The row does not say which account it is about."),
            _("Fill in the account, or choose one for the whole file."),
        ),
        "account_rejected": (_("The account “{value}” is rejected."), _("See the first line of this account.")),
        "account_unknown": (
            _("No account is called “{value}”."),
            _("Import the accounts first, choose one below, or let unknown accounts be created."),
        ),
    },
    rows="party y join node n on n.id = y.id left join accounts_account a on a.id = n.account_id",
    id="n.account_id",
    node="n.id",
    title="coalesce(a.name, n.name) || case when n.action = 'created' then ' +' else '' end",
)
