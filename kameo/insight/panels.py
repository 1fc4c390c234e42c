"""What the app adds to an account's page: where it stands in the 9-box, and who rated it."""

from django.utils.translation import gettext_lazy as _

from kameo.core import panels

panels.register_tab("position", _("9-box"), url_name="insight:ratings", order=45)
