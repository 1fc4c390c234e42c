"""The list of invoices, under /accounts/<account>/invoices/; their pages come from their declaration."""

from __future__ import annotations

from django.urls import path

from kameo.contracts import views

app_name = "invoices"

urlpatterns = [path("", views.invoice_list, name="list")]
