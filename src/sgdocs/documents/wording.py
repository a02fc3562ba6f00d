"""Where a paper's words are: a letter, a Word template, or both; the procedure's own come first."""

from dataclasses import dataclass

from sgdocs.content import Content
from sgdocs.procedure import Artefact

__all__ = ["Wording", "wording_of"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The files a paper is made from; an empty name where there is none of that kind."""

    letter: str
    template: str
    layout: str = ""
    """A layout of its own, for a paper that has neither."""

    @property
    def there(self) -> bool:
        """Say whether there are any words at all."""
        return bool(self.letter or self.template or self.layout)


def wording_of(content: Content, procedure: str, artefact: Artefact) -> Wording:
    """Find the files a paper is made from."""
    return Wording(
        _found(content, "letters", f"{artefact.id.lower()}.md", procedure),
        _found(content, "templates", f"{artefact.id.lower()}.docx", procedure),
        artefact.layout,
    )


def _found(content: Content, kind: str, name: str, procedure: str) -> str:
    there = content.names(kind, f".{name.rpartition('.')[2]}")
    return next((n for n in (f"{procedure}/{name}", name) if n in there), "")
