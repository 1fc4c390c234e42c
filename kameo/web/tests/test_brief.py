"""The brief of a meeting: what the screen says, the paper says too; nobody reads what they may not (R37)."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from django.urls import reverse
from django.utils import timezone, translation

from kameo.accounts.models import Account, AccountMember
from kameo.contacts import domain
from kameo.core import clock, preferences
from kameo.core.testing.cases import PageCases, browser
from kameo.decisions.domain import maps, stakes
from kameo.insight.strength import refresh_people
from kameo.interactions.domain import log_interaction
from kameo.web.brief import brief_of, with_lists
from kameo.web.brief.paper import brief_data


def paper(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    with pypdfium2.PdfDocument(response.content) as document:
        text = "\n".join(page.get_textpage().get_text_range() for page in document)
        return " ".join(text.split()), len(document)


@pytest.fixture
def people(anne, valmorin):
    """Pascal decides and was met thrice; Odile is sceptic and was never met; Marc is not rated."""
    names = {"Pascal": "Directeur technique", "Odile": "Acheteuse", "Marc": "Stagiaire"}
    made = {
        name: domain.create_person(account=valmorin, by=anne, last_name=name, position={"title": title})
        for name, title in names.items()
    }
    board = maps.main_map(valmorin, by=anne)
    stakes.put_on_map(
        board,
        person=made["Pascal"],
        by=anne,
        influence=5,
        stance="champion",
        roles=["final-decider"],
        motivations=["budget"],
        topics=["quality"],
        owner=anne,
    )
    stakes.put_on_map(board, person=made["Odile"], by=anne, influence=3, stance="sceptic", roles=["purchasing"])
    for days, text in ((40, "Essais en atelier"), (20, "Point sur les délais"), (10, "Budget de 2027")):
        log_interaction(
            account=valmorin,
            by=anne,
            kind="meeting",
            subject=text,
            at=clock.now() - timedelta(days=days),
            persons=[made["Pascal"]],
        )
    refresh_people([one.pk for one in made.values()])
    return made


class TestPage(PageCases):
    @pytest.fixture
    def url(self, valmorin, people):
        return reverse("brief", args=[valmorin.pk])

    def test_it_proposes_who_weighs_most_and_says_what_to_know(self, url, anne, django_assert_max_num_queries):
        page = browser(anne)
        page.get(url)
        with django_assert_max_num_queries(12):
            text = page.get(url).text
        assert "To convince: Odile" in text
        for words in ("Final decision-maker", "Budget de 2027", "Point sur les délais", "5 of 5", "Who will be there"):
            assert words in text, words
        assert text.index("Directeur technique") < text.index("Acheteuse")

    def test_the_reader_chooses_who_comes(self, url, anne, people):
        text = browser(anne).get(url, {"person": people["Marc"].pk, "asked": 1, "purpose": "Renouvellement"}).text
        assert "1 person to discover at this meeting" in text
        assert "Renouvellement" in text
        assert "Essais en atelier" not in text.split("The meeting")[0]

    def test_nobody_chosen_says_so(self, url, anne):
        assert "Nobody is chosen yet" in browser(anne).get(url, {"asked": 1}).text

    @pytest.mark.parametrize("query", [{"on": "31-12"}, {"on": "2026-02-31"}, {"person": "x", "asked": 1}])
    def test_what_cannot_be_read_is_left_aside(self, url, anne, query):
        assert browser(anne).get(url, query).status_code == 200


class TestPaper(PageCases):
    @pytest.fixture
    def url(self, valmorin, people):
        return reverse("brief-pdf", args=[valmorin.pk])

    def test_member_reads_the_whole_page(self, url, anne):
        text, pages = paper(browser(anne).get(url))
        assert pages <= 2
        assert "To convince: Odile" in text

    def test_every_word_of_the_page_is_on_paper(self, url, anne, valmorin):
        text, _pages = paper(browser(anne).get(url))
        account = with_lists(Account.objects).get(pk=valmorin.pk)
        zone = ZoneInfo(preferences.get("time_zone"))  # in which the pages of a request are written
        with translation.override("en"), timezone.override(zone):
            told = brief_data(brief_of(anne, account, on=clock.today()), anne)
        page = browser(anne).get(reverse("brief", args=[valmorin.pk])).content.decode()
        for one in told["attendees"]:
            for _label, value in one["facts"]:
                assert " ".join(value.split()) in text, value
                assert value in page, value
        for block in told["blocks"]:
            assert block["title"] in text

    def test_in_the_language_of_the_reader(self, url, anne):
        anne.language = "fr"
        anne.save(update_fields=["language"])
        answer = browser(anne).get(url)
        assert b"/Lang (fr)" in answer.content or b"/Lang(fr)" in answer.content

    def test_what_is_typed_is_printed_as_typed(self, url, anne):
        text, _pages = paper(browser(anne).get(url, {"purpose": '#eval("1") $x$ *gras*'}))
        assert '#eval("1") $x$ *gras*' in text


@pytest.mark.django_db
class TestReaders:
    def test_a_reader_reads_both(self, eric, valmorin, people):
        AccountMember.objects.create(account=valmorin, user=eric)
        assert "Pascal" in browser(eric).get(reverse("brief", args=[valmorin.pk])).text
        assert "Pascal" in paper(browser(eric).get(reverse("brief-pdf", args=[valmorin.pk])))[0]

    def test_what_is_restricted_is_not_told(self, anne, bruno, valmorin, people):
        log_interaction(
            account=valmorin,
            by=anne,
            kind="call",
            subject="Réorganisation secrète",
            restricted=True,
            persons=[people["Pascal"]],
        )
        page = reverse("brief", args=[valmorin.pk])
        assert "secrète" in browser(anne).get(page).text
        assert "secrète" not in browser(bruno).get(page).text
        assert "secrète" not in paper(browser(bruno).get(reverse("brief-pdf", args=[valmorin.pk])))[0]

    def test_an_account_of_nobody_says_what_to_do(self, anne, valmorin):
        assert "Nobody is known here yet" in browser(anne).get(reverse("brief", args=[valmorin.pk])).text
        assert "Nobody is chosen yet" in paper(browser(anne).get(reverse("brief-pdf", args=[valmorin.pk])))[0]
