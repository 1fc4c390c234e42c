"""Messages about a row of an accounts file: code → (problem, remedy)."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "deleted_in_source": (_("The other system says this account is deleted."), _("Nothing to do, or clear the mark.")),
    "row_numbers_ignored": (
        _("The column “{value}” only counts the rows: it was not taken for customer numbers."),
        _("Give the other system a name (option “source”) to import it all the same."),
    ),
    "external_id_of_other": (
        _("The number {value} is already that of {name}."),
        _("If two systems use the same numbers, name the system this file comes from (option “source”)."),
    ),
    "external_id_other_name": (
        _("The number {value} is that of {name}, although the file calls it otherwise."),
        _("Check that both are the same customer; if not, name the other system (option “source”)."),
    ),
    "name_ambiguous": (
        _("{count} accounts are called “{value}”."),
        _("Add a number (SIREN, SIRET, customer number) that tells them apart."),
    ),
    "account_in_bin": (_("{name} is in the bin."), _("Restore it first, or leave the row out.")),
    "identifier_taken": (
        _("Another account has the number {value}."),
        _("Ask a director or an administrator: you may not see that account."),
    ),
    "identifier_conflict": (
        _("{name} has another SIREN ({known})."),
        _("Check the number: this row may be about another company."),
    ),
    "identifier_of_other": (
        _("The number {value} stays with {name}."),
        _("Check which of the two accounts it belongs to."),
    ),
    "double_in_file": (
        _("Line {line} is about the same account."),
        _("Keep one of the two lines, or give each site its SIRET."),
    ),
    "rejected_by_choice": (_("You left this row out."), _("Nothing to do.")),
    "looks_like": (
        _("“{value}” looks like {name}, which Kameo already has: a new account is created."),
        _("Choose the existing account in the preview, or merge the two later."),
    ),
    "parent_unknown": (
        _("The parent {value} is neither in the file nor in Kameo."),
        _("The account is imported alone; import its parent first to attach it."),
    ),
    "parent_ambiguous": (
        _("{count} accounts are called “{value}”: which one is the parent?"),
        _("Name the parent by its number."),
    ),
    "parent_loop": (_("“{value}” would belong to itself."), _("Correct who belongs to whom.")),
    "parent_rejected": (
        _("The parent “{value}” is rejected: the account is imported alone."),
        _("Correct the parent's line and import it again."),
    ),
}
