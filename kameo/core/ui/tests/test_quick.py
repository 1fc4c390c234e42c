"""The short ways of templates say the same as Jinja's own."""

from __future__ import annotations

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

ENVIRONMENT = engines["jinja"].env  # type: ignore[attr-defined]


def drawn(source: str, **values: object) -> str:
    return str(ENVIRONMENT.from_string(source).render(values))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ _('Save') }}", "Enregistrer"),
        ("{{ _('%(part)s of %(whole)s', part='<b>', whole=2) }}", "&lt;b&gt; sur 2"),
        ("{{ ngettext('%(num)s site', '%(num)s sites', 2) }}", "2 sites"),
        ("{% trans %}Save{% endtrans %}", "Enregistrer"),
        ("{% trans who='<b>' %}{{ who }}: 100 %{% endtrans %}", "&lt;b&gt;: 100 %"),
        ("{{ '%s' | format('<i>') }}", "&lt;i&gt;"),
    ],
)
def test_words_are_translated_and_values_escaped(source, text):
    with translation.override("fr"):
        assert drawn(source) == text


def test_macros_see_their_own_values_in_loops_and_blocks():
    source = (
        "{% block all %}{% set sign = '!' %}{% macro say(word) %}{{ word }}{{ caller() if caller }}{% endmacro %}"
        "{% for word in words %}{% call say(word) %}{{ sign }}{{ loop.index }}{% endcall %}{% endfor %}{% endblock %}"
    )
    assert drawn(source, words=["a", "<b>"]) == "a!1&lt;b&gt;!2"


def test_a_component_in_a_loop_is_given_the_page_s_own_token():
    request = RequestFactory().get("/")
    source = "{% for at in ['/x/', '/y/'] %}{{ ui.post_button('Go', at) }}{% endfor %}"
    text = engines["jinja"].from_string(source).render({}, request)
    assert text.count("csrfmiddlewaretoken") == 2
