"""The global `ui`: every macro is there, and no typo passes."""

from __future__ import annotations

import pytest
from django import forms
from django.template import engines
from django.utils import translation
from jinja2 import UndefinedError
from markupsafe import Markup

from kameo.core.ui import catalogue
from kameo.core.ui.components import FAMILIES, Components


@pytest.fixture
def env():
    return engines["jinja"].env


@pytest.fixture
def draw(env):
    def render(source: str, **context):
        return env.from_string(source).render(**context)

    return render


def test_an_unknown_macro_is_an_error(env, draw):
    with pytest.raises(AttributeError, match="bouton"):
        env.globals["ui"].bouton  # noqa: B018
    with pytest.raises(UndefinedError, match="bouton"):
        draw("{{ ui.bouton('x') }}")


def test_an_unknown_parameter_is_an_error(draw):
    with pytest.raises(TypeError, match="colour"):
        draw("{{ ui.button('x', colour='red') }}")


def test_a_missing_parameter_is_an_error(draw):
    with pytest.raises(UndefinedError):
        draw("{{ ui.button() }}")


def test_an_icon_that_is_not_drawn_is_an_error(draw):
    with pytest.raises(ValueError, match="unicorn"):
        draw("{{ ui.icon('unicorn') }}")


@pytest.mark.parametrize("name", ["style", "onclick", "onload"])
def test_what_the_policy_would_drop_is_refused(name):
    with pytest.raises(ValueError, match="content security policy"):
        Components.attrs({name: "x"})


def test_attributes_are_escaped_and_empty_ones_left_out():
    drawn = Components.attrs({"a": '"><script>', "b": None, "c": False, "hidden": True, "d": 0})
    assert drawn == ' a="&#34;&gt;&lt;script&gt;" hidden d="0"'


def test_text_is_escaped_and_markup_is_kept(draw):
    drawn = draw("{{ ui.list_item(name, actions=html) }}", name="<b>", html=Markup("<i></i>"))
    assert "&lt;b&gt;" in drawn
    assert "<i></i>" in drawn


def test_the_csrf_field_comes_from_the_page(draw):
    drawn = draw("{{ ui.post_button('Go', '/x/') }}", csrf_input=Markup('<input name="csrf">'))
    assert '<input name="csrf">' in drawn
    assert 'method="post"' in drawn


def test_an_unknown_figure_says_why(draw):
    drawn = draw("{{ ui.stat('NRR', none, reason='no invoice yet') }}")
    assert "no invoice yet" in drawn
    assert ">0" not in drawn


class Deal(forms.Form):
    amount = forms.CharField(label="Amount", help_text="In euros.")
    note = forms.CharField(label="Note", required=False)


def test_a_wrong_field_is_wired_to_its_error(draw):
    drawn = draw("{{ ui.field(form['amount']) }}", form=Deal({"amount": ""}))
    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_amount-error"' in drawn
    assert '<p class="error" id="id_amount-error">' in drawn
    assert "In euros." not in drawn


def test_a_right_field_is_wired_to_its_hint(draw):
    drawn = draw("{{ ui.field(form['amount']) }}", form=Deal())
    assert 'aria-describedby="id_amount-hint"' in drawn
    assert '<p class="hint" id="id_amount-hint">In euros.</p>' in drawn
    assert "aria-invalid" not in drawn


def test_the_summary_links_to_each_wrong_field(draw):
    drawn = draw("{{ ui.form_errors(form) }}", form=Deal({"amount": ""}))
    assert 'role="alert"' in drawn
    assert 'href="#id_amount"' in drawn
    assert "id_note" not in drawn


def test_the_handbook_lists_every_macro():
    page = catalogue.PAGE.read_text()
    assert catalogue.written(page) == page, "run python -m kameo.core.ui.catalogue"


def test_no_family_has_inline_script_or_style():
    for path in FAMILIES.parent.rglob("*.html"):
        source = path.read_text()
        assert " style=" not in source, path
        assert "<style" not in source, path
        assert " onclick=" not in source, path


def test_what_is_kept_never_mixes_text_and_markup(draw):
    assert "<b>x</b>" in draw("{{ ui.chip(label) }}", label=Markup("<b>x</b>"))
    assert "&lt;b&gt;x&lt;/b&gt;" in draw("{{ ui.chip(label) }}", label="<b>x</b>")


def test_what_is_kept_follows_the_language(draw):
    with translation.override("fr"):
        french = draw("{{ ui.delta(6.2) }}")
    with translation.override("en"):
        english = draw("{{ ui.delta(6.2) }}")
    assert "6,2\N{NO-BREAK SPACE}%" in french
    assert "6.2%" in english
