"""Verbs of the app: one module per noun, one name to import them by."""

from kameo.people.domain.absences import cancel_absence, record_absence
from kameo.people.domain.invitations import (
    accept_invitation,
    create_administrator,
    create_first_administrator,
    invitation_token,
    invite_user,
    invited_by_token,
    make_link,
)
from kameo.people.domain.teams import change_team, create_team, delete_team
from kameo.people.domain.tokens import authenticate_token, create_token, revoke_token
from kameo.people.domain.users import (
    change_user,
    deactivate_user,
    end_sessions,
    reactivate_user,
    remove_second_factors,
    second_factors,
    transfer_portfolio,
)

__all__ = [
    "accept_invitation",
    "authenticate_token",
    "cancel_absence",
    "change_team",
    "change_user",
    "create_administrator",
    "create_first_administrator",
    "create_team",
    "create_token",
    "deactivate_user",
    "delete_team",
    "end_sessions",
    "invitation_token",
    "invite_user",
    "invited_by_token",
    "make_link",
    "reactivate_user",
    "record_absence",
    "remove_second_factors",
    "revoke_token",
    "second_factors",
    "transfer_portfolio",
]
