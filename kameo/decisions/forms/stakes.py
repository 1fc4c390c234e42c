"""Forms of a stake: ratings, evidence, who is put on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kameo.contacts import domain as contacts
from kameo.contacts.enums import Family, PersonKind, Seniority
from kameo.contacts.models import Person
from kameo.core import clock
from kameo.core.forms import DateInput, run_verb
from kameo.decisions import domain
from kameo.decisions.choices import TERMS
from kameo.decisions.enums import Claim, Grade, Level, Stance, TermList
from kameo.decisions.models import DecisionMap, Stake
from kameo.decisions.queries.stakes import claim_name
from kameo.decisions.records import MAPS
from kameo.people.models import User

if TYPE_CHECKING:
    from kameo.accounts.models import Account
from kameo.decisions.evidence.sources import sources
from kameo.decisions.terms.words import TermWords


def _optional(choices: Any) -> list[tuple[str, Any]]:
    return [("", _("Not known")), *choices.choices]


INFLUENCE = [(str(number), str(number)) for number in range(1, 6)]
LISTS = {"roles": TermList.ROLE, "motivations": TermList.MOTIVATION, "topics": TermList.TOPIC}
CLAIM_OF = {
    TermList.ROLE.value: Claim.ROLE,
    TermList.MOTIVATION.value: Claim.MOTIVATION,
    TermList.TOPIC.value: Claim.TOPIC,
}


class ProofFields(forms.Form):
    """A piece of evidence: what it supports, what it is worth, what was seen or heard, when."""

    proof_claim = forms.ChoiceField(label=_("What it supports"), required=False)
    proof_grade = forms.ChoiceField(label=_("Worth"), choices=Grade, initial=Grade.SAID, required=False)
    proof_sentence = forms.CharField(
        label=_("What was seen or heard"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("A fact that the person could read: who did or said what, in which circumstances."),
    )
    proof_on = forms.DateField(label=_("When"), widget=DateInput(), required=False)

    def offer_claims(self, words: TermWords, stake: Stake) -> None:
        """The ratings, and each role, motivation and topic by its name; those carried first."""
        single = [(claim.value, claim_name(claim)) for claim in (Claim.STANCE, Claim.INFLUENCE, Claim.LEVEL)]
        several = [
            (
                f"{CLAIM_OF[kind].value}:{code}",
                gettext("%(list)s: %(name)s") % {"list": CLAIM_OF[kind].label, "name": name},
            )
            for field, kind in LISTS.items()
            for code, name in words.offered(kind, getattr(stake, field))
        ]
        self.fields["proof_claim"].choices = [*single, *several]
        self.fields["proof_on"].initial = clock.company_today()

    def proofs(self) -> list[dict[str, Any]]:
        """What the verbs take: nothing while no sentence is typed."""
        given = self.cleaned_data
        if not (given.get("proof_sentence") or "").strip():
            return []
        claim, _colon, code = given["proof_claim"].partition(":")
        proof = {
            "claim": claim,
            "grade": given["proof_grade"] or Grade.SAID,
            "sentence": given["proof_sentence"],
            "on": given["proof_on"],
        }
        return [proof | ({"value": code} if code else {})]


class StakeForm(ProofFields):
    """Everything that is rated of somebody on a map, with what the change rests on."""

    influence = forms.ChoiceField(label=_("Influence"), choices=[("", _("Not known")), *INFLUENCE], required=False)
    stance = forms.ChoiceField(label=_("Position towards us"), choices=_optional(Stance), required=False)
    roles = forms.MultipleChoiceField(label=_("Roles"), required=False)
    motivations = forms.MultipleChoiceField(label=_("Motivations"), required=False)
    topics = forms.MultipleChoiceField(label=_("Topics"), required=False)
    new_topic = forms.CharField(label=_("Another topic"), max_length=80, required=False)
    owner = forms.ModelChoiceField(
        label=_("Relation held by"), queryset=User.objects.none(), required=False, empty_label=_("Nobody yet")
    )
    level = forms.ChoiceField(label=_("Relationship today"), choices=_optional(Level), required=False)
    desired = forms.ChoiceField(label=_("Relationship aimed at"), choices=_optional(Level), required=False)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Facts only: whoever is described may ask to read it."),
    )

    def __init__(self, data: Any = None, *, by: Any, stake: Stake, words: TermWords) -> None:
        self.by, self.stake = by, stake
        plain = ("influence", "stance", "roles", "motivations", "topics", "owner", "level", "desired", "note")
        super().__init__(data, initial={name: getattr(stake, name) for name in plain})
        for name, kind in LISTS.items():
            self.fields[name].choices = words.offered(kind, getattr(stake, name))
        self.fields["owner"].queryset = User.objects.active().order_by("first_name", "last_name")
        self.offer_claims(words, stake)

    def save(self) -> bool:
        return run_verb(self, self._write)

    def _write(self) -> None:
        given = {name: self.cleaned_data[name] for name in domain.RATINGS}
        if self.cleaned_data["new_topic"].strip():
            topic = TERMS.add(by=self.by, list=TermList.TOPIC, name=self.cleaned_data["new_topic"])
            given["topics"] = [*given["topics"], topic.code]
        domain.change_stake(self.stake, by=self.by, evidence=self.proofs(), **given)

    def picked(self, name: str) -> Any:
        """What is chosen now, typed or stored: what the radios and pills show."""
        value = self[name].value()
        if name in LISTS:
            return list(value or [])
        return "" if value is None else str(value)

    @property
    def stance_pills(self) -> list[dict[str, Any]]:
        return [
            {"value": "", "label": gettext("Not known")},
            *({"value": one.value, "label": one.label} for one in Stance),
        ]

    def pill_options(self, name: str) -> list[dict[str, Any]]:
        return [{"value": code, "label": label} for code, label in self.fields[name].choices]


class EvidenceForm(ProofFields):
    """One more piece of evidence for what is rated already, or for something else than what is rated."""

    said_stance = forms.ChoiceField(
        label=_("Position it shows"), choices=[("", _("The one rated")), *Stance.choices], required=False
    )
    source = forms.ChoiceField(
        label=_("Proved by"),
        required=False,
        help_text=_("An exchange with them or a document of the account: whoever reads the evidence can open it."),
    )

    def __init__(self, data: Any = None, *, by: Any, stake: Stake, words: TermWords) -> None:
        self.by, self.stake = by, stake
        super().__init__(data)
        self.offer_claims(words, stake)
        self.fields["proof_sentence"].required = True
        offered = [(f"{key}:{ref}", name) for key, one in sources.items() for ref, name in one.offered(stake, by)]
        self.fields["source"].choices = [("", _("Nothing on file")), *offered]

    def save(self) -> bool:
        proofs = self.proofs()
        if proofs and proofs[0]["claim"] == Claim.STANCE and self.cleaned_data["said_stance"]:
            proofs[0]["value"] = self.cleaned_data["said_stance"]
        return run_verb(self, lambda: self._note(proofs))

    def _note(self, proofs: Any) -> None:
        with transaction.atomic():
            domain.change_stake(self.stake, by=self.by, evidence=proofs)
            key, _colon, reference = self.cleaned_data["source"].partition(":")
            if reference:
                made = self.stake.evidence.order_by("-pk").first()
                sources[key].attach(made, reference, self.by)


class AddForm(forms.Form):
    """Somebody more on a map. `way` says which: known of the group, new, a role to find, from another account."""

    WAYS = (
        ("known", _("Somebody of the group")),
        ("new", _("A new person")),
        ("placeholder", _("A role to find")),
        ("external", _("From another account")),
    )
    way = forms.ChoiceField(choices=WAYS, widget=forms.HiddenInput())

    def __init__(self, data: Any = None, *, by: Any, account: Account, map: DecisionMap | None, way: str) -> None:
        self.by, self.account, self.map, self.chosen = by, account, map, way
        self.made: Stake | None = None
        super().__init__(data, initial={"way": way})
        self._offer()

    def _offer(self) -> None:
        if self.chosen in {"known", "external"}:
            self.fields["person"] = forms.ModelChoiceField(
                label=_("Person"), queryset=Person.objects.visible_to(self.by), empty_label=_("Choose somebody")
            )
            return
        if self.chosen == "new":
            self.fields["first_name"] = forms.CharField(label=_("First name"), max_length=120, required=False)
            self.fields["last_name"] = forms.CharField(label=_("Last name"), max_length=120)
            self.fields["title"] = forms.CharField(label=_("Title"), max_length=160, required=False)
        else:
            self.fields["label"] = forms.CharField(
                label=_("Role to identify"), max_length=160, help_text=_("For example: chief financial officer.")
            )
        self.fields["family"] = forms.ChoiceField(label=_("Function"), choices=_optional(Family), required=False)
        self.fields["level"] = forms.ChoiceField(label=_("Level"), choices=_optional(Seniority), required=False)

    def save(self) -> bool:
        return run_verb(self, self._write)

    def _write(self) -> None:
        target = self.map or domain.main_map(self.account, by=self.by)
        self.made = domain.put_on_map(target, person=self._person(), by=self.by)

    def _person(self) -> Person:
        given = self.cleaned_data
        if self.chosen in {"known", "external"}:
            chosen: Person = given["person"]
            return chosen
        position = {"family": given["family"], "level": given["level"]}
        if self.chosen == "placeholder":
            position["title"] = given["label"]
            return contacts.create_person(
                account=self.account, by=self.by, position=position, kind=PersonKind.PLACEHOLDER, label=given["label"]
            )
        position["title"] = given["title"]
        return contacts.create_person(
            account=self.account,
            by=self.by,
            position=position,
            first_name=given["first_name"],
            last_name=given["last_name"],
        )


class MapForm(forms.Form):
    """A map of the account: its name, how many people take part."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("A deal, a tender, a project."))
    expected = forms.IntegerField(
        label=_("People expected"),
        min_value=1,
        max_value=60,
        required=False,
        help_text=_("How many take part in the decision, 5 to 15 as a rule; the company’s figure when empty (R66)."),
    )

    def __init__(self, data: Any = None, *, by: Any, account: Account, map: DecisionMap | None = None) -> None:
        self.by, self.account, self.map = by, account, map
        super().__init__(data, initial={"name": map.name, "expected": map.expected} if map else {})
        if map is not None and map.main:
            self.fields["name"].required = False
            self.fields["name"].help_text = _("Empty: the account’s own map.")

    def save(self) -> bool:
        return run_verb(self, self._write)

    def _write(self) -> None:
        given = {"name": self.cleaned_data["name"], "expected": self.cleaned_data["expected"]}
        if self.map is None:
            self.map = MAPS.add(self.account, by=self.by, **given)
        else:
            MAPS.change(self.map, by=self.by, **given)


class TakeOverForm(forms.Form):
    """Which map of the group to take ratings from."""

    source = forms.ModelChoiceField(label=_("Take over from"), queryset=DecisionMap.objects.none(), empty_label=None)

    def __init__(self, data: Any = None, *, by: Any, map: DecisionMap) -> None:
        self.by, self.map = by, map
        self.count = 0
        super().__init__(data)
        field = self.fields["source"]
        field.queryset = (
            DecisionMap.objects.visible_to(by)
            .filter(account__lineage__contains=[map.account.lineage[0]])
            .exclude(pk=map.pk)
            .select_related("account")
        )
        field.label_from_instance = map_label

    def save(self) -> bool:
        def write() -> None:
            self.count = domain.take_over(self.map, source=self.cleaned_data["source"], by=self.by)

        return run_verb(self, write)


def _about(list: Any, name: str) -> str:
    return gettext("%(list)s: %(name)s") % {"list": list, "name": name}


def map_label(map: DecisionMap) -> str:
    return f"{map.account.name}, {map.name}" if map.name else map.account.name
