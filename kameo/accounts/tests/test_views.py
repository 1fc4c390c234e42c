"""Saved views and columns: kept, shared, opened, and what they give away."""

import pytest
from django.urls import reverse
from django.utils import translation

from kameo.accounts.lists import ACCOUNT_LIST
from kameo.accounts.models import Account
from kameo.core.errors import DomainError
from kameo.core.lists.models import SavedView
from kameo.core.lists.saved import shown, verbs
from kameo.core.testing.cases import ListCases, browser
from kameo.people.models import Team

pytestmark = pytest.mark.django_db
LIST = "accounts:list"


@pytest.fixture
def view(anne):
    return verbs.save_view(
        ACCOUNT_LIST,
        by=anne,
        name="Mes clés",
        columns=["name", "status", "potential"],
        filters={"status": ["active"]},
        sort="name",
    )


def opened(user, view):
    return browser(user).get(reverse(LIST), {"view": view.pk})


class TestViews(ListCases):
    queries = 4  # session, user, views, frame

    @pytest.fixture
    def url(self):
        return reverse("accounts:views")

    @pytest.fixture
    def make_rows(self, anne):
        return lambda count: [verbs.save_view(ACCOUNT_LIST, by=anne, name=f"Vue {n}") for n in range(count)]

    @pytest.fixture
    def hidden(self, view):
        return view.name


class TestListWithViews(ListCases):
    queries = 4  # session, user, frame, rows and views

    @pytest.fixture
    def url(self, valmorin):
        return reverse(LIST) + "?view=all"

    @pytest.fixture
    def make_rows(self, anne):
        return lambda count: [verbs.save_view(ACCOUNT_LIST, by=anne, name=f"Vue {n}") for n in range(count)]

    @pytest.fixture
    def hidden(self, view):
        return view.name


def test_a_view_opens_with_its_filters_columns_and_order(view, valmorin, anne):
    response = opened(anne, view)
    assert response.status_code == 302
    text = browser(anne).get(response["Location"]).content.decode()
    assert "c-potential" in text
    assert "c-revenue" not in text
    assert "Mes clés" in text
    assert "status=active" in response["Location"]


def test_anothers_private_view_is_not_found(view, chloe):
    assert opened(chloe, view).status_code == 404
    assert browser(chloe).post(reverse("accounts:view-copy", args=[view.pk])).status_code == 404
    assert SavedView.objects.count() == 1


@pytest.mark.parametrize("raw", ["0", "999999", "x", "1e9", "99999999999999999999"])
def test_a_view_that_is_not_one_is_not_found(raw, anne):
    assert browser(anne).get(reverse(LIST), {"view": raw}).status_code == 404


def test_a_shared_view_shows_each_reader_what_they_may_see(valmorin, anne, chloe):
    Account.objects.create(name="Autre", status="active")
    view = verbs.save_view(ACCOUNT_LIST, by=anne, name="Actifs", filters={"status": ["active"]}, shared=True)
    text = browser(chloe).get(opened(chloe, view)["Location"]).content.decode()
    assert "Actifs" in text
    assert "Groupe Valmorin" not in text


def test_a_view_shared_with_a_team_is_for_its_members(anne, bruno, chloe):
    team = Team.objects.create(name="Ouest")
    team.members.add(anne, bruno)
    view = verbs.save_view(ACCOUNT_LIST, by=anne, name="Ouest", team=team)
    assert opened(bruno, view).status_code == 302
    assert opened(chloe, view).status_code == 404


def test_one_shares_only_with_a_team_of_ones_own(anne):
    with pytest.raises(DomainError) as refusal:
        verbs.save_view(ACCOUNT_LIST, by=anne, name="Est", team=Team.objects.create(name="Est"))
    assert (refusal.value.code, SavedView.objects.count()) == ("not_your_team", 0)


def test_beside_the_rows_are_the_views_that_visible_to_gives(valmorin, view, anne, bruno, chloe):
    team = Team.objects.create(name="Ouest")
    team.members.add(chloe, anne)
    verbs.save_view(ACCOUNT_LIST, by=chloe, name="Équipe", team=team)
    verbs.save_view(ACCOUNT_LIST, by=bruno, name="Tous", shared=True)
    gone = verbs.save_view(ACCOUNT_LIST, by=anne, name="Finie", shared=True)
    verbs.delete_view(gone, by=anne)
    for user in (anne, bruno, chloe):
        rows = Account.objects.annotate(views=shown.beside_rows(ACCOUNT_LIST, user)).values_list("views", flat=True)
        found = {one.id for one in shown.read_views(rows[0])}
        assert found == set(SavedView.objects.visible_to(user).values_list("pk", flat=True))


