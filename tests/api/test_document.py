"""The OpenAPI document is written once, the same for everybody."""

from __future__ import annotations

import pytest
from django.test import Client

from kameo.config import api

DOCUMENT = "/api/v1/openapi.json"


@pytest.mark.django_db
def test_the_document_is_written_once_in_english(monkeypatch):
    client = Client()
    first = client.get(DOCUMENT, headers={"Accept-Language": "fr"}).content
    monkeypatch.setattr(api.KameoApi, "get_openapi_schema", lambda *given, **more: pytest.fail("written again"))
    assert client.get(DOCUMENT, headers={"Accept-Language": "en"}).content == first
    assert b'"operationId": "list_accounts"' in first


@pytest.mark.django_db
def test_who_has_it_is_not_sent_it_again():
    client = Client()
    state = client.get(DOCUMENT)["ETag"]
    assert client.get(DOCUMENT, headers={"If-None-Match": state}).status_code == 304
