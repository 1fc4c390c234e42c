"""Evidence of the decision map that an exchange or a document proves (idea 8)."""

import pytest
from django.urls import reverse

from kameo.contacts import domain as contacts
from kameo.core.errors import DomainError
from kameo.core.testing.cases import browser
from kameo.decisions import domain as decisions
from kameo.interactions.domain import cite, log_interaction
from kameo.interactions.models import Citation

pytestmark = pytest.mark.django_db


@pytest.fixture
def stake(anne, valmorin):
    person = contacts.create_person(account=valmorin, by=anne, first_name="Isabelle", last_name="Roquemaure")
    chart = decisions.main_map(valmorin, by=anne)
    return decisions.put_on_map(chart, person=person, by=anne, stance="champion", influence=4)


@pytest.fixture
def exchange(stake, anne, valmorin):
    return log_interaction(
        account=valmorin, by=anne, kind="meeting", subject="Comité de pilotage", persons=[stake.person]
    )


def note(stake, anne, **more):
    proof = {"proof_sentence": "Elle nous a défendus.", "proof_claim": "stance", "proof_grade": "3", **more}
    return browser(anne).post(reverse("decisions:evidence-add", args=[stake.pk]), proof)


def test_the_form_offers_the_exchanges_of_the_person_and_keeps_the_chosen_one(stake, exchange, anne):
    page = browser(anne).get(reverse("decisions:stake-edit", args=[stake.pk]))
    assert f'value="file:i{exchange.pk}"' in page.text
    assert note(stake, anne, source=f"file:i{exchange.pk}").status_code == 302
    row = Citation.objects.get()
    assert (row.interaction, row.document, row.evidence.sentence) == (exchange, None, "Elle nous a défendus.")
    shown = browser(anne).get(reverse("decisions:stake-edit", args=[stake.pk])).text
    assert f"?around={exchange.pk}#i-{exchange.pk}" in shown


def test_evidence_needs_no_source(stake, exchange, anne):
    assert note(stake, anne).status_code == 302
    assert (stake.evidence.count(), Citation.objects.count()) == (1, 0)


def test_a_reader_is_shown_no_restricted_exchange(stake, anne, bruno, valmorin):
    secret = log_interaction(
        account=valmorin, by=anne, kind="call", subject="Confidence", restricted=True, persons=[stake.person]
    )
    note(stake, anne, source=f"file:i{secret.pk}")
    page = reverse("decisions:stake-edit", args=[stake.pk])
    assert f"?around={secret.pk}#" in browser(anne).get(page).text
    text = browser(bruno).get(page).text
    assert "Elle nous a défendus." in text
    assert f"?around={secret.pk}#" not in text
    assert f"file:i{secret.pk}" not in text


def test_what_one_may_not_read_cannot_be_cited(stake, anne, bruno, valmorin):
    secret = log_interaction(account=valmorin, by=anne, kind="call", subject="Confidence", restricted=True)
    evidence = decisions.add_evidence(stake, by=anne, claim="stance", value="champion", grade=2, sentence="Dit")
    for given in ({"interaction": secret}, {}):
        with pytest.raises(DomainError) as error:
            cite(evidence, by=bruno, **given)
        assert error.value.code == "nothing_cited"
    assert Citation.objects.count() == 0
    assert note(stake, bruno, source=f"file:i{secret.pk}").status_code == 422
