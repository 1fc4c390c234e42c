"""The forms of accounts: each calls verbs, and shows their refusals beside the field."""

from kameo.accounts.forms.account import AccountForm, QuickAccountForm
from kameo.accounts.forms.structure import MoveForm
from kameo.accounts.forms.team import LeadForm, TeamMemberForm

__all__ = ["AccountForm", "LeadForm", "MoveForm", "QuickAccountForm", "TeamMemberForm"]
