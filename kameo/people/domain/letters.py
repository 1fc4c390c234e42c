"""The letters we write to colleagues: a lost password, an invitation, a change of their access.

Each is built in its job, in the reader's language; a link is made there, so that no job row holds one.
"""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kameo.core import clock, preferences
from kameo.core.locale import zone_of
from kameo.people import domain
from kameo.people.models import User

NOTICES = {
    "account/email/password_changed": gettext_lazy("Your password was changed."),
    "account/email/password_reset": gettext_lazy("A new password was chosen through a link sent to you."),
    "account/email/password_set": gettext_lazy("A password was set."),
    "mfa/email/totp_activated": gettext_lazy("An authenticator application was set up."),
    "mfa/email/totp_deactivated": gettext_lazy("The authenticator application was removed."),
    "mfa/email/webauthn_added": gettext_lazy("A passkey was added."),
    "mfa/email/webauthn_removed": gettext_lazy("A passkey was removed."),
    "mfa/email/recovery_codes_generated": gettext_lazy("New recovery codes were made."),
}


def send_reset(user: User, site: str) -> None:
    """A link to choose a new password. `site` is the address of this installation, with its slash."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(user), "key": key})
    with _as_reader(user):
        _send(user, _("Choose a new password"), "people/letters/reset.txt", link=site.rstrip("/") + path)


def send_invitation(user: User, site: str) -> None:
    path = reverse("invitation", args=[domain.invitation_token(user)])
    with _as_reader(user):
        subject = _("%(name)s invites you to Kameo") % {"name": _inviter(user)}
        _send(user, subject, "people/letters/invitation.txt", link=site.rstrip("/") + path, inviter=_inviter(user))


def send_notice(user: User, notice: str, ip: str, browser: str) -> None:
    with _as_reader(user), timezone.override(zone_of(user)):
        what = str(NOTICES[notice])
        _send(user, what.rstrip("."), "people/letters/notice.txt", what=what, ip=ip, browser=browser, at=clock.now())


def _as_reader(user: User) -> translation.override:
    return translation.override(user.language or preferences.get("language"))


def _inviter(user: User) -> str:
    return user.invited_by.full_name if user.invited_by else str(preferences.get("company") or "Kameo")


def _send(user: User, subject: str, template: str, **context: object) -> None:
    body = render_to_string(template, {"reader": user, "company": preferences.get("company"), **context})
    send_mail(subject, body.strip() + "\n", None, [user.email])
