"""The tabs of the account that the shell itself serves."""

from django.utils.translation import gettext_lazy as _

from kameo.core import panels
from kameo.web.brief.lately import latest_lines

panels.register_tab("portrait", _("Portrait"), url_name="account", order=1)
panels.register_tab("changes", _("Changes"), url_name="account-changes", order=90)
panels.register_brief("lately", _("What happened last"), fetch=latest_lines, order=30)
