"""Templates put together at random: where the checker says nothing, no data make one break."""

import random
from functools import lru_cache
from typing import Any

import pytest

from checking.oracle import breaks, cases_of, environment
from checking.schemas import SCHEMA
from sgdocs.checking import check_template, library, own_world
from sgdocs.checking.places.plain import plain_page
from sgdocs.checking.types.keywords import SchemaTypes
from sgdocs.checking.types.schemas import Schemas

_LISTS = ("members", "guests", "payments", "items_to_note", "period", "rules.sections")
_PATHS = [
    "reference",
    "fee",
    "note",
    "meeting.date",
    "meeting.time",
    "meeting.kind",
    "meeting.chair.name",
    "meeting.chair.title",
    "meeting.minutes",
    "previous.place",
    "previous.chair.email",
    "decision.outcome",
    "decision.votes_for",
    "decision.postponed_to",
    "decision.reason",
    "labels.total",
    "rules.heading",
    "period[0]",
    "guests[0].name",
    "guests[0].role",
    "members[0].name",
    "members[0].proxy.name",
    "members[0].phones[0]",
    "payments[0].cheque",
    "payments[0].account.bank",
    "items_to_note[0]",
]
_INNER = [
    "x.name",
    "x.title",
    "x.proxy.name",
    "x.office",
    "x.role",
    "x.invited_by.name",
    "x.kind",
    "x.cheque",
    "x.account.number",
    "x.amount",
    "x.heading",
    "x.phones[0]",
    "x",
    "loop.previtem.name",
]
_WORDS = ("annual", "postponed", "passed", "cheque", "transfer", "president")


class _Writer:
    """Write templates at random, with more guards than not."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - templates, not secrets

    def block(self, depth: int, *, inside: bool) -> str:
        """Write a few statements."""
        count = self.chance.randint(1, 3)
        return "".join(self.statement(depth, inside=inside) for _ in range(count))

    def path(self, *, inside: bool) -> str:
        """Give a way to a value."""
        return self.chance.choice(_INNER if inside and self.chance.random() < 0.7 else _PATHS)

    def test(self, *, inside: bool) -> str:
        """Give a question."""
        path = self.path(inside=inside)
        above = path.rpartition(".")[0] or path
        word = self.chance.choice(_WORDS)
        return self.chance.choice(
            (
                path,
                f"not {path}",
                f"{path} is defined",
                f"{above} and {path}",
                f"{above} is defined and {path} is not none",
                f"{path} == '{word}'",
                f"{path} != '{word}'",
                f"{path} in ['{word}', 'x']",
                f"{path} or {self.path(inside=inside)}",
            )
        )

    def statement(self, depth: int, *, inside: bool) -> str:
        """Write one statement."""
        path = self.path(inside=inside)
        kind = self.chance.randint(0, 7 if depth < 3 else 2)
        if kind <= 1:
            return f"{{{{ {path} }}}}"
        if kind == 2:
            return f"{{{{ {path}|default('-') }}}}{{{{ {path} or '-' }}}}"
        inner = self.block(depth + 1, inside=inside)
        if kind == 3:
            return f"{{% if {path} %}}{{{{ {path} }}}}{inner}{{% endif %}}"
        if kind in (4, 5):
            other = self.block(depth + 1, inside=inside)
            return f"{{% if {self.test(inside=inside)} %}}{inner}{{% else %}}{other}{{% endif %}}"
        if kind == 6:
            return f"{{% set v = {path} %}}{{% if v %}}{{{{ v }}}}{{% endif %}}"
        loop = self.block(depth + 1, inside=True)
        return f"{{% for x in {self.chance.choice(_LISTS)} or [] %}}{loop}{{% endfor %}}"


@lru_cache
def _data() -> list[Any]:
    return list(cases_of(60))


@pytest.mark.parametrize("part", range(4))
def test_silence_means_that_nothing_breaks(part: int) -> None:
    root, world, made = SchemaTypes(Schemas()).read(SCHEMA), own_world(), environment()
    silent = 0
    for seed in range(part * 90, part * 90 + 90):
        text = _Writer(seed).block(0, inside=False)
        if not check_template([plain_page(text, "t.md")], root, world, library([])):
            silent += 1
            assert breaks(text, _data(), made) == "", text
    assert silent > 3
