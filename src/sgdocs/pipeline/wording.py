"""Change the words of a letter, or a Word template: try it, see what is wrong, then use it."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sgdocs.artefacts import Asked
from sgdocs.checking import Finding
from sgdocs.content import OWN, Content
from sgdocs.dates import Moment
from sgdocs.documents import Document
from sgdocs.errors import InputRefused, SafetyRefused, SgdocsError
from sgdocs.expressions import ExpressionFailed
from sgdocs.facts import last_record
from sgdocs.opening.limits import LETTER_BYTES, TEMPLATE_BYTES
from sgdocs.pipeline.paperfiles import PaperFile, PaperFiles
from sgdocs.pipeline.previewing import preview
from sgdocs.pipeline.proving import prove
from sgdocs.pipeline.scheduling import schedule, validate
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.procedure import load_procedure, procedure_names
from sgdocs.reading import read_file, read_words
from sgdocs.storage import make_folder, remove_file, write_file

__all__ = ["Tried", "Worded", "keep", "text_of", "tried", "worded"]

_LARGEST = {"letters": LETTER_BYTES, "templates": TEMPLATE_BYTES}


@dataclass(frozen=True, slots=True)
class Worded:
    """A letter or template there is: whose it is, and which paper it makes."""

    file: PaperFile
    title: str
    own: bool
    """True where the workspace has its own."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What would become of a change: what is wrong with it, and how it looks for an example."""

    findings: tuple[Finding, ...]
    looks: tuple[Document, ...]

    @property
    def usable(self) -> bool:
        """Say whether papers may be made of it."""
        return not any(finding.severity == "error" for finding in self.findings)


def worded(content: Content) -> tuple[Worded, ...]:
    """List every letter and template."""
    files = _files(content)
    return tuple(
        Worded(file, artefact.title, content.origin(file.kind, file.name) == OWN)
        for file in files.all
        if (artefact := files.artefacts.get(file.paper))
    )


def text_of(content: Content, file: PaperFile) -> str:
    """Give the words of a letter."""
    return read_words(content.path(file.kind, file.name), name=file.file)


def tried(content: Content, file: PaperFile, data: bytes, today: Moment) -> Tried:
    """Check a change and make an example of it; nothing is used yet."""
    _require_bounded(file, data)
    place = _workspace(content) / ".sgdocs" / "trials" / sha256(data).hexdigest()[:16]
    path = place / Path(file.name).name
    make_folder(place)
    write_file(path, data)
    try:
        trial = content.trying(file.kind, file.name, path)
        findings = prove(trial, (file.file,)).findings
        told = Tried(findings, ())
        return Tried(findings, _example(trial, file, today)) if told.usable else told
    finally:
        remove_file(path)


def keep(content: Content, file: PaperFile, data: bytes, today: Moment) -> Path:
    """Put a change in use for this workspace, unless papers could not be made of it."""
    if not tried(content, file, data, today).usable:
        raise SafetyRefused(
            "papers cannot be made of this yet.", where=file.file, remedy="Put it right first."
        )
    path = _workspace(content).joinpath(file.kind, *Path(file.name).parts)
    make_folder(path.parent)
    write_file(path, data)
    return path


def _files(content: Content) -> PaperFiles:
    books = {name: load_procedure(content, name) for name in procedure_names(content)}
    return PaperFiles(content, books)


def _workspace(content: Content) -> Path:
    if content.workspace is None:
        raise InputRefused("there is no workspace here.", remedy="Make one first: sgdocs init.")
    return content.workspace


def _require_bounded(file: PaperFile, data: bytes) -> None:
    largest = _LARGEST[file.kind]
    if len(data) > largest:
        raise InputRefused(f"this is larger than {largest // 1000:,} kB.", where=file.file)


def _example(content: Content, file: PaperFile, today: Moment) -> tuple[Document, ...]:
    """Make the paper for the first example case that calls for it."""
    artefact = _files(content).artefacts[file.paper].id
    for path in _examples(content, file):
        document = read_file(path)
        case = validate(document, content, today).case
        if case is None:
            continue
        day = last_record(case) or today
        try:
            found = schedule(document, content, day, today)
            for one in wanted_papers(found, Asked(only=artefact)):
                if one.to:
                    return preview(found, one, one.to[0])
        except (ExpressionFailed, SgdocsError):
            continue
    return ()


def _examples(content: Content, file: PaperFile) -> Iterator[Path]:
    for name in content.names("examples", "case.yaml"):
        path = content.path("examples", name)
        if file.procedure in ("", read_file(path).data["case"]["procedure"]):
            yield path
