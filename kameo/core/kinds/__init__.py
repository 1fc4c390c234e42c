"""What a value is, said once: every engine (lists, records, custom fields, imports) asks the kind of a field.

`values` is pure; `forms` gives the control that takes such a value, `api` its type in JSON bodies. A new kind is one
class in `values`, with a function registered in each of the two. Kinds that point at a record of an app above are
`ReferenceKind`s that this app declares (`accounts.kinds`, …) with their own control.
"""

from kameo.core.kinds.values import (
    ChoiceKind,
    DayKind,
    FlagKind,
    LongTextKind,
    MailKind,
    MomentKind,
    MoneyKind,
    NumberKind,
    ReferenceKind,
    ScaleKind,
    SeveralKind,
    TagsKind,
    TextKind,
    UrlKind,
    ValueKind,
    WholeKind,
)

__all__ = [
    "ChoiceKind",
    "DayKind",
    "FlagKind",
    "LongTextKind",
    "MailKind",
    "MomentKind",
    "MoneyKind",
    "NumberKind",
    "ReferenceKind",
    "ScaleKind",
    "SeveralKind",
    "TagsKind",
    "TextKind",
    "UrlKind",
    "ValueKind",
    "WholeKind",
]
