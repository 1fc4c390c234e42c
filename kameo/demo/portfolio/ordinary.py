"""The ordinary customers: one line each, in the order of what they bring."""

from kameo.demo.shapes import DemoEntity

# name; town; postcode; sector; NAF; lead; k€ over twelve months; growth in %; season; tags
_ROWS = """
Fromageries du Val Cénis; Modane; 73500; Fromagerie; 10.51C; Thibault; 92; 4; food; froid
Ateliers Brossollet; Saint-Étienne; 42000; Mécanique industrielle; 25.62B; Thibault; 84; 9; flat; maintenance
Aciéries de la Moëze; Thionville; 57100; Sidérurgie; 24.10Z; Thibault; 78; -3; flat; astreinte 24 h
Hospices de Clairefont; Beaune; 21200; Santé; 86.10Z; Inès; 72; 2; energy; secteur public, GMP
Biscuiterie Le Floc'hmoan; Pont-Aven; 29930; Biscuiterie; 10.72Z; Inès; 66; 6; food; froid
Verreries de l'Andellois; Rouen; 76000; Verre; 23.13Z; Inès; 61; 1; energy; plan énergie
Chantiers Kerdoncuff; Concarneau; 29900; Construction navale; 30.11Z; Inès; 58; 12; flat; maintenance
Tréfileries du Grésivaudan; Pontcharra; 38530; Métallurgie; 24.34Z; Thibault; 55; -5; flat; maintenance
Eaux de la Thironne; Vittel; 88800; Eau minérale; 11.07A; Thibault; 52; 3; summer; plan énergie
Pôle logistique de Montbazin; Nîmes; 30000; Logistique; 52.10B; Maëlys; 49; 8; flat; froid
Cartonnages Roubeyrol; Limoges; 87000; Emballage; 17.21A; Maëlys; 47; 0; flat; maintenance
Sucrerie de Beaurepaire-en-Thiérache; Vervins; 02140; Sucrerie; 10.81Z; Quentin; 45; 5; harvest; plan énergie
Thermoplast Arnoult; Oyonnax; 01100; Plasturgie; 22.22Z; Thibault; 43; -8; flat; maintenance
Coopérative Terres d'Argance; Châteauroux; 36000; Coopérative agricole; 46.21Z; Inès; 41; 7; harvest; multisite
Abattoirs du Pays de Sarrente; Alençon; 61000; Viande; 10.11Z; Inès; 39; 2; food; froid
Centre aquatique Les Sarcelles d'eau; Évry; 91000; Loisirs; 93.11Z; Quentin; 38; 4; energy; secteur public
Métallerie Courboulay; Amiens; 80000; Métallerie; 25.11Z; Quentin; 36; -2; flat; maintenance
Huilerie de la Crau d'Aval; Salon-de-Provence; 13300; Huilerie; 10.41A; Maëlys; 35; 11; harvest; maintenance
Data center Oréade; Pantin; 93500; Hébergement informatique; 63.11Z; Quentin; 34; 28; flat; astreinte 24 h
Ganterie Millau-Vézins; Millau; 12100; Maroquinerie; 15.12Z; Maëlys; 32; -4; flat; maintenance
Chaudronnerie Évrard-Lhotte; Charleville-Mézières; 08000; Chaudronnerie; 25.29Z; Thibault; 31; 3; flat; maintenance
Cave des Coteaux de Sauvian; Béziers; 34500; Vin; 11.02B; Maëlys; 30; 1; harvest; froid
Laverie industrielle Blanc-Saule; Villeurbanne; 69100; Blanchisserie; 96.01A; Thibault; 29; 6; flat; plan énergie
Menuiseries Trémentin; Cholet; 49300; Menuiserie; 16.23Z; Inès; 28; 0; flat; maintenance
Tannerie des Deux-Ponts; Le Puy-en-Velay; 43000; Tannerie; 15.11Z; Thibault; 27; -6; flat; maintenance
Ferme solaire de Lauragnès; Castelnaudary; 11400; Énergie; 35.11Z; Maëlys; 26; 14; summer; plan énergie
Moulins Péronnet; Chartres; 28000; Meunerie; 10.61A; Inès; 25; 2; harvest; maintenance
Salaisons Cabestaing; Auch; 32000; Charcuterie; 10.13A; Maëlys; 24; 5; food; froid
Usine d'eau de Rochebrune; Privas; 07000; Eau; 36.00Z; Thibault; 23; 3; flat; secteur public
Pépinières Vasseline; Angers; 49000; Horticulture; 01.30Z; Inès; 22; 9; summer; plan énergie
Outillage Ramberviller; Belfort; 90000; Outillage; 25.73A; Thibault; 21; -1; flat; maintenance
Mareyage Le Guilvin; Lorient; 56100; Mareyage; 46.38A; Inès; 20; 4; food; froid
Clinique du Parc d'Auteroche; Clermont-Ferrand; 63000; Santé; 86.10Z; Thibault; 19; 2; energy; GMP
Câbleries Saintonge; Saintes; 17100; Câbles; 27.32Z; Maëlys; 18; 0; flat; maintenance
Distillerie des Trois Alambics; Cognac; 16100; Spiritueux; 11.01Z; Maëlys; 17; 7; harvest; maintenance
Lycée technique de la Vallouise; Gap; 05000; Enseignement; 85.32Z; Maëlys; 16; 0; flat; secteur public
Imprimerie Desgranges-Noël; Reims; 51100; Imprimerie; 18.12Z; Quentin; 15; -9; flat; maintenance
Serres du Marquenterre; Abbeville; 80100; Maraîchage; 01.13Z; Quentin; 14; 6; energy; plan énergie
Robinetterie Ponsart; Vimeu; 80210; Robinetterie; 28.14Z; Quentin; 13; 3; flat; maintenance
Glacier Artisan Bellefeuille; Annecy; 74000; Glaces; 10.52Z; Thibault; 12; 10; summer; froid
Patinoire des Cordeliers; Besançon; 25000; Loisirs; 93.11Z; Thibault; 11; -3; cold; secteur public
Teinturerie Malesherbe; Roubaix; 59100; Textile; 13.30Z; Quentin; 10; 1; flat; maintenance
Miellerie du Causse Blanc; Rodez; 12000; Apiculture; 10.89Z; Maëlys; 8; 5; summer; froid
Atelier Fonteneau Frères; Niort; 79000; Mécanique industrielle; 25.62B; Inès; 7; 2; flat; maintenance
"""

