"""The filters that choose some entries of a list."""

from collections.abc import Callable

from jinja2 import nodes

from sgdocs.checking.language.asking import asked
from sgdocs.checking.language.constants import only_these, without_these
from sgdocs.checking.language.equality import mind_equal
from sgdocs.checking.language.given import Given, along
from sgdocs.checking.language.needing import need_in_strict
from sgdocs.checking.language.state import Value
from sgdocs.checking.language.ways import NOT_CONSTANT, constant, constants
from sgdocs.checking.language.words import meant
from sgdocs.checking.types.alternatives import (
    ANY,
    Type,
)
from sgdocs.checking.types.narrowing import falsy, narrowed, truthy

__all__ = ["non_empty", "selected", "selected_by", "where"]


def selected(at: Given) -> Value:
    _mind_choice(at, at.entry, 0)
    return at.listed(_chosen(at, (), 0, holds=at.node.name == "select"))


def selected_by(at: Given) -> Value:
    path = at.word(0)
    if not path:
        return at.listed(at.entry.type)
    value = along(at, path)
    if not at.word(1):
        need_in_strict(at.run, value, at.line)
    steps = tuple(path.split("."))
    _mind_choice(at, value, 1)
    if at.word(1) and at.word(1) not in at.run.world.tests:
        return at.listed(ANY)
    return at.listed(_chosen(at, steps, 1, holds=at.node.name == "selectattr"))


def _mind_choice(at: Given, value: Value, position: int) -> None:
    name = at.word(position)
    if name and name not in at.run.world.tests:
        suggestion = meant(name, at.run.world.tests)
        at.run.say("unknown-test", at.line, f"there is no test `{name}`", name, suggestion)
    wanted = at.argument(position + 1)
    if name in _EQUAL and wanted is not None:
        mind_equal(at.run, (at.node, value), (wanted, at.arguments[position + 1]), at.line)
    elif name == "in" and isinstance(wanted, (nodes.List, nodes.Tuple)):
        for part in wanted.items:
            soft = Value(ANY, soft=True)
            mind_equal(at.run, (at.node, value), (part, soft), at.line)


_EQUAL = ("eq", "equalto", "==", "ne", "!=", "sameas")


def _chosen(at: Given, steps: tuple[str, ...], position: int, *, holds: bool) -> Type:
    """Give what the entries that pass a test may be."""
    name, wanted = at.word(position), at.argument(position + 1)
    change = _change(at, name, wanted, holds=holds)
    if change is None:
        return at.entry.type
    return narrowed(at.entry.type, steps, change) or ANY


def _change(
    at: Given, name: str, wanted: nodes.Node | None, *, holds: bool
) -> Callable[[Type], Type] | None:
    if not name:
        return truthy if holds else falsy
    if wanted is None:
        return asked(nodes.Test(at.node, name, [], [], None, None), holds=holds)
    values = constants(wanted) if name == "in" else [constant(wanted)]
    if values is None or NOT_CONSTANT in values or name not in (*_EQUAL, "in"):
        return None
    if holds is (name not in ("ne", "!=")):
        return lambda known: only_these(known, values)
    return lambda known: without_these(known, values)


def where(at: Given) -> Value:
    if not at.word(0) or len(at.node.args) < 2:
        return at.listed(at.entry.type, at.least)
    value = along(at, at.word(0))
    mind_equal(at.run, (at.node, value), (at.node.args[1], at.arguments[1]), at.line)
    wanted = constant(at.node.args[1])
    if wanted is NOT_CONSTANT:
        return at.listed(at.entry.type)
    steps = (at.word(0),)
    return at.listed(narrowed(at.entry.type, steps, lambda t: only_these(t, [wanted])) or ANY)


def non_empty(at: Given) -> Value:
    return at.listed(truthy(at.entry.type))
