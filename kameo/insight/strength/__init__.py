"""The strength of the relation with a person, computed from interactions (c-10), beside what people declare."""

from kameo.insight.strength.refresh import refresh_people
from kameo.insight.strength.settings import Settings, read_settings

__all__ = ["Settings", "read_settings", "refresh_people"]
