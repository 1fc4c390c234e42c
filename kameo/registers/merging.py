"""Merges: the lines of the registers follow two accounts that become one; two partners of one group may be the same."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kameo.accounts.merging import SUBJECT
from kameo.core.errors import DomainError
from kameo.core.merging import LikeReason, Mergeable, MergeApi, MergeWords, register, register_noun, register_rows
from kameo.core.merging.fields import choices_of
from kameo.core.merging.reading import PairOf, TwinSide, page_of_pairs, pair_place
from kameo.people.enums import Right
from kameo.registers.models import Advocacy, CompetitorPresence, Partner, SectorNote
from kameo.registers.records import PARTNERS

for key, part in {
    "registers.advocacies": register_rows(Advocacy, label=_("references"), counted="binned_at is null"),
    "registers.advocacies_for": register_rows(Advocacy, "benefits"),
    "registers.competitors": register_rows(CompetitorPresence, label=_("competitors"), counted="binned_at is null"),
    "registers.partners": register_rows(
        Partner, once=[("sort_name",)], label=_("partners"), counted="binned_at is null"
    ),
    "registers.partners_of": register_rows(Partner, "company"),
    "registers.sector_notes": register_rows(SectorNote, label=_("sector notes"), counted="binned_at is null"),
}.items():
    register(SUBJECT, key, part, order=30)

# Within one group only: the same reseller at two customers is two partners. What sounds alike, the surest first.
_PAIRS = """
    with seen as materialized (
        select partner.id, partner.name, partner.sort_name, account.name as account, account.lineage[1] as root
        from registers_partner partner join accounts_account account on account.id = partner.account_id
        where partner.id in ({seen}))
    select one.id, one.name, one.account, two.id, two.name, two.account, likeness.score
    from seen one join seen two on one.root = two.root and one.id < two.id
    cross join lateral (select round(100 * similarity(one.sort_name, two.sort_name))::int as score) likeness
    where similarity(one.sort_name, two.sort_name) >= 0.6
        and not exists (select from merging_difference apart
            where apart.noun = 'partner' and apart.first_id = one.id and apart.second_id = two.id)
        and (-likeness.score, one.id, two.id) > (-%s, %s, %s)
    order by likeness.score desc, one.id, two.id limit %s
"""


def partner_pairs(user: Any, after: str, limit: int) -> tuple[list[PairOf], str]:
    """Partners that `user` sees, of one group and nearly one name; one query."""
    seen, parameters = Partner.objects.visible_to(user).order_by().values("pk").query.sql_with_params()
    place = pair_place(after) or (101, 0, 0)
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS.format(seen=seen), [*parameters, *place, limit + 1])
        rows = cursor.fetchall()
    found = [
        PairOf(TwinSide(*row[:3]), TwinSide(*row[3:6]), row[6], ["same_name" if row[6] == 100 else "name"])
        for row in rows
    ]
    return page_of_pairs(found, limit)


def refuse_other_group(kept: Partner, absorbed: Partner, by: Any) -> None:
    if kept.account.lineage[:1] != absorbed.account.lineage[:1]:
        raise DomainError("other_group", _("They work for two customers: keep both."), field="other")


register_noun(
    Mergeable(
        key="partner",
        model=Partner,
        path="partners/",
        right=Right.WRITE_ACCOUNTS,
        home="registers:partners",
        one=lambda row: PARTNERS.address("one", parent=row.account, row=row),
        chosen=choices_of(PARTNERS),
        words=MergeWords(
            many=_("Partners"),
            none_help=_("Partners of one customer whose names are nearly the same are proposed here."),
        ),
        pairs=partner_pairs,
        check=refuse_other_group,
        api=MergeApi("/partner-duplicates", "/partner-merges", "Partner", ("partners", "partners")),
        reasons={"same_name": LikeReason(_("same name"), "ok", "ok"), "name": LikeReason(_("similar name"), "tag")},
    )
)
