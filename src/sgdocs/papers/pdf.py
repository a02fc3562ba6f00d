"""Set a paper as a PDF that is tagged, lasting, and the same each time."""

import json
import re
from datetime import UTC, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sgdocs.content import Content
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.papers.characters import refuse_unprintable, refuse_unwritable
from sgdocs.papers.fonts import characters_of, font_files
from sgdocs.papers.model import Paper
from sgdocs.papers.settable import settable

if TYPE_CHECKING:
    import typst

__all__ = ["as_pdf"]

_TEMPLATE = "letter.typ"
_LINE = re.compile(r"\.typ:(\d+):")
# The compiler is kept between papers and can set one at a time; the office's window has threads.
_one_at_a_time = Lock()


def as_pdf(paper: Paper, content: Content) -> bytes:
    """Set the paper as PDF/UA-1 and PDF/A-2a."""
    refuse_unwritable(paper)
    fonts = font_files(content)
    refuse_unprintable(paper, _printable(fonts))
    source = content.path("templates", _TEMPLATE)
    made_on = datetime.combine(paper.date, time(), UTC)
    return _set(source, fonts, settable(paper), made_on)


@lru_cache(maxsize=4)
def _printable(fonts: tuple[Path, ...]) -> frozenset[int]:
    return frozenset().union(*map(characters_of, fonts))


def _set(
    source: Path, fonts: tuple[Path, ...], data: dict[str, object], made_on: datetime
) -> bytes:
    import typst  # noqa: PLC0415 - 30 ms and 50 MB, and only a PDF needs it

    inputs = {"paper": json.dumps(data, ensure_ascii=False)}
    with _one_at_a_time:
        try:
            made = _compiler(source.parent, fonts).compile(
                input=source.read_bytes(),
                format="pdf",
                pdf_standards=["ua-1", "a-2a"],
                sys_inputs=inputs,
                timestamp=made_on,
            )
        except typst.TypstError as error:
            raise _not_set(source, error.diagnostic) from None
    if not isinstance(made, bytes):
        raise SgdocsError("the typesetter gave no PDF.")
    return made


@lru_cache(maxsize=2)
def _compiler(root: Path, fonts: tuple[Path, ...]) -> "typst.Compiler":
    import typst  # noqa: PLC0415 - see above

    # Never the computer's own fonts: a paper must come out alike everywhere.
    book = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({font.parent for font in fonts}),
    )
    return typst.Compiler(root=root, font_paths=book)


def _not_set(source: Path, diagnostic: str) -> InputRefused:
    """Say where, and leave out the typesetter's own words: they may quote the paper."""
    found = _LINE.search(diagnostic)
    line = f":{found[1]}" if found else ""
    return InputRefused(
        "the PDF could not be set by this template.",
        where=f"{source}{line}",
        remedy="Check that headings do not skip a level, or put the template back that came "
        "with the program.",
    )
