"""The ratings of the main customers by Camille, Inès and Sophie: two rounds, eight months apart (R17)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from kameo.demo.cast import key_of
from kameo.demo.chance import PARIS, pick, stream
from kameo.demo.fill.accounts import Accounts
from kameo.people.models import User
from kameo.qualification.models import BoxCriterion, BoxRating

# Account: attractiveness and position, 0 to 5, eight months ago then last month; who rates besides Sophie.
OPINIONS: dict[str, tuple[tuple[int, int], tuple[int, int], str]] = {
    "Groupe Valmorin": ((4, 3), (5, 4), "Camille"),
    "Énergies du Vexenne": ((4, 4), (4, 3), "Camille"),
    "Aéro Sibran": ((3, 3), (5, 4), "Camille"),
    "Halles Montgrain": ((3, 3), (3, 4), "Inès"),
    "Sérandour Matériaux": ((3, 2), (3, 3), "Inès"),
    "Groupe Tilvaine": ((2, 3), (2, 4), "Inès"),
    "Labos Ozanne-Keller": ((4, 2), (4, 2), "Mathieu"),
    "Papeteries Estrelle": ((3, 4), (1, 3), "Mathieu"),
}
EVIDENCE = {
    "box-potential": "Plan d’investissement présenté au comité, trois sites encore à équiper.",
    "box-share": "Part estimée avec les achats lors de la dernière revue.",
    "box-relationship": "Rappelés le jour même ; invités à la revue technique.",
    "box-soundness": "Aucune facture en retard depuis un an.",
}


def fill_boxes(accounts: Accounts, users: dict[str, User], today: date) -> None:
    criteria = list(BoxCriterion.objects.filter(retired_at=None))
    rows = []
    for name, (before, now, rater) in OPINIONS.items():
        if name not in accounts:
            continue
        for ago, (attractive, placed), raters in ((240, before, (rater,)), (31, now, (rater, "Sophie"))):
            at = datetime.combine(today - timedelta(days=ago), time(16, 10), PARIS)
            for first_name in raters:
                draw = stream("box", name, ago, first_name)
                for criterion in criteria:
                    base = attractive if criterion.axis == "attractiveness" else placed
                    score = min(5, max(0, base + pick(draw, (-1, 0, 0, 0, 1))))
                    words = EVIDENCE.get(criterion.key, "") if ago == 31 and first_name == rater else ""
                    rows.append(
                        BoxRating(
                            account=accounts[name],
                            criterion=criterion,
                            score=score,
                            evidence=words,
                            by=users[key_of(first_name)],
                            at=at,
                        )
                    )
    BoxRating.objects.bulk_create(rows)
