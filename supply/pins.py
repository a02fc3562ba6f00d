"""The packages that are pinned, and which of them the program needs to run."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

__all__ = ["ROOT", "needed", "pinned"]

ROOT = Path(__file__).parent.parent
_PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[\w.+!]+)")


def pinned() -> Mapping[str, str]:
    """Give the version of every package in constraints.txt, by its plain name."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    found = [_PIN.fullmatch(line) for line in lines if line and not line.startswith("#")]
    assert all(found), "constraints.txt pins every package with =="
    return {canonicalize_name(f["name"]): f["version"] for f in found if f}


def needed(extras: Iterable[str] = ()) -> frozenset[str]:
    """Name everything the program needs to run, and what that needs in turn, as far as pinned."""
    pins = pinned()
    seen: set[tuple[str, str]] = set()
    left = [("sgdocs", extra) for extra in ("", *extras)]
    while left:
        one = left.pop()
        if one not in seen:
            seen.add(one)
            left += [each for each in _below(*one) if each[0] in pins]
    return frozenset(name for name, _ in seen) - {"sgdocs"}


def _below(name: str, extra: str) -> Iterator[tuple[str, str]]:
    """Give what a package asks for, on Linux and on Windows."""
    try:
        wanted = map(Requirement, requires(name) or ())
    except PackageNotFoundError:
        return
    for each in wanted:
        if _applies(each, extra):
            below = canonicalize_name(each.name)
            yield below, ""
            yield from ((below, more) for more in each.extras)


def _applies(wanted: Requirement, extra: str) -> bool:
    places = (("linux", "Linux", "posix"), ("win32", "Windows", "nt"))
    return wanted.marker is None or any(
        wanted.marker.evaluate(
            {
                "extra": extra,
                "python_version": "3.11",
                "python_full_version": "3.11.0",
                "sys_platform": sys_platform,
                "platform_system": system,
                "os_name": os_name,
            }
        )
        for sys_platform, system, os_name in places
    )
