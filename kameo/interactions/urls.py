"""Interactions and documents. Those of one account hang below /accounts/<id>/."""

from __future__ import annotations

from django.urls import include, path

from kameo.core.lists.urls import list_urls
from kameo.interactions.lists import INTERACTION_LIST
from kameo.interactions.views import anywhere, documents, interactions, persons

_exchanges = [
    *list_urls(INTERACTION_LIST, "exchanges/"),
    *list_urls(INTERACTION_LIST, "accounts/<int:account_id>/exchanges/", below=True),
]

urlpatterns = [
    path("", include((_exchanges, "exchanges"))),
    path("log/call/", anywhere.log_anywhere, {"kind": "call"}, name="log-call"),
    path("log/note/", anywhere.log_anywhere, {"kind": "note"}, name="log-note"),
    path("log/meeting/", anywhere.log_anywhere, {"kind": "meeting"}, name="log-meeting"),
    path("log/accounts/", anywhere.log_accounts, name="log-accounts"),
    path("log/people/", anywhere.log_people, name="log-people"),
    path("persons/<int:person_id>/exchanges/", persons.person_exchanges, name="person-exchanges"),
    path("accounts/<int:account_id>/interactions/", interactions.interaction_log, name="interaction-log"),
    path("interactions/<int:interaction_id>/", interactions.interaction_change, name="interaction-change"),
    path("accounts/<int:account_id>/documents/", documents.account_documents, name="account-documents"),
    path("documents/<int:document_id>/", documents.document, name="document"),
    path("documents/<int:document_id>/versions/", documents.version_add, name="document-version-add"),
    path("documents/versions/<int:version_id>/file/", documents.version_file, name="document-file"),
    path("documents/versions/<int:version_id>/pages/<int:page>/", documents.version_page, name="document-page"),
]
