"""The bell's page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kameo.core.access import SignedIn, get_visible
from kameo.core.ui.toasts import toast
from kameo.notifications import domain, queries
from kameo.notifications.models import Muted, Notification


@require_GET
def notification_list(request: SignedIn) -> HttpResponse:
    rows, next_key = queries.page_for(request.user, before=request.GET.get("before", ""))
    context = {"rows": rows, "next_key": next_key, "unread": domain.unread_count(request.user)}
    return render(request, "notifications/list.html", context)


@require_GET
def notification_open(request: SignedIn, notification_id: int) -> HttpResponse:
    """Read it, and go where it leads."""
    notification = get_visible(Notification.objects, request.user, pk=notification_id)
    domain.mark_read(notification)
    return redirect(notification.url or "notification-list")


@require_POST
def all_read(request: SignedIn) -> HttpResponse:
    domain.mark_all_read(request.user)
    return redirect("notification-list")


@require_http_methods(["GET", "POST"])
def chosen_kinds(request: SignedIn) -> HttpResponse:
    if request.method == "POST":
        domain.choose_kinds(request.user, wanted=request.POST.getlist("kind"))
        toast(request, _("Saved."))
        return redirect("notification-kinds")
    muted = set(Muted.objects.filter(user=request.user).values_list("kind", flat=True))
    return render(request, "notifications/kinds.html", {"kinds": domain.kinds.items(), "muted": muted})
