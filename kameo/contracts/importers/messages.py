"""The messages about a row of an invoices file: code → (problem, remedy)."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.importers.messages import MESSAGES as ACCOUNT_MESSAGES

MESSAGES = {
    **ACCOUNT_MESSAGES,
    "total_row": (_("The row has no number, date or customer: it is probably a total."), _("Nothing to do.")),
    "customer_missing": (_("The row does not say which customer it is about."), _("Fill in the customer.")),
    "customer_rejected": (_("The customer “{value}” is rejected."), _("See the first line of this customer.")),
    "account_unknown": (
        _("No account is called “{value}”."),
        _("Import the accounts first, or let unknown customers be created."),
    ),
    "document_incomplete": (
        _("Line {line} of the same invoice is rejected: its total would be wrong."),
        _("Correct that line, then import the whole invoice again."),
    ),
    "number_reused": (_("The number {value} is used for several customers."), _("Give each invoice its own number.")),
    "number_taken": (_("Invoice {value} is already that of {name}."), _("Check the number and the customer.")),
    "currencies_mixed": (_("Invoice {value} has lines in several currencies."), _("Keep one currency per invoice.")),
    "dates_differ": (
        _("The lines of {value} have several dates: the first one is kept."),
        _("Check the date of this invoice."),
    ),
    "credit_note_negated": (
        _("{value} is a credit note written with a positive amount: it counts as {net}."),
        _("Check that it is a credit note."),
    ),
    "negative_invoice": (
        _("{value} is called an invoice but its amount is negative: it is stored as a credit note."),
        _("Check the kind of this document."),
    ),
    "due_before_issue": (
        _("The due date {value} is before the invoice's: it is left out."),
        _("Correct the due date."),
    ),
}
