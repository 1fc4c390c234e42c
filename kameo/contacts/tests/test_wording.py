"""Words about somebody that ask for a second look; what merely looks alike does not (R187)."""

import pytest

from kameo.contacts.sheet.wording import remarks_on


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", []),
        ("Directrice des achats depuis 2019, préfère être appelée le matin.", []),
        ("En arrêt maladie jusqu’en mars.", ["health"]),
        ("Elle est ENCEINTE, remplacée à partir du 3.", ["health"]),
        ("On sick leave until March.", ["health"]),
        ("Syndiqué CGT, influent à l'atelier.", ["union", "union"]),
        ("Catholique pratiquante", ["religion", "religion"]),
        ("Plutôt de gauche, vote pour les verts", ["opinion", "opinion"]),
        ("L’armoire de gauche est en panne, côté droit du quai.", []),
        ("Divorcé, deux enfants.", ["private"]),
        ("C'est un idiot.", ["insult"]),
        ("He is a liar", ["insult"]),
        ("Conditionnement à revoir ; santé financière fragile ; grève du 12.", []),
        ("Contrat signé, conforme.", []),
        ("Pathologie du béton, diabolo, manuel.", []),
    ],
)
def test_whole_words_of_protected_matters(text: str, kinds: list[str]) -> None:
    assert [remark.kind for remark in remarks_on(text)] == kinds


def test_each_word_once_with_what_to_do() -> None:
    (remark,) = remarks_on("Idiot, idiot et idiot.")
    assert remark.word == "idiot"
    assert "judgement" in str(remark.advice) or "jugement" in str(remark.advice)