def test_deleted_view_comes_back_from_the_toast(view, anne):
    client = browser(anne)
    text = client.post(reverse("accounts:view-delete", args=[view.pk]), follow=True).content.decode()
    undo = reverse("accounts:view-restore", args=[view.pk])
    assert undo in text
    assert opened(anne, view).status_code == 404
    client.post(undo)
    assert opened(anne, view).status_code == 302


def test_only_the_owner_changes_a_shared_view(anne, chloe):
    view = verbs.save_view(ACCOUNT_LIST, by=anne, name="Tous", shared=True)
    for name in ("view-delete", "view-save"):
        assert browser(chloe).post(reverse(f"accounts:{name}", args=[view.pk])).status_code == 403
    assert browser(chloe).post(reverse("accounts:view-change", args=[view.pk]), {"name": "x"}).status_code == 403
    assert browser(chloe).post(reverse("accounts:view-restore", args=[view.pk])).status_code == 404
    view.refresh_from_db()
    assert (view.name, view.binned_at) == ("Tous", None)


def test_saving_what_is_on_the_page_from_its_address(anne, valmorin):
    url = reverse("accounts:view-new") + "?status=active&status=lost&sort=-potential&cols=name,potential"
    browser(anne).post(url, {"name": "À suivre", "sharing": "everybody", "usual": "on"})
    view = SavedView.objects.get()
    assert (view.name, view.shared, view.sort) == ("À suivre", True, "-potential")
    assert view.filters == {"status": ["active", "lost"]}
    assert view.columns == ["name", "potential"]
    anne.refresh_from_db()
    assert anne.choices == {"accounts.view": view.pk}
    assert f"view={view.pk}" in browser(anne).get(reverse(LIST))["Location"]


def test_two_views_of_one_name_are_refused(view, anne):
    response = browser(anne).post(reverse("accounts:view-new"), {"name": "Mes clés", "sharing": "private"})
    assert response.status_code == 422
    assert SavedView.objects.count() == 1


@translation.override("en")
def test_a_copy_is_private_under_another_name(anne, chloe):
    view = verbs.save_view(ACCOUNT_LIST, by=anne, name="Tous", shared=True, columns=["name", "tags"])
    copies = [verbs.duplicate_view(view, by=anne), verbs.duplicate_view(view, by=anne)]
    assert [(copy.name, copy.shared) for copy in copies] == [("Tous (copy)", False), ("Tous (copy 2)", False)]
    assert copies[0].columns == ["name", "tags"]


def test_default_view_on_and_off(view, anne):
    url = reverse("accounts:view-default", args=[view.pk])
    browser(anne).post(url)
    assert browser(anne).get(reverse(LIST)).status_code == 302
    assert browser(anne).get(reverse(LIST), {"view": "all"}).status_code == 200
    browser(anne).post(url)
    assert browser(anne).get(reverse(LIST)).status_code == 200


def test_default_view_no_longer_shared_leaves_the_plain_list(anne, chloe):
    view = verbs.save_view(ACCOUNT_LIST, by=anne, name="Tous", shared=True)
    verbs.choose_default_view(ACCOUNT_LIST, view, by=chloe)
    verbs.change_view(view, by=anne, shared=False)
    assert browser(chloe).get(reverse(LIST)).status_code == 200


def test_unreadable_content_of_a_view_is_left_out(anne, valmorin):
    view = verbs.save_view(
        ACCOUNT_LIST, by=anne, name="Vieille", columns=["gone"], filters={"status": "x", "y": [1]}, sort="gone"
    )
    assert browser(anne).get(opened(anne, view)["Location"]).status_code == 200


def test_columns_are_moved_without_javascript_and_applied(anne):
    url = reverse("accounts:columns")
    query = {"col": ["status", "lead", "tags"], "sorted": "1", "down": "status"}
    text = browser(anne).get(url, query).content.decode()
    lead, status, tags = (text.index(f'value="{name}" checked') for name in ("lead", "status", "tags"))
    assert lead < status < tags
    applied = browser(anne).get(url, {"col": ["tags", "lead"], "sorted": "1", "apply": "1", "status": "active"})
    assert applied["Location"] == reverse(LIST) + "?status=active&cols=name%2Ctags%2Clead"


def test_share_is_not_a_column_of_who_may_not_see_our_total(anne, david):
    assert 'value="share"' not in browser(anne).get(reverse("accounts:columns")).content.decode()
    assert 'value="share"' in browser(david).get(reverse("accounts:columns")).content.decode()


def test_columns_come_as_a_part_for_the_dialog(anne):
    response = browser(anne).get(reverse("accounts:columns"), headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert 'value="tags"' in response.content.decode()
