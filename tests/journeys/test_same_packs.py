"""Whole packs come out the same to the byte, wherever, whenever and by whomever they are made."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

DAY = Path(__file__).with_name("office_day.py")
OTHER_PYTHON = os.environ.get("SGDOCS_OTHER_PYTHON", "")  # read before the tests clear it
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}  # ASCII, as it was once
WIDE = {"LC_ALL": "C.UTF-8"}
CLERK = {"USER": "otto", "LOGNAME": "otto", "USERNAME": "otto", "HOME": "/nonexistent/ötto"}


@dataclass(frozen=True)
class Place:
    """Where an office's day is run: settings, wishes, who may read the files, by which Python."""

    settings: Mapping[str, str]
    wishes: tuple[str, ...] = ()
    umask: int = 0o022
    deeper: str = "office"
    python: str = field(default=sys.executable)


LONDON = Place({"TZ": "Europe/London", "PYTHONHASHSEED": "0"} | WIDE)
FAR = Place(
    {"TZ": "Pacific/Fiji", "PYTHONHASHSEED": "1", "SGDOCS_CACHE": "off"} | PLAIN | CLERK,
    ("backwards", "outside"),
    0o077,
    "a folder & ‘more’/office",
)
PLACES = {
    "Fiji, ASCII, another clerk, no cache, from outside": FAR,
    "Fiji, wide": Place({"TZ": "Pacific/Fiji", "PYTHONHASHSEED": "random"} | WIDE, ("backwards",)),
    "London, ASCII, another clerk": Place(
        {"TZ": "Europe/London", "PYTHONHASHSEED": "1"} | PLAIN | CLERK, ("outside",), 0o077
    ),
    "Newfoundland, wide, another clerk, a warm cache": Place(
        {"TZ": "America/St_Johns", "PYTHONHASHSEED": "1"} | WIDE | CLERK, ("twice",), 0o002
    ),
    "Newfoundland, ASCII, no cache": Place(
        {"TZ": "America/St_Johns", "PYTHONHASHSEED": "0", "SGDOCS_CACHE": "off"} | PLAIN,
        ("backwards",),
        deeper="deep/er/office",
    ),
}


def written(at: Path, day: str, place: Place) -> dict[str, bytes]:
    """Work a day as a program of its own, and give every file but the cache and the locks."""
    folder = at / place.deeper
    folder.parent.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [place.python, "-P", str(DAY), str(folder), day, *place.wishes],
        cwd=at,
        env=os.environ | place.settings,
        umask=place.umask,
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    files = (p for p in folder.rglob("*") if p.is_file() and ".sgdocs" not in p.parts)
    named = {str(p.relative_to(folder)): p for p in files if not p.name.endswith("-lock")}
    return {name: path.read_bytes() for name, path in sorted(named.items())}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files that only one has, or that differ."""
    return sorted(n for n in one.keys() | other.keys() if one.get(n) != other.get(n))


def kinds(files: dict[str, bytes]) -> set[str]:
    return {name.rpartition(".")[2] for name in files}


@pytest.mark.slow
def test_a_pack_is_the_same_on_the_far_side_of_the_world(tmp_path: Path) -> None:
    here = written(tmp_path / "here", "short", LONDON)
    assert kinds(here) >= {"docx", "pdf", "eml", "txt", "json", "jsonl"}
    assert differing(here, written(tmp_path / "there", "short", FAR)) == []


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give what a whole day writes in London."""
    files = written(tmp_path_factory.mktemp("home"), "whole", LONDON)
    assert len(files) > 200
    assert kinds(files) >= {"docx", "pdf", "eml", "ics", "xlsx", "csv", "svg", "html", "json"}
    assert any("/publish/final-report.pdf" in name for name in files)
    assert any("_timescale-certificate.pdf" in name for name in files)
    return files


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("place", PLACES)
def test_a_whole_day_is_the_same_everywhere(
    tmp_path: Path, at_home: dict[str, bytes], place: str
) -> None:
    assert differing(at_home, written(tmp_path, "whole", PLACES[place])) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(
    not OTHER_PYTHON, reason="make other-python, and name it in SGDOCS_OTHER_PYTHON"
)
def test_another_python_writes_the_same(tmp_path: Path, at_home: dict[str, bytes]) -> None:
    version = "import sys; print(sys.version_info[:2])"
    asked = [OTHER_PYTHON, "-c", version]
    said = subprocess.run(asked, capture_output=True, check=True, text=True).stdout.strip()
    assert said != str(sys.version_info[:2]), "it is the same Python"
    place = Place({"TZ": "Asia/Kathmandu"} | PLAIN, python=OTHER_PYTHON)
    assert differing(at_home, written(tmp_path, "whole", place)) == []
