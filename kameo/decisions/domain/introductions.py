"""Introductions: ask a colleague, accept, decline, make, withdraw (R71)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _

from kameo.contacts.models import Person, Position
from kameo.core import clock
from kameo.core.acting import acting
from kameo.core.errors import DomainError
from kameo.core.journal.domain import record
from kameo.decisions import events, rules
from kameo.decisions.domain.committees import require_known
from kameo.decisions.enums import IntroductionState
from kameo.decisions.models import Introduction
from kameo.notifications.domain import notify

if TYPE_CHECKING:
    from kameo.people.models import User

NOT_ASKED = "introductions.refused"  # what `User.choices` keeps: whether colleagues may not ask them
LONGEST = 5000
OPEN = (IntroductionState.ASKED, IntroductionState.ACCEPTED)


def ask_introduction(*, person: Person, through: User, by: User, message: str = "") -> Introduction:
    """Ask `through` to introduce `by` to `person`, in words that they read as they are.

    In order: row, journal `introduction.asked`, a notification to `through`. Raises PermissionDenied;
    DomainError "person_unknown", "oneself", "colleague_left", "colleague_does_not_see" (they may not see that
    person), "refused" (they asked not to be asked), "asked_already", "message_long".
    """
    rules.require_ask(by)
    require_known(person, by)
    _check_colleague(person, through, by)
    words = _clean_message(message, "message")
    with acting(by):
        # Two requests sent at once wait for each other here; the constraint would refuse the second unread.
        Person.objects.select_for_update(no_key=True).get(pk=person.pk)
        before = Introduction.objects.filter(person=person, through=through, asked_by=by, state__in=OPEN)
        if before.exists():
            words_for = _("You have asked for this introduction already.")
            raise DomainError("asked_already", words_for, field="through")
        row = Introduction.objects.create(person=person, through=through, asked_by=by, message=words)
        _record_introduction(events.INTRODUCTION_ASKED, row, by)
        text = _("%(who)s asks you for an introduction to %(person)s.")
        _notify(row, through, by, text % {"who": by.full_name, "person": person.full_name}, "asked")
    return row


def withdraw_introduction(introduction: Introduction, *, by: User) -> None:
    """Take a request back while nobody answered; asking again gives it back.

    In order: journal `introduction.withdrawn`, row. Raises PermissionDenied but for who asked; "answered_already".
    """
    _require(introduction.asked_by_id == by.pk)
    with acting(by):
        current = _locked(introduction)
        _in_state(current, IntroductionState.ASKED, code="answered_already")
        _record_introduction(events.INTRODUCTION_WITHDRAWN, current, by)
        current.delete()


def accept_introduction(introduction: Introduction, *, by: User, answer: str = "") -> Introduction:
    """`through` will do it. In order: row, journal `introduction.accepted`, a notification to who asked.

    Raises PermissionDenied but for `through`; DomainError "answered_already", "message_long".
    """
    text = _("%(who)s will introduce you to %(person)s.")
    return _answer(introduction, by, IntroductionState.ACCEPTED, events.INTRODUCTION_ACCEPTED, answer, text)


def decline_introduction(introduction: Introduction, *, by: User, answer: str = "") -> Introduction:
    """`through` cannot, and may say why. Effects and refusals of `accept_introduction`."""
    text = _("%(who)s cannot introduce you to %(person)s.")
    return _answer(introduction, by, IntroductionState.DECLINED, events.INTRODUCTION_DECLINED, answer, text)


def make_introduction(introduction: Introduction, *, by: User, answer: str | None = None) -> Introduction:
    """It is done: said by either of the two, before or after it was accepted. `answer` None keeps the words.

    In order: row, journal `introduction.made`, a notification to the other one. Raises PermissionDenied;
    DomainError "not_open", "message_long".
    """
    _require(by.pk in {introduction.through_id, introduction.asked_by_id})
    with acting(by):
        current = _locked(introduction)
        _in_state(current, *OPEN, code="not_open")
        current.state, current.answered_at = IntroductionState.MADE, clock.now()
        if answer is not None and by.pk == current.through_id:
            current.answer = _clean_message(answer, "answer")
        current.save(update_fields=["state", "answered_at", "answer"])
        _record_introduction(events.INTRODUCTION_MADE, current, by)
        other = current.asked_by if by.pk == current.through_id else current.through
        text = _("%(who)s says that the introduction to %(person)s is made.")
        _notify(current, other, by, text % {"who": by.full_name, "person": current.person.full_name}, "made")
    introduction.refresh_from_db()
    return introduction


def reopen_introduction(introduction: Introduction, *, by: User) -> Introduction:
    """Undo an answer: asked again, as before it; the words of the answer go.

    In order: row, journal `introduction.reopened`. Raises PermissionDenied but for the two; DomainError "not_answered",
    "asked_already" when another request is under way.
    """
    _require(by.pk in {introduction.through_id, introduction.asked_by_id})
    with acting(by):
        current = _locked(introduction)
        if current.state == IntroductionState.ASKED:
            raise DomainError("not_answered", _("This request waits for an answer already."))
        twins = Introduction.objects.filter(
            person=current.person, through=current.through, asked_by=current.asked_by, state__in=OPEN
        )
        if twins.exclude(pk=current.pk).exists():
            raise DomainError("asked_already", _("You have asked for this introduction already."))
        current.state, current.answered_at, current.answer = IntroductionState.ASKED, None, ""
        current.save(update_fields=["state", "answered_at", "answer"])
        _record_introduction(events.INTRODUCTION_REOPENED, current, by)
    introduction.refresh_from_db()
    return introduction


def allow_requests(user: User, *, allowed: bool) -> None:
    """Whether colleagues may ask `user` for introductions, from now on. Only the user's row."""
    choices = {key: value for key, value in user.choices.items() if key != NOT_ASKED}
    if not allowed:
        choices[NOT_ASKED] = True
    if choices != user.choices:
        user.choices = choices
        user.save(update_fields=["choices"])


