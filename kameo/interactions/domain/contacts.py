"""What this app keeps in `AccountPulse`: last contact (R48), number of interactions and of documents."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from kameo.accounts.models import Account, AccountPulse
from kameo.interactions.enums import CONTACT_KINDS

_COUNT = """
    update accounts_accountpulse pulse set last_contact_at = counted.last_contact_at,
        interactions = counted.interactions, documents = counted.documents
    from (
        select account.id,
            (select max(at) from interactions_interaction done
             where done.account_id = account.id and done.binned_at is null and done.kind = any(%s)) last_contact_at,
            (select count(*) from interactions_interaction done
             where done.account_id = account.id and done.binned_at is null and not done.restricted) interactions,
            (select count(*) from interactions_document document
             where document.account_id = account.id and document.binned_at is null) documents
        from accounts_account account where {only}
    ) counted
    where pulse.account_id = counted.id
        and (pulse.last_contact_at, pulse.interactions, pulse.documents)
            is distinct from (counted.last_contact_at, counted.interactions, counted.documents)
"""


def refresh_contacts(account_ids: Collection[int] | None) -> None:
    """Count again for these accounts (None: all), set-wise. Restricted interactions are dated but not counted.

    A contact is a call, a meeting or a personal e-mail (a-bis 8): a note never moves `last_contact_at`.
    """
    missing = Account.objects.filter(pulse=None)
    if account_ids is not None:
        missing = missing.filter(pk__in=list(account_ids))
    AccountPulse.objects.bulk_create(
        [AccountPulse(account_id=pk) for pk in missing.values_list("pk", flat=True)], ignore_conflicts=True
    )
    only, parameters = ("account.id = any(%s)", [list(account_ids)]) if account_ids is not None else ("true", [])
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(only=only), [[str(kind) for kind in CONTACT_KINDS], *parameters])
