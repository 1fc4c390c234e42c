"""Settings about people: an administrator only; one's own profile: oneself only."""

import datetime as dt

import pytest
from django.urls import reverse

from kameo.core.testing.cases import ListCases, PageCases, WriteCases, browser
from kameo.people import domain
from kameo.people.models import Absence, ApiToken, Role, Team, User

PAGES = ["user-list", "user-invite", "role-list", "role-create", "team-list", "team-create"]


class ForAdministrators:
    @pytest.fixture
    def member(self, gilles):
        return gilles

    @pytest.fixture
    def stranger(self, david):
        """Even a director does not manage users."""
        return david


@pytest.mark.parametrize("name", PAGES)
class TestAdministrationPages(ForAdministrators, PageCases):
    @pytest.fixture
    def url(self, name):
        return reverse(name)


class TestUserPage(ForAdministrators, PageCases):
    @pytest.fixture
    def url(self, anne):
        return reverse("user-change", args=[anne.pk])


class TestUserList(ForAdministrators, ListCases):
    queries = 4  # session, user, frame, rows

    @pytest.fixture
    def url(self):
        return reverse("user-list")

    @pytest.fixture
    def hidden(self, anne):
        return anne.email

    @pytest.fixture
    def make_rows(self, gilles):
        def make(count):
            for number in range(count):
                domain.invite_user(by=gilles, email=f"p{number}@ardelane.test", role=gilles.role)

        return make


class TestInvite(ForAdministrators, WriteCases):
    @pytest.fixture
    def url(self):
        return reverse("user-invite")

    @pytest.fixture
    def payload(self, db):
        role = Role.objects.get(key="sales").pk
        return {"email": "paul@ardelane.test", "first_name": "Paul", "last_name": "Rey", "role": role}

    @pytest.fixture
    def state(self):
        return lambda: list(User.objects.values_list("email", flat=True))


class TestChangeUser(ForAdministrators, WriteCases):
    @pytest.fixture
    def url(self, anne):
        return reverse("user-change", args=[anne.pk])

    @pytest.fixture
    def payload(self, anne):
        return {"email": anne.email, "first_name": "Annie", "last_name": "D.", "role": anne.role_id}


class TestRightsMatrix(ForAdministrators, WriteCases):
    @pytest.fixture
    def url(self):
        return reverse("role-matrix")

    @pytest.fixture
    def payload(self, db):
        reader = Role.objects.get(key="reader").pk
        return {"role": [reader], f"rights-{reader}": ["notes.write"]}

    @pytest.fixture
    def state(self):
        return lambda: list(Role.objects.values_list("key", "rights"))


class TestCancelAbsence(WriteCases):
    @pytest.fixture
    def absence(self, anne, bruno):
        day = dt.date(2030, 1, 1)
        return Absence.objects.create(user=anne, cover=bruno, starts_on=day, ends_on=day)

    @pytest.fixture
    def url(self, absence):
        return reverse("absence-cancellation", args=[absence.pk])


class TestRevokeToken(WriteCases):
    @pytest.fixture
    def url(self, anne):
        return reverse("token-revocation", args=[domain.create_token(anne, name="BI")[0].pk])

    @pytest.fixture
    def state(self):
        return lambda: list(ApiToken.objects.values_list("revoked_at"))


def test_the_matrix_keeps_every_role_when_one_is_refused(gilles):
    reader, admin = Role.objects.get(key="reader"), gilles.role
    answer = browser(gilles).post(
        reverse("role-matrix"),
        {"role": [reader.pk, admin.pk], f"rights-{reader.pk}": ["notes.write"], f"rights-{admin.pk}": []},
    )
    assert answer.status_code == 422
    reader.refresh_from_db()
    assert reader.rights == []


def test_without_a_mail_server_the_link_is_shown_once(gilles, settings):
    settings.SMTP_URL = ""
    role = Role.objects.get(key="sales").pk
    answer = browser(gilles).post(
        reverse("user-invite"), {"email": "paul@ardelane.test", "first_name": "Paul", "last_name": "Rey", "role": role}
    )
    assert answer.status_code == 200
    assert "/sign-in/invitation/" in answer.content.decode()


