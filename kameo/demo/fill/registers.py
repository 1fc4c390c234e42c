"""The registers of the demo: references, competitors, notes on sectors, partners; every name is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from kameo.demo.chance import PARIS
from kameo.demo.dating import dated
from kameo.demo.fill.accounts import Accounts
from kameo.demo.typography import french
from kameo.people.models import User
from kameo.registers.models import Advocacy, Competitor, CompetitorPresence, Partner, SectorNote


@dataclass(frozen=True)
class ReferenceLine:
    """A line of the reference register. `ago` and `until` are days before and after today."""

    account: str
    kind: str
    ago: int
    by: str
    person: str
    text: str
    until: int | None = None
    benefits: str = ""
    business: int | None = None


GIVEN = (
    ReferenceLine(
        "Groupe Valmorin",
        "permission",
        210,
        "camille.ferrandin",
        "Isabelle Roquemaure",
        "Accord écrit pour citer le nom et le logo dans nos réponses à appel d'offres.",
        until=155,
    ),
    ReferenceLine(
        "Groupe Valmorin",
        "case_study",
        140,
        "maelle.kervadec",
        "Isabelle Roquemaure",
        "Étude de cas : supervision énergétique de quatre laiteries, 11 % d'économie la première année.",
    ),
    ReferenceLine(
        "Groupe Valmorin",
        "call",
        64,
        "camille.ferrandin",
        "Isabelle Roquemaure",
        "Quarante minutes au téléphone avec le directeur technique des Halles Montgrain.",
        benefits="Halles Montgrain",
        business=142_000,
    ),
    ReferenceLine(
        "Halles Montgrain",
        "introduction",
        38,
        "nadia.ouardi",
        "Direction des achats",
        "Présentés à la biscuiterie, fournisseur de longue date.",
        benefits="Biscuiterie Le Floc'hmoan",
    ),
    ReferenceLine(
        "Énergies du Vexenne",
        "permission",
        420,
        "camille.ferrandin",
        "Direction de la communication",
        "Citation autorisée pour la chaufferie des Rives, à renouveler chaque année.",
        until=-55,
    ),
    ReferenceLine(
        "Énergies du Vexenne",
        "recommendation",
        96,
        "camille.ferrandin",
        "Direction technique",
        "Nous a recommandés au syndicat du réseau de chaleur voisin.",
        benefits="Eaux de la Thironne",
        business=62_400,
    ),
    ReferenceLine(
        "Aéro Sibran",
        "call",
        27,
        "camille.ferrandin",
        "Responsable des méthodes",
        "Visite du site de Bourges avec un prospect de la mécanique de précision.",
        benefits="Alpwerk Präzision AG",
        business=104_000,
    ),
    ReferenceLine(
        "Labos Ozanne-Keller",
        "permission",
        18,
        "mathieu.corbic",
        "Direction de la qualité",
        "Accord de principe, limité au nom du site et sans photographie.",
        until=347,
    ),
    ReferenceLine(
        "Sérandour Matériaux",
        "introduction",
        75,
        "ines.belkhodja",
        "Direction générale",
        "Présentés à la cimenterie Delorge lors du salon régional.",
        benefits="Delorge Ciments",
    ),
)

COMPETITORS = {
    "Verdelac Supervision": (
        "https://www.verdelac.example/",
        "Interface très lisible, peu de techniciens hors de l'Ouest. Répond vite, facture les déplacements.",
    ),
    "Kelstrom Automation": (
        "https://www.kelstrom.example/",
        "Fort en automatisme lourd, contrats longs et rigides. Gagne sur le prix du matériel.",
    ),
    "Praxival Maintenance": ("", "Maintenance multitechnique à bas prix, forte rotation des équipes."),
    "Osmonde Services": ("", "Intégrateur régional, proche des équipes techniques."),
}

# account, competitor, product, incumbent, days until the contract ends, share in percent, evidence
AT_WORK = (
    (
        "Valmorin Laiteries",
        "Verdelac Supervision",
        "Supervision énergétique",
        False,
        118,
        25,
        "Deux ateliers de Fougères équipés avant notre arrivée, vu sur site.",
    ),
    (
        "Valmorin Boulange",
        "Kelstrom Automation",
        "Supervision énergétique",
        True,
        61,
        70,
        "Contrat cité par la directrice financière, échéance confirmée par les achats.",
    ),
    (
        "Valmorin Surgelés",
        "Kelstrom Automation",
        "Supervision énergétique",
        True,
        243,
        80,
        "Plaque sur les armoires du site.",
    ),
    (
        "Valmorin Iberia",
        "Osmonde Services",
        "Maintenance",
        True,
        None,
        None,
        "Selon le responsable de Burgos, sans contrat écrit.",
    ),
    (
        "Valmorin Logistique",
        "Praxival Maintenance",
        "Maintenance",
        True,
        152,
        60,
        "Avis d'attribution de la plateforme du Mans.",
    ),
    (
        "Valmorin Logistique",
        "Verdelac Supervision",
        "Supervision énergétique",
        False,
        410,
        15,
        "Essai en cours sur un quai.",
    ),
    (
        "Halles Montgrain Centre",
        "Praxival Maintenance",
        "Maintenance",
        True,
        33,
        55,
        "Préavis reçu selon la direction des achats.",
    ),
    (
        "Halles Montgrain Sud-Ouest",
        "Verdelac Supervision",
        "Supervision du froid",
        True,
        289,
        65,
        "Offre vue en réunion de site.",
    ),
    ("Vexenne Hydro", "Kelstrom Automation", "Automatismes", True, 510, 90, "Fournisseur historique des turbines."),
    (
        "Vexenne Réseaux de chaleur",
        "Osmonde Services",
        "Maintenance",
        False,
        -20,
        20,
        "Contrat non renouvelé le mois dernier.",
    ),
    ("Sérandour Béton", "Praxival Maintenance", "Maintenance", True, 88, 50, "Dit par le chef de centrale."),
    (
        "Papeteries Estrelle",
        "Kelstrom Automation",
        "Supervision énergétique",
        False,
        None,
        30,
        "Démonstration faite en {m-2}.",
    ),
)

# account, kind, days ago, who, text, source, tags
NOTES = (
    (
        "Groupe Valmorin",
        "market",
        48,
        "camille.ferrandin",
        "Le prix du lait à la production recule de 6 % sur un an : les laiteries cherchent des économies "
        "d'énergie avant l'été.",
        "Lettre de la filière laitière",
        ("lait", "énergie"),
    ),
    (
        "Groupe Valmorin",
        "competitor",
        30,
        "camille.ferrandin",
        "La coopérative voisine annonce la fermeture d'un site de surgelés : Valmorin pourrait reprendre les volumes.",
        "Presse régionale de Bretagne",
        ("surgelés",),
    ),
    (
        "Groupe Valmorin",
        "trend",
        12,
        "adrien.costedoat",
        "Obligation de suivi des fluides frigorigènes renforcée l'an prochain : tous les entrepôts froids "
        "sont concernés.",
        "Note du syndicat du froid",
        ("froid", "règlement"),
    ),
    (
        "Énergies du Vexenne",
        "news",
        9,
        "camille.ferrandin",
        "Nouvelle directrice générale nommée, venue des réseaux de chaleur : priorité affichée aux chaufferies "
        "biomasse.",
        "Communiqué du {d-9}",
        ("gouvernance",),
    ),
    (
        "Halles Montgrain",
        "market",
        66,
        "nadia.ouardi",
        "Le commerce de gros alimentaire perd 2 % en volume ; la livraison du dernier kilomètre progresse.",
        "Baromètre de la profession",
        ("livraison",),
    ),
    (
        "Aéro Sibran",
        "trend",
        21,
        "camille.ferrandin",
        "Les donneurs d'ordres demandent une traçabilité énergétique par pièce dès l'an prochain.",
        "Salon des sous-traitants",
        ("traçabilité",),
    ),
    (
        "Groupe Tilvaine",
        "news",
        5,
        "ines.belkhodja",
        "Carnet de commandes complet jusqu'à l'été sur les textiles d'isolation.",
        "",
        ("commandes",),
    ),
)

# account, name, kind, what they do there, side, whom to call, e-mail, days since it began
PARTNERS = (
    (
        "Groupe Valmorin",
        "Cabinet Orsenne Conseil",
        "consultant",
        "Conseille la direction technique sur la trajectoire énergétique des sites.",
        "ours",
        "Hélène Orsenne",
        "helene.orsenne@orsenne.example",
        420,
    ),
    (
        "Groupe Valmorin",
        "Bureau d'études Talvenne",
        "consultant",
        "Rédige les cahiers des charges de supervision des laiteries.",
        "neutral",
        "Marc Talvenne",
        "",
        910,
    ),
    (
        "Valmorin Laiteries",
        "Frigélec Ouest",
        "integrator",
        "Pose nos armoires à Fougères et à Laval.",
        "ours",
        "Atelier de Rennes",
        "atelier@frigelec.example",
        260,
    ),
    (
        "Halles Montgrain",
        "Distrinord Équipement",
        "reseller",
        "Revend nos sondes aux grossistes du réseau.",
        "ours",
        "Service commercial",
        "ventes@distrinord.example",
        150,
    ),
    (
        "Énergies du Vexenne",
        "Kessler & Associés",
        "consultant",
        "Assistant à maîtrise d'ouvrage du réseau de chaleur ; a déjà recommandé Kelstrom.",
        "rival",
        "",
        "",
        75,
    ),
)


def fill_registers(accounts: Accounts, users: dict[str, User], today: date) -> None:
    _advocacies(accounts, users, today)
    _presences(accounts, users, today)
    _partners(accounts, users, today)
    SectorNote.objects.bulk_create(
        SectorNote(
            account=accounts[name],
            kind=kind,
            on=today - timedelta(days=ago),
            by=users[who],
            tags=list(tags),
            text=french(dated(text, today)),
            source=french(dated(source, today)),
            at=_moment_ago(today, ago),
        )
        for name, kind, ago, who, text, source, tags in NOTES
    )


def _advocacies(accounts: Accounts, users: dict[str, User], today: date) -> None:
    Advocacy.objects.bulk_create(
        Advocacy(
            account=accounts[one.account],
            kind=one.kind,
            on=today - timedelta(days=one.ago),
            valid_until=None if one.until is None else today + timedelta(days=one.until),
            person=one.person,
            text=french(one.text),
            benefits=accounts[one.benefits] if one.benefits else None,
            business=None if one.business is None else Decimal(one.business),
            by=users[one.by],
            at=_moment_ago(today, one.ago),
        )
        for one in GIVEN
    )


def _presences(accounts: Accounts, users: dict[str, User], today: date) -> None:
    rows = [Competitor(name=name, website=site, note=french(note)) for name, (site, note) in COMPETITORS.items()]
    Competitor.objects.bulk_create(rows)
    named = {row.name: row for row in rows}
    by = users["camille.ferrandin"]
    CompetitorPresence.objects.bulk_create(
        CompetitorPresence(
            account=accounts[name],
            competitor=named[competitor],
            product=french(product),
            incumbent=incumbent,
            contract_ends_on=None if ends is None else today + timedelta(days=ends),
            share=share,
            evidence=french(dated(evidence, today)),
            by=by,
            at=_moment_ago(today, 40 + number * 3),
        )
        for number, (name, competitor, product, incumbent, ends, share, evidence) in enumerate(AT_WORK)
    )


def _partners(accounts: Accounts, users: dict[str, User], today: date) -> None:
    Partner.objects.bulk_create(
        Partner(
            account=accounts[account],
            name=french(name),
            kind=kind,
            role=french(role),
            side=side,
            contact=contact,
            email=email,
            starts_on=today - timedelta(days=ago),
            by=users["camille.ferrandin"],
            at=_moment_ago(today, min(ago, 90)),
        )
        for account, name, kind, role, side, contact, email, ago in PARTNERS
    )


def _moment_ago(today: date, ago: int) -> datetime:
    return datetime.combine(today - timedelta(days=ago), time(11), PARIS)
