"""The pages of ratings: what a member writes, what a reader and a stranger may not."""

import pytest
from django.urls import reverse

from kameo.accounts.domain import create_account
from kameo.accounts.models import AccountMember
from kameo.contacts import domain as contacts
from kameo.contacts.models import Person
from kameo.core.journal.models import Event
from kameo.core.testing.cases import PageCases, ReaderCases, browser
from kameo.decisions import domain
from kameo.decisions.models import DecisionMap, Evidence, Stake
from kameo.decisions.records import MAPS

pytestmark = pytest.mark.django_db


@pytest.fixture
def isabelle(anne, valmorin):
    return contacts.create_person(
        account=valmorin,
        by=anne,
        first_name="Isabelle",
        last_name="Roquemaure",
        position={"title": "Directrice des achats", "family": "purchasing"},
    )


@pytest.fixture
def own(anne, valmorin):
    return domain.main_map(valmorin, by=anne)


@pytest.fixture
def stake(anne, own, isabelle):
    return domain.put_on_map(own, person=isabelle, by=anne)


@pytest.fixture
def proof(anne, stake):
    return domain.add_evidence(stake, by=anne, claim="stance", value="champion", grade=3, sentence="Nous a défendus.")


@pytest.fixture
def deal(anne, valmorin):
    return MAPS.add(valmorin, by=anne, name="Supervision")


class TestEdit(PageCases):
    @pytest.fixture
    def url(self, stake):
        return reverse("decisions:stake-edit", args=[stake.pk])


class TestEditWrites(ReaderCases):
    @pytest.fixture
    def url(self, stake):
        return reverse("decisions:stake-edit", args=[stake.pk])

    @pytest.fixture
    def payload(self):
        return {
            "influence": "4",
            "stance": "champion",
            "roles": ["purchasing"],
            "proof_sentence": "L’a dit.",
            "proof_claim": "stance",
            "proof_grade": "2",
        }

    @pytest.fixture
    def state(self, stake):
        return lambda: (Stake.objects.get(pk=stake.pk).influence, Evidence.objects.count())

    @pytest.fixture
    def reader(self, eric, valmorin):
        AccountMember.objects.create(account=valmorin, user=eric)
        return eric


def test_a_rating_is_typed_with_its_evidence_and_a_new_topic(anne, stake):
    given = {
        "influence": "5",
        "stance": "champion",
        "roles": ["purchasing", "influencer"],
        "motivations": ["budget"],
        "topics": ["price"],
        "new_topic": "Bilan carbone",
        "level": "3",
        "desired": "5",
        "note": "",
        "owner": str(anne.pk),
        "proof_sentence": "A réuni son comité pour nous.",
        "proof_claim": "role:influencer",
        "proof_grade": "4",
        "proof_on": "2026-01-05",
    }
    page = browser(anne)
    answer = page.post(reverse("decisions:stake-edit", args=[stake.pk]), given)
    assert (answer.status_code, answer["Location"]) == (302, reverse("decisions:map", args=[stake.map.account_id]))
    stake.refresh_from_db()
    assert (stake.influence, stake.stance, stake.roles) == (5, "champion", ["purchasing", "influencer"])
    assert (stake.topics, stake.owner, stake.level, stake.desired) == (["price", "bilan-carbone"], anne, 3, 5)
    row = Evidence.objects.get()
    assert (row.claim, row.value, row.grade, row.on.isoformat()) == ("role", "influencer", 4, "2026-01-05")
    text = page.get(reverse("decisions:stake-edit", args=[stake.pk])).text
    assert "A réuni son comité pour nous." in text
    assert "Bilan carbone" in text


def test_a_form_never_leads_elsewhere(anne, stake):
    answer = browser(anne).post(reverse("decisions:stake-edit", args=[stake.pk]), {"next": "//ailleurs.example/"})
    assert answer["Location"] == reverse("decisions:map", args=[stake.map.account_id])


def test_a_wrong_evidence_keeps_what_was_typed(anne, stake):
    given = {
        "influence": "5",
        "proof_sentence": "Plus tard.",
        "proof_claim": "influence",
        "proof_grade": "2",
        "proof_on": "2050-01-01",
    }
    answer = browser(anne).post(reverse("decisions:stake-edit", args=[stake.pk]), given)
    assert (answer.status_code, "Plus tard." in answer.text) == (422, True)
    stake.refresh_from_db()
    assert (stake.influence, Evidence.objects.count()) == (None, 0)


