"""Write down who answered a question, looked at a picture, or signed for the files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import SafetyRefused
from sgdocs.pipeline.knowing import require_known
from sgdocs.pipeline.releasing import weigh
from sgdocs.publications import answers_file, load_checklist, read_answers
from sgdocs.reading import Document, insert_entry, parse, read_file
from sgdocs.standing import Scheduled
from sgdocs.storage import locked, make_folder, write_file

__all__ = ["answer", "look_at", "sign"]

_NEW = "# What people answered and signed before a report is published.\nformat: 1\n"


def answer(path: Path, given: Mapping[str, Any], content: Content) -> Path:
    """Enter an answer to one question of the checklist."""
    require_known(given["question"], load_checklist(content).names, "question")
    return _entered(path, "answers", given, content)


def look_at(path: Path, given: Mapping[str, Any], content: Content) -> Path:
    """Enter that somebody has looked at a picture."""
    return _entered(path, "pictures", given, content)


def sign(
    found: Scheduled, path: Path, given: Mapping[str, Any], key_file: Path | None = None
) -> str:
    """Enter a signature for the files as they are now; refused while anything else is open."""
    weighed = weigh(found, path, key_file)
    if not weighed.to_sign:
        raise SafetyRefused(
            "these files cannot be signed for yet: something else keeps them back.",
            remedy="Run sgdocs release without --sign; it says what.",
        )
    _entered(path, "signatures", {"contents": weighed.contents, **given}, found.content)
    return weighed.contents


def _entered(path: Path, part: str, entry: Mapping[str, Any], content: Content) -> Path:
    file = answers_file(path)
    make_folder(file.parent)
    with locked(file, owner="sgdocs release"):
        document = _read(file)
        text = insert_entry(document, (part,), entry)
        write_file(file, text)
        read_answers(path, load_checklist(content), content)
    return file


def _read(file: Path) -> Document:
    return read_file(file) if file.is_file() else parse(_NEW, name=str(file), kind="yaml")
