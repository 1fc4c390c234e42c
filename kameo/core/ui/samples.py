"""The samples of `/styleguide`: invented French data, as arguments of the macros. Nothing here is translated."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from kameo.core.ui.inputs import AmountField
from kameo.core.ui.samples_pages import PAGES


class DealForm(forms.Form):
    """Every kind of control, to see them valid and invalid."""

    name = forms.CharField(label="Nom de l’affaire")
    amount = AmountField(label="Montant", error_messages={"invalid": "Écrivez un nombre, par exemple 240 000."})
    closes = forms.DateField(label="Date de clôture", widget=forms.DateInput(attrs={"type": "date"}))
    stage = forms.ChoiceField(
        label="Étape", choices=[("n", "Négociation"), ("v", "Validation")], help_text="La probabilité passe à 70 %."
    )
    origin = forms.ChoiceField(
        label="Origine",
        choices=[("c", "Client existant"), ("r", "Recommandation"), ("a", "Appel d’offres")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label="Note", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    contract = forms.FileField(label="Contrat", required=False)
    tell = forms.BooleanField(label="Prévenir la directrice commerciale", required=False, initial=True)

    def clean_closes(self) -> date:
        closes: date = self.cleaned_data["closes"]
        if closes < date(2026, 11, 24):
            raise forms.ValidationError("Choisissez une date à venir.")
        return closes


def deal_form(*, prefix: str) -> DealForm:
    """The form as it comes back with two mistakes."""
    values = {
        f"{prefix}-name": "Supervision énergétique, 11 sites",
        f"{prefix}-amount": "deux cents",
        f"{prefix}-closes": "2026-11-12",
        f"{prefix}-stage": "n",
        f"{prefix}-origin": "c",
        f"{prefix}-tell": "on",
    }
    return DealForm(values, prefix=prefix)


def context() -> dict[str, Any]:
    """Context of `web/styleguide.html`."""
    return {
        "families": FAMILIES,
        "forms": {theme: deal_form(prefix=theme) for theme in ("light", "dark")},
        "s": SAMPLES | PAGES,
    }


FAMILIES = [
    ("actions", "Boutons et menus"),
    ("words", "Pastilles, statuts, personnes"),
    ("figures", "Chiffres et mesures"),
    ("forms", "Formulaires"),
    ("tables", "Tableaux"),
    ("cards", "Cartes et listes"),
    ("messages", "Messages, vide, attente"),
    ("timeline", "Fil et journée"),
    ("board", "Pipeline et cartographie"),
    ("pages", "Réglages, import, fenêtres"),
]

_REASONS = [
    {"points": 12, "text": "CA en hausse de 6,2 % sur un an"},
    {"points": 9, "text": "NPS de 42, en progrès de 5 points"},
    {"points": -10, "text": "le champion quitte son poste le 4 janvier"},
    {"points": -8, "text": "2 réponses hors délai en novembre"},
]

SAMPLES: dict[str, Any] = {
    "reasons": _REASONS,
    "buttons": [
        {"label": "Enregistrer", "variant": "primary"},
        {"label": "Annuler"},
        {"label": "Ignorer", "variant": "quiet"},
        {"label": "Archiver le compte", "variant": "danger"},
        {"label": "Indisponible", "disabled": True},
        {"label": "Envoi en cours", "busy": True},
        {"label": "Appeler", "icon": "phone", "size": "sm"},
    ],
    "segments": [
        {"value": "stages", "label": "Étapes", "icon": "pipeline"},
        {"value": "list", "label": "Liste", "icon": "list"},
    ],
    "pills": [
        {"value": "all", "label": "Tout", "count": 42},
        {"value": "mail", "label": "E-mails", "icon": "mail", "count": 14},
        {"value": "call", "label": "Appels", "icon": "phone", "count": 6},
        {"value": "note", "label": "Notes", "icon": "note", "count": 4},
    ],
    "chips": [
        {"label": "Compte clé", "icon": "key", "tone": "carn"},
        {"label": "Grand compte", "icon": "building"},
        {"label": "Payée", "tone": "ok"},
        {"label": "À surveiller", "tone": "warn"},
        {"label": "En retard", "tone": "bad"},
        {"label": "Lu, sans réponse", "tone": "info"},
        {"label": "Inconnu", "tone": "unknown"},
    ],
    "statuses": [
        {"label": "71 · Sain", "tone": "ok"},
        {"label": "58 · À surveiller", "tone": "warn"},
        {"label": "38 · En danger", "tone": "bad"},
        {"label": "Santé inconnue", "tone": "unknown"},
    ],
    "cameos": [
        {"name": "Groupe Valmorin", "stone": "key", "size": "xl", "health": 71, "tone": "ok"},
        {"name": "Énergies du Vexenne", "stone": "large", "size": "md", "health": 38, "tone": "bad"},
        {"name": "Nautilène", "stone": "agate", "size": "md", "health": 62, "tone": "warn"},
        {"name": "Hautbois", "stone": "agate", "size": "md"},
        {"name": "Aéro Sibran", "stone": "key", "size": "sm"},
        {"name": "Orsenne", "stone": "large", "size": "sm"},
        {"name": "Tilvaine", "stone": "agate", "size": "sm"},
    ],
    "team": ["Inès Belkhodja", "Thibault Larrieu", "Youssef Amrani", "Nadia Ouardi", "Mathieu Corbic"],
    "spark": [100, 101, 101, 103, 102, 104, 105, 104, 106, 108],
    "levels": [
        {"label": "Direction générale", "percent": 0, "shown": "0 sur 1", "tone": "bad"},
        {"label": "Direction", "percent": 100, "shown": "5 sur 5"},
        {"label": "Responsables de site", "percent": 50, "shown": "1 sur 2"},
    ],
    "legend": [
        {"swatch": "own", "label": "Signé"},
        {"swatch": "mid", "label": "Pondéré"},
        {"swatch": "carn", "label": "Mois critique"},
        {"swatch": "gross", "label": "Brut"},
        {"swatch": "goal", "label": "Objectif"},
    ],
    "columns": [
        {"label": "Compte", "url": "?sort=name", "sort": None},
        {"label": "Classement"},
        {"label": "Santé", "url": "?sort=health", "sort": None},
        {"label": "CA 12 mois", "url": "?sort=-revenue", "sort": "descending", "numeric": True},
        {"label": "Sur un an", "numeric": True},
        {"label": "Dernier contact", "numeric": True},
    ],
    "accounts": [
        ("Groupe Valmorin", "key", "Compte clé, grand compte", "ok", "71 · Sain", 1284000, 6.2, 4),
        ("Énergies du Vexenne", "key", "Compte clé, grand compte", "warn", "58 · À surveiller", 742000, -4.1, 34),
        ("Sérandour Matériaux", "large", "Grand compte", "warn", "66 · À surveiller", 421000, 1.2, 19),
        ("Papeteries Estrelle", "key", "Compte clé", "bad", "38 · En danger", 214000, -11.8, 52),
        ("Fonderies Craponval", "agate", "À développer", "unknown", "Santé inconnue", None, 0, None),
    ],
    "diff": [
        {"field": "Probabilité", "before": "50 %", "after": "70 %"},
        {"field": "Prochaine étape", "before": None, "after": "Répondre sur le délai"},
        {"field": "Concurrent", "before": "Offre locale", "after": None, "note": "vidé"},
    ],
}
