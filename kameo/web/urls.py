"""The shell's own addresses: home, the account page, search, and what surrounds them."""

from __future__ import annotations

from django.urls import path

from kameo.web.views import account, brief, home, pages, search

urlpatterns = [
    path("", home.home, name="home"),
    path("accounts/<int:account_id>/", account.account, name="account"),
    path("accounts/<int:account_id>/changes/", account.changes, name="account-changes"),
    path("accounts/<int:account_id>/changes/undo/", account.change_undo, name="account-change-undo"),
    path("accounts/<int:account_id>/brief/", brief.brief, name="brief"),
    path("accounts/<int:account_id>/brief/pdf/", brief.brief_paper, name="brief-pdf"),
    path("search/", search.search_page, name="search"),
    path("search/palette/", search.palette, name="search-palette"),
    path("colleagues/mentions/", search.mentions, name="mentions"),
    path("offline/", pages.offline, name="offline"),
    path("styleguide/", pages.styleguide, name="styleguide"),
]
