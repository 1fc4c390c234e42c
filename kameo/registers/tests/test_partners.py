"""Partners: what their declaration does not say by itself."""

import pytest
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember
from kameo.core.errors import DomainError
from kameo.core.merging import mergeables, verbs
from kameo.core.testing.cases import browser
from kameo.registers.merging import partner_pairs
from kameo.registers.records import PARTNERS

pytestmark = pytest.mark.django_db


@pytest.fixture
def hidden(chloe):
    made = Account.objects.create(name="Laboratoires Secrets", kind="company", status="active")
    AccountMember.objects.create(account=made, user=chloe, function="lead")
    return made


def test_a_partner_is_noted_once_at_an_account(valmorin, anne):
    PARTNERS.add(valmorin, by=anne, name="Cabinet Orsenne")
    with pytest.raises(DomainError) as refused:
        PARTNERS.add(valmorin, by=anne, name="cabinet  ORSENNE")
    assert (refused.value.code, refused.value.field) == ("partner_twice", "name")


def test_it_does_not_end_before_it_starts(valmorin, anne):
    with pytest.raises(DomainError) as refused:
        PARTNERS.add(valmorin, by=anne, name="Orsenne", starts_on="2026-05-02", ends_on="2026-05-01")
    assert (refused.value.code, refused.value.field) == ("ends_before_start", "ends_on")


def test_an_account_of_theirs_that_the_reader_does_not_see_is_not_named(valmorin, anne, hidden):
    row = PARTNERS.add(valmorin, by=None, name="Orsenne", company=hidden)
    for page in ("one", "edit", "history"):
        assert hidden.name not in browser(anne).get(PARTNERS.address(page, row=row)).text
    listed = browser(anne).get(reverse("registers:partners"))
    assert "Orsenne" in listed.text
    assert hidden.name not in listed.text


def test_near_names_are_proposed_within_one_group_only(valmorin, anne):
    site = Account.objects.create(name="Laval", kind="site", parent=valmorin)
    other = Account.objects.create(name="Ozanne", kind="company")
    AccountMember.objects.create(account=other, user=anne, function="lead")
    here = PARTNERS.add(valmorin, by=anne, name="Cabinet Orsenne Conseil")
    there = PARTNERS.add(site, by=anne, name="Cabinet Orsenne Conseils")
    elsewhere = PARTNERS.add(other, by=anne, name="Cabinet Orsenne Conseil")
    found, after = partner_pairs(anne, "", 50)
    assert [(one.first.id, one.second.id, one.reasons) for one in found] == [(here.pk, there.pk, ["name"])]
    assert after == ""
    with pytest.raises(DomainError) as refused:
        verbs.merge(mergeables["partner"], here, elsewhere, by=anne)
    assert refused.value.code == "other_group"


def test_a_merge_names_no_account_that_the_reader_does_not_see(valmorin, anne, hidden):
    kept, absorbed = (PARTNERS.add(valmorin, by=None, name=name) for name in ("Orsenne Conseil", "Orsenne Conseils"))
    PARTNERS.change(absorbed, by=None, company=hidden)
    page = browser(anne).get(reverse("merging:partner-merge", args=[kept.pk]), {"other": absorbed.pk})
    assert page.status_code == 200
    assert hidden.name not in page.text


def test_a_partner_that_was_merged_comes_back_by_undoing_the_merge(valmorin, anne):
    kept, absorbed = (PARTNERS.add(valmorin, by=anne, name=name) for name in ("Orsenne Conseil", "Orsenne Conseils"))
    merge = verbs.merge(mergeables["partner"], kept, absorbed, by=anne)
    with pytest.raises(DomainError) as refused:
        PARTNERS.restore(absorbed, by=anne)
    assert refused.value.code == "merged"
    verbs.undo_merge(mergeables["partner"], merge, by=anne)
    absorbed.refresh_from_db()
    assert absorbed.binned_at is None


def test_the_account_page_shows_its_partners(valmorin, anne):
    PARTNERS.add(valmorin, by=anne, name="Cabinet Orsenne", side="ours", role="Conseille la direction")
    PARTNERS.add(valmorin, by=anne, name="Ancien Cabinet", ends_on="2020-01-01")
    page = browser(anne).get(reverse("account", args=[valmorin.pk])).text
    assert "Cabinet Orsenne" in page
    assert "Ancien Cabinet" not in page


@pytest.mark.parametrize("place", ["5", "1_2_3_4", "100_²_3", "__", "100_1_2"])
def test_any_place_among_look_alikes_opens(valmorin, anne, place):
    assert browser(anne).get(reverse("merging:partner-duplicates"), {"after": place}).status_code == 200


def test_pages_of_look_alikes_lose_none_when_one_is_settled(valmorin, anne):
    for rank in range(4):
        PARTNERS.add(valmorin, by=anne, name=f"Orsenne Conseil {rank}")
    noun, every = mergeables["partner"], partner_pairs(anne, "", 50)[0]
    assert len(every) == 6
    page, after = partner_pairs(anne, "", 2)
    verbs.tell_apart(
        noun, *(PARTNERS.model.objects.get(pk=side.id) for side in (page[0].first, page[0].second)), by=anne
    )
    seen = list(page)
    while after:
        page, after = partner_pairs(anne, after, 2)
        seen += page
    assert seen == every
