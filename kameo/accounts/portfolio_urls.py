"""Pages about who carries what, mounted at /portfolio/."""

from __future__ import annotations

from django.urls import path

from kameo.accounts.views import portfolio

app_name = "portfolio"

urlpatterns = [
    path("load/", portfolio.load, name="load"),
    path("attention/", portfolio.attention_list, name="attention"),
    path("changes/", portfolio.change_list, name="changes"),
    path("transfers/", portfolio.transfer_list, name="transfers"),
    path("transfers/new/", portfolio.transfer_new, name="transfer-new"),
    path("transfers/<int:transfer_id>/", portfolio.transfer, name="transfer"),
    path("transfers/<int:transfer_id>/giving-back/", portfolio.transfer_undo, name="transfer-undo"),
]
