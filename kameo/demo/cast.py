"""Our side: Ardelane, industrial supervision and maintenance, and the people who serve its customers."""

from __future__ import annotations

from dataclasses import dataclass

COMPANY = "Ardelane"
PASSWORD = "portrait-ardelane"  # noqa: S105 - the demo's, printed on the screen at each start
DOMAIN = "ardelane.example"


@dataclass(frozen=True)
class CastMember:
    """`key` is how the rest of the demo names them; `role` is a key of `people.roles`."""

    key: str
    first: str
    last: str
    role: str
    title: str
    team: str = ""
    phone: str = ""
    active: bool = True
    sign_in: bool = False  # one per role is offered on the screen

    @property
    def email(self) -> str:
        return f"{self.key}@{DOMAIN}"


COLLEAGUES = (
    CastMember(
        "sophie.malandre",
        "Sophie",
        "Malandre",
        "director",
        "Directrice commerciale",
        "Direction",
        "01 99 00 10 01",
        sign_in=True,
    ),
    CastMember(
        "camille.ferrandin",
        "Camille",
        "Ferrandin",
        "kam",
        "Responsable comptes clés",
        "Comptes clés",
        "01 99 00 10 11",
        sign_in=True,
    ),
    CastMember(
        "mathieu.corbic", "Mathieu", "Corbic", "kam", "Responsable comptes clés", "Comptes clés", "01 99 00 10 12"
    ),
    CastMember("nadia.ouardi", "Nadia", "Ouardi", "kam", "Responsable comptes clés", "Comptes clés", "01 99 00 10 13"),
    CastMember(
        "ines.belkhodja",
        "Inès",
        "Belkhodja",
        "large_account_manager",
        "Responsable grands comptes, Ouest",
        "Grands comptes",
        "01 99 00 10 21",
        sign_in=True,
    ),
    CastMember(
        "thibault.larrieu",
        "Thibault",
        "Larrieu",
        "large_account_manager",
        "Responsable grands comptes, Est",
        "Grands comptes",
        "01 99 00 10 22",
    ),
    CastMember(
        "quentin.lesage",
        "Quentin",
        "Lesage",
        "sales",
        "Ingénieur d’affaires Nord et Est",
        "Grands comptes",
        "01 99 00 10 31",
        sign_in=True,
    ),
    CastMember(
        "maelys.garrigue",
        "Maëlys",
        "Garrigue",
        "sales",
        "Ingénieure d’affaires Sud et international",
        "Grands comptes",
        "01 99 00 10 32",
    ),
    CastMember(
        "youssef.amrani",
        "Youssef",
        "Amrani",
        "support",
        "Responsable du support",
        "Service",
        "01 99 00 10 41",
        sign_in=True,
    ),
    CastMember(
        "berenice.toussaint",
        "Bérénice",
        "Toussaint",
        "support",
        "Technicienne de supervision",
        "Service",
        "01 99 00 10 42",
    ),
    CastMember(
        "helene.castaing",
        "Hélène",
        "Castaing",
        "finance",
        "Responsable administrative et financière",
        "Direction",
        "01 99 00 10 51",
        sign_in=True,
    ),
    CastMember(
        "maelle.kervadec",
        "Maëlle",
        "Kervadec",
        "marketing",
        "Chargée de marketing",
        "Marketing et produit",
        "01 99 00 10 61",
        sign_in=True,
    ),
    CastMember(
        "adrien.costedoat",
        "Adrien",
        "Costedoat",
        "product",
        "Chef de produit supervision",
        "Marketing et produit",
        "01 99 00 10 71",
        sign_in=True,
    ),
    CastMember(
        "pierre-yves.darcourt",
        "Pierre-Yves",
        "Darcourt",
        "executive",
        "Directeur général",
        "Direction",
        "01 99 00 10 02",
        sign_in=True,
    ),
    CastMember(
        "lucie.henaff", "Lucie", "Hénaff", "reader", "Alternante, contrôle de gestion", "Direction", sign_in=True
    ),
    CastMember(
        "gaetan.roblin",
        "Gaëtan",
        "Roblin",
        "administrator",
        "Administrateur des systèmes",
        "Direction",
        "01 99 00 10 81",
        sign_in=True,
    ),
    CastMember(
        "olivier.granval", "Olivier", "Granval", "sales", "Ingénieur d’affaires", "Grands comptes", active=False
    ),
)

DIRECTOR, ADMINISTRATOR = "sophie.malandre", "gaetan.roblin"
ABSENT, COVER = "mathieu.corbic", "camille.ferrandin"
LEFT, SUCCESSOR = "olivier.granval", "quentin.lesage"


def key_of(first_name: str) -> str:
    """The key of the colleague with that first name: what the portfolio writes to name somebody."""
    return next(one.key for one in COLLEAGUES if one.first == first_name)
