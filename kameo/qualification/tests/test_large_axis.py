"""The verdict on the large axis (R2–R4, a-bis 1 and 2, c-13): the rule on given amounts, and its words."""

from decimal import Decimal

import pytest
from django.db import connection
from django.utils import translation

from kameo.qualification.axes.large import SQL_CRITERIA, SQL_LARGE, Judged, explain_verdict

pytestmark = pytest.mark.django_db
GATES = {"threshold": Decimal(100_000), "share_gate": Decimal(5), "scorecard_gate": 60}


def judge(revenue, potential=None, total=2_000_000, *, scorecard=None, partial=False):
    def amount(value):
        return None if value is None else Decimal(value)

    values = [amount(one) for one in (revenue, potential, scorecard)]
    with connection.cursor() as cursor:
        cursor.execute(_JUDGED, {**GATES, "values": values, "partial": int(partial), "total": amount(total)})
        judged = Judged(*cursor.fetchone())
    amounts = dict(zip(("revenue_12m", "potential", "scorecard"), values, strict=True))
    return explain_verdict(judged, own_total=amount(total), **amounts, **GATES)


_JUDGED = f"""
    with rated as (
        select given[1] as revenue, given[2] as potential, given[3] as scorecard, %(partial)s as unconverted
        from (select %(values)s::numeric[] as given) one),
    judged as (select {SQL_CRITERIA} from rated)
    select {SQL_LARGE}, amount_met, share_met, scorecard_met from judged
"""  # noqa: S608 - constant text


def test_r4_reference_case():
    verdict = judge(150_000, 300_000)
    assert verdict.large is True
    amount, share, scorecard = verdict.reasons
    assert (amount.value, amount.threshold, amount.met) == (300_000, 100_000, True)
    assert (share.value, share.threshold, share.met) == (Decimal("7.5"), 5, True)
    assert (scorecard.value, scorecard.threshold, scorecard.met) == (None, 60, None)
    assert verdict.completeness == 67


@translation.override("en")
def test_r4_reasons_read_as_sentences():
    amount, share, scorecard = judge(150_000, None).reasons
    assert amount.sentence("EUR") == "€150,000 realised over 12 months reaches €100,000."
    assert judge(150_000, 300_000).reasons[0].sentence("EUR") == amount.sentence("EUR")  # not the potential
    assert share.sentence() == "7.5% of our revenue reaches 5%."
    assert scorecard.sentence() == "Not rated yet: the scorecard could still qualify it."


@pytest.mark.parametrize(
    ("revenue", "potential", "total", "large"),
    [
        (99_999, None, 1_000_000, False),  # under the threshold, whatever the share
        (100_000, None, 2_000_000, True),  # both bounds included
        (100_000, None, 2_000_001, None),  # share just under the gate: the scorecard could still qualify it
        (None, 300_000, 2_000_000, None),  # a prospect: no share to speak of
        (None, 50_000, 2_000_000, False),
        (None, None, 2_000_000, None),  # nothing known is not no
        (20_000, None, 2_000_000, False),
        (50_000, 150_000, 1_000_000, True),  # potential for the amount, realised for the share
        (150_000, None, None, None),
        (150_000, None, 0, None),
        (-5_000, None, 2_000_000, False),  # credit notes only
        (0, None, 2_000_000, False),
    ],
)
def test_abis2_in_three_values(revenue, potential, total, large):
    assert judge(revenue, potential, total).large is large


@pytest.mark.parametrize(("scorecard", "large"), [(60, True), (59, False), (None, None)])
def test_abis2_the_scorecard_is_the_other_door(scorecard, large):
    assert judge(120_000, None, 10_000_000, scorecard=scorecard).large is large


def test_abis1_thirty_percent_is_no_gate():
    """20, 30 and 50 % are dependence alerts: 5 % already qualifies."""
    assert judge(100_000, None, 2_000_000).large is True


def test_partial_amount_under_the_threshold_proves_nothing():
    assert judge(90_000, partial=True).large is None
    assert judge(110_000, partial=True).large is True


@translation.override("en")
def test_without_share_keeps_the_verdict_and_hides_the_figure():
    verdict = judge(150_000).without_share()
    share = verdict.reasons[1]
    assert verdict.large is True
    assert (share.value, share.met) == (None, True)
    assert share.sentence() == "Its share of our revenue reaches 5%."
