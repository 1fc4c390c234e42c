"""The story of Groupe Valmorin and the Halles Montgrain."""

from kameo.demo.shapes import DemoInteraction

LAVAL, FOUGERES = "Valmorin Laiteries, site de Laval", "Valmorin Laiteries, site de Fougères"
LAITERIES, BOULANGE, SURGELES = "Valmorin Laiteries", "Valmorin Boulange", "Valmorin Surgelés"
LOGISTIQUE, IBERIA = "Valmorin Logistique", "Valmorin Iberia"

_GROUP = (
    DemoInteraction(
        0,
        "call",
        "Youssef",
        "Passerelle de Laval muette depuis 6 h 40",
        "Joël Marchetti appelle : la passerelle de mesure ne remonte plus rien, la ligne 3 tourne sans surveillance. "
        "Redémarrage à distance sans effet, Bérénice part sur place avec une passerelle de rechange.",
        on=LAVAL,
        minutes=9,
        way="in",
        mentions=("Camille",),
    ),
    DemoInteraction(
        3,
        "mail",
        "Camille",
        "Clauses de révision de prix",
        "Anne-Laure Dubreucq : le service juridique accepte l'indexation annuelle, à condition de la plafonner à 3 %. "
        "Nous pouvons signer avant le comité si nous confirmons cette semaine.",
        way="in",
        mentions=("Inès",),
    ),
    DemoInteraction(
        5,
        "meeting",
        "Camille",
        "Revue technique du déploiement en 11 sites",
        "Avec Pascal Quintrec et Leïla Hamdaoui. Laval reste site pilote jusqu'au {d+70}. La DSI exige un hébergement "
        "en France et un accès fédéré. Pascal prépare sa succession : il quitte son poste le {d+42} et nous présentera "
        "sa remplaçante avant la revue d'affaires.",
        minutes=55,
        way="both",
    ),
    DemoInteraction(
        6,
        "mail",
        "Camille",
        "Devis de supervision énergétique, 11 sites",
        "Envoyé à Isabelle Roquemaure : 36 mois, remise de volume de 8 %, 240 000 € au total. Elle veut un retour sur "
        "investissement sous 24 mois, calculé sur les chiffres de Laval.",
    ),
    DemoInteraction(
        7,
        "note",
        "Inès",
        "Boulange compare nos capteurs",
        "Grégoire Sainte-Marie a reçu une offre locale moins chère de 12 %. Argument qui porte : le remplacement en 4 "
        "h garanti, que l'autre ne propose pas le week-end.",
        on=BOULANGE,
        mentions=("Camille",),
    ),
    DemoInteraction(
        12,
        "call",
        "Camille",
        "Isabelle Roquemaure, budget énergie",
        "Elle arbitre jeudi avec le comité d'investissement. Deux questions : la durée d'amortissement des capteurs et "
        "le coût de sortie en fin de contrat. À rappeler avant 11 h, jamais l'après-midi.",
        minutes=12,
    ),
    DemoInteraction(
        14,
        "note",
        "Camille",
        "Ce qui se dit du rachat espagnol",
        "Confidence de Pascal Quintrec : le groupe regarde une laiterie en Galice. Rien de public avant six mois. À ne "
        "pas évoquer en réunion, même avec les achats.",
        restricted=True,
    ),
    DemoInteraction(
        19,
        "meeting",
        "Inès",
        "Visite de l'usine de Cholet",
        "Tour des fours 1 à 4 avec Grégoire Sainte-Marie. Deux armoires à remplacer avant le {d+50}. Il demande un "
        "plan chiffré par four, pas un forfait.",
        on=BOULANGE,
        minutes=95,
        way="both",
    ),
    DemoInteraction(
        23,
        "call",
        "Thibault",
        "Plouvien : hausse du contrat de froid",
        "Gwenaëlle Riou accepte la supervision des trois nouvelles chambres si la mise en service se fait avant le "
        "{d+26}.",
        on=SURGELES,
        minutes=18,
    ),
    DemoInteraction(
        27,
        "mail",
        "Hélène",
        "Échéance de la facture des Laiteries",
        "La comptabilité de Laval demande le détail des heures d'astreinte {de m-1}. Détail envoyé, paiement confirmé "
        "à l'échéance.",
        on=LAITERIES,
        way="in",
    ),
    DemoInteraction(
        33,
        "meeting",
        "Camille",
        "Point trimestriel avec la DSI",
        "Leïla Hamdaoui valide l'architecture : passerelles isolées du réseau bureautique, journal conservé douze "
        "mois. Elle fera relire l'annexe sécurité par son prestataire.",
        minutes=60,
        way="both",
        mentions=("Adrien",),
    ),
    DemoInteraction(
        38,
        "note",
        "Adrien",
        "Besoin produit : alarmes par équipe",
        "Laval travaille en trois équipes et veut des consignes d'alarme différentes la nuit. Prévu en {m+4} dans le "
        "produit ; contournement possible avec deux profils.",
        on=LAVAL,
    ),
    DemoInteraction(
        44,
        "call",
        "Bérénice",
        "Dérive d'une sonde à Fougères",
        "Sonde remplacée par le technicien du site avec notre aide au téléphone. Aucun arrêt de production.",
        on=FOUGERES,
        minutes=35,
        way="in",
    ),
    DemoInteraction(
        52,
        "meeting",
        "Thibault",
        "Burgos : première visite depuis un an",
        "Íñigo Larrañeta nous reçoit seul. Tout passe par lui : ni les achats ni la finance ne nous connaissent. Il "
        "veut un interlocuteur qui parle espagnol.",
        on=IBERIA,
        minutes=120,
        way="both",
        mentions=("Maëlys",),
    ),
    DemoInteraction(
        61,
        "mail",
        "Camille",
        "Compte rendu de la revue d'affaires",
        "Quatre actions pour nous, deux pour eux. Le bilan des économies du pilote est attendu pour la prochaine "
        "revue.",
    ),
    DemoInteraction(
        66,
        "meeting",
        "Pierre-Yves",
        "Déjeuner avec la direction du groupe",
        "Isabelle Roquemaure confirme que l'énergie est le premier poste qu'elle suit. Elle attend de nous un "
        "engagement de résultat, pas de moyens.",
        minutes=90,
        way="both",
    ),
    DemoInteraction(
        78,
        "call",
        "Camille",
        "Le Mans : quais réfrigérés",
        "Yann Prodhomme veut équiper les quais 7 à 12. Budget à inscrire avant la fin du mois.",
        on=LOGISTIQUE,
        minutes=15,
    ),
    DemoInteraction(
        91,
        "note",
        "Youssef",
        "Bilan des astreintes {de m-4}",
        "Onze appels en un mois, tous traités dans le délai. Deux tiers viennent de Plouvien, pendant l'inventaire.",
        on=SURGELES,
    ),
    DemoInteraction(
        104,
        "meeting",
        "Camille",
        "Lancement du pilote de Laval",
        "Réunion de lancement avec Joël Marchetti et Corinne Aubrée. Mesure de référence sur quatre semaines, objectif "
        ": 9 % de consommation en moins.",
        on=LAVAL,
        minutes=70,
        way="both",
    ),
    DemoInteraction(
        131,
        "mail",
        "Inès",
        "Avenant Boulange signé",
        "Avenant de maintenance des fours reçu signé, valable jusqu'à fin {y+1}.",
        on=BOULANGE,
        way="in",
    ),
    DemoInteraction(
        152,
        "call",
        "Camille",
        "Préparation du plan énergie",
        "Pascal Quintrec veut présenter onze sites d'un coup au comité. Nous proposons de prouver d'abord à Laval.",
        minutes=25,
    ),
    DemoInteraction(
        171,
        "meeting",
        "Camille",
        "Comité de pilotage semestriel",
        "Satisfaction de 8 sur 10. Point faible cité deux fois : le délai de remise des comptes rendus d'intervention.",
        minutes=80,
        way="both",
    ),
)

