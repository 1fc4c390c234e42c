"""What may be said about a row of a file of people: code → (what is wrong, what to do)."""

from django.utils.translation import gettext_lazy as _

from kameo.accounts.importers.messages import MESSAGES as ACCOUNT_MESSAGES

MESSAGES = {
    **ACCOUNT_MESSAGES,
    "deleted_in_source": (_("The other system says this person is deleted."), _("Nothing to do, or clear the mark.")),
    "row_is_company": (
        _("“{value}” is a company, not a person."),
        _("Import the companies as accounts: people come after them."),
    ),
    "nobody_named": (_("The row names nobody."), _("Fill in a last name, or leave the row out.")),
    "company_missing": (
        _("The row does not say where this person works."),
        _("Fill in the company, or choose one account for the whole file."),
    ),
    "company_rejected": (_("The company “{value}” is rejected."), _("See the first line of this company.")),
    "account_unknown": (
        _("No account is called “{value}”."),
        _("Import the accounts first, choose one below, or let unknown companies be created."),
    ),
    "person_double_in_file": (
        _("Line {line} is about the same person at the same account."),
        _("Keep one of the two lines, or give each person their own number or e-mail address."),
    ),
    "person_in_bin": (_("{name} is in the bin."), _("Restore them first, or leave the row out.")),
    "person_ambiguous": (
        _("{count} people of {account} are called “{value}”."),
        _("Add the e-mail address or the number that tells them apart."),
    ),
    "person_left_out": (_("You left this person out."), _("Nothing to do.")),
    "person_looks_like": (
        _("“{value}” looks like {name}: a new person is created."),
        _("Choose the known person in the preview, or merge the two later."),
    ),
    "person_number_of_other": (
        _("The number {value} is already that of {name}: it is not kept here."),
        _("If two systems use the same numbers, name the system this file comes from (option “source”)."),
    ),
    "person_refused": (
        _("{value} belongs to somebody who refuses to be contacted: the refusal holds for this person too."),
        _("Nothing to do: a refusal is lifted only when the person asks for it."),
    ),
    "works_elsewhere": (
        _("{name} works at {account} too: both positions are kept."),
        _("End the former position if they have left."),
    ),
    "position_ended": (
        _("The position of {name} at {account} has ended: it is left as it is."),
        _("Open it again on their sheet if they came back."),
    ),
    "phone_unreadable": (
        _("“{value}” cannot be dialled from {country}: it is left out."),
        _("Write it like +33 4 75 01 23 45, or give the country of the company."),
    ),
    "fax_left_out": (_("{value} is a fax or a pager: it is left out."), _("Nothing to do.")),
    "link_unreadable": (
        _("“{value}” is not a web address: it is left out."),
        _("Write it like linkedin.com/in/prenom-nom."),
    ),
    "language_unknown": (
        _("“{value}” is not a language Kameo knows: it is left out."),
        _("Use its name or its code, like fr."),
    ),
    "time_zone_unknown": (_("“{value}” is not a time zone: it is left out."), _("Use a name such as Europe/Paris.")),
    "manager_unknown": (
        _("The manager “{value}” is neither in the file nor at this account: the person is imported without."),
        _("Import the manager too, or choose them on the org chart."),
    ),
    "manager_ambiguous": (
        _("{count} people are called “{value}”: which one is the manager?"),
        _("Name the manager by their number."),
    ),
    "manager_elsewhere": (
        _("The manager “{value}” works in another group: the line is not drawn."),
        _("Check the company of both."),
    ),
    "manager_loop": (
        _("“{value}” would end up above themselves: the line is not drawn."),
        _("Correct who reports to whom."),
    ),
    "text_shortened": (_("The text was longer than {limit} characters: its end is left out."), _("Shorten it.")),
}
