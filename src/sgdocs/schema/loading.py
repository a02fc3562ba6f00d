"""Load a JSON Schema with the local schemas it refers to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from sgdocs.content import Content
from sgdocs.schema.formats import FORMATS

__all__ = ["Schema", "load_schema"]


@dataclass(frozen=True)
class Schema:
    """One schema and every local schema it refers to, by `$id`."""

    name: str
    root: Mapping[str, Any]
    others: Mapping[str, Mapping[str, Any]]

    @cached_property
    def gate(self) -> Any:
        """Give a compiled validator that answers yes or no, quickly."""
        import jsonschema_rs  # noqa: PLC0415 - compiled code, loaded by commands that validate

        others: Any = list(self.others.items())
        root: Any = self.root
        registry = jsonschema_rs.Registry(others)
        return jsonschema_rs.Draft202012Validator(
            root,
            registry=registry,
            validate_formats=True,
            formats={name: known.matches for name, known in FORMATS.items()},
        )

    @cached_property
    def explainer(self) -> Any:
        """Give a validator that says what is wrong; slower, used only for what is."""
        import jsonschema  # noqa: PLC0415 - costs 50 ms, needed only to explain a fault
        import referencing  # noqa: PLC0415 - comes with jsonschema

        checker = jsonschema.FormatChecker(formats=())
        for name, known in FORMATS.items():
            checker.checks(name, raises=())(known.matches)
        registry: Any = referencing.Registry()
        for uri, schema in self.others.items():
            resource = referencing.Resource.from_contents(schema)
            registry = registry.with_resource(uri, resource)
        return jsonschema.Draft202012Validator(self.root, registry=registry, format_checker=checker)

    def resolve(self, node: Mapping[str, Any], base: str = "") -> tuple[Mapping[str, Any], str]:
        """Follow `$ref` to the schema it names; words beside the `$ref` win."""
        while "$ref" in node:
            uri, _, pointer = str(node["$ref"]).partition("#")
            base = self._absolute(uri, base)
            target: Any = self.others[base] if base else self.root
            for part in filter(None, pointer.split("/")):
                target = target[part]
            beside = {k: v for k, v in node.items() if k != "$ref"}
            node = {**target, **beside}
        return node, base

    def _absolute(self, uri: str, base: str) -> str:
        if not uri:
            return base
        home = base or str(self.root["$id"])
        return uri if "://" in uri else home.rpartition("/")[0] + "/" + uri


@lru_cache(maxsize=32)
def load_schema(content: Content, name: str) -> Schema:
    """Load `schemas/NAME.schema.json` and the schemas beside it that it refers to."""
    root = _read(content, name)
    others: dict[str, Mapping[str, Any]] = {}
    waiting = [root]
    while waiting:
        for uri in _references(waiting.pop()):
            other = _read(content, uri.removesuffix(".schema.json"))
            if other["$id"] not in others:
                others[other["$id"]] = other
                waiting.append(other)
    return Schema(name, root, others)


def _read(content: Content, name: str) -> Mapping[str, Any]:
    path = content.path("schemas", f"{name}.schema.json")
    schema: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _references(node: object) -> set[str]:
    if isinstance(node, Mapping):
        here = str(node.get("$ref", "")).partition("#")[0]
        below = set().union(*(_references(v) for v in node.values())) if node else set()
        return below | ({here} if here else set())
    if isinstance(node, list):
        return set().union(*(_references(v) for v in node)) if node else set()
    return set()
