"""Caps by role: what somebody leads as caps count it, and what a cap says. The verb that asks them is `domain.caps`."""
