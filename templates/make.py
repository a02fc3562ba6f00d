"""Make the Word templates of their sources, or say which are stale: make.py [--check] [folder]."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from making.making import make

from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.papers import read_members

HERE = Path(__file__).parent


def templates(folder: Path) -> Iterator[tuple[Path, bytes | SgdocsError]]:
    """Give each template's place and its bytes, or why it cannot be made."""
    sources = folder / "sources"
    for path in sorted(sources.rglob("*.md")):
        name = path.relative_to(sources)
        try:
            made: bytes | SgdocsError = make(path, f"templates/sources/{name.as_posix()}")
        except SgdocsError as error:
            made = error
        yield folder / name.with_suffix(".docx"), made


def main(arguments: list[str]) -> int:
    """Write the templates; with --check, write nothing and name those that are not up to date."""
    checking = "--check" in arguments
    folder = next((Path(one) for one in arguments if one != "--check"), HERE)
    made = dict(templates(folder))
    refusals = [str(why) for why in made.values() if isinstance(why, SgdocsError)]
    orphans = [f"{path.relative_to(folder)} has no source" for path in _orphans(folder, made)]
    stale = [path for path, data in made.items() if isinstance(data, bytes) and _old(path, data)]
    for path in () if checking else stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[path])  # type: ignore[arg-type]
    said = "is stale" if checking else "is written"
    lines = (*refusals, *orphans, *(f"{path.relative_to(folder)} {said}" for path in stale))
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return int(bool(refusals or orphans or (checking and stale)))


def _old(path: Path, data: bytes) -> bool:
    """Say whether a file holds something else; another zlib may pack the same words differently."""
    return not path.exists() or _members(path.read_bytes()) != _members(data)


def _members(data: bytes) -> list[tuple[str, bytes]]:
    try:
        return [(member.name, member.content()) for member in read_members(data, "")]
    except InputRefused:
        return []


def _orphans(folder: Path, made: Mapping[Path, object]) -> list[Path]:
    kept = folder / "letterhead"
    return [p for p in sorted(folder.rglob("*.docx")) if p not in made and kept not in p.parents]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
