"""Groupe Valmorin: eleven people known of thirteen expected, and the deal that is being decided."""

from kameo.demo.deciders.shapes import Drawn, Newcomer, Once, Proven, Rated, Tied

GROUP, IBERIA = "Groupe Valmorin", "Valmorin Iberia"
BERTRAND, CLARISSE, TOM = "Bertrand Chassaigne", "Clarisse Huet-Monod", "Tom Brizard"
ISABELLE, PASCAL = "Isabelle Roquemaure", "Pascal Quintrec"
ANNE_LAURE, LEILA = "Anne-Laure Dubreucq", "Leïla Hamdaoui"
JOEL, GREGOIRE, YANN, INIGO = "Joël Marchetti", "Grégoire Sainte-Marie", "Yann Prodhomme", "Íñigo Larrañeta"
LEGAL, FINANCE, ADVISER = "Direction juridique", "Finance, Iberia", "Solveig Ternoise"

_PEOPLE = (
    Rated(BERTRAND, "final-decider", 5, "neutral", "Pierre-Yves", 2, 4, "innovation", "projects",
          note="Tranche en comité d'investissement, le premier jeudi du mois.", proofs=(
              Proven("influence", 3, 66, "A suspendu l'an dernier deux projets déjà votés par le comité."),
              Proven("role:final-decider", 1, 150, "Directeur général, signe au-delà de 150 000 €."),
              Proven("stance", 2, 66, "« Montrez-moi Laval, nous verrons ensuite. »"))),
    Rated(ISABELLE, "economic-buyer", 5, "supporter", "Camille", 3, 4, "budget performance", "price projects",
          note="À appeler avant 11 h.", proofs=(
              Proven("influence", 3, 12, "Arbitre le budget énergie avec le comité d'investissement."),
              Proven("role:economic-buyer", 3, 33, "A engagé elle-même l'enveloppe du pilote."),
              Proven("stance", 2, 66, "« J'attends un engagement de résultat, pas de moyens. »"),
              Proven("motivation:budget", 2, 6, "Demande un retour sur investissement sous 24 mois."),
              Proven("level", 3, 66, "Nous invite à déjeuner pour préparer le plan.")),
          once=Once(70, 5, "neutral")),
    Rated(PASCAL, "technical-prescriber influencer", 4, "champion", "Camille", 4, 5, "performance innovation",
          "projects quality", proofs=(
              Proven("stance", 4, 152, "A demandé lui-même que les onze sites soient présentés au comité."),
              Proven("influence", 3, 104, "Le pilote de Laval a été lancé sur sa seule demande."),
              Proven("role:technical-prescriber", 3, 5, "A fixé les mesures de la revue technique."),
              Proven("level", 4, 14, "Nous a prévenus du calendrier avant tout autre fournisseur.")),
          once=Once(110, 4, "supporter")),
    Rated(LEILA, "technical-prescriber", 3, "sceptic", "Adrien", 3, 4, "compliance", "digital", proofs=(
        Proven("stance", 2, 5, "Exige un hébergement en France avant toute signature."),
        Proven("influence", 3, 33, "Son avis sur l'architecture a été repris mot pour mot."),
        Proven("motivation:compliance", 3, 33, "Fait relire l'annexe sécurité par son prestataire.")),
          once=Once(40, 3, "opponent")),
    Rated(ANNE_LAURE, "purchasing opponent", 4, "opponent", "Inès", 2, 3, "budget", "price deadlines", proofs=(
        Proven("stance", 3, 95, "A fait entrer un second fournisseur dans la consultation."),
        Proven("influence", 2, 61, "« Rien ne part sans mon visa. »"),
        Proven("role:purchasing", 1, 160, "Directrice des achats."),
        Proven("stance", 2, 3, "Accepte l'indexation annuelle si nous la plafonnons.", value="sceptic"))),
    Rated(CLARISSE, "influencer", 3, "champion", "Camille", 3, 4, "recognition compliance", "sustainability", proofs=(
        Proven("stance", 3, 130, "A cité le pilote de Laval dans le rapport annuel du groupe."),
        Proven("influence", 2, 120, "Isabelle Roquemaure : « Bertrand la consulte avant chaque comité. »"))),
    Rated(TOM, "purchasing", 2, "neutral", "Inès", 3, 3, "budget", "deadlines", proofs=(
        Proven("role:purchasing", 1, 160, "Acheteur technique."),
        Proven("influence", 2, 45, "Prépare le tableau comparatif des offres."))),
    Rated(JOEL, "user", 2, "champion", "Youssef", 4, 4, "safety performance", "quality", proofs=(
        Proven("stance", 4, 31, "A reçu deux autres sites sur son temps pour leur montrer la supervision."),
        Proven("role:user", 3, 0, "Appelle dès qu'une passerelle est muette."),
        Proven("level", 3, 104, "Nous a ouvert les relevés de la ligne 3."))),
    Rated(GREGOIRE, "user influencer", 3, "neutral", "Inès", 3, 4, "budget", "price", proofs=(
        Proven("stance", 2, 7, "Compare nos capteurs à une offre locale moins chère."),
        Proven("influence", 2, 19, "Choisit ses équipements four par four."))),
    Rated(YANN, "user", 2, "supporter", "Camille", 3, 4, "performance", "projects", proofs=(
        Proven("stance", 3, 78, "A inscrit les quais 7 à 12 à son budget."),)),
    Rated(INIGO, "user", 3, "neutral", "Thibault", 2, 3, "safety", "quality", proofs=(
        Proven("influence", 2, 52, "Tout passe par lui à Burgos."),)),
    Rated(LEGAL, "influencer", 3),
    Rated(FINANCE, "economic-buyer", 3, note="Signe au-delà de 50 000 € en Espagne."),
    Rated(ADVISER, "influencer", 3, "supporter", "Camille", 3, 4, "innovation", "sustainability", proofs=(
        Proven("stance", 2, 48, "A recommandé notre méthode de mesure au comité RSE."),)),
)  # fmt: skip

