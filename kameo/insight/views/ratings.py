"""Rating one account for the 9-box, beside what others said."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kameo.accounts import rules
from kameo.accounts.models import Account
from kameo.core import clock
from kameo.core.access import get_visible
from kameo.core.lists import asking
from kameo.core.panels import tabs_for
from kameo.core.ui.answers import form_page
from kameo.insight.forms import RatingsForm
from kameo.insight.queries import nine_box, ratings_for


@require_http_methods(["GET", "POST"])
def account_ratings(request: HttpRequest, account_id: int) -> HttpResponse:
    """GET /insight/nine-box/accounts/<id>/?as_of=…; POST writes the reader's own scores."""
    account = get_visible(Account.objects, request.user, pk=account_id)
    may_rate = rules.can_write(request.user, account)
    if request.method == "POST" and not may_rate:
        raise PermissionDenied("accounts.write")
    day = clock.past_day(request.GET.get("as_of", ""))
    found = ratings_for(account, request.user, day)
    form = RatingsForm(request.POST or None, found=found)
    words, to = _("Your ratings are kept beside those of others."), ("insight:ratings", account.pk)
    save = partial(form.save, account, request.user)

    def context() -> dict[str, Any]:
        box = nine_box(request.user, asking(ids=(account.pk,)), day)
        return {
            "account": account,
            "tabs": tabs_for(request.user, account, "position"),
            "found": found,
            "may_rate": may_rate and day == clock.company_today(),
            "day": day,
            "today": day == clock.company_today(),
            "place": next(iter((*box.places, *box.partly)), None),
            "box": box,
            "names": {(cell.attractiveness, cell.position): cell.words for cell in box.cells},
        }

    return form_page(request, "insight/ratings.html", form, context, save=save, words=words, to=to)
