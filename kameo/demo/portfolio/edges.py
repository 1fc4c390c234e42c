"""The cases that break software (R213): each is an ordinary customer with one unusual thing about it."""

from kameo.demo.identifiers import LA_POSTE
from kameo.demo.shapes import Entity

NO_HISTORY = Entity(
    "Verrerie Saint-Colombin", city="Albi", postcode="81000", sector="Verre", naf="23.13Z", status="prospect", life="none",
    potential=120, contacts=("Hugo Marcillac, gérant",), tags=("salon",),
)  # fmt: skip
RETURNED = Entity(
    "Fonderie Astride", city="Nevers", postcode="58000", sector="Fonderie", naf="24.51Z", lead="Thibault", yearly=34,
    life="returned", contacts=("Arnaud Pellerin, directeur d'usine",), tags=("maintenance", "revenu"),
    description="Parti chez un intégrateur moins cher, revenu il y a cinq mois après deux arrêts de four.",
)  # fmt: skip
LOST = Entity(
    "Scierie Maubranche", city="Bourges", postcode="18000", sector="Bois", naf="16.10A", lead="Inès", status="lost", yearly=26,
    life="stopped", contacts=("Claude Maubranche, gérant",), description="Racheté ; la maintenance a été reprise en interne.",
)  # fmt: skip
DORMANT = Entity(
    "Conserverie du Goulet", city="Douarnenez", postcode="29100", sector="Conserverie", naf="10.20Z", lead="Inès",
    status="dormant", yearly=18, life="asleep", contacts=("Annaïg Le Gall-Prigent, responsable production",),
)  # fmt: skip
NO_RATE = Entity(
    "Froid Industriel de Casablanca", city="Casablanca", postcode="20250", country="MA", sector="Froid industriel",
    lead="Maëlys", yearly=310, currency="MAD", every=3, years=1.2, tags=("export", "froid"), domain="fic-maroc.example",
    contacts=("Nawal Tazi-Berrada, directrice technique",),
    description="Facturé en dirhams ; aucun taux n'est encore saisi pour cette devise.",
)  # fmt: skip
LATE_CREDIT = Entity(
    "Plasturgie Vernéjoul", city="Tulle", postcode="19000", sector="Plasturgie", naf="22.29A", lead="Maëlys", yearly=48,
    growth=0.04, life="late credit", contacts=("Hervé Lacoste-Brun, directeur administratif",), tags=("maintenance",),
)  # fmt: skip
CANCELLED = Entity(
    "Imprimerie Daubenton", city="Dijon", postcode="21000", sector="Imprimerie", naf="18.12Z", lead="Thibault", yearly=21,
    every=3, life="cancelled", contacts=("Solange Mérieau, responsable des achats",),
)  # fmt: skip
MERGED = Entity(
    "Meunerie Paillard", city="Pithiviers", postcode="45300", sector="Meunerie", naf="10.61A", lead="Nadia", yearly=42,
    growth=0.05, season="harvest", contacts=("Antoine Paillard, directeur",), aliases=("Moulins Paillard",),
    description="Rejoint les Halles Montgrain par fusion ; son histoire d'avant lui reste attachée.",
)  # fmt: skip
SOLD = Entity(
    "Sérandour Préfabriqués", city="Loudéac", postcode="22600", sector="Béton", naf="23.61Z", lead="Inès", yearly=33,
    growth=-0.1, contacts=("Mickaël Guégan, directeur",),
    description="Cédé par Sérandour Matériaux, désormais indépendant.",
)  # fmt: skip
TWINS = (
    Entity("Transports Guivarch", city="Brest", postcode="29200", sector="Transport", naf="49.41A", lead="Inès", yearly=24,
           every=3, domain="transports-guivarch.example", contacts=("Yvon Guivarch, gérant",)),
    Entity("Guivarc'h Transports", city="Quimper", postcode="29000", sector="Transport", naf="49.41B", lead="Inès", yearly=9,
           every=6, domain="guivarch-transports.example", contacts=("Enora Guivarc'h, directrice",),
           legal_name="SAS Guivarc'h Transports et Logistique"),
)  # fmt: skip
# The same as another, entered a second time without looking: what the duplicates page finds.
DOUBLES = (
    Entity("FONDERIE ASTRIDE SAS", city="Nevers", postcode="58000", sector="Fonderie", lead="Thibault", status="prospect",
           life="none", numbered=False, tags=("salon",), contacts=("Arnaud Pellerin, directeur d'usine",),
           description="Saisi sur le stand du salon de Nevers."),
    Entity("Imprimeries Daubenton", city="Dijon", postcode="21000", sector="Imprimerie", lead="Thibault", yearly=4,
           every=6, numbered=False, contacts=("Solange Mérieau, responsable des achats",),
           description="Compte ouvert par la comptabilité pour deux factures de pièces."),
    Entity("Ets Plasturgie Vernejoul", city="Tulle", postcode="19000", sector="Plasturgie", lead="Maëlys", yearly=3,
           every=6, numbered=False, contacts=("Hervé Lacoste-Brun, directeur administratif",)),
)  # fmt: skip
POSTAL = Entity(
    "Plateforme courrier de Sérigny", city="Poitiers", postcode="86000", sector="Tri postal", naf="53.10Z", lead="Maëlys",
    yearly=31, every=3, siren=LA_POSTE, legal_name="Établissement fictif au SIRET dérogatoire",
    contacts=("Régis Fontvieille, responsable maintenance",),
    description="Son SIRET ne passe pas la clé de Luhn : il suit l'exception prévue pour ce seul numéro SIREN.",
)  # fmt: skip
LONG_NAME = Entity(
    "Syndicat mixte intercommunal pour la valorisation énergétique, le traitement des eaux et l'entretien des ouvrages "
    "hydrauliques du bassin de la Haute-Serre, de la Basse-Serre et de leurs affluents",
    city="Cahors", postcode="46000", sector="Eau et assainissement", naf="37.00Z", lead="Maëlys", yearly=27, every=3,
    aliases=("SMIVE Haute-Serre",), tags=("secteur public",), contacts=("Bernadette Cassagne, directrice générale des services",),
)  # fmt: skip
NO_LEAD = Entity(
    "Ateliers Pommeret", city="Lille", postcode="59000", sector="Mécanique industrielle", naf="25.62B", lead="Olivier",
    yearly=29, growth=-0.15, life="", contacts=("Sylvain Pommeret, gérant",), tags=("à réattribuer",),
)  # fmt: skip
HANDED_OVER = Entity(
    "Filtration Wervicq-Nord", city="Tourcoing", postcode="59200", sector="Filtration", naf="28.29B", lead="Olivier", yearly=37,
    growth=0.02, contacts=("Delphine Vanhoutte, directrice technique",), tags=("maintenance",),
)  # fmt: skip
GERMAN = Entity(
    "Anlagenbau Rheintal GmbH", city="Offenbourg", postcode="77652", country="DE", sector="Construction mécanique",
    lead="Thibault", yearly=46, growth=0.08, tags=("export",), contacts=("Jürgen Feldkirch, Einkaufsleiter",),
)  # fmt: skip
SPANISH = Entity(
    "Cerámicas Alborada S.L.", city="Castellón de la Plana", postcode="12001", country="ES", sector="Céramique", lead="Maëlys",
    yearly=22, every=3, tags=("export",), contacts=("Marisol Ferrer-Vidal, jefa de mantenimiento",),
)  # fmt: skip

EDGES: tuple[Entity, ...] = (
    NO_HISTORY, RETURNED, LOST, DORMANT, NO_RATE, LATE_CREDIT, CANCELLED, MERGED, SOLD, *TWINS, POSTAL, LONG_NAME,
    NO_LEAD, HANDED_OVER, GERMAN, SPANISH, *DOUBLES,
)  # fmt: skip