VALMORIN = Drawn(
    GROUP,
    _PEOPLE,
    expected=13,
    newcomers=(
        Newcomer(BERTRAND, "Directeur général", GROUP, "general", "executive"),
        Newcomer(CLARISSE, "Directrice RSE", GROUP, "business", "director", BERTRAND),
        Newcomer(TOM, "Acheteur technique", GROUP, "purchasing", "manager", ANNE_LAURE),
        Newcomer(ADVISER, "Consultante énergie, cabinet Ternoise", GROUP, "engineering", kind="external"),
        Newcomer(FINANCE, "Finance, Iberia", IBERIA, "finance", "director", ISABELLE, kind="placeholder"),
    ),
    reports=(
        (ISABELLE, BERTRAND), (PASCAL, BERTRAND), (LEILA, BERTRAND), (ANNE_LAURE, BERTRAND), (LEGAL, BERTRAND),
        (JOEL, PASCAL), (GREGOIRE, PASCAL), (YANN, PASCAL), (INIGO, PASCAL), ("Gwenaëlle Riou", PASCAL),
        ("Corinne Aubrée", JOEL),
    ),
    matrix=((FINANCE, INIGO), (YANN, ANNE_LAURE)),
    ties=(
        Tied(PASCAL, "influences", ISABELLE, "oriente le choix"),
        Tied(CLARISSE, "influences", BERTRAND, "porte le bilan carbone"),
        Tied(LEILA, "influences", PASCAL, "doit donner son accord"),
        Tied(BERTRAND, "trusts", ISABELLE, "suit son arbitrage"),
        Tied(ANNE_LAURE, "conflicts", PASCAL, "veut une mise en concurrence"),
        Tied(TOM, "blocks", JOEL, "exige trois devis"),
        Tied(ADVISER, "sponsors", CLARISSE, "appuie son dossier"),
    ),
)  # fmt: skip

VALMORIN_DEAL = Drawn(
    GROUP,
    (
        Rated(ISABELLE, "final-decider economic-buyer", 5, "supporter", "Camille", 3, 4, "budget", "price", since=45,
              proofs=(Proven("role:final-decider", 2, 12, "« En dessous de 250 000 €, c'est moi qui signe. »"),)),
        Rated(PASCAL, "technical-prescriber", 5, "champion", "Camille", 4, 5, "performance", "projects", since=45,
              proofs=(Proven("stance", 3, 5, "A tenu lui-même la revue technique des onze sites."),)),
        Rated(LEILA, "technical-prescriber", 4, "neutral", "Adrien", 3, 4, "compliance", "digital", since=45,
              proofs=(Proven("stance", 3, 33, "A validé l'architecture des passerelles."),)),
        Rated(ANNE_LAURE, "purchasing", 3, "opponent", "Inès", 2, 3, "budget", "price", since=45),
        Rated(JOEL, "user", 3, "champion", "Youssef", 4, 4, "performance", "quality", since=45,
              proofs=(Proven("stance", 4, 31, "Présente les chiffres de Laval à la place de son directeur."),)),
        Rated(LEGAL, "influencer", 2, since=30),
    ),
    name="Supervision énergétique, 11 sites",
    expected=7,
    ties=(
        Tied(PASCAL, "influences", ISABELLE, "apporte les chiffres"),
        Tied(LEILA, "influences", ISABELLE, "doit donner son accord"),
    ),
)  # fmt: skip
