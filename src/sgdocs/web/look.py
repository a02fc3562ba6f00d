"""The window's pages: templates with everything in them escaped, and the words they share."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from sgdocs.dates import parse_moment, short_words, words

__all__ = ["draw"]

_PAGES = Path(__file__).parent / "pages"


def draw(name: str, facts: Mapping[str, Any]) -> str:
    """Write a page."""
    return _pages().get_template(name).render(facts)


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=FileSystemLoader(_PAGES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    pages.filters |= {"day": _day, "short_day": _short_day, "moment": _moment, "plural": _plural}
    return pages


def _day(value: date | None) -> str:
    return words(value) if value else ""


def _short_day(value: date | None) -> str:
    return short_words(value) if value else ""


def _moment(text: str) -> str:
    """Say a date of a file, and its time where it has one, as people do."""
    try:
        said = parse_moment(text)
    except ValueError:
        return text
    clock = f", {said.clock.strftime('%H:%M')}" if said.clock else ""
    return f"{short_words(said.day)}{clock}"


def _plural(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
