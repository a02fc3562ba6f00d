"""The fields of a source as controls whose answers are printed by tags."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from making.answering import Answer, answer
from making.fields import Field, read_field
from making.naming import name_of
from making.refusing import refused
from making.shapes import SCHEMAS, Shape
from making.statements import as_written
from making.tags import Tag
from sgdocs.papers import Cell, Input, Run

__all__ = ["Controls", "schema_of"]


def schema_of(fields: list[Field]) -> str:
    """Choose the schema that knows most of a form's fields."""
    return max(SCHEMAS, key=lambda name: sum(f.shape(name) is not None for f in fields))


@dataclass(frozen=True, slots=True)
class Controls:
    """Puts values and fields back into the words of a cell."""

    file: str
    schema: str
    tags: Mapping[str, Tag]
    words: Mapping[str, str]

    def text(self, text: str) -> str:
        """Put the tags of a text back; it holds no fields."""
        for key in text:
            if key in self.tags and self.tags[key].kind == "field":
                raise self._refused(self.tags[key], "a field cannot stand here.", "Put it below.")
        return "".join(as_written(self.tags[c]) if c in self.tags else c for c in text)

    def cell(self, cell: Cell, label: str = "") -> Cell:
        """Put the tags of a cell back, and make its fields controls."""
        parts = [part for run in cell if isinstance(run, Run) for part in self._parts(run)]
        alone = sum(isinstance(part, Field) for part in parts) == 1
        made: list[Run | Input] = []
        for number, part in enumerate(parts):
            if isinstance(part, Run):
                after_tick = number > 0 and _is_tick(parts[number - 1])
                made.append(_held(part) if after_tick else part)
            else:
                around = _words(parts, number)
                made.extend(self._made(part, (label, around), alone=alone))
        return tuple(made)

    def _parts(self, run: Run) -> Iterator[Run | Field]:
        """Divide a run at its fields."""
        text = ""
        for letter in run.text:
            tag = self.tags.get(letter)
            if tag is None or tag.kind != "field":
                text += as_written(tag) if tag else letter
                continue
            if text:
                yield replace(run, text=text)
            yield read_field(tag, self.file)
            text = ""
        if text:
            yield replace(run, text=text)

    def _made(self, field: Field, names: tuple[str, str], *, alone: bool) -> Iterator[Run | Input]:
        shape = self._shape(field)
        found = answer(field, self.schema, self.file)
        control = Input(
            path=found.path,
            kind=field.kind,
            label=name_of(field, shape, *names, alone=alone),
            options=self._options(field, shape),
            required=field.required,
        )
        if field.kind == "tick":
            yield from _ticks(control, _condition(field, shape, found))
        else:
            yield replace(control, value=_printed(field, shape, found))

    def _options(self, field: Field, shape: Shape) -> tuple[tuple[str, str], ...]:
        if field.kind == "tick":
            return ((field.value, ""),)
        choices = shape.choices if field.kind == "choice" else ()
        return tuple((choice, self._said(choice)) for choice in choices)

    def _said(self, choice: str) -> str:
        words = self.words.get(choice, choice.replace("_", " "))
        return words[:1].upper() + words[1:]

    def _shape(self, field: Field) -> Shape:
        shape = field.shape(self.schema)
        if shape is None or shape.group:
            raise self._refused(
                field.tag,
                f"the schema {self.schema} has no such field.",
                f"Compare it with schemas/{self.schema}.schema.json.",
            )
        if field.kind == "choice" and not shape.choices:
            raise self._refused(field.tag, "there is nothing to choose from.", "Make it a text.")
        fixed = field.value and "{" not in field.value
        if fixed and shape.choices and field.value not in shape.choices:
            raise self._refused(
                field.tag,
                "the schema does not know this value.",
                f"Use {', '.join(shape.choices)}.",
            )
        return shape

    def _refused(self, tag: Tag, what: str, remedy: str) -> Exception:
        return refused(what, (self.file, tag.line), remedy)


def _is_tick(part: Run | Field) -> bool:
    return isinstance(part, Field) and part.kind == "tick"


def _held(run: Run) -> Run:
    """Hold the words after a tick to it, so that no line ends between them."""
    return replace(run, text=re.sub("^ ", "\u00a0", run.text))


def _words(parts: list[Run | Field], number: int) -> str:
    """Give the words after a field, up to the next."""
    after = takewhile(lambda part: isinstance(part, Run), parts[number + 1 :])
    return "".join(part.text for part in after if isinstance(part, Run))


def _condition(field: Field, shape: Shape, found: Answer) -> str:
    value = field.value.strip("{} ") if "{" in field.value else f"'{field.value}'"
    if shape.many:
        return f"{value} in {found.reads}|default([])"
    return f"{found.reads}|default('') == {value}"


def _ticks(control: Input, condition: str) -> Iterator[Run | Input]:
    """Print one of two boxes: no tag can stand where Word keeps whether a box is ticked."""
    yield Run(f"{{%r if {condition} %}}")
    yield replace(control, value=control.options[0][0])
    yield Run("{%r else %}")
    yield control
    yield Run("{%r endif %}")


def _printed(field: Field, shape: Shape, found: Answer) -> str:
    reads = found.reads
    if shape.many:
        between = "\\n" if field.kind == "long" else ", "
        return f"{{{{ {reads}|join('{between}') if {reads} else '' }}}}"
    ways = {
        "date": f"{reads}|numeric_date if {reads} else ''",
        "choice": f"words[{reads}]|capitalise if {reads} else ''",
    }
    if field.kind == "date" and shape.known_day:
        return f"{{{{ {reads}|known_day if {reads} else '' }}}}"
    if field.kind == "time" and shape.moment:
        return f"{{{{ {reads}|clock if {reads} and ':' in {reads} else '' }}}}"
    plain = f"{reads}|default('')"
    return f"{{{{ {ways.get(field.kind, plain)} }}}}"
