"""Pages of load and of transfers, mounted at /portfolio/."""

from __future__ import annotations

from django.urls import path

from kameo.portfolio import views

app_name = "portfolio"

urlpatterns = [
    path("load/", views.load, name="load"),
    path("attention/", views.attention_list, name="attention"),
    path("changes/", views.change_list, name="changes"),
    path("transfers/", views.transfer_list, name="transfers"),
    path("transfers/new/", views.transfer_new, name="transfer-new"),
    path("transfers/<int:transfer_id>/", views.transfer, name="transfer"),
    path("transfers/<int:transfer_id>/giving-back/", views.transfer_undo, name="transfer-undo"),
]
