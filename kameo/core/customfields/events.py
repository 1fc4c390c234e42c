"""What the fields of the company tell the journal."""

FIELD_CHANGED = "custom_field.changed"
OPTION_CHANGED = "custom_option.changed"