SCALE = 1.2  # the long tail's weight: with it, 23 % of the customers bring about three quarters of the revenue

_WOMEN = (
    "Laurence",
    "Amina",
    "Cécile",
    "Sandrine",
    "Éloïse",
    "Martine",
    "Odile",
    "Jeanne",
    "Farah",
    "Delphine",
    "Hawa",
    "Pauline",
    "Ségolène",
    "Nadège",
    "Irène",
    "Mélanie",
    "Yasmina",
    "Claire",
)
_MEN = (
    "Philippe",
    "Vincent",
    "Gilles",
    "Karim",
    "Bruno",
    "Tanguy",
    "Denis",
    "Noël",
    "Yves",
    "Ousmane",
    "Florent",
    "Étienne",
    "Samuel",
    "Gaspard",
    "Mehdi",
    "Lionel",
    "Rémy",
    "Ludovic",
)
_LAST = (
    "Hébrard",
    "Caron-Destrée",
    "Zerrouki",
    "Mauclair",
    "Bonnardel",
    "Peyronnet",
    "Oubert",
    "Bensalah",
    "Tardieu",
    "Valadier",
    "Escoffre",
    "Le Bihannic",
    "Rambaud",
    "Fauquembert",
    "Saulnier-Roc",
    "Castagnède",
    "Ouldali",
    "Trouillard",
    "Mornet",
    "Lassalle-Viguier",
    "Kerboul",
    "Santarelli",
    "Diakité",
    "Prigent-Moal",
    "Aubertot",
    "Faucillon",
    "Grosjacques",
    "Hennequin",
    "Imbert-Sauvy",
    "Jolivard",
    "Lamblotte",
)
_FUNCTIONS = (
    ("responsable des achats", "responsable des achats"),
    ("directrice technique", "directeur technique"),
    ("responsable maintenance", "responsable maintenance"),
    ("cheffe d'atelier", "chef d'atelier"),
    ("directrice de site", "directeur de site"),
    ("responsable énergie", "responsable énergie"),
    ("acheteuse", "acheteur"),
    ("gérante", "gérant"),
    ("responsable HSE", "responsable HSE"),
)


def _contact(rank: int) -> str:
    """The `rank`-th person at our customers: no two share both names."""
    woman = rank % 2 == 0
    first = (_WOMEN if woman else _MEN)[rank // 2 % 18]
    last = _LAST[(rank * 11 + rank // 36) % len(_LAST)]
    return f"{first} {last}, {_FUNCTIONS[rank * 5 % len(_FUNCTIONS)][0 if woman else 1]}"


def _entity(rank: int, row: str) -> DemoEntity:
    name, city, postcode, sector, naf, lead, yearly, growth, season, tags = (part.strip() for part in row.split(";"))
    figure = float(yearly) * SCALE
    return DemoEntity(
        name,
        "company",
        city,
        postcode,
        sector=sector,
        naf=naf,
        lead=lead,
        yearly=figure,
        growth=int(growth) / 100,
        season=season,
        tags=tuple(tag.strip() for tag in tags.split(",")),
        every=1 if figure > 40 else 3 if figure > 15 else 6,
        headcount=int(18 + figure * 3.4),
        years=3.0 if rank % 5 else 1.6,
        contacts=(_contact(2 * rank), _contact(2 * rank + 1)),
        potential=int(figure * 1.6) if rank % 3 == 0 else None,
    )


ORDINARY = tuple(_entity(rank, row) for rank, row in enumerate(_ROWS.strip().splitlines()))
