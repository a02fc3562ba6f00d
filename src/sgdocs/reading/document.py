"""A YAML or JSON file read into plain data that knows where each part of it stands."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, Literal

from sgdocs.opening.limits import DATA_BYTES
from sgdocs.reading.characters import BOM, decoded, spoken, unwanted
from sgdocs.reading.jsonfile import read_json
from sgdocs.reading.jsonquick import IN_DOUBT, read_json_quickly
from sgdocs.reading.places import Place, Spot, line_starts, nearest, place_at, spots
from sgdocs.reading.problems import Problem, ReadingRefused, refusal

__all__ = ["Document", "Kind", "kind_of", "parse", "read_file", "read_words", "require_mapping"]

Kind = Literal["yaml", "json"]

_KINDS: dict[str, Kind] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_TOO_LARGE = Problem(
    0,
    0,
    f"The file is larger than {DATA_BYTES // 1_000_000} MB.",
    "Check that it is the right file; split it if it is.",
)
# Windows says 1921 where a chain of links leads back to itself; elsewhere it is ELOOP.
_WINDOWS_LINK_LOOP = 1921


# Without slots, so that the places are found once, and only when somebody asks.
@dataclass(frozen=True)
class Document:
    """What a file holds: `data` is plain, `text` is exactly what was read."""

    data: Any
    name: str
    kind: Kind
    text: str

    def place(self, steps: Sequence[str | int], *, key: bool = False) -> Place:
        """Find the value at a path, or its key; the nearest part above it when there is none."""
        spot = nearest(self._spots, steps)
        return place_at(spot.key if key else spot.start, self._lines)

    @property
    def body(self) -> str:
        """Give the text without the byte order mark that Windows puts first."""
        return self.text.removeprefix(BOM)

    @cached_property
    def _spots(self) -> Spot:
        return spots(*_read_slowly(self.body, self.name, self.kind))

    @cached_property
    def _lines(self) -> list[int]:
        return line_starts(self.body)


def read_file(path: Path, *, name: str | None = None) -> Document:
    """Read a .yaml, .yml or .json file."""
    called = spoken(str(path) if name is None else name)
    kind = kind_of(path, called)
    return parse(_bytes_of(path, called), name=called, kind=kind)


def read_words(path: Path, *, name: str | None = None) -> str:
    """Read a file of words, such as a letter, as it was typed; its line ends are all the same."""
    called = spoken(str(path) if name is None else name)
    data = _bytes_of(path, called)
    if len(data) > DATA_BYTES:
        raise refusal(called, [_TOO_LARGE])
    words = decoded(data, called).removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    if problems := unwanted(words, yaml=False):
        raise refusal(called, problems)
    return words


def parse(text: bytes | str, *, name: str, kind: Kind) -> Document:
    """Read a text that calls itself `name`."""
    called = spoken(name)
    if _size(text) > DATA_BYTES:
        raise refusal(called, [_TOO_LARGE])
    whole = decoded(text, called) if isinstance(text, bytes) else text
    body = whole.removeprefix(BOM)
    if problems := unwanted(body, yaml=kind == "yaml"):
        raise refusal(called, problems)
    data = read_json_quickly(body) if kind == "json" else IN_DOUBT
    if data is IN_DOUBT:
        data, _ = _read_slowly(body, called, kind)
    return Document(data, called, kind, whole)


def kind_of(path: Path, name: str) -> Kind:
    """Tell from the end of a file's name how to read it."""
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        message = "This is not a file that can be read here."
        raise refusal(name, [Problem(0, 0, message, "Its name must end in .yaml, .yml or .json.")])
    return kind


def require_mapping(document: Document) -> dict[str, Any]:
    """Give the data where it is made of named entries, and refuse a list or a single value."""
    if isinstance(document.data, dict):
        return document.data
    place = document.place(())
    message = "The file must be made of named entries, written “name: value”."
    remedy = "Compare it with an example, or with a file that is right."
    raise refusal(document.name, [Problem(place.line, place.column, message, remedy)])


def _size(text: bytes | str) -> int:
    return len(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)


def _read_slowly(body: str, name: str, kind: Kind) -> tuple[Any, list[int]]:
    if kind == "json":
        return read_json(body, name)
    # PyYAML takes some 15 ms to import, and a JSON file does not need it.
    from sgdocs.reading.yamlfile import read_yaml  # noqa: PLC0415 - see the line above

    return read_yaml(body, name)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if not S_ISREG(mode):
            raise _not_a_file(name, directory=S_ISDIR(mode))
        with path.open("rb") as file:
            return file.read(DATA_BYTES + 1)
    # A name that no file can have is a ValueError.
    except (OSError, ValueError) as error:
        raise _unreadable(error, name) from None


def _not_a_file(name: str, *, directory: bool) -> ReadingRefused:
    what = "This is a folder, not a file." if directory else "This is not an ordinary file."
    return refusal(name, [Problem(0, 0, what, "Name a file.")])


def _unreadable(error: OSError | ValueError, name: str) -> ReadingRefused:
    looping = getattr(error, "winerror", None) == _WINDOWS_LINK_LOOP
    if looping or getattr(error, "errno", None) == errno.ELOOP:
        what = ("This name is a link that leads back to itself.", "Name the file it stands for.")
    elif isinstance(error, (FileNotFoundError, NotADirectoryError)):
        what = ("There is no such file.", "Check the name and the folder.")
    elif isinstance(error, PermissionError):
        what = ("You may not read this file, or another program has it open.", _ASK)
    else:
        what = ("The file could not be read.", "Check the name, and that the disk is connected.")
    return refusal(name, [Problem(0, 0, *what)])


_ASK = "Close it in other programs; if that does not help, ask whoever looks after the folder."
