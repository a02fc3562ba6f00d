"""Pictures in a filled template: each stands for the paragraph that names it and nothing else."""

import re
from collections.abc import Mapping

from sgdocs.papers import Figure, drawn

__all__ = ["Figures", "shown", "token_of"]

Figures = Mapping[str, Figure]
_OPEN, _SHUT = "\ue0f1", "\ue0f2"  # signs that no text has a use for
_PARAGRAPH = re.compile(
    rf"<w:p(?: [^>]*)?>(?:(?!</w:p>).)*?{_OPEN}(\w+){_SHUT}(?:(?!</w:p>).)*</w:p>", re.DOTALL
)


def token_of(name: str) -> str:
    """Give what a template prints where a figure is to stand."""
    return f"{_OPEN}{name}{_SHUT}"


def shown(body: str, figures: Figures) -> tuple[str, list[Figure]]:
    """Put the figures into a filled body, and give them in the order they stand in."""
    order: list[Figure] = []

    def drawing(found: re.Match[str]) -> str:
        order.append(figures[found[1]])
        return drawn(order[-1], len(order))

    return _PARAGRAPH.sub(drawing, body), order
