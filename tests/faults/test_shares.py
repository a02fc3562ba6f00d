"""Network shares as far as they can be played: without locks or links, slow, and held by others."""

import errno
import fcntl
import os
import threading
from pathlib import Path

import pytest

from cli.asking import Office, sgdocs
from faults.driver import essence, leftovers
from faults.injecting import Plan, armed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="plays a share on another system")

REF = "SCI-2026-014"
BUILD = ("build", REF, "--only", "SCHEDULE", "--as-of", "2026-11-12")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    folder = tmp_path / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    Office(folder).case()
    return Office(folder)


def recorded(office: Office, what: str) -> None:
    said = office.run("record", "call", REF, "other", "--at", "2026-11-12", "--outcome", what)
    assert said.code == 0, said.err


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_share_without_locks_or_links_holds_a_case_all_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    def linkless(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(fcntl, "flock", refused)
    monkeypatch.setattr(fcntl, "lockf", refused)
    monkeypatch.setattr(os, "link", linkless)
    recorded(office, "One")
    assert office.run(*BUILD).code == 0
    recorded(office, "Two")
    assert office.run("verify", REF).code == 0
    assert leftovers(office.folder) == []
    left = [p.name for p in (office.folder / "cases" / REF).iterdir() if p.name.endswith("-soft")]
    assert left == [], "a lock made of a file's existence goes with its holder"


def test_without_links_a_record_whose_ledger_fails_is_taken_back(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def linkless(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    recorded(office, "One")
    monkeypatch.setattr(os, "link", linkless)
    before = essence(office.folder)
    counting = Plan((str(office.folder),))
    with armed(counting):
        recorded(office, "Two")
    (at,) = [
        number
        for number, call in enumerate(counting.calls)
        if call.what == "write" and call.path.endswith("ledger.jsonl")
    ]
    again = essence(office.folder)
    failing = Plan((str(office.folder),), at, errno.EIO)
    with armed(failing):
        said = office.run("record", "call", REF, "other", "--at", "2026-11-12", "--outcome", "Thr")
    assert said.code == 5, said.err
    assert before != again == essence(office.folder)


def test_renaming_that_takes_long_is_waited_for_and_seen_by_nobody_half_done(
    office: Office,
) -> None:
    recorded(office, "One")
    path = office.folder / "cases" / REF / "case.yaml"
    seen: set[bytes] = set()
    ready = threading.Event()

    def slowly(what: str) -> None:
        if what in ("rename", "exchange"):
            seen.add(path.read_bytes())
            ready.wait(0.02)

    old = path.read_bytes()
    with armed(Plan((str(office.folder),), slow=slowly)):
        recorded(office, "Two")
        assert office.run(*BUILD).code == 0
    assert old in seen
    assert seen <= {old, path.read_bytes()}
    assert office.run("verify", REF).code == 0
