"""What the app does later, in the background; `tasks` says how."""

from kameo.core.jobs import Job

SEND_RESET = Job("people.send_reset")
SEND_INVITATION = Job("people.send_invitation")
SEND_NOTICE = Job("people.send_notice")
