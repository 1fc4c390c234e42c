"""The gaps of a map, the most serious first, each with the act that closes it (c-11, R66, R67, R69)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kameo.core.addresses import address
from kameo.core.ui import formats
from kameo.decisions.enums import Stance
from kameo.insight.coverage.acts import Act, Gap, Says, days_of_silence, listed_names, page_address
from kameo.insight.coverage.compute import Coverage
from kameo.insight.coverage.levels import EntityRow
from kameo.insight.coverage.shapes import MapMember, PlaceState
from kameo.insight.coverage.words import LEVELS

SEVERITIES = ("bad", "warn", "info")


def gaps_of(coverage: Coverage, account_id: int, user: Any = None) -> list[Gap]:
    """Every gap, the most serious first; the order of the rules within one severity.

    Acts are those that `user` may do; without a user, all of them.
    """
    found = list(_Rules(coverage, account_id, user).all())
    return sorted(found, key=lambda gap: SEVERITIES.index(gap.severity))


class _Rules(Says):
    """One method for one kind of gap."""

    def __init__(self, coverage: Coverage, account_id: int, user: Any) -> None:
        super().__init__(coverage, account_id, user)
        self.said: set[int] = set()  # stakes whose silence was told already

    def all(self) -> Iterator[Gap]:
        if self.coverage.empty:
            title = _("Nobody is on the decision map")
            yield Gap("no_map", "warn", title, _("Write down who decides here."), self.map(_("Draw the map")))
            return
        for rule in (
            self._threads,
            self._silent_deciders,
            self._places,
            self._concentration,
            self._entities,
            self._leaving,
            self._few,
            self._cold_places,
            self._levels,
            self._unrated,
            self._assumed,
        ):
            yield from rule()

    # --- who holds the account -------------------------------------------------------------------------------

    def _threads(self) -> Iterator[Gap]:
        threads, tone = self.coverage.threads, self.coverage.thread_tone
        if tone in {"", "ok"}:
            if threads.reason == "no_strength":
                act = self.log(self.next())
                yield Gap("no_exchange", "warn", _("No exchange is known"), _("Nobody of the map was ever met."), act)
            return
        strong = [one for one in self.coverage.mapped if one.stake_id in threads.stakes]
        names = listed_names(one.name for one in strong)
        after = self.next(strong)
        text = _("Next to strengthen: %(name)s.") % {"name": self.called(after)} if after else ""
        if not strong:
            title, severity = _("No relationship holds"), "bad"
        elif len(strong) == 1:
            title, severity = _("Everything hangs on %(name)s") % {"name": names}, "bad"
        else:
            words = ngettext(
                "Only %(num)s person holds the account", "Only %(num)s people hold the account", len(strong)
            )
            title, severity = words % {"num": len(strong)}, "warn"
            text = f"{names}. {text}".strip()
        yield Gap("threads", severity, title, text, self.log(after), threads.stakes)

    def _concentration(self) -> Iterator[Gap]:
        first, figure = self.coverage.first, self.coverage.concentration
        if not self.coverage.concentrated or first is None or len(self.coverage.mapped) < 2:
            return
        part = formats.percent(figure.value, 0)
        title = _("%(part)s of exchanges go through one person") % {"part": part}
        after = self.next([first])
        text = f"{first.name}. "
        text += _("Speak with %(name)s too.") % {"name": self.called(after)} if after else ""
        yield Gap("concentration", "bad", title, text.strip(), self.log(after), figure.stakes)

    def _entities(self) -> Iterator[Gap]:
        """An entity with a single person, silent: serious, one by one. In contact: to know, all together."""
        rows = self.coverage.entities
        alone = [row for row in rows if row.account_id != self.account and len(row.whole.known) == 1]
        if len(rows) < 2 or not alone:
            return
        for row in alone:
            if not row.whole.contacted:
                yield self._silent_entity(row, row.whole.known[0])
        met = [row for row in alone if row.whole.contacted]
        if met:
            words = ngettext(
                "%(num)s entity hangs on a single person", "%(num)s entities hang on a single person", len(met)
            )
            text = listed_names(f"{row.name} ({row.whole.known[0].name})" for row in met) + "."
            people = tuple(row.whole.known[0].stake_id for row in met)
            yield Gap("entity", "info", words % {"num": len(met)}, text, self.add(), people)

    def _silent_entity(self, row: EntityRow, one: MapMember) -> Gap:
        self.said.add(one.stake_id)
        title = _("%(place)s hangs on a single person") % {"place": row.name}
        text = f"{one.name}, {self.since(one)}."
        return Gap("entity", "bad", title, text, self.log(one), (one.stake_id,))

    def _few(self) -> Iterator[Gap]:
        if self.coverage.few:
            number = len(self.coverage.mapped)
            title = ngettext("%(num)s person mapped", "%(num)s people mapped", number) % {"num": number}
            text = _("Fewer than %(few)s: one departure changes everything.") % {"few": self.asked.few}
            yield Gap("few", "warn", title, text, self.add())

    # --- who decides ----------------------------------------------------------------------------------------

    def _silent_deciders(self) -> Iterator[Gap]:
        for one in self.coverage.deciders:
            days = days_of_silence(self.coverage, one.last_contact_at)
            if one.stake_id in self.said or (days is not None and days <= self.asked.level_days):
                continue
            self.said.add(one.stake_id)
            both = days_of_silence(self.coverage, one.last_two_way_at)
            severity = "bad" if both is None or both > self.asked.two_way_days else "warn"
            title = _("%(name)s decides, and is silent") % {"name": one.name}
            text = self.since(one).capitalize() + "."
            yield Gap("silent_decider", severity, title, text, self.log(one), (one.stake_id,))

    def _places(self) -> Iterator[Gap]:
        for state in self.coverage.places:
            if state.taken:
                continue
            if state.place.stance and not (state.place.role or state.place.family):
                yield self._no_champion(state)
            else:
                yield self._empty(state)

    def _empty(self, state: PlaceState) -> Gap:
        severity = "bad" if state.place.influence == 5 else "warn"
        title = _("Nobody known: %(role)s") % {"role": state.place.name}
        if state.sketched:
            one = state.sketched[0]
            text = _("“%(role)s” is drawn, without a name.") % {"role": one.name}
            act = Act(_("Identify"), address("contacts:edit", one.person_id)) if self.writes else self.sheet(one)
            return Gap("place", severity, title, text, act, (one.stake_id,))
        text = _("A required role: it counts as a relationship of 0.")
        return Gap("place", severity, title, text, self.add())

    def _no_champion(self, state: PlaceState) -> Gap:
        near = [one for one in self.coverage.mapped if one.stance == Stance.SUPPORTER]
        best = max(near, key=lambda one: (one.influence or 0, -one.stake_id), default=None)
        title = _("Nobody known: %(role)s") % {"role": state.place.name}
        if best is None:
            text = _("Nobody who supports us could become one.")
            return Gap("champion", "warn", title, text, self.map(_("Rate positions")))
        text = _("%(name)s supports us and could become one.") % {"name": best.name}
        return Gap("champion", "warn", title, text, self.log(best), (best.stake_id,))

    def _cold_places(self) -> Iterator[Gap]:
        days = formats.days_in_words(self.asked.two_way_days)
        for state in self.coverage.places:
            if not state.taken or state.covered or any(one.stake_id in self.said for one in state.taken):
                continue
            one = max(state.taken, key=lambda who: (who.influence or 0, -who.stake_id))
            title = _("%(role)s: no dialogue within %(days)s") % {"role": state.place.name, "days": days}
            text = f"{one.name}, {self.last(one)}."
            yield Gap("cold_place", "warn", title, text, self.log(one), (one.stake_id,))

    def _leaving(self) -> Iterator[Gap]:
        for one in self.coverage.mapped:
            if one.leaves_on is None:
                continue
            title = _("%(name)s leaves on %(day)s") % {"name": one.name, "day": formats.date_short(one.leaves_on)}
            url = page_address("insight:departure", self.account, person=one.person_id)
            act = Act(_("See what it changes"), url) if url else self.sheet(one)
            severity = "warn" if one.stake_id in self.keys or one.stance == Stance.CHAMPION else "info"
            yield Gap("leaving", severity, title, self.about(one), act, (one.stake_id,))

    # --- what is not known ----------------------------------------------------------------------------------

    def _levels(self) -> Iterator[Gap]:
        for row in self.coverage.levels:
            if not row.whole.gap:
                continue
            known, wanted = len(row.whole.known), row.whole.wanted
            title = _("%(level)s: %(known)s of %(wanted)s") % {
                "level": LEVELS[row.level],
                "known": known,
                "wanted": wanted,
            }
            yield Gap("level", "warn", title, _("Fewer relays than wanted at this level."), self.add())

    def _unrated(self) -> Iterator[Gap]:
        bare = [one for one in self.coverage.mapped if one.influence is None or not one.stance]
        if bare:
            words = ngettext("%(num)s person to rate", "%(num)s people to rate", len(bare))
            text = _("Influence or position not rated: %(names)s.") % {"names": listed_names(one.name for one in bare)}
            act = self.edit(bare[0], _("Rate")) or self.map(_("Rate"))
            yield Gap("unrated", "warn", words % {"num": len(bare)}, text, act, tuple(one.stake_id for one in bare))

    def _assumed(self) -> Iterator[Gap]:
        rated = [one for one in self.coverage.mapped if one.stance or one.influence is not None]
        bare = [one for one in rated if not one.evidence]
        bare.sort(key=lambda one: (one.stake_id not in self.keys, -(one.influence or 0), one.stake_id))
        if bare:
            words = ngettext(
                "The ratings of %(num)s person rest on nothing",
                "The ratings of %(num)s people rest on nothing",
                len(bare),
            )
            act = self.edit(bare[0], _("Add evidence")) or self.map(_("Add evidence"))
            text = _("No evidence: %(names)s.") % {"names": listed_names(one.name for one in bare)}
            yield Gap("assumed", "info", words % {"num": len(bare)}, text, act, tuple(one.stake_id for one in bare))
