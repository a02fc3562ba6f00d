"""A flag's passage in two columns: as it is, and as it would be published."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from sgdocs.anonymise import Open
from sgdocs.pipeline.anonymising import Anonymised
from sgdocs.pipeline.besides import beside

__all__ = ["side_by_side"]

_OPENS, _CLOSES = "»", "«"


def side_by_side(one: Anonymised, asked: Open, columns: int) -> Iterator[str]:
    """Give the lines that show a flag: its name and reason, then both texts in two columns."""
    passage = beside(one, asked)
    ours = f"{passage.before}{_OPENS}{passage.flagged}{_CLOSES}{passage.after}"
    half = (columns - 5) // 2
    yield f"{asked.id}  {asked.flag.reason}  ({one.source})"
    left = wrap(" ".join(ours.split()), half)
    right = wrap(" ".join(passage.published.split()), half)
    for one_line, other in zip_longest(left, right, fillvalue=""):
        yield f"  {one_line:<{half}} | {other}".rstrip()
    yield ""
