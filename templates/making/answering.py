"""How a field's answer is found in the data, and how its place is written in the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from making.fields import Field
from making.paths import Step
from making.refusing import refused
from making.shapes import entry_name
from making.tags import Loop
from sgdocs.papers import TIME_MARK

__all__ = ["Answer", "answer"]

_LONGEST = 64  # Word takes a file for broken whose control has a longer tag
_VALUE_TAG = re.compile(r"\{\{\s*(.+?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Answer:
    """The tag of a field's control, and the expression that gives its answer or nothing."""

    path: str
    reads: str


@dataclass(slots=True)
class _Way:
    """The way from the form to an answer, step by step."""

    field: Field
    file: str
    schema: str
    path: str = ""
    source: str = "form"
    """The way as a loop would write it; an answer is read from `reads`."""
    reads: str = "form"

    def step(self, step: Step, before: Sequence[Step]) -> None:
        """Go one step further."""
        if step.kind == "name":
            self.path += f".{step.word}" if self.path else step.word
            self.source += f".{step.word}"
            self.reads += f".{step.word}"
        elif step.kind == "row":
            self._row()
        elif step.kind == "index":
            self.path += f"[{step.word}]"
            self.reads += f"[{step.word}]"
        else:
            self._entry(step, before)

    def _entry(self, step: Step, before: Sequence[Step]) -> None:
        name = entry_name(self.schema, before)
        self.path += f"[{step.word}]"
        found = f"{self.reads}|where('{name}', '{step.word}')|first|default({{}})"
        self.reads = f"({found})"

    def _row(self) -> None:
        """Take the row of the loop over this list, else the same row of a list beside it."""
        loops = self.field.tag.loops
        own = next((loop for loop in reversed(loops) if loop.over == self.source), None)
        if not loops:
            raise refused(
                "[] stands in no loop.",
                (self.file, self.field.tag.line),
                f"Put it into {{% for row in {self.source} %}}.",
            )
        loop = own or loops[-1]
        number = _number(loop, innermost=loop is loops[-1])
        self.path += f"[{{{{ {number} }}}}]"
        if own:
            self.source = self.reads = own.variable
        else:
            self.reads = f"({self.reads}|default([]))[{number}]"


def answer(field: Field, schema: str, file: str) -> Answer:
    """Say where a field's answer belongs and how it is read."""
    way = _gone(field, schema, file)
    if len(_tagged(field, way.path)) > _LONGEST:
        for loop in field.tag.loops[-1:]:
            loop.numbered = True
        way = _gone(field, schema, file)
        way.path = re.sub(_VALUE_TAG, r"{{\1}}", way.path)
    if len(_tagged(field, way.path)) > _LONGEST:
        raise refused("this path is too long for Word.", (file, field.tag.line), "Shorten it.")
    return Answer(way.path, way.reads)


def _gone(field: Field, schema: str, file: str) -> _Way:
    way = _Way(field, file, schema)
    for number, step in enumerate(field.steps):
        way.step(step, field.steps[:number])
    return way


def _number(loop: Loop, *, innermost: bool) -> str:
    loop.numbered = loop.numbered or not innermost
    return loop.number if loop.numbered else "loop.index0"


def _tagged(field: Field, path: str) -> str:
    """Give the tag as it will stand in the file, with what tells controls of one place apart."""
    if field.kind == "tick":
        return f"{path}={field.value}"
    return f"{path}{TIME_MARK}" if field.kind == "time" else path
