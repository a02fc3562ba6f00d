"""The letters and templates of a workspace, and what uses each of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sgdocs.checking import Use, uses_of
from sgdocs.content import Content
from sgdocs.pipeline.officepapers import CERTIFICATE, DISPOSAL_CERTIFICATE
from sgdocs.procedure import (
    Artefact,
    ProcedureBook,
    Step,
    artefact_entries,
    procedure_data,
)

__all__ = ["PaperFile", "PaperFiles"]

_SUFFIXES = {"letters": ".md", "templates": ".docx"}
_NO_PAPERS = ("letterhead/",)
_README = "README.md"
# What packs are made with beside the papers that procedures name.
_NOTE = Artefact("COVERING-NOTE", "Covering note", "letter", "unit", whole_case="in_every_pack")
_CALLS = Artefact("CALL-SHEET", "Calls to make", "record", "unit", whole_case="in_every_pack")
_REMINDER = Artefact(
    "RETURN-REMINDER", "Reminder of a return", "letter", "unit", whole_case="when_asked"
)
_ANYBODY = frozenset({"agency", "business_unit", "anybody"})


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One letter or template, by its name in its folder."""

    kind: str
    name: str

    @property
    def file(self) -> str:
        """Name it from the workspace."""
        return f"{self.kind}/{self.name}"

    @property
    def procedure(self) -> str:
        """Name the procedure whose own it is; nothing where any may use it."""
        return self.name.rpartition("/")[0]

    @property
    def paper(self) -> str:
        """Name the paper in small letters, as files are."""
        return self.name.rpartition("/")[2].removesuffix(_SUFFIXES[self.kind])


@dataclass(frozen=True)  # without slots: what is looked up once is kept in it
class PaperFiles:
    """All of them, with the procedures they are for."""

    content: Content
    books: Mapping[str, ProcedureBook]

    @cached_property
    def all(self) -> tuple[PaperFile, ...]:
        """List them."""
        return tuple(
            PaperFile(kind, name)
            for kind, suffix in _SUFFIXES.items()
            for name in self.content.names(kind, suffix)
            if not name.endswith(_README) and not name.startswith(_NO_PAPERS)
        )

    @cached_property
    def artefacts(self) -> Mapping[str, Artefact]:
        """Give every paper by its name in small letters."""
        entries = [Artefact.from_data(entry) for entry in artefact_entries(self.content)]
        return {
            a.id.lower(): a
            for a in (*entries, _NOTE, _CALLS, _REMINDER, CERTIFICATE, DISPOSAL_CERTIFICATE)
        }

    def use(self, file: PaperFile) -> Use | None:
        """Find what uses a file; nothing where nothing does."""
        artefact = self.artefacts.get(file.paper)
        if artefact is None:
            return None
        use = uses_of(artefact, self._books(file), () if file.procedure else self._shared)
        if artefact is _REMINDER:
            use = replace(use, roles=frozenset({"agency"}), steps=_asking(use))
        if artefact is _NOTE:
            use = replace(use, roles=_ANYBODY)
        return use if use.procedures else None

    def _books(self, file: PaperFile) -> Sequence[ProcedureBook]:
        if file.procedure:
            return [self.books[file.procedure]] if file.procedure in self.books else []
        own = {f.procedure for f in self.all if f.kind == file.kind and f.paper == file.paper}
        return [book for name, book in self.books.items() if name not in own]

    @cached_property
    def _shared(self) -> frozenset[str]:
        """Give the steps that a procedure may take in from the shared rules."""
        layers = (
            layer for n in self.books for layer in procedure_data(self.content, n)[1].values()
        )
        return frozenset(step["id"] for layer in layers for step in layer["steps"])

    def unworded(self) -> Iterator[tuple[str, str]]:
        """Give each procedure's papers that the office writes and that have no words."""
        there = {(f.procedure, f.paper) for f in self.all}
        for name, book in self.books.items():
            every = (step for start in book.starts for step in book.in_force(start).steps.values())
            for paper in sorted({a for step in every for a in step.artefacts}):
                known = self.artefacts[paper.lower()]
                ours = known.made_by == "unit" and known.kind != "online" and not known.layout
                if ours and not {(name, paper.lower()), ("", paper.lower())} & there:
                    yield name, paper


def _asking(use: Use) -> tuple[Step, ...]:
    """Give the steps by which agencies are asked: a reminder is about one of them."""
    every = (step for procedure in use.procedures for step in procedure.steps.values())
    return tuple(step for step in every if step.each == "agency" and step.sends)