_MONTGRAIN = (
    DemoInteraction(
        1,
        "call",
        "Nadia",
        "Renfort d'astreinte",
        "Samira Bouzid veut deux techniciens sur place du {d+31} au {d+39}. Chiffrage à lui envoyer demain.",
        minutes=14,
        way="in",
        mentions=("Youssef",),
    ),
    DemoInteraction(
        8,
        "meeting",
        "Nadia",
        "Bilan de l'intégration de la Meunerie Paillard",
        "Antoine Paillard garde ses habitudes et ses fournisseurs encore quelques mois. Fabrice Delaunay-Roy veut tout "
        "aligner sur notre contrat de groupe au {d+120}.",
        on="Meunerie Paillard",
        minutes=65,
        way="both",
    ),
    DemoInteraction(
        17,
        "call",
        "Bérénice",
        "Alarme de température à Agen",
        "Porte de chambre restée ouverte, pas de panne. Élodie Cazeneuve demande une consigne affichée par l'alarme "
        "elle-même.",
        on="Halles Montgrain Sud-Ouest",
        minutes=11,
        way="in",
    ),
    DemoInteraction(
        29,
        "mail",
        "Nadia",
        "Extension à Blois",
        "Proposition envoyée pour les 46 camions de Frais Express : suivi de température embarqué et rapport par "
        "tournée.",
        on="Montgrain Frais Express",
    ),
    DemoInteraction(
        41,
        "note",
        "Quentin",
        "Concurrent vu sur place",
        "Deux boîtiers Frigomètre en test dans le hall B. Didier Marsault dit que c'est un prêt de trois mois, sans "
        "engagement.",
        on="Halles Montgrain Centre",
        mentions=("Nadia",),
    ),
    DemoInteraction(
        58,
        "meeting",
        "Nadia",
        "Revue de contrat à Orléans",
        "Fabrice Delaunay-Roy reconduit pour deux ans. Il demande un tarif unique pour toutes les halles.",
        minutes=75,
        way="both",
    ),
    DemoInteraction(
        83,
        "call",
        "Nadia",
        "Coupure de nuit : retour d'expérience",
        "Aucune perte de marchandise. Samira Bouzid propose de témoigner dans notre lettre aux clients.",
        minutes=20,
        way="both",
        mentions=("Maëlle",),
    ),
    DemoInteraction(
        116,
        "meeting",
        "Nadia",
        "Audit du froid, halle d'Agen",
        "Trois groupes sur neuf en fin de vie. Rapport remis sous dix jours.",
        on="Halles Montgrain Sud-Ouest",
        minutes=150,
        way="both",
    ),
    DemoInteraction(
        149,
        "mail",
        "Hélène",
        "Regroupement des factures",
        "Ils souhaitent une facture par halle et par mois, avec leur numéro de "
        "commande en tête. Mis en place dès le mois suivant.",
        way="in",
    ),
)

VALMORIN = {"Groupe Valmorin": _GROUP, "Halles Montgrain": _MONTGRAIN}
