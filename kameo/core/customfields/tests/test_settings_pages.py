"""Settings, Fields: an administrator adds, changes, orders, retires and gives back; nobody else does."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from kameo.core.customfields.enums import FieldKind
from kameo.core.customfields.models import CustomField
from kameo.core.testing.cases import browser

pytestmark = pytest.mark.django_db
LIST = ["customfields:list", "account"]


def address(name: str, *arguments: Any) -> str:
    return reverse(f"customfields:{name}", args=["account", *arguments])


def added(page: Any, name: str, kind: str, **given: Any) -> CustomField:
    answer = page.post(f"{address('new')}?kind={kind}", {"name": name, "decimals": "0", **given})
    assert answer.status_code == 302, answer.content.decode()
    return CustomField.objects.get(name=name)


def test_every_kind_has_its_form_and_is_added(gilles: Any) -> None:
    page = browser(gilles)
    for kind in FieldKind:
        assert page.get(f"{address('new')}?kind={kind}").status_code == 200
        given: dict[str, Any] = (
            {"option": ["", ""], "option_name": ["IFS", "BRC"]} if kind in {"choice", "several"} else {}
        )
        if kind == "formula":
            given["formula"] = "[Headcount] × 2"
        field = added(page, f"Champ {kind}", kind, **given)
        body = page.get(address("edit", field.pk)).content.decode()
        assert f"Champ {kind}" in body
        assert field.code in body
    body = page.get(address("list")).content.decode()
    assert all(f"Champ {kind}" in body for kind in FieldKind)


def test_options_are_renamed_ordered_and_retired_in_one_form(gilles: Any) -> None:
    page = browser(gilles)
    field = added(page, "Norme", "choice", option=["", "", ""], option_name=["IFS", "BRC", "Aucune"])
    ifs, brc, none = field.options.all()
    given = {"name": "Norme", "option": [str(brc.pk), str(ifs.pk), ""], "option_name": ["BRC Food", "IFS", "ISO"]}
    assert page.post(address("edit", field.pk), given).status_code == 302
    offered = field.options.offered()
    assert [(one.name, one.code) for one in offered] == [("BRC Food", "brc"), ("IFS", "ifs"), ("ISO", "iso")]
    none.refresh_from_db()
    assert none.retired_at is not None
    twice = page.post(address("edit", field.pk), {**given, "option_name": ["X", "X", "Y"]})
    assert twice.status_code == 422
    assert "“X”" in twice.content.decode()


def test_fields_are_ordered_retired_and_given_back(gilles: Any) -> None:
    page = browser(gilles)
    one, two = added(page, "Un", "text"), added(page, "Deux", "text")
    page.post(address("order"), {"field": [two.pk, one.pk]})
    assert list(CustomField.objects.values_list("pk", flat=True)) == [two.pk, one.pk]
    page.post(address("order"), {"field": [two.pk, one.pk], "up": one.pk})
    assert list(CustomField.objects.values_list("pk", flat=True)) == [one.pk, two.pk]
    page.post(address("retire", one.pk))
    assert list(CustomField.objects.offered()) == [two]
    page.post(address("restore", one.pk))
    assert list(CustomField.objects.offered()) == [one, two]


def test_what_is_wrong_stands_in_the_form(gilles: Any) -> None:
    page = browser(gilles)
    for kind, given, words in (
        ("text", {"name": ""}, "This field is required"),
        ("choice", {"name": "Norme"}, "one choice"),
        ("formula", {"name": "Double", "formula": "[Nobody] × 2"}, "Nobody"),
        ("formula", {"name": "Double", "formula": "2 +"}, "not complete"),
        ("number", {"name": "Lignes", "low": "5", "high": "2", "decimals": "0"}, "least"),
    ):
        answer = page.post(f"{address('new')}?kind={kind}", {"decimals": "0", **given})
        assert answer.status_code == 422, kind
        assert words in answer.content.decode(), (kind, words)
    assert not CustomField.objects.exists()


def test_nobody_else_opens_or_writes(gilles: Any, anne: Any, eric: Any) -> None:
    field = added(browser(gilles), "Norme", "text")
    for user in (anne, eric):
        page = browser(user)
        assert page.get(address("list")).status_code == 403
        for name in ("retire", "restore", "edit"):
            assert page.post(address(name, field.pk), {"name": "X"}).status_code == 403
        assert page.post(f"{address('new')}?kind=text", {"name": "X"}).status_code == 403
        assert page.post(address("order"), {"field": [field.pk]}).status_code == 403
    assert CustomField.objects.get().name == "Norme"


def test_unknown_subjects_and_kinds(gilles: Any) -> None:
    page = browser(gilles)
    assert page.get(reverse("customfields:list", args=["nothing"])).status_code == 404
    assert page.get(f"{address('new')}?kind=x").status_code == 200
    assert page.get(reverse("customfields:home")).status_code == 302
