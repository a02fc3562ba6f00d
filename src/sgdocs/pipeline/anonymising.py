"""Mask the texts of a case for publication, and say what a person has to decide about."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sgdocs.anonymise import (
    Masked,
    Masker,
    Style,
    known_of,
    load_lists,
    masker_of,
)
from sgdocs.casefile import Case, CaseRefused, check_shape
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.partnership import Partnership, load_partnership
from sgdocs.procedure import procedure_names
from sgdocs.reading import read_file, require_mapping

__all__ = ["Anonymised", "anonymise_text", "case_masker", "read_text"]

_LARGEST = 16_000_000


@dataclass(frozen=True, slots=True)
class Anonymised:
    """A text, and what was found in it."""

    source: str
    text: str
    masked: Masked


def anonymise_text(case: Path, text: Path, content: Content) -> Anonymised:
    """Mask one text with what a case file knows."""
    given = read_text(text)
    return Anonymised(str(text), given, case_masker(case, content).mask(given))


def case_masker(path: Path, content: Content) -> Masker:
    """Make the masker of a case: its names, its partnership's style, the word lists."""
    case = _case(path, content)
    partnership = _partnership(case, content)
    lists = load_lists(content)
    kept = tuple(_kept(partnership)) if partnership else ()
    known = known_of(case, lists, kept)
    style = Style(partnership.settings.child_style) if partnership else Style()
    return masker_of(known, lists, style)


def _case(path: Path, content: Content) -> Case:
    """Read a case; a date that makes no sense does not keep its names from being masked."""
    document = read_file(path)
    require_mapping(document)
    shaped = check_shape(document, content)
    if shaped.case is None:
        raise CaseRefused(document.name, shaped.findings)
    return shaped.case


def _partnership(case: Case, content: Content) -> Partnership | None:
    known = case.procedure in procedure_names(content)
    return load_partnership(content, case.procedure) if known else None


def _kept(partnership: Partnership) -> Iterator[str]:
    """Give what a published report says of the partnership anyway."""
    yield from (partnership.name, partnership.office.name, partnership.office.email)
    yield from (route.partnership for route in partnership.routes.values())
    yield from partnership.routes
    yield from (c.organisation for c in partnership.contacts if c.organisation)
    yield from (c.partnership for c in partnership.contacts if c.partnership)


def read_text(path: Path) -> str:
    """Read a plain text or Markdown file; nothing in it is run or followed."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _refused(path, "is larger than 16 MB.", "Split it into parts.")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(path, "is no text in UTF-8.", "Save it as plain text (UTF-8).") from None
    except (OSError, ValueError):
        raise _refused(path, "could not be read.", "Check the name.") from None


def _refused(path: Path, what: str, remedy: str) -> InputRefused:
    return InputRefused(what, where=str(path), remedy=remedy)
