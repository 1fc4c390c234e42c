"""The Jinja2 environment of every page of ours: strict, escaped, translated, with the component macros."""

from __future__ import annotations

from typing import Any

from django.template.backends.jinja2 import Jinja2 as DjangoJinja2
from django.templatetags.static import static
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from kameo.core import settings_pages
from kameo.core.addresses import address
from kameo.core.ui import formats, quick
from kameo.core.ui.components import Components


class Jinja2(DjangoJinja2):
    """Django's backend, looking for `<app>/jinja2/` as usual."""


def environment(**options: Any) -> Environment:
    options["undefined"] = StrictUndefined
    env = Environment(  # noqa: S701 - Django's backend sets autoescape
        **options,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.context_class, env.code_generator_class = quick.Context, quick.Calls
    env.newstyle_gettext = True  # type: ignore[attr-defined]
    env.globals.update(quick.WORDS)
    env.globals.update(url=address, static=static, ui=Components(env), current_language=translation.get_language)
    env.globals.update(settings_groups=settings_pages.groups_for)
    env.filters.update(formats.FILTERS)
    return env
