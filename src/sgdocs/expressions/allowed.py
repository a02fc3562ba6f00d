"""Refuse, before anything runs, whatever is not on the list of what the language has."""

import math
from collections.abc import Mapping
from functools import singledispatch

from jinja2 import nodes

from sgdocs.expressions.limits import Limits
from sgdocs.expressions.refusals import Fault
from sgdocs.expressions.registry import FILTERS, TESTS
from sgdocs.expressions.tree import LONGEST_NAME, is_name, is_whole
from sgdocs.expressions.uses import check_use, is_text, there_is
from sgdocs.reading import UNFIT, unseen

__all__ = ["check", "parts_of"]

_LOOP_FACTS = ("index", "index0", "first", "last", "length")
_AS_FACT = "Work it out as a named fact and use that."
_ARITHMETIC = ("There is no arithmetic.", _AS_FACT)
_ANOTHER = ("A template cannot bring in or extend another.", "Write the words here.")
_MACRO = ("There are no macros.", "Write the words where they are needed.")
_REFUSED: Mapping[type[nodes.Node], tuple[str, str]] = {
    nodes.Add: ("There is no arithmetic.", "Use `~` to join texts, or a fact for a sum."),
    **dict.fromkeys((nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv), _ARITHMETIC),
    **dict.fromkeys((nodes.Mod, nodes.Pow, nodes.Pos), _ARITHMETIC),
    **dict.fromkeys((nodes.Include, nodes.Import, nodes.FromImport), _ANOTHER),
    **dict.fromkeys((nodes.Extends, nodes.Block), _ANOTHER),
    **dict.fromkeys((nodes.Macro, nodes.CallBlock), _MACRO),
    nodes.Call: ("Nothing can be called.", "Use a filter after `|`, or a fact."),
    nodes.Slice: ("A list cannot be cut.", _AS_FACT),
    nodes.AssignBlock: ("A block cannot be set.", "Set one value: `{% set name = value %}`."),
    nodes.FilterBlock: ("There are no filter blocks.", "Use the filter on each value."),
}


def check(tree: nodes.Node, limits: Limits) -> None:
    """Refuse the first thing in the tree that is not allowed."""
    waiting = [(tree, 1, 0)]  # each with how deep it is, and how many loops are around it
    while waiting:
        node, depth, loops = waiting.pop()
        try:
            _check_size(node, depth, loops, limits)
            _check(node, loops)
        except Fault as fault:
            raise fault.at(_line(node)) from None
        looped = {id(part) for part in node.body} if isinstance(node, nodes.For) else ()
        waiting += [(p, depth + 1, loops + (id(p) in looped)) for p in reversed(parts_of(node))]


def _check_size(node: nodes.Node, depth: int, loops: int, limits: Limits) -> None:
    if depth > limits.depth:
        raise Fault(f"It is nested more than {limits.depth} deep.", remedy=_AS_FACT)
    if isinstance(node, nodes.For) and loops >= limits.loops:
        raise Fault(f"More than {limits.loops} loops are inside one another.", remedy=_AS_FACT)


def parts_of(node: nodes.Node) -> list[nodes.Node]:
    """Give what a node is made of, in order; Jinja's own way costs four times as much."""
    found: list[nodes.Node] = []
    for name in node.fields:
        value = getattr(node, name, None)
        if isinstance(value, nodes.Node):
            found.append(value)
        elif isinstance(value, list):
            found += [part for part in value if isinstance(part, nodes.Node)]
    return found


def _line(node: nodes.Node) -> int:
    """Find the line; Jinja leaves it out of a node it puts around another."""
    return next((each.lineno for each in (node, *parts_of(node)) if each.lineno), 0)


@singledispatch
def _check(node: nodes.Node, _loops: int) -> None:
    """Refuse a node of a kind that has no rule of its own below."""
    what, remedy = _REFUSED.get(type(node), ("This is not part of the language.", ""))
    raise Fault(what, remedy=remedy)


@_check.register(nodes.Template)
@_check.register(nodes.Output)
@_check.register(nodes.TemplateData)
@_check.register(nodes.If)
@_check.register(nodes.And)
@_check.register(nodes.Or)
@_check.register(nodes.Not)
@_check.register(nodes.Compare)
@_check.register(nodes.Operand)
@_check.register(nodes.Concat)
@_check.register(nodes.List)
@_check.register(nodes.Tuple)
@_check.register(nodes.Dict)
def _(_node: nodes.Node, _loops: int) -> None:
    """Accept what is made only of parts that are looked at in turn."""


@_check.register
def _(node: nodes.Const, _loops: int) -> None:
    if isinstance(node.value, float) and not math.isfinite(node.value):
        raise Fault("This number is too large.")
    if isinstance(node.value, str) and not is_whole(node.value):
        raise Fault("This text holds half a character.")
    if isinstance(node.value, str) and any(rule in UNFIT for rule, _ in unseen(node.value)):
        raise Fault("This text holds a character that no paper can hold.")


@_check.register
def _(node: nodes.Name, loops: int) -> None:
    _check_word(node.name)
    if node.name == "loop" and (node.ctx != "load" or not loops):
        raise Fault("`loop` belongs to a loop and is only known inside one.")


@_check.register
def _(node: nodes.Getattr, _loops: int) -> None:
    _check_word(node.attr)
    of_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
    if of_loop and node.attr not in _LOOP_FACTS:
        raise Fault(f"There is no `loop.{node.attr}`.", remedy=there_is(_LOOP_FACTS))


@_check.register
def _(node: nodes.Getitem, _loops: int) -> None:
    if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
        _check_word(node.arg.value)


@_check.register
def _(node: nodes.Pair, _loops: int) -> None:
    if not is_text(node.key):
        raise Fault("A field is named by text in quotes.")


@_check.register
def _(node: nodes.Neg, _loops: int) -> None:
    number = node.node.value if isinstance(node.node, nodes.Const) else None
    if not isinstance(number, int | float) or isinstance(number, bool):
        raise Fault(_ARITHMETIC[0], remedy=_AS_FACT)


@_check.register
def _(node: nodes.CondExpr, _loops: int) -> None:
    if node.expr2 is None:
        raise Fault("An `if` in a value needs an `else`.", remedy="Say what is meant otherwise.")


@_check.register
def _(node: nodes.For, _loops: int) -> None:
    _check_target(node.target)
    if node.recursive:
        raise Fault("A loop cannot call itself.", remedy="Write a loop inside a loop.")


@_check.register
def _(node: nodes.Assign, _loops: int) -> None:
    _check_target(node.target)


@_check.register
def _(node: nodes.With, _loops: int) -> None:
    for target in node.targets:
        _check_target(target)


@_check.register
def _(node: nodes.Filter, _loops: int) -> None:
    check_use(node, FILTERS, "filter")


@_check.register
def _(node: nodes.Test, _loops: int) -> None:
    check_use(node, TESTS, "test")


def _check_target(target: nodes.Node) -> None:
    if not isinstance(target, nodes.Name):
        raise Fault("Only one plain name can be set.")


def _check_word(word: str) -> None:
    if not is_name(word):
        raise Fault(
            f"`{word[:LONGEST_NAME]}` is not a name here.",
            remedy="Names begin with a letter, a to z, and are short.",
        )
