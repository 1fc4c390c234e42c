"""Who edits the fields of the company: whoever changes its settings."""

CONFIGURE = "settings.change"  # people.enums.Right.CONFIGURE, which stands above
