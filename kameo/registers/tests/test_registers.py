"""References, competitors at work and sector notes: verbs, pages, files, API, for each of the cast."""

from datetime import date, timedelta
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from kameo.accounts.models import Account, AccountMember
from kameo.core import clock, search
from kameo.core.errors import DomainError
from kameo.core.journal.models import Event
from kameo.core.lists import asking
from kameo.core.lists.rows import page_for
from kameo.core.search import SearchTerms
from kameo.core.testing.cases import ListCases, PageCases, browser
from kameo.core.text import fold
from kameo.registers.lists import REFERENCE_LIST
from kameo.registers.models import Advocacy, Competitor, CompetitorPresence, SectorNote
from kameo.registers.queries.competitors import matrix_of, presences_of
from kameo.registers.records import COMPETITORS, PRESENCES, REFERENCES, SECTOR_NOTES, competitor_called

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading_eric(valmorin, eric):
    AccountMember.objects.create(account=valmorin, user=eric, function="observer")
    return eric


@pytest.fixture
def site(valmorin):
    made = Account.objects.create(name="Valmorin Laval", kind="site", parent=valmorin, status="active")
    made.refresh_from_db()
    return made


@pytest.fixture
def permission(valmorin, anne):
    return REFERENCES.add(valmorin, by=anne, kind="permission", text="Logo allowed", on=date(2026, 1, 5))


def references_for(user, **values):
    return page_for(REFERENCE_LIST, user, asking(**values))


@pytest.fixture
def verdelac(anne):
    return COMPETITORS.add(by=anne, name="Verdelac")


def test_add_change_bin_restore_leave_their_trace(valmorin, anne):
    row = REFERENCES.add(
        valmorin, by=anne, kind="call", person=" Mme Roux ", business=Decimal("1200.50"), url="ex.fr/a"
    )
    assert (row.person, row.url, row.on, row.by) == ("Mme Roux", "https://ex.fr/a", clock.company_today(), anne)
    row = REFERENCES.change(row, by=anne, business=Decimal(1500))
    REFERENCES.bin(row, by=anne)
    assert not Advocacy.objects.visible_to(anne).exists()
    REFERENCES.restore(row, by=anne)
    assert Advocacy.objects.visible_to(anne).get().business == Decimal(1500)
    told = Event.objects.filter(type__startswith="advocacy.").order_by("pk").values_list("type", flat=True)
    assert list(told) == ["advocacy.added", "advocacy.changed", "advocacy.binned", "advocacy.restored"]


def test_the_same_again_writes_nothing(permission, anne):
    before = Event.objects.count()
    REFERENCES.change(permission, by=anne, text="Logo allowed")
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"kind": "gift"}, "invalid"),
        ({"kind": "call", "on": date(2026, 5, 2), "valid_until": date(2026, 5, 1)}, "ends_before_start"),
        ({"kind": "call", "business": Decimal(-1)}, "invalid"),
        ({"kind": "call", "colour": "red"}, "unknown_field"),
    ],
)
def test_refused_and_nothing_written(valmorin, anne, fields, code):
    with pytest.raises(DomainError) as refused:
        REFERENCES.add(valmorin, by=anne, **fields)
    assert refused.value.code == code
    assert not Advocacy.objects.exists()


def test_a_hidden_account_cannot_be_named_nor_read(valmorin, anne, david):
    other = Account.objects.create(name="Delorge", status="active")
    with pytest.raises(DomainError) as refused:
        REFERENCES.add(valmorin, by=anne, kind="introduction", benefits=other)
    assert refused.value.code == "account_hidden"
    REFERENCES.add(valmorin, by=david, kind="introduction", benefits=other)
    mine, theirs = (references_for(user).rows[0] for user in (anne, david))
    assert (mine.benefits_id, mine.benefits_name) == (None, None)
    assert (theirs.benefits_id, theirs.benefits_name) == (other.pk, "Delorge")


def test_reader_and_stranger_write_nothing(valmorin, reading_eric, chloe, permission):
    for user in (reading_eric, chloe):
        with pytest.raises(PermissionDenied):
            SECTOR_NOTES.add(valmorin, by=user, kind="news", text="x")
        with pytest.raises(PermissionDenied):
            REFERENCES.bin(permission, by=user)
    assert (SectorNote.objects.count(), Advocacy.objects.filter(binned_at=None).count()) == (0, 1)


