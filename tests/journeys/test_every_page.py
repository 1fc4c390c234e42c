"""Each kind of page once: axe finds nothing serious in it, and nothing sticks out of a screen or of a telephone.

Axe takes a second a page, so each page is looked at in one of the four combinations of theme and width, in turn: all
four occur many times, and what they change (tokens, layout, components) is shared by all pages.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.walker import Walker

SCREENS = [(1440, "light"), (390, "dark"), (1440, "dark"), (390, "light")]
PAGES = [
    "/",
    "/accounts/",
    "/accounts/tree/",
    "/accounts/bin/",
    "/accounts/new/",
    "/search/?q=valmorin",
    "/imports/",
    "/imports/new/",
    "/notifications/",
    "/settings/",
    "/profile/",
    "/accounts/ID/",
    "/accounts/ID/changes/",
    "/accounts/ID/structure/",
    "/accounts/ID/team/",
    "/accounts/ID/invoices/",
    "/accounts/ID/map/",
    "/accounts/ID/map/?view=matrix",
    "/accounts/ID/map/?view=list",
    "/accounts/ID/coverage/",
    "/accounts/ID/network/",
    "/accounts/ID/circuit/",
    "/accounts/ID/brief/",
]


@pytest.mark.parametrize(("place", "path"), list(enumerate(PAGES)), ids=PAGES)
def test_it_is_accessible_and_fits(walk: Callable[..., Walker], place: int, path: str) -> None:
    width, theme = SCREENS[place % len(SCREENS)]
    who = "camille.ferrandin" if "ID" in path else "gaetan.roblin"  # the account's lead, or the administrator
    walker = walk(who, width=width, theme=theme)
    if "ID" in path:
        path = path.replace("ID", str(walker.id_of("Groupe Valmorin")))
    answer = walker.page.goto(path)
    assert answer is not None
    assert answer.status == 200
    assert walker.axe() == []
    for wide in (width, 1440 if width == 390 else 390):
        walker.page.set_viewport_size({"width": wide, "height": 900})
        assert walker.page.evaluate("document.documentElement.scrollWidth") == wide
