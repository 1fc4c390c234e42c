"""What the app adds to an account's page: where it stands in the 9-box, and who rated it."""

from django.utils.translation import gettext_lazy as _

from kameo.core import panels
from kameo.decisions.mapping import map_blocks
from kameo.insight.coverage import concerns, factor, proposal  # noqa: F401 - they register
from kameo.insight.coverage.briefing import gaps
from kameo.insight.coverage.glance import account_glance, map_glance
from kameo.insight.departures.exposures import exposures
from kameo.insight.departures.revenue import revenue_exposed
from kameo.insight.network import blocks as network_blocks  # noqa: F401 - they register
from kameo.insight.strength import blocks  # noqa: F401 - it registers

panels.register_tab("position", _("9-box"), url_name="insight:ratings", order=45)
exposures.register("revenue", revenue_exposed, order=10)
panels.register("coverage", _("Who decides"), fetch=account_glance, template="insight/coverage/_account.html", order=10)
map_blocks.put_beside_map(
    "coverage", _("To do first"), fetch=map_glance, template="insight/coverage/_map.html", order=10
)
panels.register_brief("gaps", _("To close in this meeting"), fetch=gaps, order=10)
