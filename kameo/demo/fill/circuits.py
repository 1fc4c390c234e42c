"""The decision circuit of Groupe Valmorin: committees, steps, budget period; and one introduction that waits."""

from __future__ import annotations

from datetime import date

from kameo.accounts.models import Account
from kameo.contacts.models import Person, Position
from kameo.decisions import domain
from kameo.decisions.models import Committee
from kameo.decisions.records import MAPS
from kameo.demo.cast import key_of
from kameo.demo.fill.accounts import Accounts
from kameo.demo.typography import french
from kameo.people.models import User

GROUP = "Groupe Valmorin"
TENDER = (
    "Appel d'offres au-delà de 150 000 €, trois fournisseurs consultés en dessous. Les achats ouvrent les plis, "
    "la DSI et les sites notent la partie technique (60 % de la note)."
)
# name, committee or person, days, note
STEPS = (
    ("Expression du besoin par les sites", "Joël Marchetti", 15, "Laval pilote, les autres sites suivent."),
    ("Avis technique et sécurité", "Leïla Hamdaoui", 30, "Annexe sécurité relue par leur prestataire."),
    ("Consultation et négociation", "Centrale d'achats du groupe", 35, ""),
    ("Validation juridique", "Anne-Laure Dubreucq", 15, "Indexation plafonnée à 3 %."),
    ("Comité d'investissement", "Comité d'investissement", 21, "Un dossier par séance, envoyé huit jours avant."),
)


def fill_circuits(accounts: Accounts, users: dict[str, User], today: date) -> None:
    """Through the verbs, as Camille would have typed them; the budget closes within weeks of today."""
    group, by = accounts[GROUP], users[key_of("Camille")]
    people = _people(group)
    central, invest = _committees(group, accounts, people, by)
    chart = domain.main_map(group, by=by)
    opens, closes = (today.month - 3) % 12 + 1, today.month % 12 + 1
    MAPS.change(chart, by=by, budget_opens=opens, budget_closes=closes, tender=french(TENDER))
    named = {central.name: central, invest.name: invest}
    for name, who, days, note in STEPS:
        decider = {"committee": named.get(french(who)), "person": people.get(who)}
        domain.add_step(chart, by=by, name=french(name), days=days, note=french(note), **decider)
    _introduction(people, users)


def _committees(group: Account, accounts: Accounts, people: dict[str, Person], by: User) -> tuple[Committee, Committee]:
    serves = [accounts[name] for name in ("Valmorin Laiteries", "Valmorin Boulange", "Valmorin Surgelés")]
    central = domain.create_committee(
        account=group,
        by=by,
        kind="central",
        name=french("Centrale d'achats du groupe"),
        serves=serves,
        meets=french("Chaque mardi"),
        note=french("Négocie pour toutes les filiales, y compris les contrats de service."),
    )
    invest = domain.create_committee(
        account=group,
        by=by,
        name=french("Comité d'investissement"),
        meets=french("Premier jeudi du mois"),
        note=french("Tout engagement de plus de 100 000 €."),
    )
    sitting = (
        (central, "Isabelle Roquemaure", "Présidente"),
        (central, "Anne-Laure Dubreucq", "Juriste"),
        (invest, "Isabelle Roquemaure", "Rapporteure"),
        (invest, "Leïla Hamdaoui", "Avis technique"),
        (invest, "Pascal Quintrec", "Membre"),
    )
    for committee, name, part in sitting:
        if name in people:
            domain.seat_member(committee, person=people[name], by=by, part=french(part))
    return central, invest


def _introduction(people: dict[str, Person], users: dict[str, User]) -> None:
    """Camille asks Thibault for the head of Burgos, whom he alone has met."""
    person = people.get("Íñigo Larrañeta")
    if person is not None:
        domain.ask_introduction(
            person=person,
            through=users[key_of("Thibault")],
            by=users[key_of("Camille")],
            message=french(
                "Bonjour Thibault,\n\nTu es le seul à avoir rencontré Íñigo Larrañeta. Peux-tu m'introduire, par un "
                "mot ou un appel à trois ? Je voudrais lui parler du déploiement prévu à Burgos.\n\nMerci,\nCamille"
            ),
        )


def _people(group: Account) -> dict[str, Person]:
    rows = Position.objects.filter(account__lineage__contains=[group.pk]).current().select_related("person")
    return {row.person.full_name: row.person for row in rows}
