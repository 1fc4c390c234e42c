"""Letters over a real SMTP server, and an honest page without one."""

import email
import email.policy
import re
import socket

import pytest
from aiosmtpd.controller import Controller
from django.core.cache import cache
from django.test import Client
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from kameo.people import domain
from kameo.people.models import Role

PASSWORD = "corrigé-violet-42"


class Mailbox:
    """Keeps what it receives."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


@pytest.fixture
def client():
    return Client(headers={"Accept-Language": "en"})


@pytest.fixture
def mailbox(settings):
    box = Mailbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.SMTP_URL = f"smtp://127.0.0.1:{port}"
    settings.EMAIL_BACKEND = "kameo.core.mail.ConfiguredBackend"
    yield box
    controller.stop()


@pytest.fixture
def work(db):
    """Does what the worker would: the jobs of this transaction, which it cannot see."""

    def run():
        for job in ProcrastinateJob.objects.filter(status="todo"):
            app.tasks[job.task_name](**job.args)
            ProcrastinateJob.objects.filter(pk=job.pk).update(status="succeeded")

    return run


@pytest.mark.django_db
def test_a_lost_password_is_chosen_again_by_mail(mailbox, anne, client, work):
    cache.clear()
    answer = client.post("/sign-in/password/reset/", {"email": "ANNE@ardelane.test"})
    assert answer["Location"] == "/sign-in/password/reset/sent/"
    work()
    [letter] = mailbox.letters
    assert letter["To"] == anne.email
    link = re.search(r"http://testserver(\S+)", letter.get_content()).group(1)
    form = client.get(link)["Location"]
    new = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post(form, new)["Location"] == "/sign-in/password/reset/done/"
    assert "This link has ended" in Client(headers={"Accept-Language": "en"}).get(link).content.decode()
    work()
    assert len(mailbox.letters) == 2
    opened = Client().post("/sign-in/", {"login": anne.email, "password": PASSWORD})
    assert opened.status_code == 302


@pytest.mark.django_db
def test_an_unknown_address_gets_the_same_answer_and_no_letter(mailbox, client, gilles):
    answer = client.post("/sign-in/password/reset/", {"email": "who@ardelane.test"})
    assert answer["Location"] == "/sign-in/password/reset/sent/"
    assert mailbox.letters == []


@pytest.mark.django_db
def test_without_a_mail_server_the_page_says_whom_to_ask(client, gilles, settings):
    settings.SMTP_URL = ""
    page = client.get("/sign-in/password/reset/").content.decode()
    assert "This installation has no mail server" in page
    assert "Ask an administrator" in page


@pytest.mark.django_db
def test_an_invitation_is_written_in_the_language_of_the_invited(mailbox, gilles):
    from kameo.people.domain.letters import send_invitation

    role = Role.objects.get(key="sales")
    paul = domain.invite_user(by=gilles, email="paul@ardelane.test", role=role, first_name="Paul", language="en")
    send_invitation(paul, "https://kameo.ardelane.test/")
    [letter] = mailbox.letters
    assert letter["Subject"] == "Gilles Tanguy invites you to Kameo"
    link = re.search(r"https://kameo\.ardelane\.test/sign-in/invitation/(\S+)/", letter.get_content()).group(1)
    assert domain.invited_by_token(link) == paul
