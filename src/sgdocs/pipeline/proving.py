"""Prove that the letters, templates and procedures of a workspace go together."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sgdocs.checking import (
    Finding,
    PaperTypes,
    Use,
    check_paper,
    library,
    pages_of,
    paper_world,
)
from sgdocs.content import Content
from sgdocs.engines import shared_out
from sgdocs.errors import SgdocsError, UsageRefused
from sgdocs.letters import load_letter
from sgdocs.pipeline.lettertops import about, refused, top_faults
from sgdocs.pipeline.paperfiles import PaperFile, PaperFiles
from sgdocs.pipeline.provingfiles import data_files
from sgdocs.procedure import ProcedureBook, ProcedureRefused, load_procedure, procedure_names
from sgdocs.spelling import nearest
from sgdocs.wordreading import read_word
from sgdocs.wordtemplates import prove_template

__all__ = ["Proof", "load_books", "prove"]

_PAPERS = "artefacts"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked at, what is wrong with it, and which fields each file looks at."""

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    seen: Mapping[str, set[str]] = field(default_factory=dict)

    def shown(self, *, notes: bool) -> list[Finding]:
        """Give what is to be put right; notes only where they are asked for."""
        return [f for f in self.findings if notes or f.severity != "note"]


def prove(
    content: Content, only: Collection[str] = (), *, instead: Mapping[str, Path] | None = None
) -> Proof:
    """Check every procedure, and every letter and template against what it may print.

    `only` names single letters or templates, as findings do: letters/rr-invite.md. `instead` are
    schemas to check against in place of those of their names.
    """
    books, faults = load_books(content)
    files = PaperFiles(content, books)
    checker = _Checker(content, files, PaperTypes(content, instead))
    if only:
        return _of_some(checker, _required(only, files))
    for found, seen in shared_out(checker.looked_at, files.all, checker.size):
        faults += found
        checker.seen.update(seen)
    faults += [
        about(f"procedures/{name}.yaml", "no-words", f"{paper} has neither letter nor template")
        for name, paper in files.unworded()
    ]
    beside = data_files(content)
    faults += beside.findings
    looked_at = (*(f"procedures/{name}.yaml" for name in books), *(f.file for f in files.all))
    return Proof((*looked_at, *beside.files), tuple(faults), checker.seen)


def _of_some(checker: "_Checker", files: Sequence[PaperFile]) -> Proof:
    findings = [finding for file in files for finding in checker.check(file)]
    return Proof(tuple(file.file for file in files), tuple(findings), checker.seen)


def _required(only: Collection[str], files: PaperFiles) -> list[PaperFile]:
    known = {file.file: file for file in files.all}
    for name in only:
        if name not in known:
            meant = nearest(name, known)
            raise UsageRefused(
                "there is no such letter or template in this workspace.",
                where=name,
                remedy=f"Did you mean {meant}?" if meant else "Name it as letters/rr-invite.md.",
            )
    return [known[name] for name in only]


def load_books(content: Content) -> tuple[dict[str, ProcedureBook], list[Finding]]:
    """Load the procedures; one with faults is left out, and so is what is its own."""
    books: dict[str, ProcedureBook] = {}
    faults: list[Finding] = []
    own = procedure_names(content)
    for name in (*own, *_shared(content, own)):
        file = f"procedures/{name}.yaml"
        try:
            book = load_procedure(content, name)
            if name in own:
                books[name] = book
        except ProcedureRefused as refusal:
            faults += [
                about(file, "procedure", f.message, line=f.line, path=f.path)
                for f in refusal.findings
            ]
    return books, faults


def _shared(content: Content, own: Collection[str]) -> list[str]:
    """Name the rules that procedures take in; a list of papers is no rules."""
    names = [name.removesuffix(".yaml") for name in content.names("procedures", ".yaml")]
    return [name for name in names if name not in own and name != _PAPERS]


@dataclass(frozen=True, slots=True)
class _Checker:
    """Checks one file after another."""

    content: Content
    files: PaperFiles
    types: PaperTypes
    sound: set[bytes] = field(default_factory=set)
    seen: dict[str, set[str]] = field(default_factory=dict)

    def looked_at(self, file: PaperFile) -> tuple[list[Finding], dict[str, set[str]]]:
        """Check a file, and give which fields it looks at too."""
        found = self.check(file)
        return found, {file.file: self.seen.get(file.file, set())}

    def size(self, file: PaperFile) -> int:
        """Say how large a file is."""
        return self.content.path(file.kind, file.name).stat().st_size

    def check(self, file: PaperFile) -> list[Finding]:
        """Check one letter or template: what it prints, then that papers can be made from it."""
        use = self.files.use(file)
        if use is None:
            return [about(file.file, "orphan", "no procedure has a use for a paper of this name")]
        path = self.content.path(file.kind, file.name)
        found = list(self._printed(file, use, path))
        made = self._made(file, use, path)
        return found if any(f.severity == "error" for f in found) else [*found, *made]

    def _printed(self, file: PaperFile, use: Use, path: Path) -> Iterator[Finding]:
        letter = file.kind == "letters"
        try:
            pages = pages_of(path, file.file, own=True)
        except SgdocsError as refusal:
            yield refused(file.file, refusal)
            return
        sights = self.types.sights(use, letter=letter)
        known = library([path])
        self.seen[file.file] = known.seen
        yield from check_paper(pages, sights, paper_world(), known)

    def _made(self, file: PaperFile, use: Use, path: Path) -> Iterator[Finding]:
        rule = "refused"
        try:
            if file.kind == "letters":
                letter = load_letter(self.content, use.procedures[0].id, use.artefact.id)
                yield from top_faults(letter, use, self.files.artefacts.values(), path)
            else:
                prove_template(self.content, file.name, self.sound)
                rule = "not-for-pdf"
                read_word(path.read_bytes(), file.file)
        except SgdocsError as refusal:
            yield refused(file.file, refusal, rule)
