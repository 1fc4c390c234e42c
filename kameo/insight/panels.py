"""The blocks of the app on an account's page and on a map."""

from django.utils.translation import gettext_lazy as _

from kameo.core import panels
from kameo.decisions.mapping import map_blocks
from kameo.insight.coverage import concerns, factor, proposal  # noqa: F401 - they register
from kameo.insight.coverage.briefing import brief_gaps
from kameo.insight.coverage.summary import account_summary, map_summary
from kameo.insight.departures.exposures import exposures
from kameo.insight.departures.revenue import revenue_exposed
from kameo.insight.network import blocks as network_blocks  # noqa: F401 - they register
from kameo.insight.strength import blocks  # noqa: F401 - it registers

panels.register_tab("position", _("9-box"), url_name="insight:ratings", order=45)
exposures.register("revenue", revenue_exposed, order=10)
panels.register(
    "coverage", _("Who decides"), fetch=account_summary, template="insight/coverage/_account.html", order=10
)
map_blocks.put_beside_map(
    "coverage", _("To do first"), fetch=map_summary, template="insight/coverage/_map.html", order=10
)
panels.register_brief("gaps", _("To close in this meeting"), fetch=brief_gaps, order=10)
