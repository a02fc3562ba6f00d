"""One entry added to a file, or one value set or taken out, and nothing else changed."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from sgdocs.findings import json_path
from sgdocs.reading.document import Document, parse
from sgdocs.reading.plain import require_plain
from sgdocs.reading.problems import Problem, ReadingRefused, refusal

__all__ = ["insert_entry", "remove_value", "set_value"]

_JSON_INDENT = re.compile(r"[\[{][ \t]*\r?\n([ \t]+)")


def insert_entry(document: Document, steps: Sequence[str | int], entry: Any) -> str:
    """Give the file's text with one more entry in the list at a path, which is made if missing."""
    plain = dict(entry) if isinstance(entry, Mapping) else entry
    return _changed_text(document, steps, plain, append=True)


def set_value(document: Document, steps: Sequence[str | int], value: Any) -> str:
    """Give the file's text with the value at a path set, the path being made if missing."""
    return _changed_text(document, steps, value, append=False)


def remove_value(document: Document, steps: Sequence[str | int]) -> str:
    """Give the file's text without the value at a path; what it leaves empty goes with it."""
    taken = _with_what_it_empties(document.data, steps)
    wanted = deepcopy(document.data)
    del _reached(wanted, taken[:-1])[taken[-1]]
    if document.kind == "json":
        return _checked(document, taken, wanted, _as_json(wanted, document.body))
    return _checked(document, taken, wanted, _spliced(document, taken))


def _spliced(document: Document, taken: Sequence[str | int]) -> str:
    return _by_splices(document, taken, lambda yaml: yaml.removed_yaml(document.body, taken))


def _with_what_it_empties(data: Any, steps: Sequence[str | int]) -> tuple[str | int, ...]:
    taken = tuple(steps)
    while len(taken) > 1 and len(_reached(data, taken[:-1])) == 1:
        taken = taken[:-1]
    return taken


def _reached(data: Any, steps: Sequence[str | int]) -> Any:
    for step in steps:
        data = data[step]
    return data


def _changed_text(
    document: Document, steps: Sequence[str | int], value: Any, *, append: bool
) -> str:
    require_plain(value)
    wanted = _changed_data(document, steps, value, append=append)
    if document.kind == "json":
        return _checked(document, steps, wanted, _as_json(wanted, document.body))
    changed = _by_splices(
        document,
        steps,
        lambda yaml: yaml.changed_yaml(document.body, steps, value, append=append),
    )
    return _checked(document, steps, wanted, changed)


def _checked(document: Document, steps: Sequence[str | int], wanted: Any, changed: str) -> str:
    """Give the changed text where it says what is wanted, else leave it to a person."""
    text = document.text.removesuffix(document.body) + changed
    if not _holds_exactly(text, wanted, document):
        raise _by_hand(document, steps)
    return text


def _changed_data(
    document: Document, steps: Sequence[str | int], value: Any, *, append: bool
) -> Any:
    # One root list, so that the whole document is replaced or grown as any part of it is.
    root = [deepcopy(document.data)]
    path: tuple[str | int, ...] = (0, *steps)
    holder: Any = root
    for number, step in enumerate(path[:-1]):
        _require_room(holder, step, document, path[1:number])
        if _held(holder, step) is None:
            holder[step] = {}
        holder = holder[step]
    last = path[-1]
    _require_room(holder, last, document, path[1:-1])
    if append:
        list_there = [] if _held(holder, last) is None else holder[last]
        if not isinstance(list_there, list):
            raise _misfit(document, steps, "This is not a list, so nothing can be added to it.")
        value = [*list_there, value]
    holder[last] = value
    return root[0]


def _held(holder: Any, step: str | int) -> Any:
    return holder.get(step) if isinstance(holder, dict) else holder[step]


def _require_room(
    holder: Any, step: str | int, document: Document, above: Sequence[str | int]
) -> None:
    fits = isinstance(holder, dict) if isinstance(step, str) else isinstance(holder, list)
    if not fits:
        raise _misfit(document, above, "What is here cannot hold the new entry.")
    if isinstance(holder, list) and step not in range(len(holder)):
        raise _misfit(document, above, "The list here has no such item.")


def _as_json(wanted: Any, body: str) -> str:
    indent = _JSON_INDENT.search(body)
    text = json.dumps(
        wanted,
        ensure_ascii=body.isascii() and "\\u" in body,
        indent=indent[1] if indent else None,
    )
    line_end = "\r\n" if "\r\n" in body else "\n"
    ending = line_end if body.endswith("\n") else ""
    return text.replace("\n", line_end) + ending


def _by_splices(
    document: Document, steps: Sequence[str | int], change: Callable[[Any], str]
) -> str:
    # PyYAML takes some 15 ms to import, and a command that changes nothing does not need it.
    from sgdocs.reading import yamledit  # noqa: PLC0415 - see the line above

    try:
        return change(yamledit)
    except yamledit.ByHandError:
        raise _by_hand(document, steps) from None


def _holds_exactly(text: str, wanted: Any, document: Document) -> bool:
    try:
        read_back = parse(text, name=document.name, kind=document.kind)
    except ReadingRefused:
        return False
    # Written out, 1 and true and 1.0 differ, and so does another order.
    return json.dumps(read_back.data) == json.dumps(wanted)


def _by_hand(document: Document, steps: Sequence[str | int]) -> ReadingRefused:
    message = "The file is laid out here in a way that cannot safely be changed by the program."
    remedy = f"Open the file, make the change at {json_path(steps)} by hand, and try again."
    return _refused(document, steps, message, remedy)


def _misfit(document: Document, steps: Sequence[str | int], message: str) -> ReadingRefused:
    remedy = f"Put {json_path(steps)} right in the file by hand, and try again."
    return _refused(document, steps, message, remedy)


def _refused(
    document: Document, steps: Sequence[str | int], message: str, remedy: str
) -> ReadingRefused:
    place = document.place(steps)
    return refusal(document.name, [Problem(place.line, place.column, message, remedy)])