def test_totals_and_validity(valmorin, anne):
    today = clock.company_today()
    long_ago, yesterday = today - timedelta(days=400), today - timedelta(days=1)
    REFERENCES.add(valmorin, by=anne, kind="permission", on=long_ago)
    REFERENCES.add(valmorin, by=anne, kind="permission", on=long_ago, valid_until=yesterday)
    REFERENCES.add(valmorin, by=anne, kind="permission", on=long_ago, valid_until=today)
    REFERENCES.add(valmorin, by=anne, kind="recommendation", business=Decimal(700))
    totals = references_for(anne).facts["totals"]
    assert (totals["lines"], totals["permissions"], totals["introductions"]) == (4, 2, 1)
    assert (totals["business"], totals["valued"]) == (700, 1)
    assert len(references_for(anne, valid="1").rows) == 2
    assert references_for(anne, kind=("permission",)).facts["totals"]["business"] is None


def test_competitors_have_one_name(anne, verdelac):
    assert competitor_called("  VERDELAC ", by=anne) == verdelac
    with pytest.raises(DomainError) as refused:
        COMPETITORS.add(by=anne, name="Vérdelac")
    assert refused.value.code == "competitor_known"
    assert COMPETITORS.change(verdelac, by=anne, name="Verdelac Supervision").name == "Verdelac Supervision"
    assert Event.objects.get(type="competitor.changed").data == {"fields": ["name"]}


def test_a_competitor_at_work_stays_in_the_list(valmorin, anne, eric, verdelac):
    row = PRESENCES.add(valmorin, by=anne, competitor=verdelac)
    PRESENCES.bin(row, by=anne)
    with pytest.raises(DomainError) as refused:
        COMPETITORS.bin(verdelac, by=anne)
    assert refused.value.code == "competitor_used"
    with pytest.raises(PermissionDenied):
        COMPETITORS.change(verdelac, by=eric, name="X")
    row.delete()
    COMPETITORS.bin(verdelac, by=anne)
    assert not Competitor.objects.exists()


def test_one_line_for_a_competitor_an_entity_and_a_product(valmorin, site, anne, verdelac):
    first = PRESENCES.add(valmorin, by=anne, competitor=verdelac, product="Cold")
    PRESENCES.add(site, by=anne, competitor=verdelac, product="Cold")
    with pytest.raises(DomainError) as refused:
        PRESENCES.add(valmorin, by=anne, competitor=verdelac, product="cold")
    assert refused.value.code == "presence_twice"
    PRESENCES.bin(first, by=anne)
    PRESENCES.add(valmorin, by=anne, competitor=verdelac, product="Cold")
    with pytest.raises(DomainError):
        PRESENCES.restore(first, by=anne)
    assert CompetitorPresence.objects.filter(binned_at=None).count() == 2


def test_matrix_rolls_up_what_the_reader_sees(valmorin, site, anne, david, verdelac):
    today = clock.company_today()
    kelstrom = COMPETITORS.add(by=anne, name="Kelstrom")
    hidden = Account.objects.create(name="Projet", parent=valmorin, confidential=True)
    hidden.refresh_from_db()
    soon = today + timedelta(days=30)
    PRESENCES.add(valmorin, by=anne, competitor=verdelac, product="Cold", share=Decimal(60))
    PRESENCES.add(
        site, by=anne, competitor=verdelac, product="Cold", incumbent=True, share=Decimal(70), contract_ends_on=soon
    )
    PRESENCES.add(site, by=anne, competitor=kelstrom, product="Cold", share=Decimal(40))
    PRESENCES.add(hidden, by=david, competitor=kelstrom, product="Heat")
    found = matrix_of(anne, valmorin, group=True)
    assert [name for _pk, name in found.entities] == ["Groupe Valmorin", "Valmorin Laval"]
    assert found.products == ["Cold"]
    assert [(one.competitor, one.entities, one.incumbent, one.next_end) for one in found.holdings] == [
        ("Verdelac", 2, 1, soon),
        ("Kelstrom", 1, 0, None),
    ]
    cell = found.cell(site.pk, "Cold")
    assert ([one.competitor for one in cell.presences], cell.share, cell.over) == (
        ["Verdelac", "Kelstrom"],
        Decimal(110),
        True,
    )
    assert matrix_of(david, valmorin, group=True).products == ["Cold", "Heat"]
    assert len(matrix_of(anne, valmorin, group=False).cells) == 1


def test_contracts_ending_soonest_come_first(valmorin, site, anne, chloe, verdelac):
    PRESENCES.add(valmorin, by=anne, competitor=verdelac, product="A")
    PRESENCES.add(valmorin, by=anne, competitor=verdelac, product="B", contract_ends_on=date(2027, 5, 1))
    PRESENCES.add(site, by=anne, competitor=verdelac, product="C", contract_ends_on=date(2027, 2, 1))
    assert [row.product for row in presences_of(anne, verdelac)[0]] == ["C", "B", "A"]
    assert presences_of(chloe, verdelac) == ([], "")


