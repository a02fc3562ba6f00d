"""Only what is stale is made anew, once, whatever works on it and however often it is stopped."""

import errno
import json
import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from cli.asking import CASE
from pipeline.offices import Workspace, workspace
from sgdocs.errors import InputRefused
from sgdocs.ledger import entries, verify
from sgdocs.storage import noting

THREE = ("SCI-2026-001", "SCI-2026-002", "SCI-2026-003")
LETTER = ("letters", "nel/rr-invite.md")
CHANGED = [(r"\Z", "\n\nPlease telephone us first.\n")]


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    return workspace(tmp_path / "office", *THREE)


def states(office: Workspace, **how: str) -> dict[str, str]:
    return {name: one.state for name, one in office.regenerate(**how).items()}  # type: ignore[arg-type]


def ledgers_are_sound(office: Workspace, built: int) -> None:
    for path in office.cases:
        assert verify(path.parent) == ()
        kinds = [line.entry.kind for line in entries(path.parent)]
        assert kinds.count("built") == built


def test_a_second_run_writes_nothing(office: Workspace) -> None:
    assert set(states(office).values()) == {"made"}
    before = office.state()
    assert set(states(office).values()) == {"fresh"}
    assert office.state() == before
    ledgers_are_sound(office, 1)


def test_days_that_go_by_make_nothing_stale(office: Workspace) -> None:
    office.regenerate()
    assert set(states(office, day="2026-11-12").values()) == {"fresh"}


def test_one_changed_letter_changes_its_papers_and_no_others(office: Workspace) -> None:
    office.regenerate()
    before = office.packs()
    office.own(*LETTER, CHANGED)
    done = office.regenerate()
    assert {(one.made, one.state) for one in done.values()} == {(10, "made")}
    after = office.packs()
    assert before.keys() - {f"{name}/current.json" for name in THREE} <= after.keys()
    for name in (n for n in after if "due-2/" in n and n.endswith(".docx")):
        assert (after[name] == before[name.replace("due-2/", "due/")]) == ("RR-INVITE" not in name)


