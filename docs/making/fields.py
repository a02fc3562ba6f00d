"""The fields of every file a person or program writes, from the schemas."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from making.markdown import Page, anchor, code, codes, table
from sgdocs.content import Content
from sgdocs.schema import Schema, load_schema

__all__ = ["pages"]

_COLUMNS = ("Field", "Needed", "What it is", "What may stand there")
_PAGES = (
    ("case", "case-file.md", "The case file"),
    ("partnership", "partnership-file.md", "The partnership file"),
    ("procedure", "procedure-format.md", "The procedure file"),
    ("agency-return", "agency-return.md", "The agency's return"),
    ("calendar", "calendar-file.md", "The calendar file"),
    ("ledger", "ledger.md", "A line of the ledger"),
    ("disposal-list", "disposal-list.md", "The disposal list"),
    ("artefacts", "papers-file.md", "The list of papers, as a file"),
)
_HOW = (
    "A field is written with its path: `$.children[].name.full` is the full name of each child. "
    "`[]` stands for each entry of a list, and `NAME` for a name of your own. “Needed” means that "
    "the group it stands in cannot do without it; a group that is not needed may be left out whole."
)
_FORMATS = {
    "date": "a date",
    "moment": "a date, or a date and time",
    "email": "an e-mail address",
}
_KINDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "a group",
    "array": "a list",
    "null": "null",
}
_Node = Mapping[str, Any]


def pages(content: Content) -> Iterator[Page]:
    """Make a page of fields for each schema."""
    for name, file, title in _PAGES:
        schema = load_schema(content, name)
        about = (
            f"{schema.root['description']} The schema is `schemas/{name}.schema.json`.\n\n{_HOW}"
        )
        yield Page(file, title, about, tuple(_sections(schema)))


def _sections(schema: Schema) -> Iterator[str]:
    root = schema.root
    single = {k: v for k, v in root["properties"].items() if not _is_large(schema, v)}
    if single:
        yield _section("At the top", _Walk(schema).fields({**root, "properties": single}, "$"))
    for name, node in root["properties"].items():
        if name not in single:
            rows = [*_Walk(schema).field(name, node, "$", needed=name in root.get("required", ()))]
            yield _section(f"{_title(schema, node)} ({name})", rows)
    for node in root.get("$defs", {}).values():
        if _is_group(node):
            yield _section(_shared(str(node["title"])), [*_Walk(schema).fields(node, "")])


def _section(title: str, rows: Any) -> str:
    return f"## {title}\n\n{table(_COLUMNS, rows)}"


def _shared(title: str) -> str:
    return f"Group: {title}"


def _title(schema: Schema, node: _Node) -> str:
    return str(schema.resolve(node)[0].get("title", ""))


def _is_large(schema: Schema, node: _Node) -> bool:
    found = schema.resolve(node)[0]
    inside = schema.resolve(found.get("items", {}))[0] if "items" in found else found
    return _is_group(inside)


def _is_group(node: _Node) -> bool:
    return "properties" in node or isinstance(node.get("additionalProperties"), Mapping)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through a schema; a group that is shared is named and not gone through again."""

    schema: Schema

    def fields(self, node: _Node, path: str) -> Iterator[tuple[str, ...]]:
        """Give a row for each field of a group, and for what stands inside it."""
        one_of = [n for choice in node.get("anyOf", ()) for n in choice.get("required", ())]
        for name, below in node.get("properties", {}).items():
            either = name in one_of
            for row in self.field(name, below, path, needed=name in node.get("required", ())):
                yield (row[0], " or ".join(one_of), *row[2:]) if either else row
                either = False

    def field(
        self, name: str, node: _Node, path: str, *, needed: bool
    ) -> Iterator[tuple[str, ...]]:
        """Give the row of one field, and of what stands inside it."""
        here = f"{path}.{name}" if path else name
        found = self.schema.resolve(node)[0]
        inside, deeper = self._inside(node, here)
        title, says = str(found.get("title", "")), str(found.get("description", ""))
        what = f"**{title}.** {says}" if title else says
        yield code(deeper), "yes" if needed else "", what, self._may(inside)
        if "$ref" not in inside and _is_group(inside):
            yield from self.fields(inside, deeper)

    def _inside(self, node: _Node, here: str) -> tuple[_Node, str]:
        """Give what a field holds, entry by entry or name by name, with its path."""
        found = self._opened(node)
        while True:
            if "items" in found:
                found, here = self._opened(found["items"]), f"{here}[]"
            elif isinstance(found.get("additionalProperties"), Mapping):
                found, here = self._opened(found["additionalProperties"]), f"{here}.NAME"
            else:
                return found, here

    def _opened(self, node: _Node) -> _Node:
        """Follow a reference to a plain value; leave one to a shared group as it is."""
        found = self.schema.resolve(node)[0]
        return node if "$ref" in node and _is_group(found) else found

    def _may(self, inside: _Node) -> str:
        """Say what may stand in a field, or where its group is described."""
        if "$ref" not in inside:
            return _plain(inside)
        file, _, pointer = str(inside["$ref"]).partition("#")
        page = {name: page for name, page, _ in _PAGES}.get(file.partition(".")[0], "")
        if not pointer:
            return f"[see its own page]({page})"
        title = str(self.schema.resolve({"$ref": inside["$ref"]})[0]["title"])
        return f"the [{title.lower()}]({page}#{anchor(_shared(title))}) group"


def _plain(node: _Node) -> str:
    """Say what a single value may be."""
    if "enum" in node:
        return f"one of {codes(str(v) for v in node['enum'])}"
    if "const" in node:
        return code(str(node["const"]).lower() if node["const"] is True else str(node["const"]))
    if node.get("format") in _FORMATS:
        return _FORMATS[node["format"]]
    kinds = node.get("type", "object")
    return " or ".join(_KINDS[k] for k in ([kinds] if isinstance(kinds, str) else kinds))
