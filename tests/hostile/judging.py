"""The one judge of every attack: its words, its end, and that nothing was left behind."""

import re
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cli.asking import CASE, Office, Said
from cli.filling import leaks
from hostile.attacks import REFERENCE, Attack

__all__ = ["MEMORY", "SECONDS", "Measured", "judge", "laid_out", "measured", "tree"]

SECONDS = 10
MEMORY = 400_000_000
ADDRESS_SPACE = 1_500_000_000
_LINES = 10
_DOCUMENTED = frozenset({0, 1, 2, 3, 4, 5, 6})
_LAUNCH = """\
import json, os, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({space}, {space}))
told = int(sys.argv.pop(1))
from sgdocs.cli.main import main
try:
    main()
finally:
    with open("/proc/self/status") as status:
        own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    os.write(told, str(own * 1024).encode())
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command said as a program of its own, and what it took."""

    said: Said
    seconds: float
    memory: int
    outside: tuple[str, ...]
    """What it left in its home and in the system's folder for temporary files."""


def laid_out(office: Office, attack: Attack) -> None:
    """Put the files into the workspace."""
    if attack.plain_case:
        office.case(CASE, REFERENCE)
    for name, make in attack.files.items():
        place = office.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(make())


def tree(folder: Path) -> Mapping[str, str]:
    """Give what lies in a folder: each name with a hash of what it holds."""
    return {
        str(place.relative_to(folder)): sha256(place.read_bytes()).hexdigest()
        if place.is_file()
        else "folder"
        for place in sorted(folder.rglob("*"))
    }


def judge(attack: Attack, said: Said, before: Mapping[str, str], folder: Path) -> None:
    """Hold what was said and left to what is promised of every file."""
    words = said.out + said.err
    assert said.code in attack.codes, (said.code, words[:2000])
    assert said.code in _DOCUMENTED
    assert "Traceback" not in words
    assert leaks(words) == [], words[:2000]
    assert attack.says in words, words[:2000]
    assert len(words.splitlines()) <= _LINES, words[:2000]
    assert len(words) < 4_000, words[:2000]
    if attack.named:
        assert attack.named in words, words[:2000]
    assert _advises(words), words[:2000]
    assert tree(folder) == before


def _advises(words: str) -> bool:
    """Say whether a sentence says what to do: more than what is wrong is written."""
    return len(re.findall(r"[.:;] \S", words)) > 1


def _launcher(told: int) -> tuple[str, ...]:
    return sys.executable, "-P", "-c", _LAUNCH.format(space=ADDRESS_SPACE), str(told)


def measured(attack: Attack, office: Office, nowhere: Path) -> Measured:
    """Run the command as a program of its own, within its limits, and say what it took."""
    home, temporary = nowhere / "home", nowhere / "tmp"
    home.mkdir(parents=True)
    temporary.mkdir()
    place = {"HOME": str(home), "TMPDIR": str(temporary), "PATH": "/usr/bin:/bin"}
    told = nowhere / "memory"
    with told.open("wb") as note:
        started = time.monotonic()
        done = subprocess.run(
            [*_launcher(note.fileno()), *attack.command],
            cwd=office.folder,
            env={**place, "SGDOCS_CACHE": "off", "NO_COLOR": "1"},
            capture_output=True,
            pass_fds=[note.fileno()],
            timeout=6 * SECONDS,
            check=False,
        )
        seconds = time.monotonic() - started
    said = Said(done.returncode, done.stdout, done.stderr.decode())
    left = tuple(str(p.relative_to(nowhere)) for d in (home, temporary) for p in d.rglob("*"))
    return Measured(said, seconds, int(told.read_text() or "0"), left)
