"""Lines of text set in a width: wrapped, hung under their first words, side by side, coloured."""

import re
from itertools import zip_longest
from textwrap import wrap

from sgdocs.schedule import Status

__all__ = ["NARROWEST", "WIDE", "beside", "hung", "painted"]

NARROWEST = 40
WIDE = 110

_TIED = "\u00a0"
# A date, and a step with its name, are read at a glance only when they stay on one line.
_TOGETHER = re.compile(r"(?:[A-Z][a-z]+ )?\d{1,2} [A-Z][a-z]+ \d{4}|\bstep [\w-]+$")
_INK = {"red": "\x1b[1;31m", "amber": "\x1b[33m", "green": "\x1b[32m"}
_PLAIN = "\x1b[0m"


def hung(lead: str, text: str, width: int) -> list[str]:
    """Wrap text behind a lead, with the further lines under the first word."""
    lines = wrap(
        _TOGETHER.sub(lambda found: found[0].replace(" ", _TIED), text),
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_on_hyphens=False,  # a form number stays in one piece
    )
    return [line.replace(_TIED, " ") for line in lines] or [lead.rstrip()]


def beside(left: list[str], right: list[str], column: int) -> list[str]:
    """Set two columns of lines side by side, the right one from a column on."""
    pairs = zip_longest(left, right, fillvalue="")
    return [f"{one:<{column}}{other}".rstrip() for one, other in pairs]


def painted(lines: list[str], status: Status, shape: str) -> list[str]:
    """Colour the first shape, for terminals that can; the shape and the words stay."""
    ink = _INK[status.colour]
    first, *others = lines
    return [first.replace(shape, f"{ink}{shape}{_PLAIN}", 1), *others]
