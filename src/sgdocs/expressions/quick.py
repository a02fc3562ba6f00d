"""Turn a checked template into one Python function, for a template that is printed many times.

It prints the ordinary way and gives up at anything else: see `quick_values`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import singledispatch
from typing import Any

from jinja2 import nodes

from sgdocs.expressions.paths import path_of
from sgdocs.expressions.plain import plain_of
from sgdocs.expressions.quick_values import Place, Text, condition, value
from sgdocs.expressions.scope import Run, Scope
from sgdocs.expressions.statements import chosen, flat, loop_facts
from sgdocs.expressions.values import Missing, listed

__all__ = ["Quick", "quick"]

Quick = Callable[[Mapping[str, object], Run, Scope], None]

# A loop that prints more pieces than this goes the careful way, which counts characters.
_MOST_PIECES = 1_000_000
_BUILT_IN = {each.__name__: each for each in (bool, dict, enumerate, len, str, type)}
_HEAD = (
    "def prints(data, run, s):",
    " parts, get, turn = run.parts, data.get, run.turn",
    " put = parts.extend",
)


def quick(tree: nodes.Template) -> Quick:
    """Give the function; what it prints is words and values in turn."""
    targets = (each.target for each in tree.find_all(nodes.Assign))
    others = (target for each in tree.find_all(nodes.With) for target in each.targets)
    text = Text(frozenset(path_of(plain_of(target)) for target in (*targets, *others)))
    text.kept |= {"listed": listed, "loop_facts": loop_facts, "most": _MOST_PIECES}
    _body(tree.body, Place(text, "s", {}))
    whole = _whole(text)
    known: dict[str, Any] = {"__builtins__": _BUILT_IN, **text.kept}
    # The text holds words of ours and numbered names only; what the template says is kept beside.
    exec(compile(whole, "<template>", "exec"), known)  # noqa: S102 - as above
    made: Quick = known["prints"]
    return made


def _whole(text: Text) -> str:
    """Put the function together; facts of the first level are looked up once."""
    tops = [
        f" {top} = get({text.keep(name)}, {text.keep(Missing(name))})"
        for name, top in text.tops.items()
    ]
    return "\n".join((*_HEAD, *tops, *text.lines))


def _body(body: Sequence[nodes.Node], place: Place) -> None:
    """Write what prints a run of words, values and statements."""
    waiting: list[str] = []
    for node in flat(body):
        if isinstance(node, nodes.Stmt):
            _put(waiting, place)
            waiting = []
            _statement(node, place)
            continue
        words = node.data if isinstance(node, nodes.TemplateData) else None
        if (words is not None) == bool(len(waiting) % 2):
            waiting.append(place.text.keep(""))
        waiting.append(value(plain_of(node), place) if words is None else place.text.keep(words))
    _put(waiting, place)
    place.line("pass")


def _put(waiting: list[str], place: Place) -> None:
    """Print words and values in turn, ending with a value."""
    if waiting:
        odd = [place.text.keep("")] if len(waiting) % 2 else []
        place.line(f"put(({', '.join((*waiting, *odd))}))")


@singledispatch
def _statement(node: nodes.Node, place: Place) -> None:
    """Write a statement; those that are not written here are refused before."""
    raise NotImplementedError(type(node).__name__)


@_statement.register
def _(node: nodes.Assign, place: Place) -> None:
    said = value(plain_of(node.node), place, sure=False)
    place.line(f"{place.scope}.names[{place.text.keep(_name(node.target))}] = {said}")


@_statement.register
def _(node: nodes.With, place: Place) -> None:
    inner = _within(place)
    pairs = zip(node.targets, node.values, strict=True)
    said = [
        f"{place.text.keep(_name(target))}: {value(plain_of(each), place, sure=False)}"
        for target, each in pairs
    ]
    place.line(f"{inner.scope} = {place.scope}.within({{{', '.join(said)}}})")
    _body(node.body, inner)


@_statement.register
def _(node: nodes.If, place: Place) -> None:
    inner = replace(place, depth=place.depth + 1)
    for word, case in zip(("if", *["elif"] * len(node.elif_)), (node, *node.elif_), strict=True):
        place.line(f"{word} {condition(plain_of(case.test), place)}:")
        _body(case.body, inner)
    if node.else_:
        place.line("else:")
        _body(node.else_, inner)


@_statement.register
def _(node: nodes.For, place: Place) -> None:
    entries, index = place.text.fresh(), place.text.fresh()
    entry, name = place.text.fresh(), _name(node.target)
    inner = _within(place, **({} if name in place.text.set_names else {name: entry}))
    opens = f"{inner.scope} = {place.scope}.within({{}})"
    place.line(f"{entries} = {_entries(node, place)}")
    place.line(opens)
    place.line(f"for {index}, {entry} in enumerate({entries}):")
    inner = replace(inner, depth=place.depth + 1)
    inner.line("turn()")
    inner.line("if len(parts) > most: give_up()")
    if node.find(nodes.Assign):  # what one turn sets, the next does not see
        inner.line(opens)
    inner.line(f"{inner.scope}.names[{place.text.keep(name)}] = {entry}")
    _body(node.body, _counting(node, inner, (index, entries)))
    if node.else_:
        place.line(f"if not {entries}:")
        place.line(f" {opens}")
        _body(node.else_, replace(inner, names=place.names))


def _entries(node: nodes.For, place: Place) -> str:
    if node.test is not None:
        return f"{place.text.keep(chosen(node))}({place.scope})"
    tree = plain_of(node.iter)
    return f"listed({value(tree, place)}, {place.text.keep(path_of(tree))})"


def _counting(node: nodes.For, inner: Place, counts: tuple[str, str]) -> Place:
    """Say how far the loop is, where that is asked."""
    if not any(each.name == "loop" for each in node.find_all(nodes.Name)):
        return inner
    index, entries = counts
    facts = inner.text.fresh()
    key = inner.text.keep("loop")
    inner.line(f"{inner.scope}.names[{key}] = {facts} = loop_facts({index}, len({entries}))")
    return replace(inner, names={**inner.names, "loop": facts})


def _within(place: Place, **names: str) -> Place:
    """Give the place inside a scope of its own."""
    return replace(place, scope=place.text.fresh(), names={**place.names, **names})


def _name(target: nodes.Node) -> str:
    return path_of(plain_of(target))
