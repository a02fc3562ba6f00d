"""Questions answered by a name that the case or its procedure has: chosen, not typed."""

from collections.abc import Mapping
from dataclasses import replace

from sgdocs.web.forms.questions import Choice, Group, Kind, Page

__all__ = ["with_choices"]


def with_choices(page: Page, choices: Mapping[str, tuple[Choice, ...]]) -> Page:
    """Give the page with lists to choose from in place of boxes for some names."""
    groups = tuple(_group(group, choices) for group in page.groups)
    return replace(page, groups=groups)


def _group(group: Group, choices: Mapping[str, tuple[Choice, ...]]) -> Group:
    questions = tuple(
        replace(q, kind=Kind.SELECT, choices=choices[q.name]) if choices.get(q.name) else q
        for q in group.questions
    )
    return replace(group, questions=questions)
