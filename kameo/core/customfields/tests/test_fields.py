"""What an administrator does with fields: values survive all of it, formulas follow, nothing is half done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kameo.accounts.models import Account
from kameo.core.customfields import indexes, reading
from kameo.core.customfields.domain import FIELDS, save_field
from kameo.core.customfields.models import CustomField, CustomOption
from kameo.core.customfields.recomputing import recompute
from kameo.core.customfields.subjects import subjects
from kameo.core.errors import DomainError

pytestmark = pytest.mark.django_db
ACCOUNT = "account"


def add(by: Any, name: str, kind: str, *options: str, subject: str = ACCOUNT, **more: Any) -> CustomField:
    return save_field(
        subjects[subject], None, by=by, name=name, kind=kind, options=[(None, one) for one in options], **more
    )


def hold(account: Account, **values: Any) -> dict[str, Any]:
    """Write the values behind everybody's back, and give what the database made of them."""
    Account.objects.filter(pk=account.pk).update(custom=values)
    account.refresh_from_db()
    return account.custom


@pytest.fixture
def account(valmorin: Any) -> Account:
    return Account.objects.order_by("pk")[0]


def test_only_those_who_configure_add_a_field(chloe: Any, eric: Any) -> None:
    for user in (chloe, eric):
        with pytest.raises(PermissionDenied):
            add(user, "Norme", "text")
    assert not CustomField.objects.exists()


def test_a_field_has_a_key_that_no_name_changes(david: Any) -> None:
    field = add(david, "Norme d’hygiène", "choice", "IFS", "BRC")
    assert field.code == "norme_d_hygiene"
    renamed = save_field(
        subjects[ACCOUNT], field, by=david, name="Hygiène", options=[(one.pk, one.name) for one in field.options.all()]
    )
    assert (renamed.name, renamed.code) == ("Hygiène", "norme_d_hygiene")
    assert add(david, "Norme d’hygiène !", "text").code == "norme_d_hygiene_2"
    assert add(david, "Potential", "text").code != "potential"


def test_a_failure_leaves_nothing_half_renamed(david: Any) -> None:
    field = add(david, "Norme", "choice", "IFS", "BRC")
    first, second = field.options.all()
    with pytest.raises(DomainError) as refused:
        save_field(subjects[ACCOUNT], field, by=david, name="Autre", options=[(first.pk, "X"), (second.pk, "X")])
    assert refused.value.code == "name_taken"
    assert CustomField.objects.get().name == "Norme"
    assert [one.name for one in CustomOption.objects.all()] == ["IFS", "BRC"]


def test_a_kind_stays_and_a_list_has_a_choice(david: Any) -> None:
    with pytest.raises(DomainError) as refused:
        add(david, "Norme", "choice")
    assert refused.value.code == "options_missing"
    field = add(david, "Lignes", "number")
    with pytest.raises(DomainError) as refused:
        FIELDS.change(field, by=david, kind="text")
    assert refused.value.code == "kind_stays"


def test_a_formula_follows_whatever_is_written(david: Any, account: Account) -> None:
    add(david, "Lignes", "number")
    add(david, "Coût moyen", "money")
    add(david, "Dépense", "formula", formula="[Lignes] × [coût moyen] + [Potential] / 10")
    Account.objects.filter(pk=account.pk).update(potential=Decimal(1000))
    assert hold(account, lignes="3", cout_moyen="10.50")["depense"] == "131.50"
    Account.objects.filter(pk=account.pk).update(potential=Decimal(2000))
    account.refresh_from_db()
    assert account.custom["depense"] == "231.50"
    assert "depense" not in hold(account, lignes="3")
    assert "depense" not in hold(account, lignes="3", depense="7")


def test_a_formula_that_changes_is_computed_again(david: Any, account: Account) -> None:
    add(david, "Lignes", "number")
    double = add(david, "Double", "formula", formula="[Lignes] × 2")
    add(david, "Quatre", "formula", formula="[Double] + [Double]")
    assert hold(account, lignes="3") == {"lignes": "3", "double": "6", "quatre": "12"}
    FIELDS.change(double, by=david, formula="[Lignes] × 10")
    assert recompute(ACCOUNT) == 1
    account.refresh_from_db()
    assert account.custom == {"lignes": "3", "double": "30", "quatre": "60"}
    assert recompute(ACCOUNT) == 0


