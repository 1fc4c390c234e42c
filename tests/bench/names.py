"""Names as a portfolio has them, in SQL: thousands of different ones, few of which resemble one another."""

from __future__ import annotations

_STEMS = (
    "Roche,Val,Mont,Haute,Clair,Beau,Bré,Cassa,Dela,Esco,Fonta,Garri,Isam,Jour,Ker,Lama,Noir,Orlé,Peyra,Quin,Sauve,"
    "Tour,Vau,Ville,Bon,Champ,Chante,Courte,Fay,Grand,Lon,Mala,Pré,Ramba,Saint,Tri,Ver,Bois,Cour,Dour"
)
_ENDS = (
    "brune,morin,fort,court,vence,maison,lac,mer,gny,ville,ron,dière,sol,nay,ac,elle,bert,deau,fier,gard,lieu,mance,"
    "nac,pierre,quette,ray,sart,tane,vigne,zac"
)
_TRADES = (
    "Industries,Conseil,Logistique,Énergie,Santé,Réseaux,Bois,Matériaux,Distribution,Emballages,Composites,Textiles,"
    "Agroalimentaire,Équipements,Plasturgie,Assainissement,Transports,Mécanique,Électronique,Habitat,Papeterie,"
    "Fonderies,Verrerie,Laiteries,Instruments"
)
_FIRST = (
    "Anne,Bruno,Chloé,David,Éric,Farida,Gilles,Hélène,Inès,Jérôme,Karim,Laure,Mathieu,Nadia,Olivier,Pauline,Quentin,"
    "Rachida,Stéphane,Thérèse,Ugo,Valérie,William,Xavier,Yann,Zoé,Jean-Marc,Anne-Laure,Benoît,Céline,Damien,Élodie,"
    "Franck,Guylaine,Hugo,Isabelle,Joël,Katia,Ludovic,Mireille,Noël,Odile,Patrick,Régine,Sandrine,Thibault"
)
_LAST_STEMS = (
    "Mar,Du,Le,Gar,Ber,Fon,Cha,Bou,Pel,Ros,Mer,Gui,Lam,Del,Vas,Roy,Pic,Cor,Bar,Tho,Fer,Gau,Hen,Jac,Lau,Mou,Per,Ray,"
    "Sau,Val,Bel,Cou,Dau,For,Gir,Mas,Nor,Pon,Tes,Vin"
)
_LAST_ENDS = (
    "tin,pont,roux,nier,nard,taine,bert,cher,letier,sel,din,gnon,lier,mont,net,quet,ric,sson,tellier,vet,zet,chard,"
    "deau,faure,gand,jean,lard,mand,naud,pois"
)
TOWNS = (
    "Lyon,Rennes,Laval,Bourges,Troyes,Nantes,Lille,Dijon,Pau,Metz,Tours,Brest,Nîmes,Angers,Amiens,Limoges,Annecy,"
    "Valence,Béziers,Colmar"
)
_TITLES = (
    "Acheteur,Directrice des achats,Responsable de production,Directeur industriel,Contrôleuse de gestion,"
    "Responsable maintenance,Directrice générale,Ingénieur méthodes,Responsable qualité,Chef d''atelier,"
    "Directeur financier,Responsable informatique,Cheffe de projet,Directeur technique,Responsable logistique"
)


def _pick(names: str, rank: str) -> str:
    """The one of that rank, counted round; percent signs doubled for psycopg."""
    return f"split_part('{names}', ',', 1 + (({rank}) %% {_size(names)})::int)"


def _size(names: str) -> int:
    return names.count(",") + 1


def company(number: str) -> str:
    """30 000 different names; the same stem serves one company in 1 200."""
    stem, end = _pick(_STEMS, number), _pick(_ENDS, f"{number} / {_size(_STEMS)}")
    return f"{stem} || {end} || ' ' || {_pick(_TRADES, f'{number} / {_size(_STEMS) * _size(_ENDS)} + {number}')}"


def town(number: str) -> str:
    return _pick(TOWNS, f"{number} * 7")


def title(number: str) -> str:
    return _pick(_TITLES, f"{number} * 11")


def first(number: str) -> str:
    return _pick(_FIRST, f"{number} * 31")


def last(number: str) -> str:
    """1 200 different ones: a big company has namesakes, as everywhere."""
    return f"{_pick(_LAST_STEMS, f'{number} * 17')} || {_pick(_LAST_ENDS, f'{number} / {_size(_LAST_STEMS)} * 13')}"


def working_moment(number: str, weeks: int) -> str:
    """A moment of a working day of the last `weeks` weeks, before this one; 50 a day one after the other."""
    day = f"({number}) %% {weeks * 5}"
    return (
        f"date_trunc('week', now()) - ({day} / 5 + 1) * interval '7 days' + {day} %% 5 * interval '1 day'"
        f" + (8 * 60 + {number} %% 601) * interval '1 minute'"
    )
