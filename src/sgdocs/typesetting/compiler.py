"""Set a template with its data as PDF/UA-1, mostly PDF/A-2a too, the same bytes each time."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sgdocs.content import Content
from sgdocs.errors import InputRefused, SgdocsError
from sgdocs.typesetting.fonts import font_folder

if TYPE_CHECKING:
    import typst

__all__ = ["Sheet", "as_png", "typeset"]

_DOTS_PER_INCH = 200
_LINE = re.compile(r"\.typ:(\d+):")
# The compiler is kept between papers and can set one at a time; the office's window has threads.
_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is set: a template's name, its data as JSON text, the day it bears, and if it lasts."""

    template: str
    data: str
    made_on: date
    lasting: bool = True
    """PDF/A-2a as well as PDF/UA-1."""


def typeset(sheet: Sheet, content: Content) -> bytes:
    """Set a sheet; the template finds its data under `sys.inputs.data`."""
    made_on = datetime.combine(sheet.made_on, time(), UTC)
    standards = ["ua-1", "a-2a"] if sheet.lasting else ["ua-1"]
    how = {"pdf_standards": standards, "timestamp": made_on, "format": "pdf"}
    return _compiled(sheet, content, how)


def as_png(sheet: Sheet, content: Content) -> bytes:
    """Set a sheet of one page as a picture of dots, for programs that take no other."""
    return _compiled(sheet, content, {"format": "png", "ppi": _DOTS_PER_INCH})


def _compiled(sheet: Sheet, content: Content, how: Mapping[str, Any]) -> bytes:
    import typst  # noqa: PLC0415 - 30 ms and 50 MB, and only a PDF needs it

    source = content.path("templates", sheet.template)
    with _one_at_a_time:
        try:
            made = _compiler(source.parent, font_folder(content)).compile(
                input=str(source), sys_inputs={"data": sheet.data}, **how
            )
        except typst.TypstError as error:
            raise _not_set(source, error.diagnostic) from None
    if not isinstance(made, bytes):
        raise SgdocsError("the typesetter gave no page.")
    return made


@lru_cache(maxsize=4)
def _compiler(root: Path, fonts: tuple[Path, ...]) -> "typst.Compiler":
    import typst  # noqa: PLC0415 - see above

    # Never the computer's own fonts: a paper must come out alike everywhere.
    book = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts)
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
