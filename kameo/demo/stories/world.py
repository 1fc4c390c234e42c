"""The stories of customers abroad, and of the customers that break software."""

from kameo.demo.shapes import DemoInteraction

WORLD = {
    "Nordhaven Shipping": (
        DemoInteraction(
            18,
            "call",
            "Maëlys",
            "Harriet Coldwell, framework renewal",
            "Appel en anglais. Elle veut un contrat unique pour Hull et Galveston, en livres. Notre exposition au "
            "dollar baisserait d'un tiers.",
            minutes=30,
            mentions=("Hélène",),
        ),
        DemoInteraction(
            48,
            "meeting",
            "Maëlys",
            "Deux jours à Hull",
            "Visite des ateliers 2 et 5. La maintenance est externalisée à 60 % ; ils comptent descendre à 40 %.",
            minutes=240,
            way="both",
        ),
        DemoInteraction(
            92,
            "mail",
            "Maëlys",
            "Galveston: crane monitoring",
            "Wade Tillery demande une offre pour quatre portiques. Envoyée en dollars, valable trente jours.",
            on="Nordhaven Gulf Terminals",
            way="in",
        ),
        DemoInteraction(
            147,
            "call",
            "Thibault",
            "Pièces bloquées en douane",
            "Certificat d'origine manquant. Transmis, livraison deux jours plus tard.",
            minutes=14,
            way="in",
        ),
    ),
    "Alpwerk Präzision AG": (
        DemoInteraction(
            21,
            "meeting",
            "Thibault",
            "Bienne : salle de mesure",
            "Reto Ammann veut tenir 20 degrés à un dixième près. Offre à remettre en français et en allemand.",
            minutes=70,
            way="both",
        ),
        DemoInteraction(
            75,
            "mail",
            "Thibault",
            "Conditions {y+1}",
            "Tarif en francs suisses maintenu si la commande arrive avant le {d+39}.",
        ),
        DemoInteraction(
            136,
            "call",
            "Youssef",
            "Assistance à distance",
            "Erreur de paramétrage après une coupure, corrigée ensemble en dix minutes.",
            minutes=10,
            way="in",
        ),
    ),
    "Fonderie Astride": (
        DemoInteraction(
            20,
            "call",
            "Thibault",
            "Six mois après leur retour",
            "Arnaud Pellerin est satisfait du délai d'intervention. Il parle d'équiper le second four.",
            minutes=16,
        ),
        DemoInteraction(
            135,
            "meeting",
            "Thibault",
            "Retour signé",
            "Deux arrêts de four chez l'autre prestataire en six semaines. Contrat repris aux anciennes conditions.",
            minutes=60,
            way="both",
        ),
    ),
    "Ateliers Pommeret": (
        DemoInteraction(
            96,
            "note",
            "Olivier",
            "À reprendre après mon départ",
            "Sylvain Pommeret attend un devis de remplacement de deux "
            "variateurs. Il répond surtout le matin. Personne d'autre ne le connaît chez nous.",
        ),
    ),
    "Imprimerie Daubenton": (
        DemoInteraction(
            55,
            "mail",
            "Hélène",
            "Facture annulée",
            "Facture adressée à la mauvaise société du groupe : avoir total émis, commande à "
            "refaire par la maison mère.",
            way="in",
        ),
    ),
    "Transports Guivarch": (
        DemoInteraction(
            40,
            "note",
            "Inès",
            "Ne pas confondre",
            "Deux Guivarch en Bretagne : celui-ci est à Brest et s'écrit sans apostrophe. "
            "Celui de Quimper, Guivarc'h, est une autre société.",
        ),
    ),
    "Plasturgie Vernéjoul": (
        DemoInteraction(
            64,
            "call",
            "Maëlys",
            "Avoir sur l'an dernier",
            "Hervé Lacoste-Brun a clos ses comptes avec notre avoir. Sujet soldé.",
            minutes=9,
        ),
    ),
    "Froid Industriel de Casablanca": (
        DemoInteraction(
            28,
            "meeting",
            "Maëlys",
            "Visioconférence de mise en service",
            "Nawal Tazi-Berrada valide les seuils. Elle demande des factures toujours en dirhams.",
            minutes=40,
            way="both",
            mentions=("Hélène",),
        ),
    ),
}
