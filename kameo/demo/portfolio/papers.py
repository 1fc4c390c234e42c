"""The documents of the demo: what a team keeps with its accounts, written for real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kameo.demo import files


@dataclass(frozen=True)
class Paper:
    """A file to keep with an account. `expires` is in days from today."""

    account: str
    who: str
    ago: int
    title: str
    name: str
    content: Callable[[], bytes]
    expires: int | None = None


def _pdf(title: str, *lines: str) -> Callable[[], bytes]:
    return lambda: files.pdf(title, lines)


def _docx(title: str, *paragraphs: str) -> Callable[[], bytes]:
    return lambda: files.docx(title, paragraphs)


def _png(title: str, *labels: str) -> Callable[[], bytes]:
    return lambda: files.png(title, labels)


PAPERS = (
    Paper(
        "Groupe Valmorin",
        "Camille",
        610,
        "Contrat-cadre de supervision et de maintenance",
        "contrat-cadre-valmorin.pdf",
        _pdf(
            "Contrat-cadre de supervision et de maintenance",
            "Entre Ardelane et Valmorin Participations SA.",
            "",
            "Article 1 – Objet",
            "Supervision énergétique et maintenance préventive des sites du groupe.",
            "",
            "Article 2 – Délais d'intervention",
            "Astreinte : prise en charge sous 2 heures, remplacement sous 4 heures.",
            "",
            "Article 3 – Durée",
            "Trois ans, reconduction expresse. Préavis de trois mois.",
            "",
            "Article 4 – Prix",
            "Révision annuelle selon l'indice du coût du travail, plafonnée à 3 %.",
            "",
            "Article 5 – Données",
            "Hébergement en France. Journal conservé douze mois.",
            "",
            "Article 6 – Réversibilité",
            "Remise des configurations et des mesures sous trente jours.",
        ),
        expires=132,
    ),
    Paper(
        "Groupe Valmorin",
        "Camille",
        3,
        "Annexe tarifaire",
        "annexe-tarifaire-v3.pdf",
        _pdf(
            "Annexe tarifaire, version 3",
            "Supervision, par site et par mois : 540 €",
            "Astreinte 24 h, par site et par mois : 310 €",
            "Capteur sans fil : 185 €",
            "Passerelle de mesure, location mensuelle : 64 €",
            "Technicien, l'heure : 92 €",
            "Remise de volume à partir de huit sites : 8 %",
        ),
    ),
    Paper(
        "Groupe Valmorin",
        "Camille",
        5,
        "Plan de déploiement en 11 sites",
        "plan-deploiement-11-sites.docx",
        _docx(
            "Plan de déploiement en 11 sites",
            "Laval reste site pilote. Fougères et Cholet suivent, puis Plouvien avant la haute saison du froid.",
            "Chaque site compte quatre étapes : relevé, pose, mise en service, mesure de référence.",
            "Burgos et Palencia attendent la désignation d'un interlocuteur hispanophone.",
        ),
    ),
    Paper(
        "Valmorin Laiteries, site de Laval",
        "Youssef",
        60,
        "Schéma de l'armoire 3",
        "laval-armoire-3.png",
        _png("Laval, armoire 3", "Sondes T1–T6", "Automate", "Passerelle", "Supervision"),
    ),
    Paper(
        "Énergies du Vexenne",
        "Thibault",
        410,
        "Contrat de maintenance des chaufferies",
        "maintenance-chaufferies.pdf",
        _pdf(
            "Contrat de maintenance des chaufferies",
            "Douze chaufferies, visite mensuelle de novembre à mars.",
            "Reconduction tacite d'un an, préavis de deux mois.",
            "Pénalité : 150 € par heure au-delà du délai.",
        ),
        expires=40,
    ),
    Paper(
        "Énergies du Vexenne",
        "Youssef",
        107,
        "Analyse de la coupure de supervision",
        "analyse-coupure.docx",
        _docx(
            "Analyse de la coupure de supervision",
            "Durée : 50 minutes. Cause : mise à jour installée sans essai préalable.",
            "Mesure prise : préavis de cinq jours ouvrés et essai sur un site témoin avant toute mise à jour.",
        ),
    ),
    Paper(
        "Aéro Sibran",
        "Camille",
        37,
        "Procès-verbal de réception du banc d'essai",
        "pv-reception-banc.pdf",
        _pdf(
            "Procès-verbal de réception du banc d'essai",
            "Réception prononcée avec deux réserves mineures.",
            "Réserve 1 : étiquetage des départs.",
            "Réserve 2 : affichage des seuils en salle.",
            "Levée sous quinze jours.",
        ),
    ),
    Paper(
        "Labos Ozanne-Keller",
        "Mathieu",
        30,
        "Plan de prévention, zone classée",
        "plan-de-prevention.pdf",
        _pdf(
            "Plan de prévention, zone classée",
            "Accueil sécurité à 7 h 30, sans exception.",
            "Tenue fournie par le site. Outillage contrôlé à l'entrée et à la sortie.",
        ),
        expires=21,
    ),
    Paper(
        "Papeteries Estrelle",
        "Mathieu",
        640,
        "Contrat de maintenance, machine 3",
        "contrat-estrelle.pdf",
        _pdf(
            "Contrat de maintenance, machine 3",
            "Montant annuel : 214 000 € hors taxes.",
            "Préavis de résiliation : deux mois.",
        ),
        expires=97,
    ),
    Paper(
        "Halles Montgrain",
        "Nadia",
        116,
        "Audit du froid, halle d'Agen",
        "audit-froid-agen.pdf",
        _pdf(
            "Audit du froid, halle d'Agen",
            "Neuf groupes contrôlés, trois en fin de vie.",
            "Recommandation : remplacement avant la prochaine saison chaude.",
        ),
    ),
    Paper(
        "Brasseries du Haut-Lignon",
        "Inès",
        31,
        "Bilan de saison",
        "bilan-saison.docx",
        _docx(
            "Bilan de saison", "Aucun arrêt imputable à la supervision.", "Eau : 11 % de moins par hectolitre produit."
        ),
    ),
    Paper(
        "Nordhaven Shipping",
        "Maëlys",
        48,
        "Site survey, Hull workshops",
        "hull-site-survey.pdf",
        _pdf(
            "Site survey, Hull workshops",
            "Workshops 2 and 5: switchgear in good order.",
            "Gantry cranes: no remote monitoring yet.",
        ),
    ),
)
