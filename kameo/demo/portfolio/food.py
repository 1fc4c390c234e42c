"""Large and key accounts of food and retail: Groupe Valmorin, Halles Montgrain, Brasseries du Haut-Lignon."""

from kameo.demo.shapes import Entity

VALMORIN = Entity(
    "Groupe Valmorin", "group", "Rennes", "35000", "14, quai des Forges-Neuves", sector="Agroalimentaire", naf="70.10Z",
    headcount=4180, turnover=1120, yearly=168, growth=0.09, every=3, years=3.0, lead="Camille",
    team=(("Inès", "back_up"), ("Thibault", "sales"), ("Youssef", "support"), ("Hélène", "finance"),
          ("Pierre-Yves", "sponsor"), ("Adrien", "product")),
    tags=("contrat-cadre", "multisite", "plan énergie"), aliases=("Valmorin", "Valmorin SA"), domain="valmorin.example",
    legal_name="Valmorin Participations SA", potential=1900,
    description="Groupe laitier et boulanger familial, troisième génération. Contrat-cadre de trois ans signé au siège, "
                "décliné par filiale. Le comité d'investissement se réunit le premier jeudi du mois.",
    contacts=("Isabelle Roquemaure, directrice financière", "Pascal Quintrec, directeur industriel",
              "Anne-Laure Dubreucq, directrice des achats", "Leïla Hamdaoui, directrice des systèmes d'information"),
    parts=(
        Entity("Valmorin Laiteries", "company", "Laval", "53000", "Zone des Touches", sector="Produits laitiers",
               naf="10.51A", headcount=1460, yearly=412, growth=0.07, season="food", domain="laiteries.valmorin.example",
               contacts=("Joël Marchetti, responsable maintenance", "Corinne Aubrée, cheffe de production"), parts=(
                   Entity("Valmorin Laiteries, site de Laval", "site", "Laval", "53000", "8, rue de la Gaucherie"),
                   Entity("Valmorin Laiteries, site de Fougères", "site", "Fougères", "35300", "2, route d'Ernée"))),
        Entity("Valmorin Boulange", "company", "Cholet", "49300", "31, boulevard du Moulin-Blanc", sector="Boulangerie",
               naf="10.71A", headcount=890, yearly=228, growth=0.02, season="food",
               contacts=("Grégoire Sainte-Marie, directeur d'usine",), parts=(
                   Entity("Valmorin Boulange, site de Cholet", "site", "Cholet", "49300", "31, boulevard du Moulin-Blanc"),
                   Entity("Valmorin Boulange, site de Saumur", "site", "Saumur", "49400", "5, allée des Meuniers"))),
        Entity("Valmorin Surgelés", "company", "Plouvien", "29860", "Parc de Kerlouron", sector="Produits surgelés",
               naf="10.85Z", headcount=640, yearly=186, growth=0.11, season="cold",
               contacts=("Gwenaëlle Riou, responsable énergie",), parts=(
                   Entity("Valmorin Surgelés, site de Plouvien", "site", "Plouvien", "29860", "Parc de Kerlouron"),
                   Entity("Valmorin Surgelés, site de Landivisiau", "site", "Landivisiau", "29400", "Zone du Vern"))),
        Entity("Valmorin Logistique", "company", "Le Mans", "72000", "Plateforme des Trois-Ormes", sector="Logistique",
               naf="52.10A", headcount=420, yearly=138, growth=0.04,
               contacts=("Yann Prodhomme, responsable d'exploitation",), parts=(
                   Entity("Valmorin Logistique, site du Mans", "site", "Le Mans", "72000", "Plateforme des Trois-Ormes"),
                   Entity("Valmorin Logistique, site d'Angers", "site", "Angers", "49000", "12, rue des Ardoisières"))),
        Entity("Valmorin Iberia", "company", "Burgos", "09001", "Polígono de Villalonquéjar", country="ES",
               sector="Produits laitiers", headcount=510, yearly=116, growth=-0.03,
               contacts=("Íñigo Larrañeta, director de planta",), parts=(
                   Entity("Valmorin Iberia, site de Burgos", "site", "Burgos", "09001", country="ES"),
                   Entity("Valmorin Iberia, site de Palencia", "site", "Palencia", "34001", country="ES"))),
        Entity("Valmorin Services", "company", "Rennes", "35000", "14, quai des Forges-Neuves",
               sector="Services aux entreprises", naf="82.11Z", headcount=260, yearly=36, growth=0.15, every=3, parts=(
                   Entity("Valmorin Services, siège de Rennes", "site", "Rennes", "35000", "14, quai des Forges-Neuves"),)),
    ),
)  # fmt: skip

MONTGRAIN = Entity(
    "Halles Montgrain", "group", "Orléans", "45000", "3, avenue du Marché-de-Gros", sector="Commerce de gros alimentaire",
    naf="46.39B", headcount=2350, turnover=860, yearly=142, growth=0.12, every=1, lead="Nadia",
    team=(("Quentin", "back_up"), ("Bérénice", "support"), ("Hélène", "finance"), ("Lucie", "observer")), tags=("froid", "multisite"),
    domain="montgrain.example", potential=780, aliases=("HM", "Les Halles Montgrain"),
    description="Grossiste et exploitant de halles de produits frais. Chaîne du froid surveillée en continu, "
                "astreinte de nuit incluse au contrat.",
    contacts=("Fabrice Delaunay-Roy, directeur des opérations", "Samira Bouzid, responsable qualité et froid"),
    parts=(
        Entity("Halles Montgrain Centre", "company", "Orléans", "45000", sector="Commerce de gros", naf="46.31Z",
               yearly=158, growth=0.08, season="cold", contacts=("Didier Marsault, responsable technique",)),
        Entity("Halles Montgrain Sud-Ouest", "company", "Agen", "47000", sector="Commerce de gros", naf="46.31Z",
               yearly=124, growth=0.14, season="cold", contacts=("Élodie Cazeneuve, responsable de site",)),
        Entity("Montgrain Frais Express", "division", "Blois", "41000", sector="Transport frigorifique", naf="49.41A",
               yearly=46, growth=0.03),
    ),
)  # fmt: skip

LIGNON = Entity(
    "Brasseries du Haut-Lignon", "company", "Tence", "43190", "Route de la Source", sector="Brasserie", naf="11.05Z",
    headcount=310, turnover=94, yearly=178, growth=0.05, season="summer", lead="Inès", team=(("Bérénice", "support"),),
    tags=("plan énergie",), domain="haut-lignon.example", potential=260,
    description="Brasserie indépendante, deux lignes d'embouteillage. Pointe d'activité de mai à août.",
    contacts=("Benoît Chazelle, directeur technique", "Marion Vialatte, responsable énergie"),
)  # fmt: skip

FOOD = (VALMORIN, MONTGRAIN, LIGNON)
