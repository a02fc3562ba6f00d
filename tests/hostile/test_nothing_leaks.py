"""A name planted in a case is found nowhere but among the cases, whatever goes wrong."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.asking import CASE, Office, Said
from cli.filling import leaks
from hostile.attacks import CANARY, REFERENCE
from sgdocs.cli.main import _COMMANDS
from sgdocs.storage import disk

PLANTED = CASE.replace("Ottilie Penhaligon", f"{CANARY}").replace(
    "harm: seriously_harmed",
    "harm: seriously_harmed\n    nhs_number: 999 123 4578\n    date_of_birth: 2016-07-14\n"
    "    addresses:\n      - {lines: [Qzcanary Cottage], postcode: ZZ9 9QZ}",
)
DAY = ("--as-of", "2026-11-11T12:00")
COMMANDS = {
    "validate": (REFERENCE,),
    "schedule": (REFERENCE, *DAY),
    "record": ("event", REFERENCE, "panel_notified", "2026-11-12", "--note", CANARY),
    "receive": (REFERENCE, "form.docx", "--accept"),
    "enclose": (REFERENCE, "hospital", "form.docx", "--title", "Chronology"),
    "calls": (REFERENCE, *DAY, "-o", "calls.csv"),
    "status": DAY,
    "build": (REFERENCE, *DAY, "--only", "SCSI-5", "--again", "--contents", "word"),
    "plan": (REFERENCE, *DAY),
    "regenerate": (REFERENCE, *DAY),
    "check": ("letters/rr-invite.md",),
    "anonymise": (REFERENCE, *DAY, "--text", "form.docx"),
    "certificate": (REFERENCE, *DAY),
    "export": (*DAY, "-o", "year.json"),
    "dispose": ("--list", *DAY, "-o", "list.yaml"),
    "verify": (REFERENCE,),
    "sign": ("form.docx", "--verify"),
    "release": (REFERENCE, *DAY),
    "upgrade": (REFERENCE,),
    "doctor": (),
    "init": (".", "--procedure", "nel"),
    "new": (f"{REFERENCE}",),
    "users": ("../users.yaml", "somebody"),
    "serve": ("nowhere",),
    "demo": ("cases",),
    "encrypt": (REFERENCE, "--key-file", "form.docx"),
    "decrypt": (REFERENCE, "--key-file", "form.docx"),
}


@pytest.fixture
def planted(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Give a workspace whose one case names the canary; its cache lies in it."""
    office.case(PLANTED)
    (office.folder / "form.docx").write_bytes(f"not Word, but {CANARY}".encode())
    monkeypatch.setenv("SGDOCS_CACHE", str(office.folder / "cache"))
    return office


def test_every_command_is_here() -> None:
    assert set(COMMANDS) == set(_COMMANDS)


def refused(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, f"no space left for {CANARY}", f"/{CANARY}")


def stopped(*_: object, **__: object) -> None:
    raise KeyboardInterrupt(CANARY)


def at_fault(*_: object, **__: object) -> None:
    raise ValueError(f"the child is {CANARY}")


def unbound(*_: object, **__: object) -> None:
    raise MemoryError(CANARY)


def as_it_is(_: pytest.MonkeyPatch, office: Office) -> None:
    assert office.folder.is_dir()


def missing(_: pytest.MonkeyPatch, office: Office) -> None:
    (office.folder / "cases" / REFERENCE / "case.yaml").unlink()


def torn(_: pytest.MonkeyPatch, office: Office) -> None:
    office.case(f"{PLANTED}\nnotes: [{CANARY}, &a\n")


def wrong(_: pytest.MonkeyPatch, office: Office) -> None:
    office.case(PLANTED.replace("harm: seriously_harmed", f"harm: {CANARY}\n    {CANARY}: 1"))


def broken_letter(_: pytest.MonkeyPatch, office: Office) -> None:
    (office.folder / "letters" / "rr-invite.md").write_text(f"{{{{ {CANARY} }}}}")
    (office.folder / "procedures" / "nel.yaml").write_text(f"id: [{CANARY}\n")


def full_disk(patch: pytest.MonkeyPatch, _: Office) -> None:
    for name in ("mkdir", "create", "replace", "append"):
        if hasattr(disk.Disk, name):
            patch.setattr(disk.Disk, name, refused)


def interrupted(patch: pytest.MonkeyPatch, _: Office) -> None:
    patch.setattr("sgdocs.reading.document._bytes_of", stopped)


