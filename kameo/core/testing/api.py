"""Speaking to the API in tests as one of the cast."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client


class ApiClient:
    """JSON in, JSON out, `Authorization: Bearer` of one user."""

    def __init__(self, user: Any) -> None:
        from kameo.people import domain

        _row, key = domain.create_token(user, name="tests")
        self._client = Client(headers={"Authorization": f"Bearer {key}"}, raise_request_exception=True)

    def get(self, path: str, **query: Any) -> Any:
        return self._client.get(f"/api/v1{path}", query)

    def post(self, path: str, body: Any = None, **more: Any) -> Any:
        return self._client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", **more)

    def upload(self, path: str, **fields: Any) -> Any:
        return self._client.post(f"/api/v1{path}", fields)

    def patch(self, path: str, body: Any, **more: Any) -> Any:
        return self._client.patch(f"/api/v1{path}", json.dumps(body), content_type="application/json", **more)

    def put(self, path: str, body: Any) -> Any:
        return self._client.put(f"/api/v1{path}", json.dumps(body), content_type="application/json")

    def delete(self, path: str) -> Any:
        return self._client.delete(f"/api/v1{path}")


@pytest.fixture
def api_as() -> Any:
    """`api_as(anne).get("/accounts")`."""
    return ApiClient