def test_a_refusal_stands_beside_its_field(gilles, anne):
    answer = browser(gilles).post(
        reverse("user-invite"), {"email": anne.email, "first_name": "A", "last_name": "B", "role": anne.role_id}
    )
    assert answer.status_code == 422
    assert 'id="id_email-error"' in answer.content.decode()


def test_search_and_states(gilles, anne, chloe):
    domain.deactivate_user(chloe, successor=None, by=gilles)
    client = browser(gilles)
    assert "Chloé" not in client.get("/settings/users/").content.decode()
    assert "Chloé" in client.get("/settings/users/?state=inactive").content.decode()
    page = client.get("/settings/users/?search=DELMAS").content.decode()
    assert "Anne Delmas" in page
    assert "gilles@ardelane.test" not in page.split("<main", 1)[1].split("</main>", 1)[0]


def test_users_go_by_pages_of_fifty(gilles):
    User.objects.bulk_create(
        User(email=f"u{n:02}@ardelane.test", last_name=f"Z{n:02}", role=gilles.role, password="!") for n in range(60)
    )
    from kameo.people.queries import user_page

    first = user_page()
    second = user_page(after=first.next_key)
    assert (len(first.rows), len(second.rows), second.next_key) == (50, 11, None)
    assert [row["id"] for row in user_page(before=second.previous_key).rows] == [row["id"] for row in first.rows]


def test_teams_are_composed_renamed_and_deleted(gilles, anne, bruno):
    client = browser(gilles)
    client.post("/settings/teams/new/", {"name": "Ouest", "members": [anne.pk, bruno.pk]})
    team = Team.objects.get()
    assert set(team.members.all()) == {anne, bruno}
    assert client.post("/settings/teams/new/", {"name": "Ouest"}).status_code == 422
    client.post(f"/settings/teams/{team.pk}/", {"name": "Grand Ouest", "members": [anne.pk]})
    assert client.get("/settings/teams/").status_code == 200
    client.post(f"/settings/teams/{team.pk}/deletion/")
    assert not Team.objects.exists()


def test_an_absence_is_planned_by_oneself_and_by_a_director_for_others(anne, bruno, david):
    days = {"starts_on": "2030-02-01", "ends_on": "2030-02-05", "cover": bruno.pk}
    assert browser(anne).post("/profile/absences/", days).status_code == 302
    assert Absence.objects.get().user == anne
    again = browser(david).post("/settings/absences/", days | {"user": anne.pk})
    assert again.status_code == 422  # overlaps
    days |= {"starts_on": "2030-03-01", "ends_on": "2030-03-02", "user": anne.pk}
    assert browser(david).post("/settings/absences/", days).status_code == 302
    assert browser(bruno).get("/settings/absences/").status_code == 403
    assert Absence.objects.filter(user=anne, cover=bruno).count() == 2


def test_a_key_is_shown_once(anne):
    client = browser(anne)
    page = client.post("/profile/keys/", {"name": "BI", "expires_on": ""}).content.decode()
    key = page.split('value="kameo_', 1)[1].split('"', 1)[0]
    assert domain.authenticate_token("kameo_" + key).user == anne
    assert key not in client.get("/profile/keys/").content.decode()


def test_language_and_theme_follow_the_person(anne):
    client = browser(anne)
    client.post("/i18n/language/", {"language": "fr", "next": "https://elsewhere.test/"})
    client.post("/profile/theme/", {"theme": "dark"})
    anne.refresh_from_db()
    assert (anne.language, anne.theme) == ("fr", "dark")
    page = client.get("/profile/").content.decode()
    assert '<html lang="fr" data-theme="dark">' in page


def test_the_language_switch_never_leaves_the_site(client, db):
    answer = client.post("/i18n/language/", {"language": "en", "next": "https://elsewhere.test/"})
    assert answer["Location"] == "/"
    assert client.cookies["kameo_language"].value == "en"
