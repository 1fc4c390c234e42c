"""Tell the lead that an influential person lost influence: the lead opens the checklist (R68)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kameo.core import preferences
from kameo.decisions.domain.departures import leads_of, lost_influence, open_for
from kameo.decisions.models import Stake
from kameo.notifications.domain import notify

if TYPE_CHECKING:
    from kameo.core.journal.models import Event


def tell_loss(event: Event) -> None:
    """For `stake.changed`: a notification to the leads when it was a loss and no checklist is open; else nothing."""
    if not lost_influence(event.data.get("changes", {})):
        return
    rows = Stake.objects.present().filter(pk=event.subject_id).select_related("person", "map__account")
    stake = rows.first()
    if stake is None or open_for(stake.person, stake.map.account) is not None:
        return
    account = stake.map.account
    url = reverse("decisions:departure-new", args=[stake.person_id])
    for lead in leads_of(account):
        with translation.override(lead.language or preferences.get("language")):
            text = _("%(name)s counts for less at %(account)s. Open the checklist?")
            notify(
                users=[lead],
                kind="departure",
                key=f"influence:{event.pk}",
                text=text % {"name": stake.person.full_name, "account": account.name},
                url=f"{url}?account={account.pk}&cause=influence",
                account_id=account.pk,
            )
