"""The story of Énergies du Vexenne, Aéro Sibran and the Brasseries du Haut-Lignon."""

from kameo.demo.shapes import DemoInteraction

_VEXENNE = (
    DemoInteraction(
        2,
        "mail",
        "Thibault",
        "Écart de facturation {de m-1}",
        "Solène Abgrall conteste 14 heures d'intervention à la chaufferie des Rives. Le bon signé en compte 9 : avoir "
        "à préparer.",
        on="Chaufferie des Rives, Nancy",
        way="in",
        mentions=("Hélène",),
    ),
    DemoInteraction(
        34,
        "meeting",
        "Camille",
        "Maintenance {y+1} : deuxième tour",
        "Maud Orsini et Solène Abgrall. Le critère « délai de déploiement » reste sans réponse de notre part. Décision "
        "repoussée : Loïc Fersen veut comparer avec une reprise en interne.",
        minutes=80,
        way="both",
    ),
    DemoInteraction(
        39,
        "note",
        "Camille",
        "Qui pousse la reprise en interne",
        "Loïc Fersen a recruté deux automaticiens en {m-3}. Il ne cherche pas à nous sortir, il cherche un argument de "
        "prix. Ne pas baisser avant d'avoir vu le cahier des charges.",
        restricted=True,
    ),
    DemoInteraction(
        47,
        "call",
        "Thibault",
        "Chaufferie de Borny-Sud, redémarrage",
        "Remise en chauffe sans incident. Hervé Thiriet demande la visite annuelle des compteurs sous un mois.",
        on="Chaufferie de Borny-Sud, Metz",
        minutes=16,
    ),
    DemoInteraction(
        63,
        "meeting",
        "Thibault",
        "Tournée des centrales du Haut-Rupt",
        "Aline Grandjean montre deux automates en fin de support. Budget {y+1} possible si nous chiffrons avant le "
        "{d+20}.",
        on="Vexenne Hydro",
        minutes=140,
        way="both",
    ),
    DemoInteraction(
        70,
        "mail",
        "Adrien",
        "Accès aux données brutes",
        "Leur équipe veut lire les mesures par notre interface. Documentation et jeton de lecture envoyés.",
        way="out",
    ),
    DemoInteraction(
        88,
        "call",
        "Camille",
        "Maud Orsini, objectifs d'économies",
        "Elle doit montrer 6 % de gain au conseil {de m+2}. Notre rapport {de m-7} peut servir de base.",
        minutes=22,
    ),
    DemoInteraction(
        109,
        "meeting",
        "Youssef",
        "Retour sur la panne du {d-114}",
        "Coupure de 50 min de la supervision. Cause : une mise à jour sans essai préalable. Nous nous engageons à "
        "prévenir cinq jours avant toute mise à jour.",
        minutes=45,
        way="both",
    ),
    DemoInteraction(
        127,
        "note",
        "Thibault",
        "Éolien : petit parc, gros potentiel",
        "Neuf machines aujourd'hui, trente-deux dans deux ans. Le responsable de parc vient de changer, à rencontrer.",
        on="Vexenne Éolien",
    ),
    DemoInteraction(
        158,
        "meeting",
        "Camille",
        "Revue d'affaires à Metz",
        "Bilan honnête : le contrat tourne, mais plus personne ne nous "
        "challenge côté client. Demander un parrain à la direction.",
        minutes=90,
        way="both",
    ),
)

_SIBRAN = (
    DemoInteraction(
        2,
        "meeting",
        "Camille",
        "Banc d'essai : un mois de service",
        "Baptiste Lenoir-Faye note 9 sur 10. Il accepte de témoigner si le texte passe par sa communication. Reste à "
        "régler l'affichage des seuils en salle.",
        minutes=50,
        way="both",
        mentions=("Maëlle",),
    ),
    DemoInteraction(
        9,
        "mail",
        "Camille",
        "Accès d'un nouvel utilisateur",
        "Virginie Caltot demande un accès pour son adjointe. Habilitation à vérifier avant ouverture.",
        way="in",
    ),
    DemoInteraction(
        16,
        "call",
        "Nadia",
        "Vierzon : étuve n° 2",
        "Rodolphe Ancelin signale des écarts de 4 degrés entre deux sondes. Étalonnage prévu mardi.",
        on="Sibran Composites",
        minutes=13,
        way="in",
    ),
    DemoInteraction(
        11,
        "meeting",
        "Camille",
        "Projet Lanterne : réunion de cadrage",
        "Deux lignes, 340 points de mesure. Le client veut un seul interlocuteur et aucun nom dans nos outils "
        "partagés.",
        on="Projet Lanterne",
        minutes=70,
        way="both",
        mentions=("Adrien",),
    ),
    DemoInteraction(
        25,
        "note",
        "Adrien",
        "Projet Lanterne : faisabilité",
        "Faisable avec la gamme actuelle, sauf l'enregistrement à 1 kHz : il faut un module de plus par ligne.",
        on="Projet Lanterne",
    ),
    DemoInteraction(
        37,
        "meeting",
        "Camille",
        "Mise en service du banc d'essai",
        "Réception prononcée avec deux réserves mineures, levées sous quinze jours.",
        minutes=180,
        way="both",
    ),
    DemoInteraction(
        68,
        "call",
        "Camille",
        "Planning du banc",
        "Le génie civil a trois semaines de retard, notre date ne bouge pas : nous "
        "montons les armoires dans le hall voisin.",
        minutes=17,
    ),
    DemoInteraction(
        95,
        "meeting",
        "Pierre-Yves",
        "Visite de la direction de Sibran à l'atelier",
        "Leur directrice industrielle veut savoir "
        "comment nous gardons nos techniciens. Bonne impression, dîner prévu sous deux mois.",
        minutes=120,
        way="both",
    ),
    DemoInteraction(
        133,
        "mail",
        "Camille",
        "Commande du banc d'essai",
        "Bon de commande reçu, 186 000 € hors taxes, jalonné en quatre factures.",
        way="in",
    ),
    DemoInteraction(
        166,
        "note",
        "Bérénice",
        "Habilitations à jour",
        "Trois techniciens habilités pour deux ans, dossier remis au poste de garde.",
    ),
)

_LIGNON = (
    DemoInteraction(
        6,
        "call",
        "Inès",
        "Arrêt technique {de m+2}",
        "Benoît Chazelle bloque la semaine du {d+56} pour changer les variateurs des soutireuses. Deux techniciens, "
        "quatre jours.",
        minutes=19,
    ),
    DemoInteraction(
        31,
        "meeting",
        "Inès",
        "Bilan de la saison",
        "Aucun arrêt imputable à la supervision. Marion Vialatte a mesuré 11 % d'eau en moins par hectolitre.",
        minutes=60,
        way="both",
    ),
    DemoInteraction(
        72,
        "mail",
        "Bérénice",
        "Rapport d'intervention, ligne 2",
        "Roulement remplacé, vibration revenue à la normale. Photos jointes au rapport.",
    ),
    DemoInteraction(
        118,
        "call",
        "Inès",
        "Pointe {de m-4}",
        "Ils embouteillent six jours sur sept. Astreinte du samedi activée jusqu'au {d-99}.",
        minutes=8,
        way="in",
    ),
    DemoInteraction(
        160,
        "meeting",
        "Inès",
        "Plan énergie : première esquisse",
        "Récupération de chaleur sur le brassage. Retour estimé à trois ans, ils visent deux.",
        minutes=55,
        way="both",
    ),
)

ENERGY = {"Énergies du Vexenne": _VEXENNE, "Aéro Sibran": _SIBRAN, "Brasseries du Haut-Lignon": _LIGNON}
