"""Words for the keywords of closed lists, so that no paper prints `local_review`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from sgdocs.content import Content
from sgdocs.procedure import Procedure
from sgdocs.reading import read_file, require_mapping

__all__ = ["vocabulary"]

_SCHEMAS = ("case", "agency-return")
_FILE = "words.yaml"


def vocabulary(content: Content, procedure: Procedure) -> Mapping[str, str]:
    """Give words for every keyword: the wording editor's, else the keyword with its spaces."""
    asked = _Asked(content, procedure.version, procedure)
    return _once(asked) if content.stamp else _all(asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """For whose words was asked; a version of a procedure has the same ones each time."""

    content: Content
    version: str
    procedure: Procedure = field(compare=False)


@lru_cache(maxsize=16)
def _once(asked: _Asked) -> Mapping[str, str]:
    return _all(asked)


def _all(asked: _Asked) -> Mapping[str, str]:
    content, procedure = asked.content, asked.procedure
    return {
        **_of_schemas(content),
        **{
            choice.id: choice.title
            for menu in procedure.options.values()
            for choice in menu.choices.values()
        },
        **_written(_words(content)),
        **{role.id: role.title for role in procedure.roles.values()},
    }


@lru_cache(maxsize=4)
def _of_schemas(content: Content) -> Mapping[str, str]:
    every: dict[str, str] = {}
    for name in _SCHEMAS:
        path = content.path("schemas", f"{name}.schema.json")
        keywords = _keywords(json.loads(path.read_text(encoding="utf-8")))
        every |= {keyword: keyword.replace("_", " ") for keyword in keywords}
    return every


def _keywords(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (value for value in node.get("enum", ()) if isinstance(value, str))
        for part in node.values():
            yield from _keywords(part)
    elif isinstance(node, list):
        for part in node:
            yield from _keywords(part)


def _words(content: Content) -> tuple[Path, int, int]:
    """Give the wording editor's file, and what tells whether it has been changed."""
    path = content.path("letters", _FILE)
    status = path.stat()
    return path, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _written(file: tuple[Path, int, int]) -> Mapping[str, str]:
    words = require_mapping(read_file(file[0], name=f"letters/{_FILE}"))
    return {str(keyword): str(said) for keyword, said in words.items()}