class TestReferencesTab(PageCases):
    @pytest.fixture
    def url(self, valmorin, permission):
        return reverse("registers:account-references", args=[valmorin.pk])


class TestMarketTab(PageCases):
    @pytest.fixture
    def url(self, valmorin, anne, verdelac):
        PRESENCES.add(valmorin, by=anne, competitor=verdelac, share=Decimal(40))
        SECTOR_NOTES.add(valmorin, by=anne, kind="news", text="Merger ahead", source="https://ex.fr/n")
        return reverse("registers:market", args=[valmorin.pk])


del PageCases


class TestReferenceList(ListCases):
    queries = 4  # session, user, frame, rows with their totals

    @pytest.fixture
    def url(self):
        return reverse("registers:references")

    @pytest.fixture
    def make_rows(self, valmorin, anne):
        return lambda count: [
            REFERENCES.add(valmorin, by=anne, kind="call", person=f"P{rank}") for rank in range(count)
        ]

    @pytest.fixture
    def hidden(self, permission):
        return "Logo allowed"


class TestCompetitorList(ListCases):
    queries = 4  # session, user, frame, rows with their counts

    @pytest.fixture
    def url(self):
        return reverse("registers:competitors")

    @pytest.fixture
    def make_rows(self, valmorin, anne):
        return lambda count: [
            PRESENCES.add(valmorin, by=anne, competitor=COMPETITORS.add(by=anne, name=f"C{rank}"))
            for rank in range(count)
        ]

    @pytest.fixture
    def hidden(self, valmorin, anne, verdelac):
        PRESENCES.add(valmorin, by=anne, competitor=verdelac, contract_ends_on=date(2098, 5, 1))
        return "2098"


class TestCompetitorPage(ListCases):
    queries = 5  # session, user, frame, the competitor, rows

    @pytest.fixture
    def url(self, verdelac):
        return reverse("registers:competitor", args=[verdelac.pk])

    @pytest.fixture
    def make_rows(self, valmorin, anne, verdelac):
        return lambda count: [
            PRESENCES.add(valmorin, by=anne, competitor=verdelac, product=f"P{rank}") for rank in range(count)
        ]

    @pytest.fixture
    def hidden(self, valmorin, anne, verdelac):
        PRESENCES.add(valmorin, by=anne, competitor=verdelac, product="Secret cold")
        return "Secret cold"


del ListCases


@pytest.mark.parametrize(("tab", "queries"), [("references", 5), ("market", 6)])
def test_tabs_cost_the_same_for_any_size(valmorin, anne, verdelac, tab, queries, django_assert_num_queries):
    route = "account-references" if tab == "references" else tab
    url, client = reverse(f"registers:{route}", args=[valmorin.pk]), browser(anne)
    for rank in range(3):
        REFERENCES.add(valmorin, by=anne, kind="call")
        SECTOR_NOTES.add(valmorin, by=anne, kind="news", text=f"N{rank}")
        PRESENCES.add(valmorin, by=anne, competitor=verdelac, product=f"P{rank}")
        client.get(url)
        with django_assert_num_queries(queries):
            assert client.get(url).status_code == 200


def test_binned_lines_wait_for_whoever_may_write(valmorin, anne, reading_eric, permission):
    REFERENCES.bin(permission, by=anne)
    url = reverse("registers:account-references", args=[valmorin.pk]) + "?bin=1"
    assert "Logo allowed" in browser(anne).get(url).content.decode()
    assert "Logo allowed" not in browser(reading_eric).get(url).content.decode()


class _NestedForms(HTMLParser):
    """Counts forms that begin in another: browsers leave them out, and send the outer one."""

    def __init__(self):
        super().__init__()
        self.depth = self.nested = 0

    def handle_starttag(self, tag, attrs):
        if tag == "form":
            self.nested += self.depth > 0
            self.depth += 1

    def handle_endtag(self, tag):
        self.depth -= tag == "form"


@pytest.mark.parametrize("query", ["", "?bin=1"])
def test_what_is_done_to_a_row_is_sent_by_no_form_within_the_rows(valmorin, anne, permission, query):
    if query:
        REFERENCES.bin(permission, by=anne)
    url = reverse("registers:account-references", args=[valmorin.pk]) + query
    page = browser(anne).get(url).content.decode()
    assert f'form="row-acts" formaction="{REFERENCES.address("restore" if query else "bin", row=permission)}"' in page
    read = _NestedForms()
    read.feed(page)
    assert (read.nested, page.count('id="row-acts"')) == (0, 1)


