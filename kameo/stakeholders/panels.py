"""On the account page: the People tab. On sheets and beside maps: departures and new employers (R68, R73)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import panels
from kameo.stakeholders import briefing, followups, held, rated, sheets

panels.register_tab("map", _("Who decides"), url_name="persons:map", order=14)
panels.register_tab("persons", _("Contacts"), url_name="persons:of-account", order=15)

sheets.on_sheet("follow", _("New employer"), fetch=followups.on_person, template="stakeholders/_follow.html", order=10)
sheets.on_map(
    "departures",
    _("Departures to see through"),
    fetch=followups.departures_beside_map,
    template="stakeholders/_open_departures.html",
    order=15,
)
sheets.on_map(
    "newcomers",
    _("Know us from elsewhere"),
    fetch=followups.beside_map,
    template="stakeholders/_newcomers.html",
    order=80,
)
sheets.on_sheet(
    "stakes", _("On the decision maps"), fetch=rated.on_person, template="stakeholders/_stakes.html", order=30
)

__all__ = ["held"]  # what it discloses is declared by being imported
panels.register_brief("departures", _("Departures to see through"), fetch=briefing.open_departures, order=20)
