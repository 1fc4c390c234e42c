"""Large and key accounts of energy, materials, aerospace, paper and health."""

from kameo.demo.shapes import Entity

VEXENNE = Entity(
    "Énergies du Vexenne", "group", "Metz", "57000", "1, place de la Turbine", sector="Énergie", naf="35.11Z",
    headcount=1720, turnover=640, yearly=236, growth=-0.06, every=1, season="energy", lead="Camille",
    team=(("Thibault", "back_up"), ("Youssef", "support"), ("Adrien", "product")),
    tags=("contrat-cadre", "astreinte 24 h"), domain="vexenne.example", potential=950, aliases=("EDV",),
    description="Producteur régional d'électricité et de chaleur. Renouvellement de la maintenance {y+1} en discussion.",
    contacts=("Maud Orsini, responsable énergie", "Solène Abgrall, acheteuse", "Loïc Fersen, directeur de la production"),
    parts=(
        Entity("Vexenne Réseaux de chaleur", "company", "Nancy", "54000", sector="Réseaux de chaleur", naf="35.30Z",
               yearly=286, growth=-0.05, season="energy", contacts=("Hervé Thiriet, chef d'exploitation",), parts=(
                   Entity("Chaufferie des Rives, Nancy", "site", "Nancy", "54000"),
                   Entity("Chaufferie de Borny-Sud, Metz", "site", "Metz", "57070"))),
        Entity("Vexenne Hydro", "company", "Épinal", "88000", sector="Hydroélectricité", naf="35.11Z", yearly=148,
               growth=0.01, contacts=("Aline Grandjean, responsable des centrales",)),
        Entity("Vexenne Éolien", "company", "Bar-le-Duc", "55000", sector="Éolien", naf="35.11Z", yearly=72,
               growth=-0.02, every=3),
    ),
)  # fmt: skip

SERANDOUR = Entity(
    "Sérandour Matériaux", "group", "Saint-Brieuc", "22000", "Quai du Légué", sector="Matériaux de construction",
    naf="46.73A", headcount=1340, turnover=410, yearly=124, growth=0.03, every=1, lead="Inès", team=(("Youssef", "support"),),
    tags=("multisite",), domain="serandour.example", potential=520,
    contacts=("Ronan Sérandour, président", "Katell Quemener, directrice des achats"),
    parts=(
        Entity("Sérandour Béton", "company", "Lamballe", "22400", sector="Béton prêt à l'emploi", naf="23.63Z",
               yearly=168, growth=0.04, season="summer"),
        Entity("Sérandour Granulats", "company", "Dinan", "22100", sector="Carrières", naf="08.12Z", yearly=138,
               growth=-0.02, season="summer"),
    ),
)  # fmt: skip

TILVAINE = Entity(
    "Groupe Tilvaine", "group", "Troyes", "10000", "22, rue des Bonnetiers", sector="Textile technique", naf="13.96Z",
    headcount=980, turnover=230, yearly=98, growth=0.01, every=1, lead="Inès", team=(("Thibault", "back_up"), ("Lucie", "observer")),
    tags=("RFA",), domain="tilvaine.example", potential=420,
    contacts=("Armelle Jacquinot, directrice industrielle", "Cyril Mathelin, responsable des achats"),
    parts=(
        Entity("Tilvaine Filature", "company", "Troyes", "10000", sector="Filature", naf="13.10Z", yearly=164, growth=-0.04),
        Entity("Tilvaine Enduction", "company", "Romilly-sur-Seine", "10100", sector="Enduction", naf="13.30Z",
               yearly=133, growth=0.06),
    ),
)  # fmt: skip

SIBRAN = Entity(
    "Aéro Sibran", "group", "Bourges", "18000", "Aéroparc de la Chancellerie", sector="Aéronautique", naf="30.30Z",
    headcount=1150, turnover=295, yearly=204, growth=0.24, every=1, lead="Camille",
    team=(("Nadia", "back_up"), ("Bérénice", "support"), ("Pierre-Yves", "sponsor")),
    tags=("habilitation défense", "plan énergie"), domain="aero-sibran.example", potential=640,
    description="Équipementier, structures composites. Banc d'essai mis en service il y a un mois.",
    contacts=("Baptiste Lenoir-Faye, chef de projet", "Virginie Caltot, directrice des moyens généraux"),
    parts=(
        Entity("Sibran Composites", "company", "Vierzon", "18100", sector="Composites", naf="22.29A", yearly=114, growth=0.18,
               contacts=("Rodolphe Ancelin, responsable maintenance",)),
        Entity("Projet Lanterne", "division", "Bourges", "18000", sector="Aéronautique", confidential=True,
               status="prospect", lead="Camille", team=(("Adrien", "product"),), potential=900,
               description="Nouvelle ligne d'assemblage, sous accord de confidentialité jusqu'à l'annonce du client."),
    ),
)  # fmt: skip

OZANNE = Entity(
    "Labos Ozanne-Keller", "company", "Chartres", "28000", "Parc des Grands-Prés", sector="Pharmacie", naf="21.20Z",
    headcount=870, turnover=310, yearly=288, growth=0.03, lead="Mathieu", team=(("Nadia", "back_up"), ("Youssef", "support")),
    tags=("GMP", "contrat-cadre"), domain="ozanne-keller.example", potential=460, aliases=("LOK",),
    description="Façonnier pharmaceutique. Toute intervention en zone classée demande un plan de prévention signé.",
    contacts=("Stéphanie Keller, directrice générale déléguée", "Julien Ozanne, responsable des utilités"),
)  # fmt: skip

ESTRELLE = Entity(
    "Papeteries Estrelle", "company", "Annonay", "07100", "Chemin des Moulins", sector="Papeterie", naf="17.12Z",
    headcount=430, turnover=118, yearly=214, growth=-0.118, lead="Mathieu", team=(("Bérénice", "support"),),
    tags=("à surveiller",), domain="estrelle.example", potential=300,
    description="Contrat de maintenance à échéance le {d+97}. Commandes de pièces en baisse d'un tiers.",
    contacts=("Rémi Daguenet, directeur des achats", "Patricia Soulier, directrice d'usine"),
)  # fmt: skip

DELORGE = Entity(
    "Delorge Ciments", "company", "Boulogne-sur-Mer", "62200", "Rue de la Cimenterie", sector="Ciment", naf="23.51Z",
    headcount=260, turnover=105, yearly=150, growth=0.07, lead="Thibault", team=(("Quentin", "sales"),),
    tags=("plan énergie",), domain="delorge.example", potential=240,
    contacts=("Marc-Antoine Delorge, directeur général", "Nathalie Vasseur-Pruvost, responsable fiabilité"),
)  # fmt: skip

INDUSTRY = (VEXENNE, SERANDOUR, TILVAINE, SIBRAN, OZANNE, ESTRELLE, DELORGE)
