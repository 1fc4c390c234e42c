"""Every address of the site. Capabilities own theirs; this file only mounts them."""

from __future__ import annotations

from django.urls import include, path

from kameo.config.api import api
from kameo.config.api import document as api_document
from kameo.config.api import not_found as api_not_found

handler403 = "kameo.web.views.errors.forbidden"
handler404 = "kameo.web.views.errors.page_not_found"
handler500 = "kameo.web.views.errors.server_error"

urlpatterns = [
    path("api/v1/openapi.json", api_document, name="openapi"),
    path("api/v1/", api.urls),
    path("api/<path:path>", api_not_found),
    path("", include("kameo.people.urls")),
    path("settings/", include("kameo.web.settings.urls")),
    path("settings/fields/", include("kameo.core.customfields.urls")),
    path("setup/", include("kameo.web.setup.urls")),
    path("imports/", include("kameo.exchange.urls")),
    path("", include("kameo.insight.urls")),
    path("notifications/", include("kameo.notifications.urls")),
    path("", include("kameo.web.urls")),
    path("", include("kameo.interactions.urls")),
    path("", include("kameo.core.merging.urls")),
    path("", include("kameo.core.records.urls")),
    path("", include("kameo.core.choices.urls")),
    path("", include("kameo.registers.urls")),
    path("", include("kameo.qualification.urls")),
    path("", include("kameo.contacts.urls")),
    path("", include("kameo.decisions.urls")),
    path("accounts/", include("kameo.accounts.urls")),
    path("portfolio/", include("kameo.portfolio.urls")),
    path("accounts/<int:account_id>/invoices/", include("kameo.contracts.urls")),
]