def test_unknown_register_is_nowhere(valmorin, anne):
    assert browser(anne).get(f"/accounts/{valmorin.pk}/registers/gifts/new/").status_code == 404


def test_export_holds_what_the_reader_sees(valmorin, anne, chloe):
    REFERENCES.add(valmorin, by=anne, kind="call", text="=1+1", business=Decimal("12.50"), on=date(2026, 3, 2))
    url = reverse("registers:references-export")
    lines = b"".join(browser(anne).get(url).streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1].partition(";")[2] == "Groupe Valmorin;Reference call;2026-03-02;;no;;'=1+1;;;12.50;Anne Delmas"
    assert len(b"".join(browser(chloe).get(url).streaming_content).splitlines()) == 1


def test_search_finds_notes_of_visible_accounts_only(valmorin, anne, chloe):
    from kameo.registers.search import find_sector_notes  # what the page asks

    note = SECTOR_NOTES.add(valmorin, by=anne, kind="market", text="Le prix du lait recule", source="Filière")
    COMPETITORS.add(by=anne, name="Verdelac")
    asked = SearchTerms("prix lait", fold("prix lait"))
    hits = find_sector_notes(anne, asked, 5)
    assert [hit.url for hit in hits] == [f"/accounts/{valmorin.pk}/market/#note-{note.pk}"]
    assert find_sector_notes(chloe, asked, 5) == []
    found = search.sources["competitors"].find(anne, SearchTerms("verd", "verd"), 5)
    assert [hit.label for hit in found] == ["Verdelac"]


def test_api_keeps_the_register(valmorin, anne, chloe, reading_eric, api_as):
    me = api_as(anne)
    made = me.post("/references", {"account_id": valmorin.pk, "kind": "call", "business": "900.10"})
    assert (made.status_code, made.json()["business"], made.json()["account_id"]) == (201, 900.1, valmorin.pk)
    place = f"/references/{made.json()['id']}"
    assert me.patch(place, {"person": "Mme Roux"}).json()["person"] == "Mme Roux"
    for user in (chloe, reading_eric):
        refused = api_as(user).patch(place, {"person": "X"})
        assert refused.status_code in {403, 404}
        assert api_as(user).post("/references", {"account_id": valmorin.pk, "kind": "call"}).status_code in {403, 404}
    assert api_as(chloe).get("/references").json()["items"] == []
    assert api_as(chloe).get(place).status_code == 404
    assert me.delete(place).status_code == 204
    assert me.get("/references").json()["items"] == []
    assert me.post(f"{place}/restorations").status_code == 201
    assert [row["person"] for row in me.get("/references").json()["items"]] == ["Mme Roux"]


def test_api_of_competitors(valmorin, anne, eric, api_as):
    me = api_as(anne)
    made = me.post("/competitors", {"name": "Kelstrom"}).json()
    assert api_as(eric).patch(f"/competitors/{made['id']}", {"name": "X"}).status_code == 403
    there = {"account_id": valmorin.pk, "competitor_id": made["id"], "share": 30}
    assert me.post("/competitor-presences", there).json()["share"] == 30
    assert me.post("/competitor-presences", there).status_code in {400, 409, 422}
    assert me.delete(f"/competitors/{made['id']}").status_code in {400, 409, 422}
    assert me.patch("/competitors/999999", {"name": "X"}).status_code == 404
    note = {"account_id": valmorin.pk, "kind": "market", "text": "News", "tags": ["a", "A"]}
    note = me.post("/sector-notes", note).json()
    assert (note["tags"], note["kind"]) == (["a"], "market")


def test_api_hides_the_account_it_brought(valmorin, anne, david, api_as):
    other = Account.objects.create(name="Delorge", status="active")
    REFERENCES.add(valmorin, by=david, kind="introduction", benefits=other)
    assert api_as(anne).get("/references").json()["items"][0]["benefits_id"] is None
    assert api_as(david).get("/references").json()["items"][0]["benefits_id"] == other.pk


def test_api_lists_cost_the_same(valmorin, anne, api_as, django_assert_num_queries):
    client = api_as(anne)
    for _rank in range(3):
        REFERENCES.add(valmorin, by=anne, kind="call")
        client.get("/references")
        with django_assert_num_queries(2):  # token and user, rows
            client.get("/references")
