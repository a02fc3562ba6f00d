"""Where a paper's words are: a letter, a Word template, or both; the procedure's own come first."""

from dataclasses import dataclass
from functools import lru_cache

from sgdocs.content import Content
from sgdocs.procedure import Artefact

__all__ = ["Wording", "Wordings", "wordings"]


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


def wordings(content: Content, procedure: str) -> "Wordings":
    """Give the words there are for a procedure; of files that are settled they are kept."""
    return _once(content, procedure) if content.stamp else Wordings(content, procedure)


class Wordings:
    """The letters and templates there are for a procedure, looked through once."""

    __slots__ = ("_known", "_letters", "_procedure", "_templates")

    def __init__(self, content: Content, procedure: str) -> None:
        self._procedure = procedure
        self._letters = frozenset(content.names("letters", ".md"))
        self._templates = frozenset(content.names("templates", ".docx"))
        self._known: dict[str, Wording] = {}

    def of(self, artefact: Artefact) -> Wording:
        """Find the files a paper is made from."""
        known = self._known.get(artefact.id)
        if known is None:
            known = self._known[artefact.id] = self._looked_for(artefact)
        return known

    def _looked_for(self, artefact: Artefact) -> Wording:
        return Wording(
            self._found(self._letters, f"{artefact.id.lower()}.md"),
            self._found(self._templates, f"{artefact.id.lower()}.docx"),
            artefact.layout,
        )

    def _found(self, there: frozenset[str], name: str) -> str:
        return next((n for n in (f"{self._procedure}/{name}", name) if n in there), "")


@lru_cache(maxsize=16)
def _once(content: Content, procedure: str) -> Wordings:
    return Wordings(content, procedure)
