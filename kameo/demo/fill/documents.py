"""Files kept with the accounts, through the verb that people use, then dated back."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.base import ContentFile

from kameo.demo.cast import key_of
from kameo.demo.chance import office_hour, stream, working_day
from kameo.demo.fill.accounts import Accounts
from kameo.demo.portfolio.papers import PAPERS
from kameo.demo.typography import french
from kameo.interactions.domain import add_document
from kameo.interactions.models import Document, DocumentVersion
from kameo.people.models import User


def fill_documents(accounts: Accounts, users: dict[str, User], today: date) -> int:
    for paper in PAPERS:
        document = add_document(
            account=accounts[paper.account],
            by=users[key_of(paper.who)],
            title=french(paper.title),
            file=ContentFile(paper.content(), paper.name),
            expires_on=None if paper.expires is None else today + timedelta(days=paper.expires),
        )
        at = office_hour(working_day(today - timedelta(days=paper.ago)), stream("paper", paper.name))
        Document.objects.filter(pk=document.pk).update(created_at=at)
        DocumentVersion.objects.filter(document=document).update(added_at=at)
    return len(PAPERS)
