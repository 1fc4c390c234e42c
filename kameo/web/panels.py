"""The tabs of the account that the shell itself serves."""

from django.utils.translation import gettext_lazy as _

from kameo.core import panels

panels.register_tab("portrait", _("Portrait"), url_name="account", order=1)
panels.register_tab("changes", _("Changes"), url_name="account-changes", order=90)
