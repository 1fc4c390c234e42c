"""The way in, with each proof, and what keeps guessers out."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from kameo.people import domain
from kameo.people.models import Role, User

pytestmark = pytest.mark.django_db

PASSWORD = "corrigé-violet-42"


@pytest.fixture(autouse=True)
def _no_attempt_yet(db):
    cache.clear()


@pytest.fixture
def client():
    return Client(headers={"Accept-Language": "en"})


@pytest.fixture
def user(anne):
    anne.set_password(PASSWORD)
    anne.save()
    return anne


def sign_in(client, user, password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": user.email, "password": password, **more})


def code_of(secret):
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30))


def is_in(client):
    return client.get("/profile/").status_code == 200


def test_password_opens_in_any_case_of_the_address(user, client):
    answer = client.post("/sign-in/?next=/profile/", {"login": user.email.upper(), "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/profile/")
    assert is_in(client)


def test_a_wrong_password_says_no_more_than_an_unknown_address(user, client):
    wrong = sign_in(client, user, "wrong-password").content.decode()
    unknown = client.post("/sign-in/", {"login": "who@ardelane.test", "password": "wrong-password"}).content.decode()
    sentence = "This e-mail address and this password do not go together."
    assert sentence in wrong
    assert sentence in unknown
    assert not is_in(client)


def test_next_never_leaves_the_site(user, client):
    answer = client.post("/sign-in/", {"login": user.email, "password": PASSWORD, "next": "https://elsewhere.test/"})
    assert answer["Location"] == "/"


def test_the_session_ends_with_the_browser_unless_asked(user, client):
    sign_in(client, user)
    assert client.session.get_expire_at_browser_close()
    other = Client()
    sign_in(other, user, remember="on")
    assert other.session.get_expiry_age() == 14 * 24 * 3600


def test_signing_out_takes_a_post(user, client):
    sign_in(client, user)
    assert client.get("/sign-in/out/").status_code == 200
    assert is_in(client)
    client.post("/sign-in/out/")
    assert not is_in(client)


def test_somebody_deactivated_is_told_so_only_with_the_right_password(user, gilles, client):
    domain.deactivate_user(user, successor=None, by=gilles)
    assert sign_in(client, user)["Location"] == "/sign-in/deactivated/"
    assert client.get("/sign-in/deactivated/").status_code == 200
    assert "do not go together" in sign_in(client, user, "wrong-password").content.decode()
    assert not is_in(client)


def test_an_address_is_refused_after_five_wrong_passwords(user, client):
    for _attempt in range(5):
        assert "do not go together" in sign_in(client, user, "wrong-password").content.decode()
    assert "Too many attempts" in sign_in(client, user).content.decode()
    assert not is_in(client)


def test_a_computer_is_refused_after_ten_wrong_addresses(user, client):
    for number in range(10):
        client.post("/sign-in/", {"login": f"p{number}@ardelane.test", "password": "wrong-password"})
    assert "Too many attempts" in sign_in(client, user).content.decode()


def test_totp_is_set_up_then_asked_after_the_password(user, client):
    sign_in(client, user)
    aged(client, 301)
    assert client.get("/sign-in/second-factor/application/")["Location"].startswith("/sign-in/confirm/")
    client.post("/sign-in/confirm/", {"password": PASSWORD, "next": "/sign-in/second-factor/application/"})
    page = client.get("/sign-in/second-factor/application/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    secret = client.session[totp.SECRET_SESSION_KEY]
    answer = client.post("/sign-in/second-factor/application/", {"code": code_of(secret)})
    assert answer["Location"] == "/sign-in/second-factor/recovery-codes/"
    assert client.get(answer["Location"]).content.decode().count("<code>") == 10
    cache.clear()
    other = Client(headers={"Accept-Language": "en"})
    assert sign_in(other, user)["Location"].startswith("/sign-in/second-factor/code/")
    assert not is_in(other)
    assert other.get("/sign-in/second-factor/code/").status_code == 200
    assert "This code is not right" in other.post("/sign-in/second-factor/code/", {"code": "000000"}).content.decode()
    cache.clear()
    Authenticator.objects.filter(type="totp").update(last_used_at=None)
    other.post("/sign-in/second-factor/code/", {"code": code_of(secret)})
    assert is_in(other)


def test_a_recovery_code_opens_once(user, client):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    totp.TOTP.activate(user, totp.generate_totp_secret())
    code = RecoveryCodes.activate(user).get_unused_codes()[0]
    sign_in(client, user)
    client.post("/sign-in/second-factor/code/", {"code": code})
    assert is_in(client)
    other = Client()
    sign_in(other, user)
    other.post("/sign-in/second-factor/code/", {"code": code})
    assert not is_in(other)


def test_secrets_of_second_factors_are_sealed_at_rest(user):
    from allauth.mfa.adapter import get_adapter
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    secret = totp.generate_totp_secret()
    kept = totp.TOTP.activate(user, secret).instance.data["secret"]
    assert kept.startswith("gAAAA")
    assert secret not in kept
    assert get_adapter().decrypt(kept) == secret
    assert RecoveryCodes.activate(user).instance.data["seed"].startswith("gAAAA")


def test_under_another_secret_key_no_code_is_right_until_the_factor_is_removed(user, gilles, settings):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    secret = totp.generate_totp_secret()
    application = totp.TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user)
    recovery = codes.get_unused_codes()[0]
    settings.SECRET_KEY = "the key of another installation"
    assert not application.validate_code(code_of(secret))
    assert not codes.validate_code(recovery)
    client = Client()
    sign_in(client, user)
    client.post("/sign-in/second-factor/code/", {"code": code_of(secret)})
    assert not is_in(client)
    domain.remove_second_factors(user, by=gilles)
    again = Client()
    sign_in(again, user)
    assert is_in(again)


def test_an_administrator_removes_a_lost_second_factor(user, gilles, client):
    totp.TOTP.activate(user, totp.generate_totp_secret())
    assert domain.second_factors(user) == ["totp"]
    domain.remove_second_factors(user, by=gilles)
    sign_in(client, user)
    assert is_in(client)


def test_sessions_are_listed_and_one_ends_from_afar(user, client):
    sign_in(client, user)
    other = Client(headers={"User-Agent": "Mozilla/5.0 (iPhone) Safari/605"})
    sign_in(other, user)
    page = client.get("/sign-in/sessions/").content.decode()
    assert "Safari, iPhone" in page
    far = UserSession.objects.get(session_key=other.session.session_key)
    client.post(f"/sign-in/sessions/{far.pk}/end/")
    assert (is_in(client), is_in(other)) == (True, False)


def test_nobody_ends_somebody_elses_session(user, bruno, client):
    sign_in(client, user)
    mine = UserSession.objects.get(user=user)
    stranger = Client()
    stranger.force_login(bruno, backend="kameo.people.sign_in.backends.UserBackend")
    assert stranger.post(f"/sign-in/sessions/{mine.pk}/end/").status_code == 404
    assert is_in(client)


def test_all_other_sessions_end_at_once(user, client):
    others = [Client(), Client()]
    for one in (client, *others):
        sign_in(one, user)
    client.post("/sign-in/sessions/others/end/")
    assert [is_in(one) for one in (client, *others)] == [True, False, False]


def test_a_new_password_ends_the_other_sessions(user, client):
    other = Client()
    sign_in(client, user)
    sign_in(other, user)
    new = {"oldpassword": PASSWORD, "password1": "orage-tranquille-7", "password2": "orage-tranquille-7"}
    assert client.post("/sign-in/password/change/", new).status_code == 302
    assert (is_in(client), is_in(other)) == (True, False)


def test_invited_accepts_and_comes_in(gilles, client):
    paul = domain.invite_user(by=gilles, email="paul@ardelane.test", role=Role.objects.get(key="sales"))
    address = f"/sign-in/invitation/{domain.invitation_token(paul)}/"
    assert client.get(address).status_code == 200
    weak = client.post(address, {"first_name": "Paul", "last_name": "Rey", "password": "12345"})
    assert weak.status_code == 422
    answer = client.post(address, {"first_name": "Paul", "last_name": "Rey", "password": PASSWORD})
    assert answer.status_code == 302
    assert is_in(client)
    assert Client().get(address).status_code == 404
    assert sign_in(Client(), paul).status_code == 302


PATHS = ["signup/", "email/", "confirm-email/", "3rdparty/", "login/code/", "passkeys/signup/"]


@pytest.mark.parametrize("path", PATHS)
def test_what_is_not_used_is_not_there(path, client, gilles):
    assert client.get(f"/sign-in/{path}").status_code == 404


def test_the_first_page_of_an_empty_installation_is_the_setup(client, db):
    assert client.get("/sign-in/")["Location"] == "/setup/"
    User.objects.create(email="a@ardelane.test", role=Role.objects.get(key="reader"), password="!")
    assert client.get("/sign-in/").status_code == 200


def aged(client, seconds):
    """As if what was proved in this session had been proved so long ago."""
    session = client.session
    for step in session["account_authentication_methods"]:
        step["at"] -= seconds
    session.save()


@pytest.mark.parametrize("path", ["second-factor/application/", "passkeys/new/", "second-factor/recovery-codes/new/"])
def test_the_password_is_not_asked_again_right_after_the_sign_in(path, user, client):
    sign_in(client, user)
    address = "/sign-in/" + path
    if "recovery" in path:
        totp.TOTP.activate(user, totp.generate_totp_secret())
    assert client.get(address).status_code == 200
    aged(client, 240)
    assert client.get(address).status_code == 200
    aged(client, 61)
    assert client.get(address)["Location"].startswith(("/sign-in/confirm/", "/sign-in/second-factor/confirm/"))


def test_an_invited_colleague_sets_up_a_second_factor_at_once(gilles, client):
    paul = domain.invite_user(by=gilles, email="paul@ardelane.test", role=Role.objects.get(key="sales"))
    address = f"/sign-in/invitation/{domain.invitation_token(paul)}/"
    client.post(address, {"first_name": "Paul", "last_name": "Rey", "password": PASSWORD})
    assert client.get("/sign-in/second-factor/application/").status_code == 200


def test_a_session_that_proves_nothing_is_asked_again(user):
    client = Client()
    client.force_login(user, backend="kameo.people.sign_in.backends.UserBackend")
    assert client.get("/sign-in/second-factor/application/")["Location"].startswith(
        ("/sign-in/confirm/", "/sign-in/second-factor/confirm/")
    )
