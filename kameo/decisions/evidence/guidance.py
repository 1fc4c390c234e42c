"""Guided rating: a few questions choose the value, so that two people rate alike, and write the evidence (b-1).

Pure decision trees. An answer that nobody can give ("not known") never counts as a no to what would lower a rating by
more than its absence does: it simply adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.decisions.enums import Claim, Grade, Level, Stance

UNKNOWN = "unknown"


@dataclass(frozen=True)
class GuideAnswer:
    """`note` is what the evidence says when it is chosen; `grade` what that is worth."""

    code: str
    label: Any
    note: Any = ""
    grade: int = Grade.SAID


@dataclass(frozen=True)
class GuideQuestion:
    code: str
    text: Any
    answers: tuple[GuideAnswer, ...]


@dataclass(frozen=True)
class Advice:
    """What the answers come to: the value, the sentence for the evidence, and its grade."""

    value: str
    sentence: str
    grade: int


@dataclass(frozen=True)
class Guide:
    """The questions of one rating, and how their answers choose."""

    claim: str
    questions: tuple[GuideQuestion, ...]
    choose: Callable[[Mapping[str, str]], str]

    @staticmethod
    def pills(question: GuideQuestion) -> list[dict[str, Any]]:
        """The answers as `ui.pills` takes them."""
        return [{"value": one.code, "label": one.label} for one in question.answers]

    def advise(self, given: Mapping[str, str]) -> Advice:
        """`given` maps each question's code to an answer's; one left out counts as not known."""
        notes, grades = [], [int(Grade.SAID)]
        for question in self.questions:
            answer = next((one for one in question.answers if one.code == given.get(question.code)), None)
            if answer is not None and answer.note:
                notes.append(str(answer.note))
                grades.append(answer.grade)
        return Advice(self.choose(given), " ".join(notes), max(grades))


_NOT_KNOWN = GuideAnswer(UNKNOWN, _("I do not know"))


def _influence(given: Mapping[str, str]) -> str:
    said = {code: given.get(code, UNKNOWN) for code in ("stops", "budget", "asked", "moved", "heard")}
    strong = sum(
        (
            said["stops"] == "yes",
            said["budget"] == "yes",
            said["asked"] == "always",
            said["moved"] == "seen",
            said["heard"] == "yes",
        )
    )
    if said["stops"] == "yes" or said["budget"] == "yes":
        return "5" if strong >= 3 else "4"
    if strong >= 2:
        return "4" if strong == 3 else "3"
    return "2" if strong or said["asked"] == "sometimes" or said["moved"] == "told" else "1"


def _stance(given: Mapping[str, str]) -> str:
    acted, blocked = given.get("acted"), given.get("blocked")
    behind, prefers, gains = given.get("behind"), given.get("prefers"), given.get("gains")
    if blocked == "yes" or behind == "against":
        return (
            Stance.OPPONENT
            if (blocked == "yes" and behind == "against") or prefers == "yes" or gains == "loses"
            else Stance.SCEPTIC
        )
    if behind == "doubts" or prefers == "yes":
        return Stance.SCEPTIC
    if acted == "yes" and behind == "defends":
        return Stance.CHAMPION
    if acted == "yes" or behind == "defends" or (behind == "good" and gains == "own"):
        return Stance.SUPPORTER
    if given.get("shares") == "unasked":
        return Stance.SUPPORTER
    return Stance.NEUTRAL


def _level(given: Mapping[str, str]) -> str:
    calls, solved, advice = given.get("calls"), given.get("solved"), given.get("advice")
    tells = given.get("tells")
    if given.get("knows") == "no":
        return str(Level.UNKNOWN.value)
    if advice == "often" and tells == "yes":
        return str(Level.ADVISOR.value)
    if solved == "yes" and (calls in {"first", "sometimes"} or tells == "yes"):
        return str(Level.SOLVER.value)
    if solved == "yes" or calls == "first" or advice in {"often", "once"}:
        return str(Level.CREDIBLE.value)
    return str(Level.VENDOR.value)


GUIDES: dict[str, Guide] = {
    Claim.INFLUENCE.value: Guide(
        Claim.INFLUENCE,
        (
            GuideQuestion(
                "stops",
                _("Could they alone stop the decision?"),
                (
                    GuideAnswer("yes", _("Yes"), _("Can alone stop the decision.")),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "budget",
                _("Do they hold or release the budget?"),
                (GuideAnswer("yes", _("Yes"), _("Releases the budget.")), GuideAnswer("no", _("No")), _NOT_KNOWN),
            ),
            GuideQuestion(
                "asked",
                _("Is their opinion asked before the others decide?"),
                (
                    GuideAnswer("always", _("Always"), _("Their opinion is always asked before the decision.")),
                    GuideAnswer("sometimes", _("Sometimes"), _("Their opinion is asked now and then.")),
                    GuideAnswer("never", _("Never")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "moved",
                _("Has a decision changed after they spoke?"),
                (
                    GuideAnswer(
                        "seen", _("Yes, we saw it"), _("A decision changed after they spoke: we saw it."), Grade.DID
                    ),
                    GuideAnswer(
                        "told", _("So we were told"), _("We were told that a decision changed after they spoke.")
                    ),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "heard",
                _("Do people above their own manager listen to them?"),
                (
                    GuideAnswer("yes", _("Yes"), _("People above their manager listen to them.")),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
        ),
        _influence,
    ),
    Claim.STANCE.value: Guide(
        Claim.STANCE,
        (
            GuideQuestion(
                "acted",
                _("Have they done something for us that cost them time, credit or a risk?"),
                (
                    GuideAnswer("yes", _("Yes"), _("Did something for us at a cost to them."), Grade.COST),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "behind",
                _("What do they say of us when we are not there?"),
                (
                    GuideAnswer("defends", _("They defend us"), _("Defends us in our absence.")),
                    GuideAnswer("good", _("Good things"), _("Speaks well of us.")),
                    GuideAnswer("doubts", _("Doubts"), _("Voices doubts about us.")),
                    GuideAnswer("against", _("They speak against us"), _("Speaks against us.")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "shares",
                _("Do they share information that helps us?"),
                (
                    GuideAnswer(
                        "unasked", _("Without being asked"), _("Shares useful information unasked."), Grade.DID
                    ),
                    GuideAnswer("asked", _("When we ask"), _("Answers our questions.")),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "prefers",
                _("Do they prefer another solution?"),
                (GuideAnswer("yes", _("Yes"), _("Prefers another solution.")), GuideAnswer("no", _("No")), _NOT_KNOWN),
            ),
            GuideQuestion(
                "blocked",
                _("Have they slowed or blocked something of ours?"),
                (
                    GuideAnswer("yes", _("Yes"), _("Slowed or blocked something of ours."), Grade.DID),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "gains",
                _("What do they gain if we succeed?"),
                (
                    GuideAnswer(
                        "own", _("Something of their own"), _("Gains something of their own from our success.")
                    ),
                    GuideAnswer("nothing", _("Nothing in particular")),
                    GuideAnswer("loses", _("They lose by it"), _("Loses by our success.")),
                    _NOT_KNOWN,
                ),
            ),
        ),
        _stance,
    ),
    Claim.LEVEL.value: Guide(
        Claim.LEVEL,
        (
            GuideQuestion(
                "knows",
                _("Do they know who we are and what we do?"),
                (GuideAnswer("yes", _("Yes")), GuideAnswer("no", _("No"), _("Does not know what we do.")), _NOT_KNOWN),
            ),
            GuideQuestion(
                "calls",
                _("Do they call us when our subject comes up?"),
                (
                    GuideAnswer("first", _("First of all"), _("Calls us first on our subject."), Grade.DID),
                    GuideAnswer("sometimes", _("Among others"), _("Calls us among others."), Grade.DID),
                    GuideAnswer("never", _("Never")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "solved",
                _("Have we solved a problem of theirs, in their own words?"),
                (
                    GuideAnswer("yes", _("Yes"), _("Says that we solved a problem of theirs.")),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "advice",
                _("Do they ask our opinion beyond what we sell?"),
                (
                    GuideAnswer("often", _("Often"), _("Often asks our opinion beyond what we sell."), Grade.DID),
                    GuideAnswer(
                        "once", _("It has happened"), _("Once asked our opinion beyond what we sell."), Grade.DID
                    ),
                    GuideAnswer("never", _("Never")),
                    _NOT_KNOWN,
                ),
            ),
            GuideQuestion(
                "tells",
                _("Do they tell us what other suppliers are not told?"),
                (
                    GuideAnswer("yes", _("Yes"), _("Tells us what other suppliers are not told."), Grade.DID),
                    GuideAnswer("no", _("No")),
                    _NOT_KNOWN,
                ),
            ),
        ),
        _level,
    ),
}
