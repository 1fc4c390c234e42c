"""Correcting, binning, giving back; and a rebuild that gives the same as the verbs did."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile

from kameo.accounts.models import AccountPulse, TimelineEntry
from kameo.accounts.pulse import refresh
from kameo.core import clock
from kameo.core.journal.models import Event
from kameo.interactions import domain
from kameo.interactions.rebuild import rebuild_lines
from kameo.interactions.records import INTERACTIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(anne, valmorin):
    return domain.log_interaction(account=valmorin, by=anne, kind="call", text="First words")


def lines():
    names = ("account_id", "at", "kind", "actor_id", "title", "text", "data", "restricted", "source", "source_id")
    return list(TimelineEntry.objects.order_by("source", "source_id").values_list(*names))


def test_change_moves_line_and_last_contact(anne, valmorin, call):
    earlier = clock.now() - timedelta(days=3)
    domain.change_interaction(call, by=anne, text="Better words", at=earlier)
    line = TimelineEntry.objects.get(source_id=call.pk, source="interactions.Interaction")
    assert (line.text, line.at, line.data["changed"]) == ("Better words", earlier, True)
    assert AccountPulse.objects.get(account=valmorin).last_contact_at == earlier
    assert Event.objects.get(type="interaction.changed").data == {"fields": ["at", "text"], "persons": []}


def test_colleague_may_not_change_it_but_the_lead_may(anne, bruno, valmorin):
    row = domain.log_interaction(account=valmorin, by=bruno, kind="call", text="Mine")
    other = domain.log_interaction(account=valmorin, by=anne, kind="call", text="Hers")
    with pytest.raises(PermissionDenied):
        domain.change_interaction(other, by=bruno, text="x")
    domain.change_interaction(row, by=anne, text="By the lead")
    assert not Event.objects.filter(type="interaction.changed", actor=bruno).exists()


def test_bin_and_restore_through_the_pages(client, anne, valmorin, call):
    before = lines()
    client.force_login(anne)
    assert client.post(f"/interactions/{call.pk}/bin/").status_code == 302
    assert lines() == []
    assert AccountPulse.objects.get(account=valmorin).last_contact_at is None
    assert client.post(f"/interactions/{call.pk}/restore/").status_code == 302
    assert lines() == before
    assert AccountPulse.objects.get(account=valmorin).interactions == 1


@pytest.mark.parametrize("verb", ["", "bin/", "restore/"])
def test_stranger_gets_404(client, chloe, call, verb):
    client.force_login(chloe)
    assert client.post(f"/interactions/{call.pk}/{verb}", {"text": "x"}).status_code == 404
    call.refresh_from_db()
    assert (call.text, call.binned_at) == ("First words", None)


def test_change_page_keeps_what_is_wrong(client, anne, call):
    client.force_login(anne)
    response = client.post(f"/interactions/{call.pk}/", {"kind": "call", "text": "x", "duration": "many"})
    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.content.decode()
    response = client.post(f"/interactions/{call.pk}/", {"kind": "call", "text": "Corrected", "direction": "in"})
    assert response.status_code == 302
    call.refresh_from_db()
    assert (call.text, call.direction) == ("Corrected", "in")


def test_rebuild_gives_what_the_verbs_gave(anne, valmorin, call):
    document = domain.add_document(account=valmorin, by=anne, file=ContentFile(b"one", name="a.txt"))
    domain.add_version(document, by=anne, file=ContentFile(b"two", name="a.txt"))
    domain.add_document(account=valmorin, by=anne, file=ContentFile(b"three", name="b.txt"), interaction=call)
    gone = domain.log_interaction(account=valmorin, by=anne, kind="note", text="Gone", restricted=True)
    INTERACTIONS.bin(gone, by=anne)
    before, pulse = lines(), AccountPulse.objects.values().get(account=valmorin)
    TimelineEntry.objects.all().delete()
    rebuild_lines()
    refresh.refresh_contacts(None)
    after = AccountPulse.objects.values().get(account=valmorin)
    assert lines() == before
    kept = ("last_contact_at", "interactions", "documents")
    assert {name: after[name] for name in kept} == {name: pulse[name] for name in kept}
    assert (pulse["interactions"], pulse["documents"]) == (1, 2)
