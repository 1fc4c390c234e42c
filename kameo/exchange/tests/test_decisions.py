"""The preview's list of look-alikes and unknown customers: none, one, three hundred; one by one and all at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from kameo.accounts.models import Account, AccountMember
from kameo.contracts.models import Invoice
from kameo.core.errors import DomainError
from kameo.core.testing.cases import browser
from kameo.exchange import domain
from kameo.exchange.models import Import
from kameo.exchange.queries import count_doubts, open_doubts, settled_doubts

pytestmark = pytest.mark.django_db
HEADER = "Facture;Date;Client;Montant HT\n"


def invoices(names: list[str]) -> str:
    return HEADER + "".join(f"F{n};2026-01-31;{name};1\n" for n, name in enumerate(names))


@pytest.fixture
def planned(db: None) -> Any:
    """A file checked and ready: `planned(user, kind, text)`."""

    def plan(user: Any, kind: str, text: str) -> Import:
        file = SimpleUploadedFile("f.csv", text.encode())
        record = domain.create_import(kind=kind, file=file, name="f.csv", by=user)
        return checked(record)

    return plan


def checked(record: Import) -> Import:
    if record.status != "planning":
        domain.request_plan(record)
    domain.plan_import(record)
    record.refresh_from_db()
    return record


def applied(record: Import) -> Import:
    domain.request_apply(record)
    domain.apply_import(record)
    record.refresh_from_db()
    return record


def page_of(user: Any, record: Import, **asked: str) -> str:
    return browser(user).get(reverse("imports:page", args=[record.pk]), asked).content.decode()


def send(user: Any, record: Import, **given: str) -> Any:
    url = reverse("imports:decisions", args=[record.pk])
    return browser(user).post(url, {key.replace("line_", "line."): value for key, value in given.items()})


def known(name: str) -> Account:
    account: Account = Account.objects.get(name=name)
    return account


def test_a_file_without_a_doubt_shows_no_list(planned: Any, david: Any) -> None:
    record = planned(david, "accounts", "nom\nUn\n")
    assert count_doubts(record) == 0
    assert 'id="decisions"' not in page_of(david, record)


def test_one_unknown_customer_is_pointed_out(planned: Any, import_file: Any, david: Any) -> None:
    import_file("accounts", "nom\nBétacorp SAS\n")
    record = planned(david, "invoices", invoices(["Betacorp", "Betacorp"]))
    [doubt] = open_doubts(record)
    assert (doubt.line, doubt.name, doubt.code, doubt.rows) == (2, "Betacorp", "account_unknown", 2)
    assert [(near["name"], near["score"]) for near in doubt.alike] == [("Bétacorp SAS", 100)]
    page = page_of(david, record)
    assert "This is Bétacorp SAS" in page
    assert "2 lines concerned" in page
    answer = send(david, record, line_2=str(known("Bétacorp SAS").pk))
    assert (answer.status_code, answer["Location"]) == (302, f"/imports/{record.pk}/#decisions")
    record.refresh_from_db()
    assert (record.status, record.options["decisions"]) == ("planning", {"2": str(known("Bétacorp SAS").pk)})
    checked(record)
    assert (record.created, record.rejected, count_doubts(record)) == (2, 0, 0)
    assert "Every line is decided." in page_of(david, record)
    assert "Betacorp" in page_of(david, record, show="settled")
    assert applied(record).created == 2
    assert known("Bétacorp SAS").invoices.count() == 2


def test_a_decision_can_be_taken_back(planned: Any, import_file: Any, david: Any) -> None:
    import_file("accounts", "nom\nBétacorp SAS\n")
    record = planned(david, "accounts", "nom\nBetacorp\n")
    send(david, record, line_2="reject")
    record.refresh_from_db()
    assert checked(record).rejected == 1
    [(doubt, choice)] = settled_doubts(record)
    assert (doubt.line, doubt.name, choice) == (2, "Betacorp", "reject")
    send(david, record, line_2="forget")
    record.refresh_from_db()
    assert (checked(record).rejected, record.options["decisions"], count_doubts(record)) == (0, {}, 1)


def test_another_account_is_found_by_its_name_without_javascript(planned: Any, import_file: Any, david: Any) -> None:
    import_file("accounts", "nom\nOrsenne Nord\nOrsenne Sud\nPic\n")
    record = planned(david, "invoices", invoices(["Tout autre chose"]))
    several = send(david, record, line_2="other", other_2_search="orsenne")
    assert several.status_code == 422
    text = several.content.decode()
    assert "Several accounts match: choose one in the list." in text
    assert "Orsenne Nord" in text
    none = send(david, record, line_2="other", other_2_search="zzzz")
    assert (none.status_code, "No account that you see matches" in none.content.decode()) == (422, True)
    record.refresh_from_db()
    assert "decisions" not in record.options
    sure = send(david, record, line_2="other", other_2=str(known("Orsenne Sud").pk), other_2_search="orsenne")
    assert sure.status_code == 302
    record.refresh_from_db()
    assert record.options["decisions"] == {"2": str(known("Orsenne Sud").pk)}
    assert "Orsenne Sud" in page_of(david, checked(record), show="settled")
    one = send(david, record, line_2="other", other_2=str(known("Orsenne Sud").pk), other_2_search="pic")
    assert one.status_code == 302
    record.refresh_from_db()
    assert record.options["decisions"] == {"2": str(known("Pic").pk)}


def test_the_list_beside_another_account_follows_what_is_typed(planned: Any, import_file: Any, david: Any) -> None:
    import_file("accounts", "nom\nOrsenne Nord\n")
    record = planned(david, "invoices", invoices(["Autre"]))
    url = reverse("imports:customers", args=[record.pk])
    found = browser(david).get(url, {"line": "2", "other_2_search": "orsen"}).content.decode()
    assert f'<option value="{known("Orsenne Nord").pk}" selected>Orsenne Nord' in found
    assert "No account matches" in browser(david).get(url, {"line": "2", "other_2_search": "zz"}).content.decode()


def test_three_hundred_lines_come_by_pages_and_are_settled_at_once(
    planned: Any, import_file: Any, david: Any, django_assert_max_num_queries: Any
) -> None:
    words = [f"Fonderie {chr(97 + n // 26)}{chr(97 + n % 26)}xyl{n}" for n in range(300)]
    import_file("accounts", "nom\n" + "\n".join(f"{word} SAS" for word in words[:200]))
    record = planned(david, "invoices", invoices(words[200:] + [f"{word} et Cie, Paris" for word in words[:200]]))
    assert count_doubts(record) == 300
    client = browser(david)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("imports:page", args=[record.pk])).content.decode()
    assert page.count('class="decision"') == 25
    assert "For all 300 lines:" in page
    lines, after = set(), "0"
    for _page in range(12):
        page = page_of(david, record, after=after)
        shown = [part.split('"')[0] for part in page.split('id="line-')[1:]]
        lines.update(shown)
        after = shown[-1]
    assert len(lines) == 300
    assert "The next lines" not in page
    near = [doubt for doubt in open_doubts(record) if doubt.alike]
    send(david, record, all="nearest")
    record.refresh_from_db()
    assert len(record.options["decisions"]) == len(near) == 200
    assert (checked(record).created, record.rejected) == (200, 100)
    send(david, record, all="reject")
    record.refresh_from_db()
    assert (checked(record).created, record.rejected, count_doubts(record)) == (200, 100, 0)
    assert page_of(david, record, show="settled").count('class="decision"') == 25
    send(david, record, all="forget")
    record.refresh_from_db()
    assert record.options["decisions"] == {}
    send(david, checked(record), all="new")
    record.refresh_from_db()
    assert applied(checked(record)).created == 300
    assert (Account.objects.count(), Invoice.objects.count()) == (500, 300)


def test_finance_points_out_but_creates_nobody(planned: Any, helene: Any) -> None:
    record = planned(helene, "invoices", invoices(["Neuf"]))
    assert 'value="new"' not in page_of(helene, record)
    with pytest.raises(DomainError) as caught:
        domain.decide(record, decisions={"2": "new"}, by=helene)
    assert caught.value.code == "decision_new_not_allowed"
    with pytest.raises(DomainError):
        domain.decide_all(record, choice="new", by=helene)
    record.refresh_from_db()
    assert "decisions" not in record.options


def test_nobody_chooses_or_reads_an_account_they_do_not_see(
    planned: Any, import_as: Any, anne: Any, chloe: Any, gilles: Any
) -> None:
    import_as(anne, "accounts", "nom\nValmorin Discret\n")
    hidden = known("Valmorin Discret")
    record = planned(chloe, "accounts", "nom\nValmorin Discrets\n")
    assert count_doubts(record) == 0  # a look-alike out of sight is not even proposed
    for choice in (str(hidden.pk), "999999", "peut-être", "-1"):
        with pytest.raises(DomainError) as caught:
            domain.decide(record, decisions={"2": choice}, by=chloe)
        assert caught.value.code in {"decision_unseen", "decision_unknown"}
    with pytest.raises(DomainError):  # an administrator sees it, the author whose rights the run has does not
        domain.decide(record, decisions={"2": str(hidden.pk)}, by=gilles)
    assert browser(anne).post(reverse("imports:decisions", args=[record.pk]), {"all": "new"}).status_code == 404
    assert browser(anne).get(reverse("imports:customers", args=[record.pk])).status_code == 404
    record.refresh_from_db()
    assert "decisions" not in record.options


def test_a_proposed_account_is_named_only_to_who_sees_it(planned: Any, anne: Any, gilles: Any) -> None:
    secret = Account.objects.create(name="Projet Onyx", kind="company", status="active", confidential=True)
    AccountMember.objects.create(account=secret, user=anne, function="lead")
    record = planned(anne, "accounts", "nom\nProjet Onix\n")
    assert "Projet Onyx" in page_of(anne, record)
    assert "Projet Onyx" not in page_of(gilles, record)


def test_what_has_run_takes_no_decision(planned: Any, david: Any) -> None:
    record = applied(planned(david, "accounts", "nom\nUn\n"))
    for verb in (domain.decide, domain.decide_all):
        given: Any = {"decisions": {"2": "new"}} if verb is domain.decide else {"choice": "new"}
        with pytest.raises(DomainError) as caught:
            verb(record, by=david, **given)
        assert caught.value.code == "import_not_open"


def test_sending_nothing_says_so(planned: Any, import_file: Any, david: Any) -> None:
    import_file("accounts", "nom\nBétacorp SAS\n")
    record = planned(david, "accounts", "nom\nBetacorp\n")
    client = browser(david)
    client.post(reverse("imports:decisions", args=[record.pk]), {})
    page = client.get(reverse("imports:page", args=[record.pk])).content.decode()
    assert "Nothing was chosen yet" in page
    record.refresh_from_db()
    assert record.status == "planned"


def test_the_columns_page_shows_the_first_rows_as_they_will_be_read(david: Any) -> None:
    text = "nom;CA (k€);type de compte;pays\nDupont;1 250,5;groupe;France\nDurand;;;Poldévie\n"
    record = domain.create_import(
        kind="accounts", file=SimpleUploadedFile("f.csv", text.encode()), name="f.csv", by=david
    )
    david.language = "fr"
    david.save()
    with translation.override("fr"):
        page = page_of(david, record)
    assert "1 250 500" in page.replace("\u202f", " ").replace("\xa0", " ")
    assert "Groupe" in page
    assert "Poldévie" in page.split('class="wrong"')[1]
