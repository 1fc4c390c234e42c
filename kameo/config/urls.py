"""Every address of the site. Capabilities own theirs; this file only mounts them."""

from __future__ import annotations

from django.urls import include, path

handler403 = "kameo.web.errors.forbidden"
handler404 = "kameo.web.errors.page_not_found"
handler500 = "kameo.web.errors.server_error"

urlpatterns = [
    path("", include("kameo.people.urls")),
]