def test_evidence_is_added_withdrawn_and_given_back(anne, stake):
    page = browser(anne)
    given = {"proof_claim": "stance", "said_stance": "sceptic", "proof_grade": "2", "proof_sentence": "Doute du délai."}
    assert page.post(reverse("decisions:evidence-add", args=[stake.pk]), given).status_code == 302
    row = Evidence.objects.get()
    assert (row.value, row.author) == ("sceptic", anne)
    assert page.post(reverse("decisions:evidence-withdraw", args=[row.pk])).status_code == 302
    assert Evidence.objects.get().withdrawn_at is not None
    assert page.post(reverse("decisions:evidence-restore", args=[row.pk])).status_code == 302
    assert Evidence.objects.get().withdrawn_at is None
    empty = page.post(reverse("decisions:evidence-add", args=[stake.pk]), given | {"proof_sentence": ""})
    assert (empty.status_code, Evidence.objects.count()) == (422, 1)


def test_questions_choose_the_value_and_nothing_is_kept_before_one_says_so(anne, stake):
    page, address = browser(anne), reverse("decisions:stake-guide", args=[stake.pk, "influence"])
    assert page.get(address).status_code == 200
    answers = {"stops": "yes", "budget": "yes", "asked": "always"}
    assert page.post(address, answers).status_code == 200
    stake.refresh_from_db()
    assert stake.influence is None
    assert page.post(address, answers | {"use": "1", "sentence": "Elle tranche."}).status_code == 302
    stake.refresh_from_db()
    assert (stake.influence, Evidence.objects.get().sentence) == (5, "Elle tranche.")
    assert page.get(reverse("decisions:stake-guide", args=[stake.pk, "note"])).status_code == 404


@pytest.mark.parametrize(
    ("way", "given", "kind", "name"),
    [
        ("new", {"first_name": "Luc", "last_name": "Arnaud", "title": "DSI", "family": "it"}, "person", "Luc Arnaud"),
        ("placeholder", {"label": "Directeur financier", "family": "finance"}, "placeholder", "Directeur financier"),
    ],
)
def test_somebody_new_or_still_to_find_joins_the_map(anne, valmorin, way, given, kind, name):
    page, address = browser(anne), reverse("decisions:stake-new", args=[valmorin.pk])
    assert page.get(address, {"way": way}).status_code == 200
    assert DecisionMap.objects.count() == 0  # reading creates nothing
    assert page.post(address, {"way": way, **given}).status_code == 302
    stake = Stake.objects.get()
    assert (stake.person.kind, stake.person.full_name, stake.map.main) == (kind, name, True)
    assert stake.person.positions.get().family == given["family"]
    assert page.post(address, {"way": way}).status_code == 422


def test_somebody_known_or_from_another_account_joins_the_map(anne, valmorin, deal, isabelle):
    partner = create_account(by=anne, name="Conseil & Cie")
    adviser = contacts.create_person(account=partner, by=anne, last_name="Zola", position={"title": "Consultante"})
    page, address = browser(anne), reverse("decisions:stake-new", args=[valmorin.pk])
    listed = page.get(address, {"map": deal.pk}).text
    assert ("Isabelle Roquemaure" in listed, "Zola" in listed) == (True, False)
    assert "Consultante" in page.get(address, {"map": deal.pk, "way": "external", "q": "zol"}).text
    for person, way in ((isabelle, "known"), (adviser, "external")):
        assert page.post(address, {"map": deal.pk, "way": way, "person": person.pk}).status_code == 302
    assert set(Stake.objects.filter(map=deal).values_list("person", flat=True)) == {isabelle.pk, adviser.pk}
    assert "Directrice des achats" not in page.get(address, {"map": deal.pk}).text


def test_somebody_is_rated_from_the_map_taken_off_and_put_back(anne, valmorin, isabelle):
    page = browser(anne)
    answer = page.post(reverse("decisions:stake-add-here", args=[valmorin.pk]), {"person": isabelle.pk})
    stake = Stake.objects.get()
    assert answer["Location"] == reverse("decisions:stake-edit", args=[stake.pk])
    again = page.post(reverse("decisions:stake-add-here", args=[valmorin.pk]), {"person": isabelle.pk})
    assert again["Location"] == reverse("decisions:stake-edit", args=[stake.pk])
    assert page.post(reverse("decisions:stake-remove", args=[stake.pk])).status_code == 302
    assert page.get(reverse("decisions:stake-edit", args=[stake.pk])).status_code == 404
    assert page.post(reverse("decisions:stake-restore", args=[stake.pk])).status_code == 302
    assert page.get(reverse("decisions:stake-edit", args=[stake.pk])).status_code == 200


