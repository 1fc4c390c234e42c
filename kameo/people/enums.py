"""Words of the app: rights that a role may hold. An administrator ticks them; code only ever asks for one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    SEE_ALL_ACCOUNTS = "accounts.see_all", _("see all accounts")
    SEE_CONFIDENTIAL = "accounts.see_confidential", _("see confidential accounts without being named")
    CREATE_ACCOUNTS = "accounts.create", _("create accounts")
    WRITE_ACCOUNTS = "accounts.write", _("change the accounts they see")
    BIN_ACCOUNTS = "accounts.bin", _("put accounts in the bin")
    WRITE_INTERACTIONS = "interactions.write", _("log calls, meetings and notes")
    WRITE_NOTES = "notes.write", _("write notes")
    WRITE_DOCUMENTS = "documents.write", _("add documents")
    WRITE_PERSONS = "persons.write", _("change people at the customer")
    WRITE_INVOICES = "invoices.write", _("enter and change invoices")
    SEE_FINANCE = "finance.see", _("see margins and unpaid amounts")
    SEE_TOTALS = "totals.see", _("see the company's total revenue and shares of it")
    IMPORT_ACCOUNTS = "imports.accounts", _("import accounts")
    IMPORT_INVOICES = "imports.invoices", _("import invoices")
    DECIDE_CLASS = "qualification.decide", _("decide the class of an account")
    EXCEED_CAPS = "caps.exceed", _("assign beyond a portfolio cap")
    CONFIGURE = "settings.change", _("change settings, rates and thresholds")
    MANAGE_USERS = "users.manage", _("invite, change and deactivate users")
    READ_AUDIT = "journal.read", _("read the whole journal")