def our_fault(patch: pytest.MonkeyPatch, _: Office) -> None:
    patch.setenv("SGDOCS_DEBUG", "1")
    patch.setattr("sgdocs.reading.document._bytes_of", at_fault)


def no_memory(patch: pytest.MonkeyPatch, _: Office) -> None:
    patch.setattr("sgdocs.reading.document._bytes_of", unbound)


TROUBLES = (
    as_it_is,
    missing,
    torn,
    wrong,
    broken_letter,
    full_disk,
    interrupted,
    our_fault,
    no_memory,
)
Trouble = Callable[[pytest.MonkeyPatch, Office], None]
SLOW = frozenset({"demo", "check", "build", "regenerate", "certificate", "plan", "release"})


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_no_command_tells_whatever_goes_wrong(
    trouble: Trouble, planted: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble(monkeypatch, planted)
    for command in set(COMMANDS) - SLOW:
        quiet(planted, command)


@pytest.mark.slow
@pytest.mark.parametrize("command", sorted(SLOW))
@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_no_longer_command_tells_either(
    trouble: Trouble, command: str, planted: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble(monkeypatch, planted)
    quiet(planted, command)


def quiet(office: Office, command: str) -> Said:
    """Run a command; neither its words nor any file outside the cases may tell."""
    said = office.run(command, *COMMANDS[command])
    assert said.code in (0, 1, 2, 3, 4, 5, 6, 70, 130), (command, said.err)
    assert "Traceback" not in said.out + said.err
    assert leaks(said.out + said.err, short_names=False) == [], (command, said.err)
    for place in office.folder.rglob("*"):
        inside = place.relative_to(office.folder)
        assert leaks(str(inside)) == [], command
        own = inside.parts[0] in ("cases", "build") or place.name == "form.docx"
        if place.is_file() and not own and "broken" not in command:
            text = place.read_bytes().decode("latin-1")
            planted_there = inside.as_posix() in ("letters/rr-invite.md", "procedures/nel.yaml")
            assert planted_there or leaks(text) == [], (command, inside)
    return said


def test_a_ledger_holds_no_name(planted: Office) -> None:
    said = planted.run("record", *COMMANDS["record"])
    assert said.code == 0, said.err
    lines = (planted.folder / "cases" / REFERENCE / "ledger.jsonl").read_text()
    assert len(lines) > 100
    assert leaks(lines) == []


CHILDREN = """\
import os, subprocess, sys
seen = open({log!r}, "a")
real = subprocess.Popen.__init__
def noted(self, args, *rest, **how):
    print(args, how.get("env") or dict(os.environ), file=seen, flush=True)
    real(self, args, *rest, **how)
subprocess.Popen.__init__ = noted
from sgdocs.cli.main import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a broken pipe and limits are another matter")
def test_programs_begun_for_a_file_are_told_no_name(planted: Office, tmp_path: Path) -> None:
    log = tmp_path / "begun.txt"
    command = [sys.executable, "-c", CHILDREN.format(log=str(log)), "receive", *COMMANDS["receive"]]
    done = subprocess.run(command, cwd=planted.folder, capture_output=True, check=False)
    assert done.returncode == 3, done.stderr
    begun = log.read_text()
    assert "sgdocs" in begun
    assert leaks(begun) == []


@pytest.mark.skipif(not Path("/proc").exists(), reason="no /proc says what a program may leave")
def test_a_crash_leaves_no_core_behind() -> None:
    looked = (
        "import resource, sys, faulthandler\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (4096, resource.RLIM_INFINITY))\n"
        "from sgdocs.cli import main as m\n"
        "try: m.main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], faulthandler.is_enabled())\n"
    )
    done = subprocess.run([sys.executable, "-c", looked], capture_output=True, check=True)
    assert done.stdout.decode().split()[-2:] == ["0", "False"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_who_stops_listening_hears_no_name(planted: Office) -> None:
    program = f"{sys.executable} -P -c 'from sgdocs.cli.main import main; main()'"
    line = f"{program} validate {REFERENCE} --json 2>err.txt | head -c 1 >out.txt"
    subprocess.run(["/bin/sh", "-c", line], cwd=planted.folder, check=False, env=os.environ)
    said = (planted.folder / "err.txt").read_text() + (planted.folder / "out.txt").read_text()
    assert leaks(said) == []
    assert "Traceback" not in said
