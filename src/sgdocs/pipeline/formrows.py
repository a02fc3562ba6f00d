"""How long the lists of a form that goes out are, where more rows are asked for."""

from collections.abc import Iterable, Mapping

from sgdocs.content import Content
from sgdocs.errors import UsageRefused
from sgdocs.paperfacts import blank_fields
from sgdocs.pipeline.knowing import require_known

__all__ = ["MOST_ROWS", "rows_asked", "rows_told"]

MOST_ROWS = 200


def rows_asked(content: Content, asked: Iterable[str]) -> Mapping[str, int]:
    """Read what was asked for as `chronology=40`: how many rows a list of forms has at least."""
    asked = tuple(asked)
    if not asked:
        return {}
    lists = {name for name, held in blank_fields(content, {}).items() if isinstance(held, list)}
    rows: dict[str, int] = {}
    for each in asked:
        name, _, number = each.partition("=")
        if not number.isascii() or not number.isdigit() or not 0 < int(number) <= MOST_ROWS:
            raise UsageRefused(
                f"how many rows? A form has from 1 to {MOST_ROWS} in a list.",
                remedy="Write --rows chronology=40.",
            )
        require_known(name, lists, "list of rows in a form")
        rows[name] = int(number)
    return rows


def rows_told(told: object) -> Mapping[str, int]:
    """Read from the list of a pack how many rows its forms had."""
    said = told if isinstance(told, Mapping) else {}
    return {str(n): k for n, k in said.items() if type(k) is int and 0 < k <= MOST_ROWS}
