"""Papers of a workspace printed for real with made-up cases, held against what the check says."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sgdocs.checking import Finding, PaperTypes, Use, whole_schema
from sgdocs.checking.deep import spoken_in
from sgdocs.checking.oracle import Printer, Trial, cases_of, disagreements, try_out
from sgdocs.content import Content
from sgdocs.expressions import Template
from sgdocs.letters import load_letter
from sgdocs.pipeline.paperfiles import PaperFile, PaperFiles
from sgdocs.pipeline.proving import Proof, load_books
from sgdocs.wordtemplates import load_template

__all__ = ["try_papers"]

_BLANK = "________"
_AROUND = {"office": "", "address": [], "email": "", "phone": "", "title": ""}


def try_papers(content: Content, proof: Proof, count: int) -> list[Finding]:
    """Print each letter and template that was proved, with so many cases each."""
    files = PaperFiles(content, load_books(content)[0])
    types = PaperTypes(content)
    return [
        finding
        for file in files.all
        if file.file in proof.files and (use := files.use(file)) is not None
        for finding in _tried(_Paper(content, file, use, types), proof, count)
    ]


class _Paper:
    """One paper with all it takes to print it."""

    def __init__(self, content: Content, file: PaperFile, use: Use, types: PaperTypes) -> None:
        self.content, self.file, self.use, self.types = content, file, use, types

    @property
    def path(self) -> Path:
        """Give its file."""
        return self.content.path(self.file.kind, self.file.name)

    def parts(self) -> Sequence[tuple[str, Template, bool]]:
        """Give what is printed, with its place and whether it stands around the words."""
        if self.file.kind == "letters":
            letter = load_letter(self.content, self.use.procedures[0].id, self.use.artefact.id)
            own = (letter.title, letter.subject, *letter.sign_off)
            return [("body", letter.body, False), *(("top", one, False) for one in own)]
        template = load_template(self.content, self.file.name)
        parts = [(name, part.template, part.around) for name, part in template.parts.items()]
        return [*parts, ("title", template.title_template, False)]

    def cases(self, count: int, words: frozenset[str]) -> Iterator[Mapping[str, Any]]:
        """Make cases as each kind of its readers may see them."""
        letter = self.file.kind == "letters"
        for agency in (True, False):
            if self.use.for_agencies if agency else self.use.for_others:
                data = self.types.schema(self.use, letter=letter, agency=agency)
                whole = whole_schema(self.types.place(data), self.types.schemas)
                yield from cases_of(whole, count, words)


def _tried(paper: _Paper, proof: Proof, count: int) -> Iterator[Finding]:
    own = [f for f in proof.findings if f.file == paper.file.file]
    if any(f.rule == "refused" for f in own):
        return
    parts = paper.parts()
    words = frozenset().union(*(spoken_in(template.source) for _, template, _ in parts))
    printers = [
        Printer(where, partial(_print, template, around)) for where, template, around in parts
    ]
    trial = try_out(printers, paper.cases(count, words), Trial())
    yield from disagreements(paper.file.file, own, trial, claims=False)


def _print(template: Template, around: bool, case: Mapping[str, Any]) -> None:  # noqa: FBT001
    """Print as for a draft: what is missing stops a paper, and that is how it is meant."""
    facts = {**case, **_AROUND} if around else {**_AROUND, **case}
    template.render(facts, missing=_BLANK)
