"""Who decides, over HTTP: the same verbs as the pages."""
