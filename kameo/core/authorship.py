"""Who writes, and through which client: every kept value and every event of the journal say it."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import pghistory
from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pghistory import runtime


class Client(TextChoices):
    PAGE = "page", _("on a page")
    KEY = "key", _("with a key")
    IMPORT = "import", _("through an import")
    RULE = "rule", _("through a rule")
    JOB = "job", _("in the background")
    COMMAND = "command", _("with a command")
    ASSISTANT = "assistant", _("through an assistant")


# These decide by themselves what is written: they are named, whatever started them.
DECIDING = frozenset({Client.IMPORT, Client.RULE, Client.ASSISTANT})


@dataclass(frozen=True)
class Origin:
    """Where a value comes from: the client and, where there are several of its kind, which one.

    `id` and `name` are those of the key, the import or the rule; a job and a command have a name only.
    """

    kind: Client
    id: int | None = None
    name: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, Any] | None) -> Origin | None:
        """From what `as_json` gave; None where nobody said."""
        return cls(Client(kept["kind"]), kept.get("id"), kept.get("name", "")) if kept else None

    def as_json(self) -> dict[str, Any]:
        which = {"id": self.id, "name": self.name}
        return {"kind": self.kind.value, **{name: value for name, value in which.items() if value}}

    @property
    def words(self) -> str:
        """What follows the author's name; "" for pages and jobs, which go without saying."""
        if self.kind in {Client.PAGE, Client.JOB}:
            return ""
        if self.name and self.kind in {Client.KEY, Client.IMPORT, Client.RULE}:
            return gettext("%(client)s (“%(name)s”)") % {"client": self.kind.label, "name": self.name}
        return str(self.kind.label)


def signature(name: str, origin: Origin | None) -> str:
    """The author's name, and the client where it says something: "Anne Delmas, with a key (“Intranet”)"."""
    return ", ".join(filter(None, [name, origin.words if origin else ""]))


_origin: ContextVar[Origin | None] = ContextVar("origin", default=None)


@contextlib.contextmanager
def through(client: Client, *, id: int | None = None, name: str = "", **facts: Any) -> Iterator[None]:
    """What is written inside comes through `client`, unless an outer one is named already (see `DECIDING`).

    `facts` go into the field history beside it: the user's id, the address.
    """
    outer = _origin.get()
    decides = client in DECIDING and outer is not None and outer.kind not in DECIDING
    with _coming_from(Origin(client, id, name) if outer is None or decides else outer, **facts):
        yield


@contextlib.contextmanager
def started_by(origin: Mapping[str, Any] | None, *, job: str) -> Iterator[None]:
    """A job's frame: what it writes comes from where it was asked for, if anybody asked for it."""
    with _coming_from(Origin.read(origin) or Origin(Client.JOB, name=job), anew=True, job=job):
        yield


@contextlib.contextmanager
def written_by(user: Any) -> Iterator[None]:
    """The field history names `user`; None leaves whoever it names already."""
    with _saying(**({"user": user.pk} if user else {})):
        yield


def current_origin() -> dict[str, Any]:
    """The origin of what is written now, as it is kept; empty where nobody said."""
    origin = _origin.get()
    return origin.as_json() if origin else {}


@contextlib.contextmanager
def _coming_from(origin: Origin, *, anew: bool = False, **facts: Any) -> Iterator[None]:
    token = _origin.set(origin)
    try:
        with _saying(anew=anew, client=origin.as_json(), **facts):
            yield
    finally:
        _origin.reset(token)


@contextlib.contextmanager
def _saying(*, anew: bool = False, **facts: Any) -> Iterator[None]:
    """More facts for what is written inside.

    pghistory adds them to the outermost context, hence also to what was written before: another author's changes in
    the same request or job would become this one's. A context of its own keeps them apart.
    """
    with pghistory.context():
        outer = runtime._tracker.value
        said = facts if anew else {**outer.metadata, **facts}
        if said != outer.metadata:
            runtime._tracker.value = runtime.Context(uuid.uuid4(), said)
        try:
            yield
        finally:
            runtime._tracker.value = outer
