"""The fields of a form as its schema has them: what is known, and room for what is not."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sgdocs.content import Content
from sgdocs.reading import read_file

__all__ = ["filled"]

_FEWEST_ROWS = 4
_DEEPEST = 6

Shape = Mapping[str, Any]


def filled(
    content: Content, schema: str, data: Mapping[str, Any], rows: Mapping[str, int]
) -> dict[str, Any]:
    """Add to the data every group of fields and, in lists of them, rows to write in.

    `rows` says how many rows a list has at least, by its name; four where it does not say.
    """
    shape = _shape(content, schema)
    # What other schemas refer to by name is defined with the case.
    defs = {**_shape(content, "case")["$defs"], **shape.get("$defs", {})}
    fields: dict[str, Any] = _Blanks(defs, rows).added(shape, data, 0)
    return fields


@lru_cache(maxsize=8)
def _shape(content: Content, name: str) -> Shape:
    data: Shape = read_file(content.path("schemas", f"{name}.schema.json")).data
    return data


class _Blanks:
    """Goes through a schema's groups beside the data; every form is made of its own copy."""

    __slots__ = ("_defs", "_fewest")

    def __init__(self, defs: Shape, fewest: Mapping[str, int]) -> None:
        self._defs = defs
        self._fewest = fewest

    def added(self, shape: Shape, data: Any, depth: int, name: str = "") -> Any:
        """Give a value with its groups and rows; nothing where there is none of either."""
        shape = self._meant(shape)
        if "properties" in shape:
            return self._group(shape, data, depth)
        if self._lists_groups(shape):
            return self._rows(shape["items"], list(data or ()), depth, name)
        return data

    def _group(self, shape: Shape, data: Any, depth: int) -> dict[str, Any]:
        given = dict(data) if isinstance(data, Mapping) else {}
        if depth < _DEEPEST:
            for key, part in shape["properties"].items():
                value = self.added(part, given.get(key), depth + 1, key)
                if value is not None:
                    given[key] = value
        return given

    def _rows(self, shape: Shape, rows: Sequence[Any], depth: int, name: str) -> list[Any]:
        blank = max(self._fewest.get(name, _FEWEST_ROWS) - len(rows), 0)
        return [self.added(shape, row, depth + 1) for row in (*rows, *({} for _ in range(blank)))]

    def _lists_groups(self, shape: Shape) -> bool:
        return "items" in shape and "properties" in self._meant(shape["items"])

    def _meant(self, shape: Shape) -> Shape:
        while "$ref" in shape:
            shape = self._defs.get(str(shape["$ref"]).rpartition("/")[2], {})
        return shape
