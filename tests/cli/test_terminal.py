"""What changes with the terminal: colour, files that are no text, old code pages, closed pipes."""

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.asking import CASE, PROGRAM, Office, program

pytestmark = pytest.mark.slow

AS_OF = ("--as-of", "2026-11-17")
COLOUR = b"\x1b["
full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
terminal = pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals to try it on")


def on_a_terminal(*arguments: str | Path, at: Path, **settings: str) -> tuple[int, bytes, bytes]:
    """Run a command whose standard output is a terminal; errors go elsewhere."""
    ours, theirs = os.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | settings
    with subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        cwd=at,
        env=environment | {"TERM": "xterm-256color"},
        stdout=theirs,
        stderr=subprocess.PIPE,
    ) as running:
        os.close(theirs)
        shown = b"".join(iter(lambda: _some_of(ours), b""))
        assert running.stderr is not None
        errors = running.stderr.read()
    os.close(ours)
    return running.returncode, shown, errors


def _some_of(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end was closed
        return b""


@terminal
@pytest.mark.parametrize("command", [("status",), ("schedule", "SCI-2026-014")], ids=" ".join)
def test_colour_is_for_terminals_whose_user_wants_it(
    office: Office, command: tuple[str, ...]
) -> None:
    office.case()
    _, coloured, _ = on_a_terminal(*command, *AS_OF, at=office.folder)
    assert COLOUR in coloured
    _, plain, _ = on_a_terminal(*command, *AS_OF, at=office.folder, NO_COLOR="1")
    assert COLOUR not in plain
    assert COLOUR not in program(*command, *AS_OF, at=office.folder).data


@terminal
@pytest.mark.parametrize("form", ["xlsx", "pdf"])
def test_what_is_no_text_is_not_thrown_at_a_terminal(office: Office, form: str) -> None:
    office.case()
    code, shown, errors = on_a_terminal(
        "schedule", "SCI-2026-014", "--format", form, at=office.folder
    )
    assert (code, shown) == (2, b"")
    assert b"--output FILE" in errors


@pytest.mark.parametrize(
    "form", [("--json",), ("--format", "xlsx"), ("--format", "table")], ids=" ".join
)
def test_a_reader_that_has_seen_enough_is_no_fault(office: Office, form: tuple[str, ...]) -> None:
    path = office.case()
    with subprocess.Popen(
        [*PROGRAM, "schedule", str(path), *AS_OF, *form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        errors = running.stderr.read()
    assert (running.returncode, errors) == (0, b"")


@full_disk
@pytest.mark.parametrize("form", ["table", "json", "xlsx"])
def test_a_full_disk_is_no_fault_of_ours(office: Office, form: str) -> None:
    path = office.case()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "schedule", str(path), *AS_OF, "--format", form],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 5
    assert b"disk is full" in done.stderr


@terminal
@pytest.mark.parametrize("form", ["table", "json"])
def test_nowhere_to_print_is_no_fault_of_ours(office: Office, form: str) -> None:
    """As a scheduled task or a program without a window starts it."""
    path = office.case()
    shut = "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    command = [sys.executable, "-c", shut, *PROGRAM[1:]]
    done = subprocess.run(
        [*command, "schedule", str(path), *AS_OF, "--format", form],
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode in (0, 5)
    assert b"fault of ours" not in done.stderr


@pytest.mark.parametrize("page", ["cp1252", "ascii", "cp437"])
def test_an_old_code_page_loses_no_letter(office: Office, page: str) -> None:
    text = CASE.replace("Haven Point", "Świętokrzyski")
    path = office.case(text)
    old = {"PYTHONIOENCODING": page, "PYTHONUTF8": "0"}
    said = program("schedule", path, *AS_OF, settings=old)
    assert (said.code, said.err) == (0, "")
    assert "Świętokrzyski Hospital" in said.out
    moved = program("record", "event", path, "panel_notified", "2026-11-12", settings=old)
    assert moved.code == 0
    office.case(text.replace("seriously_harmed", "seriously_harmd"))
    wrong = program("schedule", path, settings=old)
    assert wrong.code == 1
    assert "“" in wrong.err


def test_the_installed_command_is_the_same_program() -> None:
    (entry,) = importlib.metadata.entry_points(group="console_scripts", name="sgdocs")
    script = Path(sys.executable).with_name("sgdocs.exe" if os.name == "nt" else "sgdocs")
    assert entry.value == "sgdocs.cli.main:main"
    said = program("--version", command=(str(script),))
    assert (said.code, said.err) == (0, "")
    assert said.out == program("--version").out


def test_the_workspace_may_be_named_by_a_variable(office: Office, tmp_path: Path) -> None:
    office.case()
    named = {"SGDOCS_WORKSPACE": str(office.folder)}
    said = program("validate", "SCI-2026-014", at=tmp_path, settings=named)
    assert said.out == "1 case(s): nothing to put right.\n"


def test_a_variable_that_names_no_workspace_makes_none(tmp_path: Path) -> None:
    named = {"SGDOCS_WORKSPACE": str(tmp_path / "misspelt")}
    said = program("new", "SCI-2026-014", "--procedure", "nel", at=tmp_path, settings=named)
    assert (said.code, said.out) == (2, "")
    assert not (tmp_path / "misspelt").exists()


def test_the_cache_stays_where_the_variable_says(office: Office, tmp_path: Path) -> None:
    office.case()
    off = {"SGDOCS_CACHE": "off"}
    assert program("schedule", "SCI-2026-014", at=office.folder, settings=off).code == 0
    assert not (office.folder / ".sgdocs").exists()
    elsewhere = {"SGDOCS_CACHE": str(tmp_path / "elsewhere")}
    assert program("schedule", "SCI-2026-014", at=office.folder, settings=elsewhere).code == 0
    assert not (office.folder / ".sgdocs").exists()
    assert list((tmp_path / "elsewhere").iterdir())


def test_the_home_and_temporary_folders_stay_empty(office: Office, tmp_path: Path) -> None:
    office.case()
    away = {name: str(tmp_path / name) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME")}
    for folder in away.values():
        Path(folder).mkdir()
    target = office.folder / "build" / "dates.pdf"
    for command in (
        ("schedule", "SCI-2026-014", *AS_OF, "--format", "pdf", "-o", str(target)),
        ("record", "event", "SCI-2026-014", "panel_notified", "2026-11-12"),
        ("status",),
    ):
        assert program(*command, at=office.folder, settings=away).code in (0, 1)
    assert {name: list(Path(folder).iterdir()) for name, folder in away.items()} == {
        name: [] for name in away
    }
