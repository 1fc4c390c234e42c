"""What saved views tell the journal; a change of many tells `<list>.bulk_changed` and `<list>.bulk_undone`."""

VIEW_SAVED = "view.saved"
VIEW_CHANGED = "view.changed"
VIEW_DELETED = "view.deleted"
VIEW_RESTORED = "view.restored"
