"""Pages and posts of the app: the composer's target, an exchange, documents."""
