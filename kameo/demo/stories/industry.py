"""What happened with materials, textile, pharmacy, paper and cement."""

from kameo.demo.shapes import Told

INDUSTRY = {
    "Sérandour Matériaux": (
        Told(10, "call", "Inès", "Centrale de Lamballe à l'arrêt",
             "Automate en défaut depuis le matin, redémarré à distance en 40 min. Katell Quemener remercie, et demande pourquoi la "
             "même panne est revenue.", on="Sérandour Béton", minutes=21, way="in", mentions=("Youssef",)),
        Told(24, "meeting", "Inès", "Tarifs {y+1}",
             "Katell Quemener refuse 3,5 % de hausse, accepte 2 % contre un engagement de deux ans.", minutes=50, way="both"),
        Told(49, "note", "Inès", "Après la cession des Préfabriqués",
             "Mickaël Guégan reste client en direct. Ronan Sérandour ne veut plus en entendre parler : deux contrats, deux "
             "interlocuteurs."),
        Told(76, "meeting", "Inès", "Carrière de Dinan", "Pesage et énergie sur le même écran : ils veulent la même chose à "
             "Lamballe.", on="Sérandour Granulats", minutes=110, way="both"),
        Told(139, "mail", "Inès", "Contrat de groupe signé", "Signature de Ronan Sérandour reçue, effet au 1er du mois.", way="in"),
    ),
    "Groupe Tilvaine": (
        Told(13, "mail", "Inès", "Remise de fin d'année", "Cyril Mathelin rappelle la RFA de 2 % au-delà de 380 000 €. Le seuil "
             "sera atteint avant le {d+30}.", way="in", mentions=("Hélène",)),
        Told(36, "meeting", "Thibault", "Filature : consommation d'air comprimé", "Fuites estimées à 18 % du débit. Armelle Jacquinot "
             "demande une campagne de mesure sur un mois.", on="Tilvaine Filature", minutes=85, way="both"),
        Told(57, "call", "Inès", "Romilly : nouvelle ligne", "La ligne d'enduction arrive en {m+4}. Ils veulent être supervisés dès "
             "le premier mètre.", on="Tilvaine Enduction", minutes=15),
        Told(101, "note", "Thibault", "Ambiance tendue à la Filature", "Chômage partiel annoncé pour {m-1}. Éviter de relancer "
             "sur les pièces avant la fin du mois.", on="Tilvaine Filature", restricted=True),
        Told(146, "meeting", "Inès", "Revue annuelle à Troyes", "Ils nous situent premiers sur le service, derniers sur le délai de "
             "devis.", minutes=70, way="both"),
    ),
    "Labos Ozanne-Keller": (
        Told(11, "call", "Camille", "Relais de Mathieu : validation des sondes",
             "Julien Ozanne veut le dossier de qualification avant l'inspection du {d+24}. Bérénice reprend la trame.",
             minutes=24, mentions=("Bérénice",)),
        Told(30, "meeting", "Mathieu", "Zone classée : plan de prévention", "Plan signé pour l'année. Toute intervention passe par "
             "l'accueil sécurité à 7 h 30, sans exception.", minutes=45, way="both"),
        Told(54, "mail", "Mathieu", "Offre de requalification", "Envoyée à Stéphanie Keller : 41 points de mesure, deux jours "
             "d'arrêt."),
        Told(86, "meeting", "Youssef", "Exercice de panne électrique", "Bascule en 9 secondes, journal complet. L'auditeur a demandé "
             "une copie de l'enregistrement.", minutes=130, way="both"),
        Told(124, "call", "Mathieu", "Extension du bâtiment C", "Permis déposé, livraison dans dix-huit mois. Nous sommes dans le "
             "programme dès l'avant-projet.", minutes=18),
        Told(163, "note", "Mathieu", "Qui signe chez LOK", "En dessous de 30 000 €, Julien Ozanne. Au-dessus, Stéphanie Keller et le "
             "comité du mardi."),
    ),
    "Papeteries Estrelle": (
        Told(52, "call", "Mathieu", "Rémi Daguenet, pièces de rechange",
             "Commandes en baisse d'un tiers : ils réparent eux-mêmes. Il ne prend plus mes appels du premier coup.", minutes=7),
        Told(69, "meeting", "Mathieu", "Machine 3 : arrêt de trois jours",
             "Patricia Soulier nous reproche le délai de livraison d'un capteur. Geste commercial de 1 800 € accordé.",
             minutes=60, way="both", mentions=("Sophie",)),
        Told(77, "note", "Sophie", "Estrelle : ce que nous risquons", "Contrat à échéance le {d+97}, 214 000 € par an. Si rien ne "
             "bouge d'ici un mois, rencontrer la direction générale.", restricted=True),
        Told(122, "mail", "Bérénice", "Mises à jour refusées", "Ils gardent l'ancienne version de la supervision : la mise à jour "
             "demande un arrêt qu'ils ne veulent pas programmer.", way="in"),
        Told(155, "meeting", "Mathieu", "Visite d'Annonay", "Bonne visite, mais aucun projet. L'actionnaire bloque les "
             "investissements.", minutes=75, way="both"),
    ),
    "Delorge Ciments": (
        Told(15, "meeting", "Thibault", "Four rotatif : campagne {de m+2}", "Arrêt de quatre semaines en {m+2}. Nathalie "
             "Vasseur-Pruvost veut un technicien à demeure.", minutes=65, way="both", mentions=("Quentin",)),
        Told(42, "call", "Quentin", "Capteurs de poussière", "La préfecture demande un relevé continu dans six mois. Trois points à "
             "équiper.", minutes=12, way="in"),
        Told(93, "mail", "Thibault", "Changement de raison sociale", "« Ciments Delorge et Fils » devient « Delorge Ciments ». Mêmes "
             "numéros, même adresse ; factures à libeller au nouveau nom.", way="in", mentions=("Hélène",)),
        Told(143, "meeting", "Thibault", "Marc-Antoine Delorge, vision à cinq ans", "Ciment bas carbone, deux broyeurs neufs. Il veut "
             "un partenaire, pas un fournisseur de plus.", minutes=80, way="both"),
    ),
}  # fmt: skip
