"""What a page's questions hold already, as the words that stand in the boxes."""

from collections.abc import Iterator, Mapping
from typing import Any

from sgdocs.web.forms.questions import Kind, Page, Question

__all__ = ["shown"]

_DATE = 10


def shown(page: Page, value: Any) -> Mapping[str, tuple[str, ...]]:
    """Give the words of every box by its name, from what a case holds at the page's place."""
    return {name: words for question in page.questions for name, words in _boxes(question, value)}


def _boxes(question: Question, value: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    held = _held(value, question)
    if question.kind in (Kind.DATE, Kind.MOMENT):
        yield from _date_boxes(question, str(held or ""))
    elif isinstance(held, list):
        yield question.name, tuple(map(str, held))
    elif held is not None:
        yield question.name, (str(held),)


def _held(value: Any, question: Question) -> Any:
    for step in question.steps:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _date_boxes(question: Question, text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    year, month, day = [*text[:_DATE].split("-"), "", "", ""][:3]
    for part, words in (("day", day.lstrip("0")), ("month", month.lstrip("0")), ("year", year)):
        yield f"{question.name}-{part}", (words,)
    if question.kind is Kind.MOMENT:
        yield f"{question.name}-time", (text[_DATE + 1 :],)
