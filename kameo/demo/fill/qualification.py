"""Ardelane's own objectives, what was rated with which evidence, and what its director decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from kameo.accounts.models import Account, AccountPulse
from kameo.accounts.timeline.journal_to_timeline import record
from kameo.core import clock
from kameo.core.journal.models import Event
from kameo.demo.cast import DIRECTOR
from kameo.demo.chance import PARIS
from kameo.demo.fill.accounts import Accounts
from kameo.demo.typography import french
from kameo.people.models import User
from kameo.qualification import events
from kameo.qualification.axes.classes import class_of, refresh_classes
from kameo.qualification.models import Alignment, ClassDecision, ClassSnapshot, Criterion, CriterionRating, Objective

# key: name, what it means, weight, months before and after today (None: open)
OBJECTIVES = {
    "cold": (
        "Devenir la référence de la supervision du froid",
        "Trois groupes agroalimentaires équipés de bout en bout, qui acceptent d'être cités.",
        3,
        14,
        None,
    ),
    "carbon": (
        "Prouver nos économies d'énergie",
        "Des mesures publiées avec le client, certifiées par un tiers.",
        2,
        8,
        None,
    ),
    "iberia": ("Ouvrir la péninsule Ibérique", "Deux sites de référence au sud des Pyrénées.", 2, 6, 18),
    "recurring": (
        "Faire de la maintenance prédictive un abonnement",
        "Un quart du chiffre d'affaires en contrats pluriannuels.",
        1,
        None,
        None,
    ),
}

# account: for each objective, −1 to 2 with its evidence
ALIGNED: dict[str, dict[str, tuple[int, str]]] = {
    "Groupe Valmorin": {
        "cold": (2, "Quatre laiteries et deux sites de surgelés sur la même supervision ; cité dans nos offres."),
        "carbon": (2, "Étude de cas publiée : 11 % d'économie mesurée la première année."),
        "iberia": (1, "Valmorin Iberia nous consulte sur Burgos, sans commande à ce jour."),
        "recurring": (2, "Contrat de service de trois ans, renouvelé sans mise en concurrence."),
    },
    "Énergies du Vexenne": {
        "cold": (0, "Aucun besoin de froid."),
        "carbon": (2, "Accepte un audit par un tiers sur la chaufferie des Rives."),
        "recurring": (2, "Demande un forfait mensuel par chaufferie."),
    },
    "Aéro Sibran": {
        "cold": (1, "Étuves et chambres froides pilotées ensemble."),
        "carbon": (2, "Traçabilité énergétique par pièce, développée avec nous."),
        "iberia": (1, "Fournisseur d'un avionneur de la péninsule."),
        "recurring": (2, "Abonnement signé pour Bourges."),
    },
    "Halles Montgrain": {
        "cold": (2, "Cinq entrepôts froids, réseau le plus dense de notre région."),
        "carbon": (0, "Aucune mesure partagée."),
        "recurring": (-1, "Refuse tout engagement de plus d'un an et le fait savoir."),
    },
    "Labos Ozanne-Keller": {
        "cold": (1, "Chambres froides pharmaceutiques, cahier des charges exigeant."),
        "carbon": (1, "Objectif interne, rien de public."),
    },
    "Fromageries du Val Cénis": {
        "cold": (2, "Caves d'affinage pilotes pour notre nouveau capteur d'humidité."),
        "carbon": (2, "Prête à publier ses mesures."),
        "recurring": (1, "Abonnement à l'essai."),
    },
    "Papeteries Estrelle": {
        "cold": (0, "Aucun besoin de froid."),
        "carbon": (1, "Bilan énergétique en cours, sans décision."),
        "recurring": (0, "L'usine commune, qui devait porter l'abonnement, est abandonnée."),
    },
    "Cerámicas Alborada S.L.": {"iberia": (2, "Premier site équipé près de Castellón, reçoit nos prospects.")},
}

# account: for each criterion (a key of accounts.criteria), a score with its evidence
RATED: dict[str, dict[str, tuple[int, str]]] = {
    "Groupe Valmorin": {
        "revenue": (5, "1,28 M€ facturés, 1,9 M€ de potentiel."),
        "complexity": (4, "Dix-huit entités, onze sites, une filiale en Espagne."),
        "decision": (4, "Comité d'achat de onze personnes, appel d'offres groupe tous les trois ans."),
        "strategic-reference": (5, "Cité par trois prospects sur quatre."),
        "strategic-innovation": (4, "Supervision énergétique développée avec eux."),
        "strategic-network": (3, "Deux mises en relation en un an."),
        "strategic-recurring": (5, "Facturé tous les mois."),
        "long_term": (3, "Contrat cadre de trois ans."),
    },
    "Énergies du Vexenne": {
        "revenue": (5, "742 k€ facturés."),
        "complexity": (3, "Huit entités."),
        "decision": (3, "Direction technique, achats et élus des réseaux."),
        "strategic-reference": (4, "Référence de la chaleur dans l'Est."),
        "strategic-network": (2, "Une recommandation au syndicat voisin."),
        "long_term": (4, "Délégation de quatre ans."),
    },
    "Aéro Sibran": {
        "revenue": (4, "318 k€, potentiel de 640 k€."),
        "complexity": (1, "Trois entités."),
        "decision": (4, "Qualification fournisseur en neuf étapes."),
        "strategic-innovation": (5, "Traçabilité énergétique développée ensemble depuis deux ans."),
        "strategic-reference": (4, "Nom connu de toute la filière."),
    },
    "Halles Montgrain": {
        "revenue": (4, "470 k€ facturés."),
        "complexity": (2, "Quatre entités."),
        "decision": (2, "Le directeur et ses acheteurs."),
        "long_term": (0, "Commandes à l'année, sans contrat."),
    },
    "Sérandour Matériaux": {"revenue": (4, "430 k€ facturés."), "complexity": (2, "Quatre entités.")},
    "Groupe Tilvaine": {"revenue": (4, "395 k€ facturés."), "decision": (2, "Deux décideurs, une famille.")},
    "Labos Ozanne-Keller": {
        "revenue": (4, "288 k€ facturés."),
        "decision": (5, "Seize signataires, audit qualité."),
        "strategic-reference": (3, "Connu des laboratoires de la région."),
    },
}


@dataclass(frozen=True)
class Decided:
    """`ago` days before today; `due` and `expires` in days from today, None for a year later and never."""

    account: str
    kind: str
    large: bool
    key: bool
    ago: int
    reason: str = ""
    due: int | None = None
    expires: int | None = None


DECIDED = (
    Decided("Groupe Valmorin", "accepted", True, True, 188),
    Decided("Énergies du Vexenne", "accepted", True, False, 371, due=-6),
    Decided(
        "Aéro Sibran",
        "overridden",
        True,
        True,
        160,
        "Partenaire de la traçabilité énergétique : un an pour en faire une référence, "
        "quelle que soit la note du trimestre.",
        expires=19,
    ),
    Decided("Papeteries Estrelle", "accepted", True, True, 240, "Projet d'usine commune.", due=125),
    Decided("Halles Montgrain", "accepted", True, False, 96),
)
WATCHED = ("Data center Oréade", "Ferme solaire de Lauragnès")
ORIENTED = {
    "Aéro Sibran": ("strategy", 21),
    "Fromageries du Val Cénis": ("strategy", None),
    "Groupe Tilvaine": ("business", None),
}


def fill_qualification(accounts: Accounts, users: dict[str, User], today: date) -> None:
    by = users["camille.ferrandin"]
    objectives = _objectives(users[DIRECTOR], today)
    criteria = {row.key: row for row in Criterion.objects.exclude(key="")}
    Alignment.objects.bulk_create(
        Alignment(
            account=accounts[name],
            objective=objectives[key],
            value=value,
            evidence=french(text),
            by=by,
            at=_moment_ago(today, 120 - number),
        )
        for name, lines in ALIGNED.items()
        for number, (key, (value, text)) in enumerate(lines.items())
    )
    CriterionRating.objects.bulk_create(
        CriterionRating(
            account=accounts[name],
            criterion=criteria[key],
            score=score,
            evidence=french(text),
            by=by,
            at=_moment_ago(today, 130 - number),
        )
        for name, lines in RATED.items()
        for number, (key, (score, text)) in enumerate(lines.items())
    )
    Account.objects.filter(pk__in=[accounts[name].pk for name in WATCHED]).update(watched=True)
    for name, (orientation, cadence) in ORIENTED.items():
        Account.objects.filter(pk=accounts[name].pk).update(orientation=orientation, cadence_days=cadence)
    refresh_classes()
    for one in DECIDED:
        _decide(one, accounts[one.account], users[DIRECTOR], today)
    refresh_classes()
    _past(accounts, today)


def _objectives(by: User, today: date) -> dict[str, Objective]:
    rows = {
        key: Objective(
            name=french(name),
            description=french(words),
            weight=Decimal(weight),
            starts_on=None if before is None else today - timedelta(days=30 * before),
            ends_on=None if after is None else today + timedelta(days=30 * after),
            position=position,
            created_by=by,
            created_at=_moment_ago(today, 150),
        )
        for position, (key, (name, words, weight, before, after)) in enumerate(OBJECTIVES.items(), start=1)
    }
    Objective.objects.bulk_create(rows.values())
    return rows


def _decide(one: Decided, account: Account, by: User, today: date) -> None:
    """As `decide_class` would have written it on that day."""
    pulse = AccountPulse.objects.get(account=account)
    agreed = one.kind == "accepted"  # with what the rules said that day, whatever they say since
    on = today - timedelta(days=one.ago)
    row = ClassDecision.objects.create(
        account=account,
        kind=one.kind,
        large=one.large,
        key=one.key,
        computed_large=one.large if agreed else pulse.computed_large,
        computed_key=one.key if agreed else pulse.computed_key,
        reason=french(one.reason),
        decided_on=on,
        decided_at=_moment_ago(today, one.ago),
        by=by,
        due_on=on + timedelta(days=365) if one.due is None else today + timedelta(days=one.due),
        expires_on=None if one.expires is None else today + timedelta(days=one.expires),
    )
    told = {
        "decision": row.pk,
        "kind": row.kind,
        "large": row.large,
        "key": row.key,
        "reason": row.reason,
        "class": class_of(row.large, row.key),
        "from": pulse.account_class,
        "on": on.isoformat(),
        "expires_on": str(row.expires_on) if row.expires_on else None,
    }
    event = record(events.CLASS_DECIDED, account, by=by, data=told)
    Event.objects.filter(pk=event.pk).update(at=_moment_ago(today, one.ago))


def _past(accounts: Accounts, today: date) -> None:
    """What the axes of two accounts were before: the days on which they changed."""
    story = {
        "Groupe Valmorin": (
            (380, "large", True, None, "71.20", None, "computed"),
            (188, "large_key", True, True, "80.50", "75.00", "accepted"),
        ),
        "Énergies du Vexenne": ((371, "large", True, None, "60.00", None, "accepted"),),
    }
    ClassSnapshot.objects.bulk_create(
        ClassSnapshot(
            account=accounts[name],
            day=today - timedelta(days=ago),
            account_class=label,
            large=large,
            key=key,
            scorecard=score and Decimal(score),
            alignment=points and Decimal(points),
            source=source,
        )
        for name, days in story.items()
        for ago, label, large, key, score, points, source in days
    )


def _moment_ago(today: date, ago: int) -> datetime:
    return min(datetime.combine(today - timedelta(days=ago), time(11), PARIS), clock.now())
