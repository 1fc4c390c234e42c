"""Every address of the site. Capabilities own theirs; this file only mounts them."""

from __future__ import annotations

from django.urls import include, path

from kameo.config.api import api
from kameo.config.api import not_found as api_not_found

handler403 = "kameo.web.errors.forbidden"
handler404 = "kameo.web.errors.page_not_found"
handler500 = "kameo.web.errors.server_error"

urlpatterns = [
    path("api/v1/", api.urls),
    path("api/<path:path>", api_not_found),
    path("", include("kameo.people.urls")),
    path("settings/", include("kameo.web.settings.urls")),
    path("setup/", include("kameo.web.setup.urls")),
    path("imports/", include("kameo.exchange.urls")),
    path("", include("kameo.insight.urls")),
    path("notifications/", include("kameo.notifications.urls")),
    path("", include("kameo.web.urls")),
    path("", include("kameo.interactions.urls")),
    path("", include("kameo.accounts.register_urls")),
    path("qualification/", include("kameo.accounts.qualification_urls")),
    path("", include("kameo.stakeholders.urls")),
    path("accounts/", include("kameo.accounts.urls")),
    path("portfolio/", include("kameo.accounts.portfolio_urls")),
    path("accounts/<int:account_id>/invoices/", include("kameo.contracts.urls")),
]
