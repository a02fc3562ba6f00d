"""The texts of a review: what lies in the case's review folder, and what the case file holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sgdocs.casefile import Case
from sgdocs.checking.places.archive import Archive
from sgdocs.errors import InputRefused
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import REVIEW_BYTES, REVIEW_FILES
from sgdocs.storage import files_below

__all__ = ["FOLDER", "Text", "read_text", "texts_of"]

FOLDER = "review"
_SUFFIXES = (".md", ".txt", ".docx")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NO_PROSE = frozenset({"sign_off", "publication", "month", "id", "links", "approved_on"})


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a review, and where it stands."""

    source: str
    text: str


def texts_of(path: Path, case: Case) -> Iterator[Text]:
    """Give the texts of a case: its review folder first, then the report's fields."""
    folder = path.parent / FOLDER
    files = [file for file in files_below(folder) if file.suffix.lower() in _SUFFIXES]
    for file in files[:REVIEW_FILES]:
        if not file.name.startswith((".", "~$")):
            yield Text(file.relative_to(path.parent).as_posix(), read_text(file))
    yield from _fields(case.get("report", {}), "$.report")


def _fields(part: Any, where: str) -> Iterator[Text]:
    if isinstance(part, str):
        yield Text(where, part)
    elif isinstance(part, list):
        for number, entry in enumerate(part):
            yield from _fields(entry, f"{where}[{number}]")
    elif isinstance(part, Mapping):
        for field, entry in part.items():
            if field not in _NO_PROSE:
                yield from _fields(entry, f"{where}.{field}")


def read_text(path: Path) -> str:
    """Read a plain text, Markdown or Word file; nothing in it is run or followed."""
    try:
        data = read_ordinary(path, REVIEW_BYTES)
    except (OSError, ValueError):
        raise _refused(path, "could not be read.", "Check the name.") from None
    if len(data) > REVIEW_BYTES:
        raise _refused(path, "is larger than 16 MB.", "Split it into parts.")
    if path.suffix.lower() == ".docx":
        return _words_of(data, path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(path, "is no text in UTF-8.", "Save it as plain text (UTF-8).") from None


def _words_of(data: bytes, path: Path) -> str:
    """Give the words of a Word file, a line for each paragraph, with its notes."""
    archive = Archive(data, str(path))
    parts = [archive.main(), *archive.names(r"word/(?:foot|end)notes\.xml")]
    paragraphs = (p for part in parts for p in archive.root(part).iter(f"{_W}p"))
    return "\n\n".join("".join(_runs(paragraph)) for paragraph in paragraphs)


def _runs(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        if element.tag == f"{_W}t":
            yield element.text or ""
        else:
            yield {"tab": "\t", "br": "\n"}.get(element.tag.removeprefix(_W), "-")


def _refused(path: Path, what: str, remedy: str) -> InputRefused:
    return InputRefused(what, where=str(path), remedy=remedy)
