"""Large accounts abroad, invoiced in their own money: pounds and dollars, Swiss francs."""

from kameo.demo.shapes import DemoEntity

NORDHAVEN = DemoEntity(
    "Nordhaven Shipping",
    "group",
    "Hull",
    "HU1 1AA",
    "Quay House, 4 Saltmarsh Road",
    country="GB",
    sector="Transport maritime",
    headcount=1900,
    turnover=520,
    yearly=74,
    growth=0.10,
    every=1,
    currency="GBP",
    lead="Maëlys",
    team=(("Thibault", "back_up"),),
    tags=("export",),
    domain="nordhaven.example",
    potential=300,
    description="Terminaux et ateliers navals. Facturé en livres au siège, en dollars aux États-Unis.",
    contacts=("Harriet Coldwell, group engineering director",),
    parts=(
        DemoEntity(
            "Nordhaven Gulf Terminals",
            "company",
            "Galveston",
            "77550",
            country="US",
            sector="Terminaux portuaires",
            yearly=58,
            growth=0.04,
            currency="USD",
            every=3,
            contacts=("Wade Tillery, terminal manager",),
        ),
    ),
)

ALPWERK = DemoEntity(
    "Alpwerk Präzision AG",
    "company",
    "Bienne",
    "2502",
    "Werkstrasse 18",
    country="CH",
    sector="Mécanique de précision",
    headcount=340,
    turnover=88,
    yearly=104,
    growth=0.06,
    currency="CHF",
    lead="Thibault",
    team=(("Youssef", "support"),),
    tags=("export",),
    domain="alpwerk.example",
    potential=190,
    contacts=("Reto Ammann, Leiter Unterhalt",),
)

WORLD = (NORDHAVEN, ALPWERK)
