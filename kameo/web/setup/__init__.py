"""The first screens: from an empty installation to an administrator who invites or imports."""
