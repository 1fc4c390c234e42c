"""A colleague is invited, joins, and comes back with a passkey alone: Chromium's own virtual authenticator."""

import re

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PASSWORD = "orage-tranquille-7"


def with_authenticator(walker, *, present):
    session = walker.context.new_cdp_session(walker.page)
    session.send("WebAuthn.enable")
    options = AUTHENTICATOR | {"isUserVerified": present}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def invited(walk, email):
    """The link that the administrator hands over: the demo has no mail server."""
    page = walk("gaetan.roblin").page
    page.goto("/settings/users/invite/")
    page.locator("[name=email]").fill(email)
    page.locator("[name=first_name]").fill("Paul")
    page.locator("[name=last_name]").fill("Rey")
    page.locator("[name=role]").select_option(index=4)
    page.locator("#main form button[type=submit]").click()
    return re.search(r"/sign-in/invitation/\S+", page.locator("[name=link]").input_value()).group(0)


def test_from_the_invitation_to_a_passkey_without_password(walk):
    link = invited(walk, "paul.rey@ardelane.example")
    newcomer = walk("")
    page = newcomer.page
    with_authenticator(newcomer, present=True)
    page.goto(link)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("button[type=submit].primary").click()
    page.wait_for_url(re.compile(r"/$"))
    page.goto("/sign-in/passkeys/new/")  # the password was chosen a moment ago: it is not asked again
    page.locator("[name=name]").fill("Portable du bureau")
    page.locator("[name=passwordless]").check()
    page.locator("#main [data-passkey-start]").click()
    page.wait_for_url("**/second-factor/recovery-codes/")
    assert page.locator(".codes li").count() == 10
    page.goto("/sign-in/passkeys/")
    assert page.get_by_text("Portable du bureau").first.is_visible()
    newcomer.context.clear_cookies()
    page.goto("/sign-in/?next=/profile/")
    page.locator("[data-passkey-start]").click()
    page.wait_for_url(re.compile(r"^[^?]*/profile/$"))
    assert page.locator("#main h1").inner_text() == "Paul Rey"


def test_a_passkey_that_does_not_come_is_said_in_words(walk):
    somebody = walk("")
    with_authenticator(somebody, present=False)
    somebody.page.goto("/sign-in/")
    somebody.page.locator("[data-passkey-start]").click()
    said = somebody.page.locator("[data-passkey-error]")
    said.wait_for()
    assert said.inner_text() != ""
