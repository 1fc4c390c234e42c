"""How ratings and decisions are said, on the timeline and since a last visit."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kameo.accounts.enums import AccountClass
from kameo.accounts.timeline.entries import TimelineLine
from kameo.accounts.timeline.words import Said, changed_words, label_of, line_words, register_news
from kameo.qualification import events


def _class_words(line: TimelineLine, me: bool) -> Said:
    """A decision, its end, a wish, or what the rules made of the class by themselves."""
    event, name = line.data.get("event"), label_of(AccountClass, line.data.get("class"))
    if event == events.CLASS_CHANGED:
        before, after = (label_of(AccountClass, line.data.get(side)) for side in ("from", "to"))
        return {"icon": "key", "sentence": changed_words(me, _("the class"), before, after)}
    if event == events.CLASS_PROPOSED:
        words = pgettext("after you", "proposed the class: %(class)s") if me else _("proposed the class: %(class)s")
    elif event == events.CLASS_DECISION_ENDED:
        words = (
            pgettext("after you", "ended the decision on the class: %(class)s")
            if me
            else _("ended the decision on the class: %(class)s")
        )
    elif line.data.get("kind") == "accepted":
        words = pgettext("after you", "accepted the class: %(class)s") if me else _("accepted the class: %(class)s")
    else:
        words = pgettext("after you", "decided the class: %(class)s") if me else _("decided the class: %(class)s")
    return {"icon": "key", "sentence": words % {"class": name}, "text": line.data.get("reason") or ""}


line_words.register("class", _class_words)
register_news(
    {
        events.CRITERION_RATED: lambda: _("Scorecard rated"),
        events.ALIGNMENT_RATED: lambda: _("Alignment rated: %(name)s"),
        events.CLASS_DECIDED: lambda: _("Class decided"),
        events.CLASS_DECISION_ENDED: lambda: _("Decision on the class ended"),
        events.CLASS_PROPOSED: lambda: _("Class proposed"),
        events.CLASS_CHANGED: lambda: _("Class changed by the rules"),
    }
)
