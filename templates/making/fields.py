"""Fields to fill in: what a source writes of them, and the tags that print their values."""

import re
from dataclasses import dataclass

from making.paths import Step, read_path
from making.refusing import refused
from making.shapes import Shape, shape_at
from making.tags import Tag

__all__ = ["Field", "read_field"]

_FIELD = re.compile(
    r"\[\[(?P<path>[^:]+): (?P<kind>[a-z]+)(?:=(?P<value>.+?))?(?P<required> required)?\]\]"
)
_KINDS = ("text", "long", "date", "time", "tick", "choice")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: where its answer belongs, of what kind it is, and what its place may hold."""

    tag: Tag
    steps: tuple[Step, ...]
    kind: str
    value: str
    required: bool

    def shape(self, schema: str) -> Shape | None:
        """Find what the schema says of its place."""
        return shape_at(schema, self.steps)


def read_field(tag: Tag, file: str) -> Field:
    """Read one field; refuse one that cannot be."""
    found = _FIELD.fullmatch(tag.text)
    where = (file, tag.line)
    if found is None:
        raise refused("this field cannot be read.", where, "Write [[path: kind]].")
    if found["kind"] not in _KINDS:
        raise refused(
            f"there is no kind of field “{found['kind']}”.", where, f"Use {', '.join(_KINDS)}."
        )
    if found["value"] and found["kind"] != "tick":
        raise refused("only a tick stands for a value.", where, "Take “=” and the value out.")
    if found["kind"] == "tick" and not found["value"]:
        raise refused("a tick stands for a value.", where, "Write tick=value, such as tick=yes.")
    steps = read_path(found["path"])
    if not steps:
        raise refused("this path cannot be read.", where, "Write it like children[].name.full.")
    return Field(tag, steps, found["kind"], found["value"] or "", bool(found["required"]))
