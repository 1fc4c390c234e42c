"""Invoices, under /accounts/<account>/invoices/."""

from __future__ import annotations

from django.urls import path

from kameo.contracts import views

app_name = "invoices"

urlpatterns = [
    path("", views.invoice_list, name="list"),
    path("new/", views.invoice_new, name="new"),
    path("<int:invoice_id>/", views.invoice, name="one"),
    path("<int:invoice_id>/edit/", views.invoice_edit, name="edit"),
    path("<int:invoice_id>/bin/", views.invoice_bin, name="bin"),
    path("<int:invoice_id>/restore/", views.invoice_restore, name="restore"),
]
