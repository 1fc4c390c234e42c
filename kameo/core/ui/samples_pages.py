"""Second half of the styleguide's invented data: cards, thread, board, settings."""

from __future__ import annotations

from typing import Any

PAGES: dict[str, Any] = {
    "tabs": [
        {"label": "Portrait", "url": "#cards", "current": True},
        {"label": "Interlocuteurs", "url": "#cards", "current": False, "count": 11},
        {"label": "Affaires", "url": "#cards", "current": False, "count": 5},
        {"label": "Journal", "url": "#cards", "current": False},
    ],
    "deals": [
        {
            "title": "Supervision énergétique, 11 sites",
            "sub": "Négociation, 70 %",
            "end": "240 k€",
            "end_sub": "11 déc.",
        },
        {"title": "Maintenance 2027 à 2029", "sub": "Proposition, 50 %", "end": "186 k€", "end_sub": "29 janv."},
        {"title": "Capteurs, Surgelés Plouvien", "sub": "Qualification, 25 %", "end": "96 k€", "end_sub": "26 févr."},
    ],
    "alerts": [
        {"title": "52 jours sans contact", "sub": "Seuil d’alerte : 45 jours.", "tone": "bad", "wrap": True},
        {"title": "18,4 % du CA dépend de Valmorin", "sub": "Le seuil est de 15 %.", "tone": "warn", "wrap": True},
        {"title": "Contrat-cadre 2024-2026", "sub": "PDF, signé le 12 mars 2024", "icon": "document"},
    ],
    "lights": [
        {"tone": "ok", "label": "Traitement sur mesure : tenu"},
        {"tone": "warn", "label": "Décideurs cartographiés : à surveiller"},
        {"tone": "ok", "label": "Suivi après la signature : tenu"},
        {"tone": "bad", "label": "Réactivité : franchi"},
        {"tone": "ok", "label": "Satisfaction mesurée : tenu"},
    ],
    "evidence": [
        {"tone": "bad", "title": "Réactivité", "state": "franchi", "text": "2 réponses sur 9 hors délai ce mois-ci"},
        {"tone": "warn", "title": "Décideurs", "state": "à surveiller", "text": "2 rôles inconnus à Burgos"},
    ],
    "steps": [
        {"label": "Référencer Ardelane au siège", "state": "done", "note": "fait"},
        {"label": "Étendre la supervision à 11 sites", "state": "doing", "note": "40 %"},
        {"label": "Co-construire le bilan carbone 2027", "state": "todo", "note": "à lancer"},
    ],
    "definitions": [
        ("SIREN", "552 100 554"),
        ("Secteur", "Agroalimentaire"),
        ("Effectif", None, "jamais renseigné"),
        ("Site principal", "Rennes"),
    ],
    "tree": [
        {
            "title": "Groupe Valmorin",
            "url": "#cards",
            "current": True,
            "sub": "groupe",
            "children": [
                {
                    "title": "Valmorin Laiteries",
                    "url": "#cards",
                    "children": [{"title": "Laval"}, {"title": "Fougères"}],
                },
                {"title": "Valmorin Boulange", "url": "#cards", "sub": "Cholet"},
            ],
        }
    ],
    "audit": [
        {
            "actor": "Camille Ferrandin",
            "action": "a changé la probabilité",
            "when": "hier, 17 h 22",
            "before": "50 %",
            "after": "70 %",
            "me": True,
        },
        {
            "actor": "Kameo",
            "action": "a recalculé la santé",
            "when": "2 nov.",
            "before": "78",
            "after": "71",
            "note": "départ du champion",
        },
        {
            "actor": "Inès Belkhodja",
            "action": "a ajouté un rôle",
            "when": "28 oct.",
            "after": "Clarisse Huet-Monod, influenceuse",
        },
    ],
    "kinds": [
        {"value": "note", "label": "Note", "icon": "note"},
        {"value": "call", "label": "Appel", "icon": "phone"},
        {"value": "mail", "label": "E-mail", "icon": "mail"},
        {"value": "meeting", "label": "Rendez-vous", "icon": "calendar"},
    ],
    "agenda": [
        {"time": "8 h 30", "title": "Point d’équipe Valmorin", "sub": "Visio", "state": "past"},
        {"time": "10 h", "title": "Appel de préparation", "sub": "Joël Marchetti, site de Laval", "state": "now"},
        {"time": "14 h", "title": "Visite de site", "sub": "Aéro Sibran, Bourges"},
    ],
    "urgent": [
        {
            "icon": "hourglass",
            "title": "Réponse due dans 38 minutes",
            "text": "Ticket 4182, arrêt de la passerelle de Laval.",
        },
        {
            "icon": "octagon",
            "title": "52 jours sans contact",
            "text": "Papeteries Estrelle a dépassé le seuil de 45 jours.",
        },
    ],
    "tags": [
        {"icon": "pipeline", "label": "Supervision énergétique, 240 000 €"},
        {"icon": "clock", "label": "Dernier échange il y a 19 jours"},
    ],
    "rows": [("CA 12 mois", "1 284 k€"), ("Dernier contact", "4 j"), ("NPS", None)],
    "settings": [
        {
            "title": "Application",
            "items": [
                {"label": "Général", "url": "#pages", "icon": "settings", "current": True},
                {"label": "Rôles et droits", "url": "#pages", "icon": "lock", "current": False},
            ],
        },
        {"title": "Données", "items": [{"label": "Import", "url": "#pages", "icon": "import", "current": False}]},
    ],
    "wizard": [
        {"label": "Fichier", "url": "#pages"},
        {"label": "Colonnes", "url": "#pages"},
        {"label": "Vérification"},
        {"label": "Résultat"},
    ],
    "mapping": [
        ("Raison sociale", "Groupe Valmorin, Aéro Sibran", "name"),
        ("N° SIREN", "552100554, 321654987", "siren"),
        ("Commentaire interne", "à rappeler, doublon ?", ""),
    ],
    "targets": [("", "Ne pas importer"), ("name", "Nom du compte"), ("siren", "SIREN")],
    "palette": [
        {
            "title": "Comptes",
            "items": [
                {"label": "Groupe Valmorin", "detail": "compte, santé 71", "url": "#pages", "icon": "account"},
                {"label": "Valmorin Laiteries", "detail": "division", "url": "#pages", "icon": "account"},
            ],
        },
        {"title": "Actions", "items": [{"label": "Consigner un appel", "url": "#pages", "icon": "phone"}]},
    ],
}
