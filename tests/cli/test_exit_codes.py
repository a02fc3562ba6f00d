"""Each exit code that other programs rely on, brought about by what really happens in an office."""

import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

import sgdocs as package
from cli.asking import CASE, PROGRAM, Office, Said, program, sgdocs

HOLD = """
import sys
from pathlib import Path
from sgdocs.storage import locked
with locked(Path(sys.argv[1]), owner="sgdocs record"):
    print("held", flush=True)
    sys.stdin.read()
"""


def refused(said: Said, code: int) -> str:
    """Insist on a refusal: its code, nothing on standard output, plain words on the other."""
    assert (said.code, said.out) == (code, ""), said.err
    assert "Traceback" not in said.err
    return said.err


def test_0_nothing_to_put_right(office: Office) -> None:
    office.case()
    said = office.run("validate", "SCI-2026-014")
    assert (said.code, said.err) == (0, "")
    assert said.out == "1 case(s): nothing to put right.\n"


def test_1_a_case_with_findings(office: Office) -> None:
    path = office.case(CASE.replace("harm: seriously_harmed", "harm: seriously_harmd"))
    said = office.run("validate", "SCI-2026-014")
    assert (said.code, said.err) == (1, "")
    assert f"{path}:10:" in said.out
    assert "$.children[0].harm" in said.out
    assert "Did you mean “seriously_harmed”?" in said.out


def test_1_a_schedule_of_a_case_with_findings(office: Office) -> None:
    office.case(CASE.replace("harm: seriously_harmed", "harm: seriously_harmd"))
    said = office.run("schedule", "SCI-2026-014")
    assert "$.children[0].harm" in refused(said, 1)


def test_2_asked_for_something_it_does_not_do(office: Office) -> None:
    office.case()
    said = office.run("schedule", "SCI-2026-014", "--what-if", "panel_notified")
    assert "EVENT=DATE" in refused(said, 2)


@pytest.mark.parametrize("command", ["validate", "schedule", "upgrade"])
def test_3_a_case_that_is_not_there(office: Office, command: str) -> None:
    said = refused(office.run(command, "SCI-2026-099"), 3)
    assert "SCI-2026-099: there is no case file here." in said


@pytest.mark.parametrize("command", ["validate", "schedule", "upgrade"])
def test_3_a_file_that_cannot_be_read(office: Office, command: str) -> None:
    path = office.case(CASE.replace("referral: {", "referral: {{"))
    assert str(path) in refused(office.run(command, "SCI-2026-014"), 3)


def test_3_a_name_longer_than_any_file_can_have(office: Office) -> None:
    refused(office.run("validate", "A" * 400), 3)


def test_4_an_older_copy_would_be_written_over(office: Office) -> None:
    path = office.case('schema_version: "0.9"\n')
    kept = path.with_name("case.v0.9.yaml")
    kept.write_text("an older copy\n")
    assert str(kept) in refused(office.run("upgrade", "SCI-2026-014"), 4)
    assert kept.read_text() == "an older copy\n"
    assert path.read_text() == 'schema_version: "0.9"\n'


def test_5_a_place_that_cannot_be_written(office: Office, tmp_path: Path) -> None:
    office.case()
    (tmp_path / "a-file").write_text("in the way\n")
    target = tmp_path / "a-file" / "schedule.csv"
    said = office.run("schedule", "SCI-2026-014", "--format", "csv", "-o", target)
    assert str(target) in refused(said, 5)


def test_5_a_workspace_where_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("in the way\n")
    refused(sgdocs("init", tmp_path / "a-file" / "office", "--procedure", "nel"), 5)


def test_5_a_case_where_a_file_is_in_the_way(office: Office) -> None:
    (office.folder / "cases").rmdir()
    (office.folder / "cases").write_text("in the way\n")
    refused(office.run("new", "SCI-2026-014"), 5)


@pytest.mark.slow
def test_6_somebody_else_holds_the_case(office: Office) -> None:
    path = office.case()
    event = ("record", "event", path, "panel_notified", "2026-11-12")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdout.readline()
        with subprocess.Popen(
            [*PROGRAM, *map(str, event)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as stopped:
            said = refused(sgdocs(*event), 6)
            waited = stopped.wait(timeout=30)
        holder.stdin.close()
    assert waited == 6
    assert f"“sgdocs record” (process {holder.pid} on" in said
    assert path.read_text() == CASE


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one program alone")
def test_130_stopped_from_the_keyboard_while_waiting(office: Office) -> None:
    path = office.case()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdout.readline()
        command = [*PROGRAM, "record", "event", str(path), "panel_notified", "2026-11-12"]
        with subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # A shell that runs the tests in the background has them ignore this signal.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        ) as waiting:
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(timeout=1.5)
            waiting.send_signal(signal.SIGINT)
            out, err = waiting.communicate(timeout=30)
        holder.stdin.close()
    assert (waiting.returncode, out) == (130, b"")
    assert err.strip() == b"Stopped; nothing was left half done."
    assert path.read_text() == CASE


def broken_install(folder: Path) -> dict[str, str]:
    """Copy the package alone, as an interrupted installation would leave it."""
    target = folder / "place" / "src" / "sgdocs"
    source = Path(package.__file__).parent
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "_content"))
    return {"PYTHONPATH": str(target.parent)}


def test_70_an_installation_without_its_data_files(tmp_path: Path) -> None:
    settings = broken_install(tmp_path)
    said = program("init", "office", "--procedure", "nel", at=tmp_path, settings=settings)
    assert "its installation is incomplete. Install sgdocs again." in refused(said, 70)
    assert not (tmp_path / "office").exists()


def test_70_a_fault_of_ours_shows_no_traceback(tmp_path: Path) -> None:
    settings = broken_install(tmp_path)
    (tmp_path / "place" / "src" / "sgdocs" / "cli" / "doctor.py").unlink()
    said = refused(program("doctor", at=tmp_path, settings=settings), 70)
    assert said.startswith("sgdocs: a fault of ours (ModuleNotFoundError)")
    assert ".py" not in said
    shown = program("doctor", at=tmp_path, settings=settings | {"SGDOCS_DEBUG": "1"})
    assert "main.py:" in refused(shown, 70)


def at_fault(*_: object) -> None:
    raise ValueError("a name")


def test_70_says_no_more_than_is_so_of_what_was_written(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.case()
    words = ("record", "event", path, "panel_notified", "2026-11-12")
    with monkeypatch.context() as before:
        before.setattr("sgdocs.pipeline.rewriting.compare", at_fault)
        said = office.run(*words)
    assert "(ValueError); nothing was written." in said.err
    assert (said.code, path.read_text()) == (70, CASE)
    monkeypatch.setattr("sgdocs.cli.recorded.in_words", at_fault)
    said = office.run(*words)
    assert said.code == 70
    assert "nothing was written" not in said.err
    assert "what was done before it may stand, each file whole" in said.err
    assert "panel_notified" in path.read_text()


def test_130_stopped_once_it_waits_for_nothing_when_stopped_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    found: list[object] = []
    monkeypatch.setattr("sgdocs.cli.main.end_quietly", lambda: found.append("quiet"))
    path = office.case()
    assert office.run("validate", path).code == 0
    assert found == []
    monkeypatch.setattr("sgdocs.reading.document._bytes_of", stopped)
    said = office.run("validate", path)
    assert (said.code, said.err.strip()) == (130, "Stopped; nothing was left half done.")
    assert found == ["quiet"]
