"""Settings of evidence: worth, half-life, and the thresholds of contradictions (idea 8)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core import preferences

GROUP = "evidence"

preferences.define_group(
    GROUP,
    _("Evidence of the decision map"),
    icon="check",
    order=22,
    help=_("What a rating rests on, how fast it ages, and when it is only assumed."),
)

_WORTHS: list[tuple[str, int, Any]] = [
    ("title", 25, _("Worth of a title")),
    ("said", 50, _("Worth of words")),
    ("did", 75, _("Worth of a deed")),
    ("cost", 100, _("Worth of a deed at a cost to them")),
]
_HALVES: list[tuple[str, int, Any]] = [
    ("title", 180, _("A title loses half its worth in")),
    ("said", 180, _("Words lose half their worth in")),
    ("did", 365, _("A deed loses half its worth in")),
    ("cost", 730, _("A deed at a cost loses half its worth in")),
]
_settings = preferences.SettingsOf(GROUP)
for _key, _default, _label in _WORTHS:
    _settings.define(f"evidence.worth_{_key}", "integer", _default, _label, (1, 100), unit=_("points"))
for _key, _default, _label in _HALVES:
    _settings.define(f"evidence.half_life_{_key}", "integer", _default, _label, (7, 3650), unit=_("days"))
_settings.define(
    "evidence.assumed_below",
    "integer",
    25,
    _("A rating is only assumed below"),
    (1, 100),
    unit=_("points"),
    help=_("Out of 100. Without evidence, a rating is worth 0."),
)
_settings.define(
    "evidence.silent_days",
    "integer",
    60,
    _("A champion or a supporter is silent after"),
    (7, 730),
    unit=_("days"),
    help=_("Days without a contact that comes from them: the map then says that their position is contradicted."),
)
