"""The French catalogue: extracted from Python and Jinja2, completed by a translator, compiled at build.

catalogue.py update     extract the msgids and bring kameo/locale/fr/LC_MESSAGES/django.po up to date
catalogue.py compile    write django.mo where django.po is newer
catalogue.py check      exit 1 when a msgid is missing, untranslated, fuzzy or obsolete, or a placeholder differs
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "kameo"
LOCALES = {"fr": SOURCE / "locale" / "fr" / "LC_MESSAGES" / "django.po"}
METHODS = [("**.py", "python"), ("**/jinja2/**.html", "jinja2"), ("**/jinja2/**.txt", "jinja2")]
OPTIONS = {
    "**/jinja2/**": {
        "trimmed": "true",
        "silent": "false",
        "newstyle_gettext": "true",
        "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
    }
}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "N_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
SKIPPED = re.compile(r"(^|/)(tests|migrations|testing|locale)(/|$)")
PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%[sd]|\{(\w*)\}")
# Headers that would change at each run, or that nobody fills.
IDLE_HEADERS = re.compile(
    rb'^"(POT-Creation|PO-Revision|Project-Id|Report-Msgid|Last-Tr|Language-Team|Generated).*\n', re.M
)
HEADER = "# Kameo in French. `scripts/catalogue.py update` brings the msgids; people write the msgstrs."


def extract() -> Catalog:
    """Every msgid of the product, with where it is (files, without line numbers: fewer conflicts)."""
    catalog = Catalog(project="kameo", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        SOURCE,
        METHODS,
        OPTIONS,
        KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=lambda path: not SKIPPED.search(str(Path(path).relative_to(ROOT))),
    )
    for name, _line, message, comments, context in found:
        if not SKIPPED.search(name):
            catalog.add(message, None, [(f"kameo/{name}", None)], auto_comments=comments, context=context)
    return catalog


def read(path: Path, locale: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=locale, project="kameo", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def update(locale: str, path: Path) -> None:
    """Add new msgids, keep translations, drop what the product no longer says. Nothing is guessed (no fuzzy)."""
    catalog = read(path, locale)
    catalog.update(extract(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment = HEADER
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.BytesIO()
    write_po(text, catalog, width=110, sort_output=True, include_lineno=False)
    path.write_bytes(IDLE_HEADERS.sub(b"", text.getvalue()))
    missing = sum(1 for message in catalog if message.id and not _is_translated(message))
    print(f"{path.relative_to(ROOT)}: {len(catalog)} messages, {missing} to translate")


def compile_(locale: str, path: Path) -> None:
    target = path.with_suffix(".mo")
    if not path.exists() or (target.exists() and target.stat().st_mtime >= path.stat().st_mtime):
        return
    with target.open("wb") as file:
        write_mo(file, read(path, locale))
    print(f"{target.relative_to(ROOT)} written")


def problems(locale: str, path: Path) -> list[str]:
    """What keeps the catalogue from being complete, one line each."""
    catalog = read(path, locale)
    wanted = {_key(message): message for message in extract() if message.id}
    known = {_key(message): message for message in catalog if message.id}
    found = [f"missing: {_shown(key)} (run scripts/catalogue.py update)" for key in wanted.keys() - known.keys()]
    found += [f"no longer said: {_shown(key)}" for key in known.keys() - wanted.keys()]
    found += [f"obsolete: {_shown(key)}" for key in catalog.obsolete]
    for key, message in known.items():
        if message.fuzzy:
            found.append(f"fuzzy: {_shown(key)}")
        elif not _is_translated(message):
            found.append(f"untranslated: {_shown(key)}")
        elif not _same_placeholders(message):
            found.append(f"placeholders differ: {_shown(key)}")
    return sorted(found)


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _shown(key: object) -> str:
    return repr(key[1] if isinstance(key, tuple) else key)


def _is_translated(message: Message) -> bool:
    strings = [message.string] if isinstance(message.string, str) else message.string
    return bool(strings) and all(strings)


def _same_placeholders(message: Message) -> bool:
    """Each French form may leave out what the singular English form does, and may use nothing else."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string)
    allowed = set().union(*(_placeholders(text) for text in ids))
    needed = set.intersection(*(_placeholders(text) for text in ids))
    return all(needed <= _placeholders(text) <= allowed for text in strings)


def _placeholders(text: str) -> set[str]:
    return {match[0] for match in PLACEHOLDER.finditer(text)}


def main() -> int:
    verb = (sys.argv[1] if len(sys.argv) > 1 else "check").lstrip("-")
    found: list[str] = []
    for locale, path in LOCALES.items():
        if verb == "update":
            update(locale, path)
        if verb in {"update", "compile"}:
            compile_(locale, path)
        elif verb == "check":
            found += problems(locale, path)
        else:
            print(__doc__)
            return 2
    print(*found[:40], sep="\n", end="\n" if found else "")
    if found:
        print(f"{len(found)} problems in the catalogue")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
