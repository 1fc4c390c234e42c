"""The account page says who decides. Sheets, maps, briefs: ratings, departures, new employers (R68, R73)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.contacts.sheet import sheet_blocks
from kameo.core import panels
from kameo.decisions.blocks import brief, followups, ratings
from kameo.decisions.mapping import map_blocks
from kameo.decisions.queries import disclosure_sources
from kameo.decisions.terms.rating_filters import register_ratings

panels.register_tab("map", _("Who decides"), url_name="decisions:map", order=14)
panels.register_brief("departures", _("Departures to see through"), fetch=brief.open_departures, order=20)

sheet_blocks.put_on_sheet(
    "follow", _("New employer"), fetch=followups.on_person, template="decisions/_follow.html", order=10
)
sheet_blocks.put_on_sheet(
    "stakes", _("On the decision maps"), fetch=ratings.on_person, template="decisions/_stakes.html", order=30
)
sheet_blocks.offer_on_sheet("departure", _("Announce a departure"), "decisions:departure-new", icon="sign-out")
map_blocks.put_beside_map(
    "departures",
    _("Departures to see through"),
    fetch=followups.departures_beside_map,
    template="decisions/_open_departures.html",
    order=15,
)
map_blocks.put_beside_map(
    "newcomers", _("Know us from elsewhere"), fetch=followups.beside_map, template="decisions/_newcomers.html", order=80
)
register_ratings()

__all__ = ["disclosure_sources"]  # what it discloses is declared by being imported
