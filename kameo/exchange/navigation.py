"""Imports in the sidebar, for those who may import something."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kameo.core.importing import importers
from kameo.core.ui.shell import NavEntry, QuickAdd, nav, quick_add


def may_import(user: Any) -> bool:
    return any(user.can(importer.right) for importer in importers)


nav.register(
    "imports",
    NavEntry(_("Imports"), "imports:list", "import", when=may_import, words=_("file, spreadsheet, CSV")),
    order=80,
)
quick_add.register(
    "import",
    QuickAdd(_("File to import"), "imports:new", "import", key="I", when=may_import, words=_("spreadsheet, CSV")),
    order=90,
)
