"""Jinja as templates find it in a world, with stand-ins for what only their program has."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, UndefinedError

from sgdocs.checking.language.jinja import KNOWN_FILTERS, KNOWN_GLOBALS, KNOWN_TESTS, Known
from sgdocs.checking.language.suiting import given
from sgdocs.checking.language.world import World
from sgdocs.checking.oracle.samples import sample_of

__all__ = ["environment_of"]

_TIMES = {
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "moment": re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d"),
    "when": re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d"),
}
_KINDS: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "number": (int, float),
    "boolean": (bool,),
    "list": (list, tuple),
    "object": (dict,),
    "null": (type(None),),
}


class Guardable(StrictUndefined):
    """False in an if, and an error when printed, gone through or looked into."""

    __bool__ = Undefined.__bool__  # type: ignore[assignment]
    __eq__ = Undefined.__eq__  # type: ignore[assignment]
    __ne__ = Undefined.__ne__  # type: ignore[assignment]
    __hash__ = Undefined.__hash__  # type: ignore[assignment]


_POLICIES: dict[str, type[Undefined]] = {
    "guardable": Guardable,
    "strict": StrictUndefined,
    "lenient": Undefined,
}


def environment_of(
    world: World, folders: Iterable[Path], raw: Callable[[str], None], *, xml: bool
) -> Environment:
    """Make the environment; `raw` is told of each value that prints as no words."""
    made = Environment(
        undefined=_POLICIES.get(world.undefined, Guardable),
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=xml,  # noqa: S701 - in XML, or a value with < in it would tear the file
        finalize=_watching(raw),
        extensions=[_EXTENSIONS[name] for name in sorted(world.extensions)],
    )
    for name in world.filters.keys() - KNOWN_FILTERS.keys():
        made.filters[name] = _filter(name, world.filters[name])
    for name in world.tests.keys() - KNOWN_TESTS.keys():
        made.tests[name] = _test(name, world.tests[name])
    for name in world.globals.keys() - set(KNOWN_GLOBALS):
        made.globals[name] = sample_of(world.globals[name])
    return made


_EXTENSIONS = {"do": "jinja2.ext.do", "loopcontrols": "jinja2.ext.loopcontrols"}


def _watching(raw: Callable[[str], None]) -> Callable[[Any], Any]:
    def watch(value: Any) -> Any:
        if isinstance(value, dict):
            raw("an object")
        elif isinstance(value, (list, tuple)) or hasattr(value, "__next__"):
            raw("a list")
        elif value is None:
            raw("null")
        return value

    return watch


def _filter(name: str, known: Known) -> Callable[..., Any]:
    result = sample_of(known.result or given(known.gives))

    def work(value: Any, *_arguments: Any, **_named: Any) -> Any:
        _mind(name, known, value)
        return result

    return work


def _test(name: str, known: Known) -> Callable[..., bool]:
    def ask(value: Any, *_arguments: Any, **_named: Any) -> bool:
        _mind(name, known, value)
        return bool(value)

    return ask


def _mind(name: str, known: Known, value: Any) -> None:
    """Fail as a filter fails that is given what it cannot use."""
    if known.guards or ("any" in known.takes and not isinstance(value, Undefined)):
        return
    if isinstance(value, Undefined):
        raise UndefinedError(f"{name} is given what is not there")
    if not any(_suits(value, kind) for kind in known.takes):
        raise TypeError(f"{name} takes {' or '.join(known.takes)}")


def _suits(value: Any, kind: str) -> bool:
    if kind in _TIMES:
        return isinstance(value, str) and _TIMES[kind].match(value) is not None
    return kind not in _KINDS or isinstance(value, _KINDS[kind])
