"""The strength of the relation with a person, computed from interactions (c-10), beside what people declare."""

from kameo.insight.strength.formula import Inputs, Strength, band_of, compute_strength, level_of
from kameo.insight.strength.history import Contact, inputs_from
from kameo.insight.strength.refresh import refresh_people
from kameo.insight.strength.settings import Settings, read_settings

__all__ = [
    "Contact",
    "Inputs",
    "Settings",
    "Strength",
    "band_of",
    "compute_strength",
    "inputs_from",
    "level_of",
    "read_settings",
    "refresh_people",
]
