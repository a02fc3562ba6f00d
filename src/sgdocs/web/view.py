"""A page of the window: its address, and what answers there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from starlette.responses import Response

from sgdocs.web.visit import Visit

__all__ = ["View", "get", "post"]

Answer = Callable[[Visit], Response]


@dataclass(frozen=True, slots=True)
class View:
    """What answers a call of one kind at one address."""

    path: str
    method: Literal["GET", "POST"]
    answer: Answer


def get(path: str, answer: Answer) -> View:
    """Show something; nothing is changed by looking."""
    return View(path, "GET", answer)


def post(path: str, answer: Answer) -> View:
    """Change something."""
    return View(path, "POST", answer)