def test_packs_that_cannot_be_read_back_are_made_all_the_same_and_looked_at_again(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise InputRefused("could not be read.")

    with monkeypatch.context() as patch:
        patch.setattr("sgdocs.pipeline.refreshing.Remembered.note", unreadable)
        assert set(states(office).values()) == {"made"}
    assert set(states(office).values()) == {"fresh"}
    ledgers_are_sound(office, 1)


def test_a_disk_that_gives_a_file_no_more_takes_no_paper_from_a_pack(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise InputRefused("could not be read.") from OSError(errno.EIO, "a fault")

    office.regenerate()
    office.own(*LETTER, CHANGED)
    before = office.packs()
    with monkeypatch.context() as patch:
        patch.setattr("sgdocs.pipeline.building.Keeping.sending", unreadable)
        assert set(states(office).values()) == {"failed"}
    assert office.packs() == before
    assert set(states(office).values()) == {"made"}


def test_a_changed_case_is_made_anew_and_the_others_stay(office: Workspace) -> None:
    office.regenerate()
    office.case(THREE[1], CASE[: CASE.index("\ndispatches")].replace("Haven Point", "Haven Park"))
    assert states(office) == {THREE[0]: "fresh", THREE[1]: "made", THREE[2]: "fresh"}


def test_a_change_that_shows_in_no_paper_writes_nothing(office: Workspace) -> None:
    office.regenerate()
    office.own("procedures", "nel.yaml", [(r"\Z", "# only a note\n")])
    before = office.packs()
    assert set(states(office).values()) == {"same"}
    assert office.packs() == before
    # Found to be the same once, it is not looked at again.
    assert set(states(office).values()) == {"fresh"}


def test_a_file_that_is_gone_comes_back(office: Workspace) -> None:
    office.regenerate()
    lost = next((office.folder / "build").rglob("*RR-INVITE*.docx"))
    data = lost.read_bytes()
    lost.unlink()
    assert sorted(states(office).values()) == ["fresh", "fresh", "made"]
    assert data in office.packs().values()


def test_what_was_sent_is_not_made_again(office: Workspace) -> None:
    office.regenerate()
    name = THREE[0]
    sent = (
        "dispatches:\n  - {artefact: RR-INVITE, to: [review_group, partner_secretaries],"
        " sent: 2026-11-10T09:00}\n"
    )
    office.case(name, CASE[: CASE.index("\ndispatches")] + "\n" + sent)
    office.own(*LETTER, CHANGED)
    before = {n: data for n, data in office.packs().items() if n.startswith(f"{name}/2026")}
    office.regenerate()
    after = office.packs()
    assert not [n for n in after if n.startswith(name) and "due-2/" in n and "RR-INVITE" in n]
    assert {n: after[n] for n in before} == before


def test_one_bad_case_stops_no_other_and_is_told_without_its_content(office: Workspace) -> None:
    path = office.case(THREE[1], CASE.replace("Ottilie Penhaligon", "Ottilie Penhaligon: ["))
    done = office.regenerate()
    assert [done[name].state for name in THREE] == ["made", "failed", "made"]
    assert str(path) in done[THREE[1]].fault
    assert "Ottilie" not in json.dumps([done[THREE[1]].fault, done[THREE[1]].folder])


def test_a_locked_pack_is_not_replaced_by_an_open_one(office: Workspace) -> None:
    office.regenerate()
    manifest = next((office.folder / "build" / THREE[0]).rglob("manifest.json"))
    manifest.write_text(manifest.read_text().replace('"locked": false', '"locked": true'))
    office.own(*LETTER, CHANGED)
    done = office.regenerate()
    assert "password" in done[THREE[0]].fault
    assert done[THREE[1]].state == "made"


@pytest.mark.parametrize("engine", ["processes:2"])
def test_every_engine_gives_the_same_bytes(tmp_path: Path, engine: str) -> None:
    one, other = workspace(tmp_path / "a", *THREE), workspace(tmp_path / "b", *THREE)
    one.regenerate()
    with noting() as noted:
        done = other.regenerate(engine=engine)
    assert noted.changed
    assert {outcome.state for outcome in done.values()} == {"made"}
    assert one.packs() == other.packs()
    ledgers_are_sound(other, 1)


def _stopped_after(office: Workspace, packs: int) -> None:
    """Run in a process of its own, and have it killed when so many packs are in place."""
    os.environ.pop("PYTEST_CURRENT_TEST", None)
    from sgdocs.pipeline import refreshing  # noqa: PLC0415 - in the process to be killed

    real, done = refreshing.putting, 0

    def putting(*args: object) -> object:
        nonlocal done
        if done == packs:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1
        return real(*args)  # type: ignore[arg-type]

    refreshing.putting = putting  # type: ignore[assignment]
    office.regenerate()


def test_a_killed_run_is_gone_on_with(office: Workspace, tmp_path: Path) -> None:
    process = multiprocessing.get_context("spawn").Process(target=_stopped_after, args=(office, 2))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert set(states(office).values()) <= {"fresh", "made"}
    assert set(states(office).values()) == {"fresh"}
    afresh = workspace(tmp_path / "afresh", *THREE)
    afresh.regenerate()
    assert office.packs() == afresh.packs()
    ledgers_are_sound(office, 1)


@pytest.mark.parametrize("text", ["", "[]", '{"format": 1, "made": [], "cases": {"x": 1}}'])
def test_a_note_of_what_is_fresh_is_never_the_truth(office: Workspace, text: str) -> None:
    office.regenerate()
    (office.folder / ".sgdocs" / "fresh.json").write_text(text)
    assert set(states(office).values()) == {"fresh"}
    office.own(*LETTER, CHANGED)
    assert set(states(office).values()) == {"made"}
