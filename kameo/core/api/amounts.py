"""Amounts and shares in JSON: numbers, exact to the cent below 90 000 billion."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

_AsNumber = PlainSerializer(float, return_type=float, when_used="unless-none")
Amount = Annotated[Decimal, _AsNumber, WithJsonSchema({"type": "number"})]
AmountIn = Annotated[Decimal, WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})]
