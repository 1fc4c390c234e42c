"""Short interactions with any customer, told with the account's own people, town and figures.

`{who}` is somebody at the customer, `{they}` that person's function, `{city}` the town, `{n}` a small number,
`{k}` an amount in thousands of euros; dates as in `dating`.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from kameo.demo.chance import pick
from kameo.demo.dating import dated
from kameo.demo.shapes import DemoEntity, DemoInteraction

# kind | subject | text
_EVERYDAY = """
call | Relance du devis de {k} k€ | {who} attend l'accord de sa direction. Réponse promise avant le {d+9}.
call | Point d'avancement | {n} armoires posées, il en reste deux. {who} demande à être prévenu la veille de chaque \
venue.
call | Panne de supervision à {city} | Liaison coupée par une intervention de l'opérateur. Rétablie en {n}0 min, \
aucune donnée perdue.
call | Commande de pièces | {who} confirme {n} sondes et un module de rechange. Livraison demandée au quai, pas à \
l'accueil.
call | Question de facture | La ligne d'astreinte n'était pas claire. Expliquée à {who}, paiement à l'échéance.
call | Prise de nouvelles | Activité soutenue jusqu'en {m+3}. {who} parle d'un second atelier à équiper, sans date.
call | Demande d'intervention | Vibration anormale sur un moteur. Technicien planifié jeudi matin, badge à retirer au \
poste de garde.
call | Report de la visite | {who} décale au {d+12} : inventaire dans l'atelier.
call | Habilitation électrique | Deux personnes à former avant le {d+60}. {who} préfère une session sur place.
call | Refus poli | Budget gelé jusqu'à la clôture des comptes. {who} nous propose de revenir en {m+3}.
call | Alarme de nuit | Déclenchée à 2 h 15 par une porte restée ouverte. {who} veut un second numéro dans la liste \
d'appel.
call | Changement d'interlocuteur | {who} reprend le dossier. Ancien contact parti à la retraite le mois dernier.
meeting | Visite annuelle à {city} | Tour complet avec {who}. {n} points relevés, deux urgents : un capteur mal fixé \
et une armoire sans plan.
meeting | Présentation de la supervision | Démonstration sur leurs propres mesures. {who} adhère, la direction veut \
voir un client comparable.
meeting | Revue de contrat | {who} reconduit pour un an et demande un seul bon d'intervention par visite.
meeting | Étude d'économies d'énergie | Compresseurs et éclairage : gain possible de {n} %. Chiffrage à remettre \
avant le {d+15}.
meeting | Mise en service | Formation de trois opérateurs. {who} a signé la réception sans réserve.
meeting | Audit de l'installation | Armoires propres, plans à jour, mais {n} automates en fin de support. Rapport \
remis sous huit jours.
meeting | Première rencontre | {who}, {they}, connaît notre travail par un confrère et regarde d'abord le délai \
d'intervention.
meeting | Bilan de l'année | Disponibilité de 99,{n} %. {who} regrette seulement les appels passés pendant les \
changements d'équipe.
mail | Devis envoyé | {k} 000 € pour le remplacement des variateurs, valable trente jours. En copie : {who}.
mail | Compte rendu d'intervention | Envoyé à {who} avec photos. Action restante : étiqueter les départs du tableau 3.
mail | Bon de commande reçu | Référence à rappeler sur la facture. Livraison souhaitée avant le {d+25}.
mail | Planning des visites {y+1} | Quatre dates proposées, {who} en retient trois. La dernière reste à caler.
mail | Demande d'attestation | Assurance et vigilance envoyées le jour même à {who}.
mail | Offre concurrente | {who} nous transmet honnêtement l'autre prix : {n} % sous le nôtre, sans astreinte.
mail | Accord sur le calendrier | {who} valide l'arrêt du {d+33}. Deux jours, accès par la cour sud.
mail | Merci pour le dépannage | {who} remercie l'équipe de nuit et propose de témoigner.
note | Qui décide à {city} | {who} prescrit, la signature est au siège au-delà de 15 000 €.
note | Accès au site | Chaussures et casque, pas de photo dans l'atelier 2. Se garer côté fournisseurs.
note | Concurrence | Un intégrateur de la région a laissé sa plaquette à l'accueil. {who} ne l'a pas rencontré.
note | Piste à suivre | Agrandissement affiché en mairie. En parler à {who} à la prochaine visite.
note | Préférence | {who} répond aux messages le matin et ne décroche jamais le vendredi.
note | Point de vigilance | Deux retards de livraison de suite. Prévenir {who} avant que cela ne se voie.
note | Renouvellement | Contrat à reconduire le {d+80}. Préavis de deux mois : à préparer maintenant.
"""
EVERYDAY = tuple(tuple(part.strip() for part in row.split("|", 2)) for row in _EVERYDAY.strip().splitlines())
_MINUTES = {"call": (4, 6, 8, 11, 14, 17, 22), "meeting": (40, 50, 60, 75, 90, 120)}


def everyday_interactions(
    entity: DemoEntity, author: str, draw: random.Random, *, count: int, longest: int, today: date
) -> list[DemoInteraction]:
    """`count` exchanges with one customer over the last `longest` days, no two alike, dated from their own day."""
    rows = draw.sample(EVERYDAY, min(count, len(EVERYDAY)))
    days = sorted(draw.sample(range(1, longest), len(rows)))
    return [_told_interaction(entity, author, row, ago, draw, today) for row, ago in zip(rows, days, strict=True)]


def _told_interaction(
    entity: DemoEntity, author: str, row: tuple[str, ...], ago: int, draw: random.Random, today: date
) -> DemoInteraction:
    day = today - timedelta(days=ago)
    kind, subject, text = row[0], dated(row[1], day), dated(row[2], day)
    contact = pick(draw, entity.contacts) if entity.contacts else "l'accueil, standard"
    who, _, they = contact.partition(", ")
    words = {
        "{who}": who,
        "{they}": they,
        "{city}": entity.city,
        "{n}": str(draw.randint(2, 9)),
        "{k}": str(max(2, round(entity.yearly * draw.uniform(0.15, 0.5)))),
    }
    for token, word in words.items():
        subject, text = subject.replace(token, word), text.replace(token, word)
    minutes = pick(draw, _MINUTES[kind]) if kind in _MINUTES else None
    way = "both" if kind == "meeting" else pick(draw, ("out", "out", "in"))
    return DemoInteraction(ago, kind, author, subject, text, minutes=minutes, way=way)


def interaction_rhythm(entity: DemoEntity, draw: random.Random, today: date) -> tuple[int, int]:
    """How many exchanges in six months, and how far back the oldest: big customers are seen more often."""
    if entity.life in {"none", "stopped", "asleep"}:
        return 0, 0
    base = 2 + round(entity.yearly / 16)
    return min(9, base + draw.randint(0, 2)), 178