def test_a_circle_is_refused_and_so_is_retiring_an_input(david: Any) -> None:
    lines = add(david, "Lignes", "number")
    one = add(david, "Un", "formula", formula="[Lignes] + 1")
    add(david, "Deux", "formula", formula="[Un] + 1")
    with pytest.raises(DomainError) as refused:
        FIELDS.change(one, by=david, formula="[Deux] + 1")
    assert refused.value.code == "circular"
    with pytest.raises(DomainError) as refused:
        FIELDS.change(one, by=david, formula="[Un] + 1")
    assert refused.value.code in {"circular", "formula"}
    with pytest.raises(DomainError) as refused:
        FIELDS.retire(lines, by=david)
    assert refused.value.code == "used_in_formula"


def test_what_cannot_be_computed_hinders_no_write(david: Any, account: Account) -> None:
    add(david, "Lignes", "number")
    add(david, "Début", "date")
    add(david, "Quotient", "formula", formula="1 / [Lignes]")
    add(david, "Grand", "formula", formula="[Lignes] × 1000000000 × 1000000000")
    add(david, "Fin", "formula", formula="[Début] + [Lignes]")
    assert hold(account, lignes="0").keys() == {"lignes", "grand"}
    assert hold(account, lignes="90000000000", debut="2026-01-01").keys() == {"lignes", "debut", "quotient"}
    assert hold(account, lignes="31", debut="2026-01-01")["fin"] == "2026-02-01"


def test_a_formula_reads_with_the_names_of_today(david: Any) -> None:
    lines = add(david, "Lignes", "number")
    double = add(david, "Double", "formula", formula="[Lignes] × 2")
    FIELDS.change(lines, by=david, name="Lignes de production")
    double.refresh_from_db()
    assert FIELDS.shown(double, "formula") == "[Lignes de production] × 2"
    FIELDS.change(double, by=david, formula="[Lignes de production] × 2", name="Deux fois")
    double.refresh_from_db()
    assert double.formula == "[lignes] × 2"


def test_indexes_follow_what_is_filtered(david: Any) -> None:
    made = {
        kind: add(david, f"Champ {kind}", kind, *(["A", "B"] if kind in {"choice", "several"} else []), filtered=True)
        for kind in ("text", "number", "money", "date", "choice", "several", "person", "account", "link")
    }
    made["formula"] = add(david, "Double", "formula", formula="[Champ number] × 2", filtered=True)
    assert sorted(indexes.settle()) == sorted(f"+ custom_account_{field.pk}" for field in made.values())
    assert indexes.settle() == []
    FIELDS.change(made["text"], by=david, filtered=False)
    FIELDS.retire(made["date"], by=david)
    assert sorted(indexes.settle()) == sorted(f"- custom_account_{made[kind].pk}" for kind in ("text", "date"))
    FIELDS.restore(made["date"], by=david)
    assert indexes.settle() == [f"+ custom_account_{made['date'].pk}"]


ACTS = st.lists(
    st.tuples(st.sampled_from(["rename", "reorder", "retire", "restore", "option", "drop", "back"]), st.integers(0, 5)),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(ACTS)
def test_no_act_loses_a_value(david: Any, account: Account, acts: list[tuple[str, int]]) -> None:
    from django.db import transaction

    with transaction.atomic():
        fields = [
            add(david, "Norme", "choice", "IFS", "BRC"),
            add(david, "Lignes", "number"),
            add(david, "Note", "text"),
        ]
        stored = hold(account, norme="ifs", lignes="23", note="Quai 4")
        for step, (act, number) in enumerate(acts):
            _do(david, fields[number % 3], act, f"Nom {step}")
            account.refresh_from_db()
            assert account.custom == stored
        for field in fields:
            FIELDS.restore(field, by=david)
        reading.forget()
        assert {field.code for field in reading.fields_of(ACCOUNT)} == set(stored)
        kinds = {field.code: reading.kind_of(field) for field in reading.fields_of(ACCOUNT)}
        assert all(kinds[key].clean(kinds[key].load(value)) not in (None, "") for key, value in stored.items())
        transaction.set_rollback(True)
    reading.forget()


def _do(by: Any, field: CustomField, act: str, name: str) -> None:
    options = list(field.options.all())
    if act == "rename":
        FIELDS.change(field, by=by, name=name)
    elif act == "reorder":
        FIELDS.move(field, up=True, by=by)
    elif act in {"retire", "restore"}:
        getattr(FIELDS, act)(field, by=by)
    elif options:
        given = [(one.pk, one.name) for one in options]
        given = {"option": [(given[0][0], name), *given[1:]], "drop": given[1:] or given, "back": given[::-1]}[act]
        save_field(subjects[field.subject], field, by=by, options=given)
    with connection.cursor() as cursor:
        cursor.execute("select 1")
