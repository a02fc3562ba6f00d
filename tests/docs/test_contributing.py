"""What CONTRIBUTING.md says of rooms and packages is all there is, and no more."""

import re
import tomllib

from docs.pages import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def listed(title: str) -> list[str]:
    """Give the names in the first column of the tables under a heading."""
    (section,) = (s for s in re.split(r"^## ", TEXT, flags=re.M) if s.startswith(f"{title}\n"))
    return re.findall(r"^\| `([^`]+)` \|", section, re.M)


def test_every_room_has_its_line() -> None:
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    rooms = [room for layer in layers for room in layer.split(" | ")]
    assert listed("The floors") == rooms
    there = {p.stem for p in (ROOT / "src" / "sgdocs").iterdir() if not p.stem.startswith("__")}
    assert set(rooms) == there


def test_every_package_says_why_it_is_there() -> None:
    extras = PROJECT["project"]["optional-dependencies"].values()
    needed = [*PROJECT["project"]["dependencies"], *(p for extra in extras for p in extra)]
    names = [re.match(r"[A-Za-z0-9-]+", package)[0] for package in needed]
    assert sorted(listed("What we depend on, and why")) == sorted(names)


def test_the_wheel_holds_the_folders_that_are_named() -> None:
    folders = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    (section,) = (s for s in TEXT.split("\n## ") if s.startswith("Releases\n"))
    assert [f for f in folders if f != "src/sgdocs" and f"`{f}`" not in section] == []
