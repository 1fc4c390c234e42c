"""What qualification adds to the account page and to the brief of a meeting."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kameo.core import panels
from kameo.qualification.queries.brief import objectives
from kameo.qualification.queries.summary import qualification_summary

panels.register_tab("qualification", _("Qualification"), url_name="qualification:account", order=15)
panels.register("qualified", _("Class"), fetch=qualification_summary, template="qualification/_panel.html", order=15)
panels.register_brief("objectives", _("Our objectives here"), fetch=objectives, order=40)
