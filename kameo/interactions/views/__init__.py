"""Views of the app: the composer's target, an interaction, documents."""
