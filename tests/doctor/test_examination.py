"""The doctor looks at contacts, calendar and permissions, and says what to mend in time."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.doctor import Advice, examine

TODAY = date(2026, 11, 21)
CONFIRMED = "confirmed_to:"


@pytest.fixture
def office(tmp_path: Path) -> Content:
    """A workspace with contacts of its own, only its owner's to read."""
    tmp_path.chmod(0o700)
    text = Content().path("partnerships", "nel.yaml").read_text(encoding="utf-8")
    write(tmp_path / "partnership.yaml", text.replace("example.org", "example.net"))
    return Content(tmp_path)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)


def change(office: Content, old: str, new: str) -> Content:
    """Give a workspace with one thing in its partnership file changed."""
    assert office.workspace is not None
    path = office.workspace / "partnership.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new, 1))
    return office


def mend(content: Content, today: date = TODAY) -> list[str]:
    """Give what is to be mended."""
    return [f"{a.about}: {a.says}" for a in examine(content, today) if not a.well]


def about(content: Content, subject: str) -> Advice:
    return next(a for a in examine(content, TODAY) if a.about.startswith(subject))


def test_all_is_well(office: Content) -> None:
    assert mend(office) == []


def test_it_says_what_it_looked_at(office: Content) -> None:
    subjects = {a.about.split()[0] for a in examine(office, TODAY)}
    looked_at = (
        "Python",
        "workspace",
        "procedure",
        "contacts",
        "calendar",
        "permissions",
        "copies",
        "secrets",
    )
    assert subjects == {*looked_at}


def test_a_role_that_nobody_holds_today(office: Content) -> None:
    change(office, "email: p.ashgrove", "valid_to: 2026-11-20\n    email: p.ashgrove")
    (said,) = mend(office)
    assert said == "contacts: nobody holds these roles today: partner_la"


@pytest.mark.parametrize(
    ("last", "said"), [("2026-11-21", 1), ("2026-12-21", 1), ("2026-12-22", 0)]
)
def test_a_contact_who_leaves_within_a_month(office: Content, last: str, said: int) -> None:
    change(office, "email: p.ashgrove", f"valid_to: {last}\n    email: p.ashgrove")
    assert sum("end within 30 days" in line for line in mend(office)) == said


def test_contacts_that_are_still_invented(office: Content) -> None:
    change(office, "p.ashgrove@nel.example.net", "p.ashgrove@nel.example.org")
    (said,) = mend(office)
    assert "invented" in said
    assert "ashgrove" not in said


def test_a_calendar_that_runs_out(office: Content) -> None:
    source = Content().path("calendars", "england-and-wales.yaml").read_text(encoding="utf-8")
    line = next(line for line in source.splitlines() if line.startswith(CONFIRMED))
    end = date.fromisoformat(line.split()[1].strip('"'))
    assert mend(office, end - timedelta(days=271)) == []
    (said,) = mend(office, end - timedelta(days=270))
    assert said.startswith("calendar ")
    assert "a newer edition is needed soon" in said


def test_the_files_of_ones_own_are_counted(office: Content) -> None:
    assert office.workspace is not None
    assert "uses the built-in files" in about(office, "workspace").says
    write(office.workspace / "letters" / "ours.md", "words\n")
    assert "uses 1 file(s) of its own" in about(office, "workspace").says


@pytest.mark.skipif(os.name == "nt", reason="Windows decides by access lists")
def test_what_others_can_read(office: Content) -> None:
    assert office.workspace is not None
    for number in range(7):
        path = office.workspace / f"notes-{number}.txt"
        write(path, "notes\n")
        path.chmod(0o644)
    (said,) = mend(office)
    assert "notes-0.txt" in said
    assert "and 2 more" in said
    assert "chmod -R go=" in said


def test_no_contact_is_named(office: Content) -> None:
    everything = " ".join(f"{a.about} {a.says}" for a in examine(office, TODAY))
    assert not any(name in everything for name in ("Ashgrove", "Tench", "Fallowfield", "01632"))


def test_without_a_workspace_there_are_no_contacts_to_look_at() -> None:
    subjects = {a.about.split()[0] for a in examine(Content(), TODAY)}
    assert not subjects & {"contacts", "permissions"}


SECRETS = {
    "office.key": "sgdocs-key-1:AAAA\n",
    "cases/other.key": "# public key: age1x\nAGE-SECRET-KEY-1AAAA\n",
    "inbox/key.pem": "-----BEGIN EC PRIVATE KEY-----\nAAAA\n",
    "mine.P12": "any bytes",
    "users.yaml": "users:\n  Alma:\n    role: manager\n    password: scrypt:32768:AA:BB\n",
    "letters/Password of the papers.txt": "correct horse battery staple\n",
}


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_in_the_workspace(office: Content, name: str) -> None:
    assert office.workspace is not None
    write(office.workspace / name, SECRETS[name])
    (said,) = (line for line in mend(office) if line.startswith("secrets"))
    assert f"{office.workspace / name}: a key, a password or a list of users" in said
    assert SECRETS[name].split()[-1] not in said


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("letters/password.md", "Your password is given by telephone.\n"),
        ("inbox/certificate.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n"),
        ("inbox/notes.txt", "She forgot her password: it is told by telephone.\n"),
        ("build/password.txt", "made\n"),
    ],
)
def test_what_is_no_secret(office: Content, name: str, text: str) -> None:
    assert office.workspace is not None
    write(office.workspace / name, text)
    assert not [line for line in mend(office) if line.startswith("secrets")]