def test_a_map_is_made_renamed_binned_restored_and_fed_from_another(anne, valmorin, own, stake):
    page, address = browser(anne), reverse("decisions:maps", args=[valmorin.pk])
    domain.change_stake(stake, by=anne, influence=4)
    assert page.post(address, {"name": "Supervision 2027", "expected": "7"}).status_code == 302
    assert page.post(address, {"name": "supervision 2027"}).status_code == 422
    deal = DecisionMap.objects.get(main=False)
    assert (
        page.post(reverse("decisions:map-edit", args=[deal.pk]), {"name": "Supervision", "expected": ""}).status_code
        == 302
    )
    assert page.post(reverse("decisions:map-take-over", args=[deal.pk]), {"source": own.pk}).status_code == 302
    assert Stake.objects.get(map=deal).influence == 4
    event = domain.last_take_over(deal)
    assert page.post(reverse("decisions:map-give-back", args=[deal.pk]), {"event": event.pk}).status_code == 302
    assert Stake.objects.visible_to(anne).filter(map=deal).count() == 0
    assert page.post(reverse("records:map-bin", args=[deal.pk])).status_code == 302
    assert "Supervision" in page.get(address).text
    assert page.post(reverse("records:map-restore", args=[deal.pk])).status_code == 302
    deal.refresh_from_db()
    assert (deal.name, deal.expected, deal.binned_at) == ("Supervision", None, None)
    page.post(reverse("records:map-bin", args=[own.pk]))
    own.refresh_from_db()
    assert own.binned_at is None


PAGES = (
    ("stake-edit", "stake"),
    ("stake-new", "valmorin"),
    ("maps", "valmorin"),
    ("map-edit", "deal"),
    ("map-take-over", "deal"),
)
POSTS = (
    ("stake-edit", "stake"),
    ("stake-remove", "stake"),
    ("evidence-add", "stake"),
    ("evidence-withdraw", "proof"),
    ("evidence-restore", "proof"),
    ("stake-add-here", "valmorin"),
    ("stake-new", "valmorin"),
    ("maps", "valmorin"),
    ("stake-add", "deal"),
    ("map-edit", "deal"),
    ("map-take-over", "deal"),
    ("map-give-back", "deal"),
    ("stake-restore", "stake"),
)


@pytest.mark.parametrize(("name", "subject"), PAGES)
def test_a_stranger_finds_no_page(chloe, request, name, subject):
    subject = request.getfixturevalue(subject)
    assert browser(chloe).get(reverse(f"decisions:{name}", args=[subject.pk])).status_code == 404


@pytest.mark.parametrize(("name", "subject"), POSTS)
@pytest.mark.parametrize("who", ["chloe", "eric"])
def test_strangers_and_readers_write_nothing(request, eric, valmorin, isabelle, stake, proof, deal, name, subject, who):
    AccountMember.objects.create(account=valmorin, user=eric)
    subject = request.getfixturevalue(subject)
    before = Event.objects.count()
    given = {
        "person": isabelle.pk,
        "influence": "1",
        "name": "X",
        "way": "new",
        "last_name": "X",
        "source": 1,
        "proof_claim": "stance",
        "said_stance": "neutral",
        "proof_grade": "2",
        "proof_sentence": "x",
    }
    answer = browser(request.getfixturevalue(who)).post(reverse(f"decisions:{name}", args=[subject.pk]), given)
    assert answer.status_code in {403, 404}
    assert (Event.objects.count(), Person.objects.count()) == (before, 1)


def test_the_guide_is_for_writers(chloe, eric, valmorin, stake):
    AccountMember.objects.create(account=valmorin, user=eric)
    address = reverse("decisions:stake-guide", args=[stake.pk, "stance"])
    assert (browser(chloe).get(address).status_code, browser(eric).get(address).status_code) == (404, 403)


def test_the_page_of_a_stake_takes_few_statements(anne, stake, proof, django_assert_max_num_queries):
    page, address = browser(anne), reverse("decisions:stake-edit", args=[stake.pk])
    page.get(address)
    with django_assert_max_num_queries(12):
        assert page.get(address).status_code == 200


def test_the_sheet_tells_the_maps_the_reader_sees(anne, chloe, stake):
    domain.change_stake(stake, by=anne, influence=4, stance="opponent", roles=["purchasing"])
    sheet = browser(anne).get(reverse("contacts:one", args=[stake.person_id]))
    assert sheet.status_code == 200
    assert reverse("decisions:stake-edit", args=[stake.pk]) in sheet.text


def test_words_that_should_not_be_kept_are_pointed_at_and_never_refused(anne, stake):
    page, address = browser(anne), reverse("decisions:stake-edit", args=[stake.pk])
    assert "“malade”" not in page.get(address).text
    given = {"note": "", "proof_claim": "influence", "influence": "2", "proof_sentence": "Malade depuis mars."}
    assert page.post(address, given).status_code == 302
    assert "“malade”" in page.get(address).text
