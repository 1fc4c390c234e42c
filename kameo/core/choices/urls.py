"""The addresses of every list with a settings page."""

from __future__ import annotations

from django.urls import URLPattern, path

from kameo.core.choices import views
from kameo.core.choices.lists import ChoiceList, ChoicePage, choice_lists

app_name = "choices"


def _page_patterns(choices: ChoiceList, page: ChoicePage) -> list[URLPattern]:
    one, key = f"{page.one or page.path}<int:option_id>/", {"key": choices.key}
    return [
        path(page.path, views.choice_page, key, name=choices.key),
        path(one, views.choice_edit, key, name=f"{choices.key}-one"),
        path(f"{one}<slug:act>/", views.choice_act, key, name=f"{choices.key}-act"),
    ]


urlpatterns = [pattern for choices in choice_lists if choices.page for pattern in _page_patterns(choices, choices.page)]
