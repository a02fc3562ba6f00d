"""The answers of a form put together as its schema has them: groups, rows, lists."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sgdocs.returns.names import Placed, Steps, generic
from sgdocs.returns.sheet import Place, Sheet
from sgdocs.returns.values import Unsuitable, unseen_in, value_of
from sgdocs.schema import Schema

__all__ = ["Content", "Trouble", "content_of"]

_ENTRY_NAME = "event"
_NOT_ANSWERED = "(not answered)"
_RETYPE = "Type it again by hand, once it is in the case file."


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong at one place of a form, in words that complete a sentence about it.

    `lost` says that what stands there is not part of the data.
    """

    rule: str
    steps: Steps
    what: str
    remedy: str = ""
    lost: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """What a form says, as plain data; `rows` gives each list's rows as the paper counts them."""

    data: Mapping[str, Any]
    troubles: tuple[Trouble, ...]
    rows: Mapping[Steps, Steps]

    def on_paper(self, steps: Steps) -> Steps:
        """Give a place in the data as it is counted on the paper, where blank rows count too."""
        given: Steps = ()
        for number, step in enumerate(steps):
            rows = self.rows.get(steps[:number], ())
            there = isinstance(step, int) and step < len(rows)
            given = (*given, rows[int(step)] if there else step)
        return given


def content_of(answers: Iterable[Placed], sheet: Sheet, schema: Schema) -> Content:
    """Put the answers together; what does not suit its place is a trouble, and left out."""
    gathered = _Gathered(sheet, schema)
    for answer in answers:
        gathered.take(answer)
    gathered.settle()
    rows: dict[Steps, Steps] = {}
    data = _compacted(gathered.tree, (), rows) or {}
    ordered = {name: data[name] for name in schema.root["properties"] if name in data}
    return Content(ordered, tuple(gathered.troubles), rows)


@dataclass(slots=True)
class _Gathered:
    sheet: Sheet
    schema: Schema
    tree: dict[Any, Any] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    _clocks: list[tuple[Steps, str]] = field(default_factory=list)
    _ticks: dict[Steps, list[str]] = field(default_factory=dict)

    def take(self, answer: Placed) -> None:
        """Put one answer where it belongs."""
        if not answer.answer.text and not answer.answer.remarks:
            return
        node = _node_at(self.schema, answer.steps)
        place = self.sheet.at(generic(answer.steps), clock=answer.clock)
        for remark in answer.answer.remarks:
            self.troubles.append(Trouble("look", answer.steps, remark, note=True))
        if node is None or "properties" in node:
            self._unknown(answer)
        elif answer.value:
            if answer.answer.text:
                self._ticks.setdefault(answer.steps, []).append(answer.value)
        else:
            self._write(answer, node, place)

    def _unknown(self, answer: Placed) -> None:
        if answer.answer.text.strip():
            what = "is no longer asked in this form"
            remedy = "It was sent in an older version. Read it in the file itself."
            self.troubles.append(Trouble("no-such-field", answer.steps, what, remedy, lost=True))

    def _write(self, answer: Placed, node: Mapping[str, Any], place: Place | None) -> None:
        try:
            value = value_of(answer, node, place)
        except Unsuitable as fault:
            self.troubles.append(
                Trouble(fault.rule, answer.steps, fault.what, fault.remedy, lost=True)
            )
            return
        if value is None:
            return
        for what in unseen_in(answer, node):
            self.troubles.append(
                Trouble("unseen", answer.steps, f"holds {what}", _RETYPE, note=True)
            )
        if answer.clock and node.get("format") == "moment":
            self._clocks.append((answer.steps, value))
        else:
            _put(self.tree, answer.steps, value)

    def settle(self) -> None:
        """Put each time of day behind its day, and each tick where it belongs."""
        for steps, clock in self._clocks:
            day = _held(self.tree, steps)
            if day is None:
                what, remedy = "has a time and no date", "Write the date too."
                self.troubles.append(Trouble("time-alone", steps, what, remedy, lost=True))
            else:
                _put(self.tree, steps, f"{day}T{clock}")
        for steps, values in self._ticks.items():
            node = _node_at(self.schema, steps)
            if node is not None and "items" in node:
                _put(self.tree, steps, values)
            elif len(set(values)) == 1:
                _put(self.tree, steps, values[0])
            else:
                what, remedy = "has several ticks where one is asked for", "Tick one of them."
                self.troubles.append(Trouble("several-ticks", steps, what, remedy, lost=True))


def _node_at(schema: Schema, steps: Steps) -> Mapping[str, Any] | None:
    """Give what the schema says of a place; nothing where it has no such place."""
    node, base = schema.resolve(schema.root)
    for step in steps:
        row = isinstance(step, int) or step.startswith("=")
        below = node.get("items") if row else node.get("properties", {}).get(step)
        if below is None:
            return None
        node, base = schema.resolve(below, base)
    return node


def _held(tree: dict[Any, Any], steps: Steps) -> Any:
    for step in steps:
        if not isinstance(tree, dict) or step not in tree:
            return None
        tree = tree[step]
    return tree


def _put(tree: dict[Any, Any], steps: Steps, value: Any) -> None:
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
    tree[steps[-1]] = value


def _compacted(tree: Any, steps: Steps, rows: dict[Steps, Steps]) -> Any:
    """Turn numbered rows into lists, and leave out what is blank."""
    if not isinstance(tree, dict):
        return tree
    if not any(_is_row(key) for key in tree):
        found = {k: _compacted(v, (*steps, k), rows) for k, v in tree.items()}
        return {k: v for k, v in found.items() if v is not None} or None
    kept = dict(_kept(tree))
    rows[steps] = tuple(kept)
    return [
        _with_name(key, _compacted(kept[key], (*steps, number), rows))
        for number, key in enumerate(kept)
    ] or None


def _kept(tree: Mapping[Any, Any]) -> Iterator[tuple[Any, Any]]:
    """Give the rows that say something; of plain answers to numbered questions, those between."""
    numbered = sorted(key for key in tree if isinstance(key, int))
    plain = any(not isinstance(tree[key], dict) for key in numbered)
    for key in range(numbered[-1] + 1) if plain else numbered:
        yield key, tree.get(key, _NOT_ANSWERED)
    for key in tree:
        if not isinstance(key, int):
            yield key, tree[key]


def _is_row(key: str | int) -> bool:
    return isinstance(key, int) or key.startswith("=")


def _with_name(key: str | int, entry: Any) -> Any:
    """Let an entry that is found by its name say its name."""
    return {_ENTRY_NAME: key[1:], **entry} if isinstance(key, str) else entry
