"""A strict policy: no style or script in a page, no French in a msgid."""

from __future__ import annotations

import re
import runpy

from tests.architecture.sources import ROOT, committed, shown, templates

INLINE = re.compile(r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\ssrc=)|hx-on", re.I)
DATA_SCRIPT = re.compile(r"<script[^>]*type=[\"']application/(ld\+)?json", re.I)
COMMENT = re.compile(r"{#.*?#}|<!--.*?-->", re.S)
OUTSIDE = re.compile(r"(?:src|href|action)\s*=\s*[\"'](?:https?:)?//", re.I)
ACCENT = re.compile(r"[àâçèêëîïôùûœÀÂÇÈÉÊËÎÏÔÙÛŒ]")
# Words that English borrowed, and our own examples of what people type.
BORROWED = re.compile(r"café|résumé|Île", re.I)


def text(path) -> str:
    return DATA_SCRIPT.sub("<data", COMMENT.sub("", path.read_text()))


def test_no_inline_style_or_script() -> None:
    found = {shown(path): match[0] for path in templates() if (match := INLINE.search(text(path)))}
    assert found == {}


def test_nothing_is_fetched_from_outside() -> None:
    assert [shown(path) for path in templates() if OUTSIDE.search(text(path))] == []


def test_msgids_are_english() -> None:
    catalogue = runpy.run_path(str(ROOT / "scripts" / "catalogue.py"))
    ids = [message.id if isinstance(message.id, str) else message.id[0] for message in catalogue["extract"]()]
    assert len(ids) > 300
    assert [text for text in ids if ACCENT.search(BORROWED.sub("", text))] == []


def test_no_committed_file_names_a_package_registry() -> None:
    """Lock files included: an address of a registry would follow everybody who installs."""
    hosts = re.compile(
        "|".join(["pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", "npmjs" + r"\.org"])
    )
    proxies = re.compile(r"--index-url|resolved\"?:\s*\"https?:|--extra-index|artifactory|/simple/")
    wrong = []
    for path in committed():
        if path.suffix in {".txt", ".json", ".toml", ".in", ".cfg", ".py", ".sh", ".yml", ".yaml", ""}:
            content = path.read_text(errors="ignore")
            if path != ROOT / "tests/architecture/test_templates.py" and (
                hosts.search(content) or proxies.search(content)
            ):
                wrong.append(shown(path))
    assert wrong == []
