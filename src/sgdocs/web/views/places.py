"""The pages of a case's facts: what each asks, what the case holds there, and its address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sgdocs.errors import InputRefused
from sgdocs.pipeline.editing import ABSENT, value_at
from sgdocs.schema import load_schema
from sgdocs.web.forms import Page, Steps, page_for
from sgdocs.web.visit import Visit

__all__ = ["Place", "address_of", "page_above", "place_of"]


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a case's facts: what it asks, and what the case holds there."""

    page: Page
    value: Any

    @property
    def new(self) -> bool:
        """Say whether it is an entry that the case does not have yet."""
        return self.value is ABSENT and bool(self.page.steps) and self._is_entry

    @property
    def _is_entry(self) -> bool:
        return isinstance(self.page.steps[-1], int)


def place_of(visit: Visit) -> Place:
    """Give the page that an address asks for; refused where a case has no such part."""
    steps = _steps(visit.part("place"))
    schema = load_schema(visit.content, "case")
    page = page_for(schema, steps)
    data = visit.document().data
    above = value_at(data, steps[:-1]) if steps else ABSENT
    is_next = isinstance(steps[-1], int) and steps[-1] <= len(_entries(above))
    if page is None or (isinstance(steps[-1], int) and not is_next):
        raise InputRefused("a case has no such part.", remedy="Look at its details.")
    return Place(page, value_at(data, steps))


def _entries(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()


def _steps(place: str) -> Steps:
    return tuple(int(p) if p.isascii() and p.isdigit() else p for p in place.split("/") if p)


def address_of(visit: Visit, steps: Steps) -> str:
    """Give the address of a page of a case's facts."""
    return "/".join([f"/cases/{visit.part('reference')}/details", *map(str, steps)])


def page_above(visit: Visit, steps: Steps) -> str:
    """Give the page from which this one was reached."""
    above = steps[:-1]
    if above and isinstance(above[-1], str) and len(above) > 1 and isinstance(steps[-1], int):
        above = _holder(above)
    return address_of(visit, above)


def _holder(steps: Steps) -> Steps:
    """Give the nearest page that shows a list: that of the entry or topic it belongs to."""
    while len(steps) > 1 and not isinstance(steps[-1], int):
        steps = steps[:-1]
    return steps
