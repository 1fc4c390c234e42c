"""The other key and large accounts: from a map that stands to one that hangs on a single person."""

from kameo.demo.deciders.shapes import Drawn, Newcomer, Once, Proven, Rated, Tied

VEXENNE = Drawn(
    "Énergies du Vexenne",
    (
        Rated("Loïc Fersen", "economic-buyer", 4, "neutral", "Camille", 3, 4, "safety", "quality", proofs=(
            Proven("influence", 3, 40, "A reporté seul le renouvellement de la maintenance."),
            Proven("stance", 2, 40, "« Je veux voir vos temps d'intervention de l'hiver. »")),
              once=Once(90, 4, "supporter")),
        Rated("Maud Orsini", "technical-prescriber", 4, "champion", "Camille", 4, 5, "performance", "sustainability",
              proofs=(Proven("stance", 3, 55, "A défendu notre offre devant la direction de la production."),
                      Proven("level", 3, 21, "Nous consulte avant de rédiger ses cahiers des charges."))),
        Rated("Solène Abgrall", "purchasing opponent", 3, "opponent", "Thibault", 2, 3, "budget", "price", proofs=(
            Proven("stance", 3, 74, "A lancé une consultation sans nous prévenir."),
            Proven("role:purchasing", 1, 160, "Acheteuse."))),
        Rated("Hervé Thiriet", "user", 3, "supporter", "Youssef", 3, 4, "safety", "quality", proofs=(
            Proven("stance", 2, 35, "« Vos techniciens connaissent nos chaufferies. »"),)),
        Rated("Aline Grandjean", "user", 2, "neutral", "Thibault", 2, 3),
        Rated("Direction générale", "final-decider", 5),
    ),
    expected=9,
    newcomers=(Newcomer("Direction générale", "Direction générale", "Énergies du Vexenne", "general", "executive",
                        kind="placeholder"),),
    reports=(("Maud Orsini", "Loïc Fersen"), ("Hervé Thiriet", "Loïc Fersen"), ("Aline Grandjean", "Loïc Fersen"),
             ("Loïc Fersen", "Direction générale")),
    ties=(Tied("Maud Orsini", "influences", "Loïc Fersen", "rédige le cahier des charges"),
          Tied("Solène Abgrall", "blocks", "Maud Orsini", "impose la mise en concurrence")),
)  # fmt: skip

MONTGRAIN = Drawn(
    "Halles Montgrain",
    (
        Rated("Fabrice Delaunay-Roy", "final-decider", 5, "champion", "Nadia", 4, 5, "performance", "price", proofs=(
            Proven("stance", 4, 58, "A reconduit pour deux ans sans mise en concurrence."),
            Proven("influence", 3, 8, "Aligne toutes les halles sur notre contrat de groupe."))),
        Rated("Samira Bouzid", "technical-prescriber influencer", 4, "champion", "Nadia", 4, 5, "compliance", "quality",
              proofs=(Proven("stance", 4, 83, "Propose de témoigner dans notre lettre aux clients."),
                      Proven("influence", 2, 29, "Fabrice Delaunay-Roy : « Voyez cela avec Samira. »"))),
        Rated("Didier Marsault", "user", 3, "sceptic", "Quentin", 2, 4, "budget", "price", proofs=(
            Proven("stance", 3, 41, "Teste deux boîtiers d'un concurrent dans le hall B."),)),
        Rated("Élodie Cazeneuve", "user", 2, "supporter", "Bérénice", 3, 4, "safety", "quality", proofs=(
            Proven("stance", 2, 17, "Demande que nos alarmes portent leurs propres consignes."),)),
        Rated("Direction financière", "economic-buyer", 4),
    ),
    by="Nadia",
    expected=8,
    newcomers=(Newcomer("Direction financière", "Direction financière", "Halles Montgrain", "finance", "director",
                        kind="placeholder"),),
    reports=(("Samira Bouzid", "Fabrice Delaunay-Roy"), ("Didier Marsault", "Fabrice Delaunay-Roy"),
             ("Élodie Cazeneuve", "Fabrice Delaunay-Roy")),
    ties=(Tied("Samira Bouzid", "influences", "Fabrice Delaunay-Roy", "garante du froid"),),
)  # fmt: skip

SERANDOUR = Drawn(
    "Sérandour Matériaux",
    (
        Rated("Ronan Sérandour", "final-decider", 5, "supporter", "Inès", 3, 4, "recognition", "projects", proofs=(
            Proven("stance", 2, 49, "« Vous êtes les seuls à venir sur les carrières. »"),)),
        Rated("Katell Quemener", "purchasing", 3, "neutral", "Inès", 3, 4, "budget", "price", proofs=(
            Proven("role:purchasing", 1, 150, "Directrice des achats."),)),
    ),
    by="Inès",
    expected=6,
    reports=(("Katell Quemener", "Ronan Sérandour"),),
)  # fmt: skip

SIBRAN = Drawn(
    "Aéro Sibran",
    (
        Rated("Baptiste Lenoir-Faye", "technical-prescriber", 3, "champion", "Camille", 4, 4, "innovation", "projects",
              proofs=(Proven("stance", 3, 27, "Nous a fait entrer sur le site de Bourges."),)),
    ),
    expected=8,
)  # fmt: skip

ESTRELLE = Drawn(
    "Papeteries Estrelle",
    (
        Rated("Rémi Daguenet", "purchasing", 4, "sceptic", "Mathieu", 2, 3, "budget", "price", proofs=(
            Proven("stance", 2, 33, "« À prix égal, je garde l'existant. »"),)),
        Rated("Patricia Soulier", "user influencer", 3, "supporter", "Mathieu", 3, 4, "performance", "quality", proofs=(
            Proven("stance", 3, 60, "A obtenu l'arrêt programmé qu'il nous fallait."),)),
    ),
    by="Mathieu",
    expected=6,
    ties=(Tied("Rémi Daguenet", "conflicts", "Patricia Soulier", "prix contre disponibilité"),),
)  # fmt: skip

OTHERS = (VEXENNE, MONTGRAIN, SERANDOUR, SIBRAN, ESTRELLE)
