"""Forms of the formal circuit: steps, budget period, committees and their members."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils import dates
from django.utils.translation import gettext_lazy as _

from kameo.accounts.models import Account
from kameo.accounts.names.picker import AccountField
from kameo.contacts.models import Person, Position
from kameo.contacts.queries import managers_for
from kameo.core.forms import run_verb
from kameo.decisions import domain
from kameo.decisions.enums import CommitteeKind
from kameo.decisions.models import Committee, DecisionMap, DecisionStep
from kameo.decisions.queries.circuit import committees_for
from kameo.decisions.records import COMMITTEES, MAPS

MONTHS = [("", _("Not known")), *((str(number), name) for number, name in dates.MONTHS.items())]
ENTITIES = 60  # offered as boxes; any other is found by its name


class StepForm(forms.Form):
    """A step, and who decides it: a committee or a person, not both."""

    name = forms.CharField(
        label=_("Step"), max_length=120, help_text=_("For example: specifications, technical advice, choice.")
    )
    committee = forms.ModelChoiceField(
        label=_("Committee that decides"),
        queryset=Committee.objects.none(),
        required=False,
        empty_label=_("No committee"),
    )
    person = forms.ModelChoiceField(
        label=_("Person who decides"), queryset=Person.objects.none(), required=False, empty_label=_("Nobody alone")
    )
    days = forms.IntegerField(
        label=_("Usual duration"),
        required=False,
        min_value=0,
        max_value=1830,
        help_text=_("In days, from the end of the step before. Empty while nobody knows."),
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea({"rows": 3}))
    rank = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput())

    def __init__(self, data: Any = None, *, by: Any, account: Account, step: DecisionStep | None = None) -> None:
        self.by, self.step = by, step
        names = ("name", "committee", "person", "days", "note")
        super().__init__(data, initial={name: getattr(step, name) for name in names} if step else {})
        self.fields["committee"].queryset = committees_for(account, by)
        kept = [step.person_id] if step is not None and step.person_id else []
        offer_people(self.fields["person"], account, by, kept)

    def save(self, found: Callable[[], DecisionMap] | None = None) -> bool:
        """Change the step, or add one to the map that `found` gives (made by then)."""
        values = dict(self.cleaned_data)
        rank = values.pop("rank")

        def write() -> None:
            if self.step is not None:
                domain.change_step(self.step, by=self.by, **values)
            elif found is not None:
                self.step = domain.add_step(found(), by=self.by, rank=rank, **values)

        return run_verb(self, write)


class BudgetForm(forms.Form):
    """The customer's budget period and how they call for tenders (R76)."""

    budget_opens = forms.TypedChoiceField(
        label=_("Budget prepared from"), choices=MONTHS, coerce=int, empty_value=None, required=False
    )
    budget_closes = forms.TypedChoiceField(
        label=_("Budget closed in"), choices=MONTHS, coerce=int, empty_value=None, required=False
    )
    tender = forms.CharField(
        label=_("Tender practice"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("For example: a tender above 100 000 €, three suppliers consulted below."),
    )

    def __init__(self, data: Any = None, *, by: Any, decision_map: DecisionMap | None) -> None:
        self.by = by
        names = BudgetForm.base_fields
        stored = {name: getattr(decision_map, name) for name in names} if decision_map else {}
        super().__init__(data, initial=stored)

    def save(self, found: Callable[[], DecisionMap]) -> bool:
        return run_verb(self, lambda: MAPS.change(found(), by=self.by, **self.cleaned_data))


class CommitteeForm(forms.Form):
    """A committee and the entities it serves: those of the group as boxes, any other by its name."""

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=CommitteeKind, initial=CommitteeKind.COMMITTEE)
    meets = forms.CharField(
        label=_("Meets"), max_length=120, required=False, help_text=_("For example: first Tuesday of the month.")
    )
    serves = forms.ModelMultipleChoiceField(
        label=_("Decides also for"),
        queryset=Account.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    other = AccountField(
        label=_("And for another account"),
        nothing=_("None"),
        required=False,
        help_text=_("A central purchasing body often serves several groups."),
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea({"rows": 3}))

    def __init__(self, data: Any = None, *, by: Any, account: Account, committee: Committee | None = None) -> None:
        self.by, self.account, self.committee = by, account, committee
        kept = list(committee.serves.values_list("account_id", flat=True)) if committee else []
        names = ("name", "kind", "meets", "note")
        stored: dict[str, Any] = {name: getattr(committee, name) for name in names} if committee else {}
        super().__init__(data, initial=stored | {"serves": kept})
        self.fields["other"].user = by
        offered = self._offered(kept)
        if offered:
            self.fields["serves"].queryset = Account.objects.visible_to(by).filter(pk__in=offered)
        else:
            del self.fields["serves"]

    def _offered(self, kept: Iterable[int]) -> list[int]:
        """Those served already, then those of the group."""
        tree = Account.objects.visible_to(self.by).below(self.account.lineage[0]).exclude(pk=self.account.pk)
        near = list(tree.order_by("lineage").values_list("pk", flat=True)[:ENTITIES])
        return [*kept, *(pk for pk in near if pk not in set(kept))]

    def save(self) -> bool:
        values = dict(self.cleaned_data)
        other = values.pop("other")
        serves = [*values.pop("serves", ()), *([other] if other else [])]

        def write() -> None:
            if self.committee is not None:
                COMMITTEES.change(self.committee, by=self.by, serves=serves, **values)
            else:
                self.committee = domain.create_committee(account=self.account, by=self.by, serves=serves, **values)

        return run_verb(self, write)


class CommitteeMemberForm(forms.Form):
    """Somebody who sits in the committee, and what they do there."""

    person = forms.ModelChoiceField(label=_("Who"), queryset=Person.objects.none(), empty_label=_("Choose somebody"))
    part = forms.CharField(label=_("Part"), max_length=80, required=False, help_text=_("Chair, secretary, adviser…"))

    def __init__(self, data: Any = None, *, by: Any, committee: Committee) -> None:
        self.by, self.committee = by, committee
        super().__init__(data)
        served = Account.objects.visible_to(by).filter(served_by__committee=committee)
        offer_people(self.fields["person"], committee.account, by, (), roots={row.lineage[0] for row in served})

    def save(self) -> bool:
        given = self.cleaned_data
        return run_verb(
            self, lambda: domain.seat_member(self.committee, person=given["person"], by=self.by, part=given["part"])
        )


def offer_people(field: Any, account: Account, by: Any, kept: Iterable[int], *, roots: Iterable[int] = ()) -> None:
    """People of the group (and of the groups of `roots`), as "Name (title, account)"; those `kept` stay offered."""
    posts = list(managers_for(account, by))
    for root in set(roots) - {account.lineage[0]}:
        posts += _of_group(root, by)
    words = {post.person_id: _spoken(post) for post in reversed(posts)}
    missing = [pk for pk in kept if pk not in words]
    seen = Person.objects.visible_to(by).filter(pk__in=missing)
    words |= {person.pk: person.full_name for person in seen} if missing else {}
    field.queryset = Person.objects.visible_to(by).filter(pk__in=list(words))
    ordered = sorted(words.items(), key=lambda pair: pair[1].casefold())
    field.widget.choices = [("", field.empty_label), *ordered]


def _of_group(root: int, by: Any) -> list[Position]:
    rows = Position.objects.visible_to(by).current().filter(account__lineage__contains=[root])
    return list(rows.filter(person__binned_at=None).select_related("person", "account")[:500])


def _spoken(position: Position) -> str:
    detail = ", ".join(part for part in (position.title, position.account.name) if part)
    return f"{position.person.full_name} ({detail})"
