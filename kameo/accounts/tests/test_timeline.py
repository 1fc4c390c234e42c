"""The timeline: no doubles, restricted lines, group scope, pages."""

from datetime import UTC, datetime, timedelta

import pytest

from kameo.accounts import domain, events
from kameo.accounts.models import AccountMember, TimelineEntry
from kameo.accounts.timeline.entries import entries_for, remove_entries, replace_from_select, write_entries
from kameo.accounts.timeline.words import say_news

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def entry(account, number, *, actor=None, hours=0, **more):
    return TimelineEntry(
        account=account,
        at=NOON - timedelta(hours=hours),
        kind=more.pop("kind", "note"),
        actor=actor,
        title=f"N{number}",
        source="test",
        source_id=number,
        **more,
    )


def titles(user, account, **more):
    return [line.title for line in entries_for(user, account, **more)]


def test_writing_again_replaces(valmorin, anne):
    write_entries([entry(valmorin, 1), entry(valmorin, 1, actor=anne), entry(valmorin, 2, hours=1)])
    write_entries([entry(valmorin, 1, text="corrigé")])
    lines = entries_for(anne, valmorin)
    assert [(line.title, line.text) for line in lines] == [("N1", "corrigé"), ("N2", "")]
    assert remove_entries("test", [1]) == 1
    assert titles(anne, valmorin) == ["N2"]


def test_restricted_lines_show_to_author_lead_and_directors(valmorin, anne, bruno, david, farida, gilles, chloe):
    site = domain.create_account(by=bruno, name="Laval", parent=valmorin)
    AccountMember.objects.create(account=site, user=chloe, function="sales")
    write_entries([entry(site, 1, actor=bruno, restricted=True), entry(site, 2, actor=bruno, hours=1)])
    for user in (bruno, anne, david):  # the author; the lead of the group above; a director
        assert titles(user, site) == ["N1", "N2"]
    for user in (farida, gilles, chloe):
        assert titles(user, site) == ["N2"]


def test_group_scope_stops_at_what_one_may_see(valmorin, anne, bruno, david):
    part = domain.create_account(by=anne, name="Projet Iris", parent=valmorin)
    domain.set_confidential(part, confidential=True, by=anne)
    write_entries([entry(valmorin, 1), entry(part, 2, hours=1)])
    assert titles(anne, valmorin, scope="group") == ["N1", "N2"]
    assert titles(david, valmorin, scope="group") == ["N1", "N2"]
    assert titles(bruno, valmorin, scope="group") == ["N1"]
    assert titles(anne, valmorin) == ["N1"]


def test_pages_follow_one_another_even_at_the_same_instant(valmorin, anne):
    write_entries([entry(valmorin, number) for number in range(5)])
    first = entries_for(anne, valmorin, limit=2)
    second = entries_for(anne, valmorin, limit=2, before=first[-1].place)
    third = entries_for(anne, valmorin, limit=2, before=second[-1].place)
    assert [line.title for line in [*first, *second, *third]] == ["N4", "N3", "N2", "N1", "N0"]


def test_filtered_by_kind_and_person(valmorin, anne, bruno):
    write_entries([entry(valmorin, 1, kind="call", actor=bruno), entry(valmorin, 2, kind="note", actor=anne)])
    assert titles(anne, valmorin, kinds=["call", "mail"]) == ["N1"]
    assert titles(anne, valmorin, actor_id=anne.pk) == ["N2"]
    assert titles(anne, valmorin, kinds=[]) == []


def test_one_query_whatever_the_number_of_lines(valmorin, anne, bruno, django_assert_num_queries):
    for count in (1, 3):
        write_entries([entry(valmorin, number, actor=bruno) for number in range(count)])
        with django_assert_num_queries(1):
            assert len(entries_for(anne, valmorin, scope="group")) == count


def test_set_wise_replacement_keeps_to_its_source(valmorin, anne):
    write_entries([entry(valmorin, 1), entry(valmorin, 2)])
    select = """select 2::bigint as source_id, %s::bigint as account_id, now() as at, 'note' as kind,
        null::bigint as actor_id, 'bis' as title, '' as text, '{}'::jsonb as data, false as restricted"""
    replace_from_select("test", select, [valmorin.pk], account_ids=None)
    assert titles(anne, valmorin) == ["bis"]


def test_news_names_the_changed_fields():
    assert say_news(events.CHANGED, {"fields": ["sector", "former names"]}) == "Modifié\u00a0: secteur, former names"
