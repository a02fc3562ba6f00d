"""A Word template, checked and ready to be filled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sgdocs.expressions import Template
from sgdocs.papers import Figure, Member, pack, with_figures, write_members
from sgdocs.wordtemplates.figures import Figures, shown, token_of
from sgdocs.wordtemplates.finishing import finished
from sgdocs.wordtemplates.package import Kind
from sgdocs.wordtemplates.places import Place, placed
from sgdocs.wordtemplates.structure import Shape

__all__ = ["Part", "WordTemplate"]

_BODY = "word/document.xml"
_NONE: Figures = {}

Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the file that prints something."""

    template: Template = field(repr=False)
    places: Sequence[Place] = field(repr=False)
    shape: Shape
    around: bool
    """It stands around the words, as headers do, and not among them."""

    def print(self, facts: Facts, missing: str) -> bytes:
        """Fill it in."""
        with placed(self.template.name, self.places):
            text = self.template.render(facts, missing=missing)
        shape = self.shape
        return finished(text, hollow=shape.hollow, drawings=shape.drawings).encode()


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A Word file with tags; `rows` says how many rows a form's lists have at least."""

    file: str
    kind: Kind
    source: str
    landscape: bool
    has_fields: bool
    has_figures: bool
    rows: Mapping[str, int]
    members: tuple[Member, ...] = field(repr=False)
    parts: Mapping[str, Part] = field(repr=False)
    title_template: Template = field(repr=False)

    def title(self, data: Facts, missing: str = "") -> str:
        """Print the title, which is one line."""
        return " ".join(self.title_template.render(data, missing=missing).split())

    def fill(
        self, data: Facts, frame: Facts, figures: Figures = _NONE, *, missing: str = ""
    ) -> bytes:
        """Fill it with facts, with what stands around them on each page, and with pictures.

        Both are seen everywhere; where both have a name, the text means the fact and the header
        the frame. Raises ExpressionFailed, naming the template and the place, where a fact is
        missing; in a draft, `missing` is printed instead.
        """
        if figures:
            data = {**data, "figures": {name: token_of(name) for name in figures}}
        facts, around = {**frame, **data}, {**data, **frame}
        filled = {
            name: part.print(around if part.around else facts, missing)
            for name, part in self.parts.items()
        }
        drawings: list[Figure] = []
        if figures:
            body, drawings = shown(filled[_BODY].decode(), figures)
            filled[_BODY] = body.encode()
        every = (pack(m.name, filled[m.name]) if m.name in filled else m for m in self.members)
        return write_members(with_figures(tuple(every), drawings) if drawings else every)