def may_be_asked(user: User) -> bool:
    return user.is_active and not user.choices.get(NOT_ASKED)


def _answer(introduction: Introduction, by: User, state: str, event: str, answer: str, text: str) -> Introduction:
    _require(introduction.through_id == by.pk)
    words = _clean_message(answer, "answer")
    with acting(by):
        current = _locked(introduction)
        _in_state(current, IntroductionState.ASKED, code="answered_already")
        current.state, current.answer, current.answered_at = state, words, clock.now()
        current.save(update_fields=["state", "answer", "answered_at"])
        _record_introduction(event, current, by)
        said = text % {"who": by.full_name, "person": current.person.full_name}
        _notify(current, current.asked_by, by, said, state)
    introduction.refresh_from_db()
    return introduction


def _check_colleague(person: Person, through: User, by: User) -> None:
    if through.pk == by.pk:
        raise DomainError("oneself", _("Choose a colleague."), field="through")
    if not through.is_active:
        raise DomainError("colleague_left", _("This colleague has left."), field="through")
    if not may_be_asked(through):
        raise DomainError("refused", _("This colleague prefers not to be asked."), field="through")
    if not Person.objects.visible_to(through).filter(pk=person.pk).exists():
        words = _("This colleague does not see that person in Kameo.")
        raise DomainError("colleague_does_not_see", words, field="through")


def _in_state(introduction: Introduction, *states: str, code: str) -> None:
    if introduction.state not in states:
        raise DomainError(code, _("This request has been answered."))


def _locked(introduction: Introduction) -> Introduction:
    rows: Any = Introduction.objects.select_for_update(of=("self",))
    found: Introduction = rows.select_related("person", "through", "asked_by").get(pk=introduction.pk)
    return found


def _clean_message(text: str, field: str) -> str:
    words = (text or "").strip()
    if len(words) > LONGEST:
        raise DomainError("message_long", _("This is too long: a few lines are enough."), field=field)
    return words


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied("introductions")


def _account_of(introduction: Introduction) -> int | None:
    """Where both may look: the message and the journal are about an account that neither learns of by it."""
    held = Position.objects.filter(person=introduction.person_id).visible_to(introduction.asked_by)
    both = held.visible_to(introduction.through).current()
    return both.order_by("account_id").values_list("account_id", flat=True).first()


def _notify(introduction: Introduction, user: User, by: User, text: str, step: str) -> None:
    address = reverse("decisions:introduction", args=[introduction.pk])
    at = int(clock.now().timestamp())  # told again when an answer was undone and given anew
    key = f"introduction:{introduction.pk}:{step}:{at}"
    account_id = _account_of(introduction)
    notify(users=[user], kind="introduction", key=key, text=text, url=address, account_id=account_id, actor=by)


def _record_introduction(event: str, introduction: Introduction, by: User) -> None:
    data = {
        "person": introduction.person_id,
        "name": introduction.person.full_name,
        "through": introduction.through_id,
        "asked_by": introduction.asked_by_id,
    }
    record(event, introduction, by=by, account=_account_of(introduction), data=data)
