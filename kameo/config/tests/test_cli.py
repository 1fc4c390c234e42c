"""The `kameo` command, run as people run it: exit codes, words, and an installation that outlives each call."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kameo.core import embedded_postgres

pytestmark = pytest.mark.xdist_group("cli")
Kameo = Callable[..., subprocess.CompletedProcess[str]]
QUICK = ("KAMEO_PREPARED", "KAMEO_FSYNC")
PASSWORD = "Une-phrase-de-passe-9"


def run(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`kameo ARGUMENTS` in a home of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kameo.config.cli", *arguments],
        env={**surroundings(home), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


SEVERAL = """
import json, sys
from click.testing import CliRunner
from kameo.config.cli import main
outcomes = [CliRunner().invoke(main, words, env=more) for words, more in json.load(sys.stdin)]
print(json.dumps([[done.exit_code, done.stdout, done.stderr] for done in outcomes]))
"""


def run_several(home: Path, *calls: tuple[str, ...], **environment: str) -> list[subprocess.CompletedProcess[str]]:
    """One `kameo` after the other in one process: to load Django takes each of them two seconds."""
    done = subprocess.run(
        [sys.executable, "-c", SEVERAL],
        input=json.dumps([(words, environment) for words in calls]),
        env=surroundings(home),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [subprocess.CompletedProcess((), *outcome) for outcome in json.loads(done.stdout)]


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a person with a home of their own, who does not wait for schema, style and disk."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KAMEO_") or name in QUICK}
    return {**kept, "KAMEO_HOME": str(home)}


def new_home() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kameo-cli-"))
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    folder = new_home()
    with embedded_postgres.running(folder):  # kept up between the calls: each would start and stop it
        assert run(folder, "migrate").returncode == 0
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def kameo(home: Path) -> Kameo:
    return lambda *arguments, **environment: run(home, *arguments, **environment)


def test_help_names_every_command_without_a_database() -> None:
    done = run(Path("/nonexistent"), "--help")
    assert done.returncode == 0
    for name in ("serve", "demo", "configure", "createadmin", "token", "migrate", "rebuild", "backup", "doctor"):
        assert f"  {name} " in done.stdout


def test_migrate_says_that_nothing_is_left(kameo: Kameo) -> None:
    assert json.loads(kameo("migrate", "--json").stdout) == {"applied": []}


def test_configure_sets_shows_and_lists(kameo: Kameo, home: Path) -> None:
    assert kameo("configure", "company", "Ardélane").stdout == "company = Ardélane\n"
    shown, listed, told = run_several(home, ("configure", "company"), ("configure", "--json"), ("configure",))
    assert shown.stdout == "Ardélane\n"
    settings = json.loads(listed.stdout)
    assert (settings["company"], settings["currency"], settings["language"]) == ("Ardélane", "EUR", "fr")
    assert "fiscal_year_start" in told.stdout


MISUSES = {
    ("configure", "currency", "ZZZ"): "currency: Choose one of: EUR, USD",
    ("configure", "fiscal_year_start", "13"): "fiscal_year_start: The most is 12.",
    ("configure", "nonsense", "1"): "no setting is called nonsense",
    ("rebuild", "nonsense"): "nothing is called nonsense",
    ("token", "create", "nobody@example.com"): "nobody active has the address nobody@example.com",
    ("serve", "--port", "99999"): "99999 is not in the range",
    ("createadmin", "weak@ardelane.test"): "too short",
}


def test_what_cannot_be_done_exits_with_2_and_says_why(home: Path) -> None:
    outcomes = run_several(home, *MISUSES, KAMEO_ADMIN_PASSWORD="secret")
    assert [(done.returncode, done.stdout) for done in outcomes] == [(2, "")] * len(MISUSES)
    for done, said in zip(outcomes, MISUSES.values(), strict=True):
        assert said in done.stderr


def test_createadmin_twice_resets_the_password_and_makes_no_second_user(home: Path) -> None:
    calls = ("createadmin", "gilles@ardelane.test", "--json"), ("createadmin", "Gilles@Ardelane.test", "--json")
    first, again = run_several(home, *calls, KAMEO_ADMIN_PASSWORD=PASSWORD)
    wanted = {"email": "gilles@ardelane.test", "role": "administrator"}
    assert json.loads(first.stdout) == {**wanted, "created": True}
    assert json.loads(again.stdout) == {**wanted, "created": False}


def test_token_create_prints_the_token_and_nothing_else(home: Path) -> None:
    calls = ("createadmin", "gilles@ardelane.test"), ("token", "create", "gilles@ardelane.test", "--name", "ERP")
    _, done = run_several(home, *calls, KAMEO_ADMIN_PASSWORD=PASSWORD)
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(done.stdout.split()) == 1
    assert len(done.stdout.strip()) >= 32


def test_rebuild_runs_everything(kameo: Kameo) -> None:
    done = kameo("rebuild", "--json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) >= 1


def test_doctor_is_content_with_a_sound_installation(kameo: Kameo) -> None:
    done = kameo("doctor", "--json")
    report = json.loads(done.stdout)
    levels = {finding["name"]: finding["level"] for finding in report["findings"]}
    assert {levels[name] for name in ("version", "home", "database", "migrations", "jobs", "clock")} == {"ok"}
    assert (levels["worker"], levels["mail"]) == ("warn", "warn")
    remedies = [finding["remedy"] for finding in report["findings"] if finding["level"] != "ok"]
    assert all(remedies)


def test_doctor_exits_with_1_when_the_database_is_away(kameo: Kameo) -> None:
    done = kameo("doctor", KAMEO_DATABASE_URL="postgresql://kameo@127.0.0.1:1/kameo")
    assert done.returncode == 1
    assert "BAD  database: does not answer" in done.stdout
    assert "→ Check the address and the password in KAMEO_DATABASE_URL" in done.stdout


def test_backup_comes_back_in_an_empty_home_and_never_over_a_used_one(home: Path, tmp_path: Path) -> None:
    (home / "documents").mkdir(exist_ok=True)
    (home / "documents" / "contrat.pdf").write_bytes(b"%PDF-1.7")
    file = str(tmp_path / "kameo.backup")
    _, backup, again, refused, company = run_several(
        home,
        ("createadmin", "gilles@ardelane.test"),
        ("backup", file, "--json"),
        ("backup", file),
        ("restore", file),
        ("configure", "company"),
        KAMEO_ADMIN_PASSWORD=PASSWORD,
    )
    written = json.loads(backup.stdout)
    assert written["documents"] == 1
    assert again.returncode == 2
    assert refused.returncode == 2
    assert f"this installation is in use: {home} holds users or documents" in refused.stderr

    there = new_home()
    restored, restored_company = run_several(there, ("restore", file, "--json"), ("configure", "company"))
    assert restored.returncode == 0, restored.stderr
    assert json.loads(restored.stdout)["tables"] == written["tables"]
    assert (there / "secret_key").read_text() == (home / "secret_key").read_text()
    assert (there / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (there / "documents" / "contrat.pdf").read_bytes() == b"%PDF-1.7"
    assert restored_company.stdout == company.stdout
    shutil.rmtree(there)


def test_damaged_backup_is_refused_and_says_so(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "kameo.backup"
    file.write_bytes(b"not a back-up")
    done, after = run_several(home, ("restore", str(file), "--force"), ("configure", "company"))
    assert done.returncode == 1
    assert "cannot be read as a back-up" in done.stderr
    assert after.returncode == 0
