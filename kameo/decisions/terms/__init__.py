"""The editable lists of the decision map."""
