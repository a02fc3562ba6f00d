"""What papers are made from, each part by the hash of what it says: the same gives the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from sgdocs import __version__
from sgdocs.artefacts import Addressee, Wanted
from sgdocs.content import WORKSPACE_MARK, Content
from sgdocs.documents import Wording, Wordings
from sgdocs.errors import InputRefused
from sgdocs.packs import Contents
from sgdocs.pipeline.grounding import CALENDAR, ground

__all__ = ["PROGRAM", "Fingerprints", "Sources", "digest"]

_FORM = 2
"""Another number when the program makes other papers of the same words and facts."""

PROGRAM = f"{__version__}/{_FORM}"

Hashes = Mapping[str, str]

_WORD = ("letters/labels.yaml", "letters/words.yaml", "templates/letterhead/letterhead.docx")
_PDF = ("templates/letter.typ",)
_AROUND = ("templates/call-sheet.docx", "templates/cover.typ", "templates/timeline.typ")
_COVERING = "covering-note.md"


@dataclass(frozen=True, slots=True)
class Sources:
    """The files that a procedure's papers are made from, as they stand now."""

    content: Content
    procedure: str
    contents: Contents = "all"

    def rules(self) -> Hashes:
        """Give the hash of everything a case stands on, by what it is called in a pack's list."""
        if self.content.stamp:
            return _rules_once(self)
        return dict(_rules(self))

    def shared(self) -> tuple[str, ...]:
        """Name the wording that a pack is made with, whichever papers are in it."""
        more = self.around() if self.contents == "all" else ()
        return (*self.shared_by_papers(), *more)

    def shared_by_papers(self) -> tuple[str, ...]:
        """Name the wording that each paper is made with."""
        return _WORD if self.contents == "word" else (*_WORD, *_PDF)

    def around(self) -> tuple[str, ...]:
        """Name the wording of what lies beside the papers, and of the mail that takes them."""
        own = f"{self.procedure}/{_COVERING}"
        note = own if own in self.content.names("letters", ".md") else _COVERING
        return (*_AROUND, f"letters/{note}")

    def of(self, wording: Wording) -> tuple[str, ...]:
        """Name the files of one paper's words."""
        letter = (f"letters/{wording.letter}",) if wording.letter else ()
        template = (f"templates/{wording.template}",) if wording.template else ()
        if not wording.layout:
            return (*letter, *template)
        layout = (n for n in self.content.names("templates") if n.startswith(f"{wording.layout}."))
        return (*letter, *template, *(f"templates/{name}" for name in layout))

    def hashes(self, files: Iterable[str]) -> Hashes:
        """Give the hash of each file; nothing for one that is gone."""
        return {name: _hash(self.content, name) for name in files}

    def hashes_of_all(self, files: tuple[str, ...]) -> Hashes:
        """Give the same, looked up once for all cases that are made from the same files."""
        return _hashes_once(self.content, files) if self.content.stamp else self.hashes(files)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What every paper of one case on one day has in common, and each has of its own."""

    sources: Sources
    wordings: Wordings
    common: str

    def of(self, wanted: Wanted, to: Addressee) -> str:
        """Give the fingerprint of everything one paper is made from, its words included."""
        row = wanted.row
        about = (wanted.artefact.id, row.step if row else "", wanted.instance, to.key)
        when = (wanted.day.isoformat(), str(wanted.version), str(wanted.replaces or ""))
        words = self.sources.hashes(self.sources.of(self.wordings.of(wanted.artefact)))
        return digest((self.common, *about, *when, *words.values()))

    def of_around(self) -> str:
        """Give the fingerprint of what lies beside the papers."""
        words = self.sources.hashes(self.sources.around())
        return digest((self.common, *words.values()))


def digest(parts: Iterable[str]) -> str:
    """Give one hash of several texts."""
    whole = sha256()
    for part in parts:
        whole.update(f"{len(part)}:{part}".encode())
    return whole.hexdigest()


@lru_cache(maxsize=1024)
def _hashes_once(content: Content, files: tuple[str, ...]) -> Hashes:
    return {name: _hash(content, name) for name in files}


@lru_cache(maxsize=64)
def _rules_once(sources: Sources) -> Hashes:
    return dict(_rules(sources))


def _rules(sources: Sources) -> Iterator[tuple[str, str]]:
    content = sources.content
    own = content.workspace / WORKSPACE_MARK if content.workspace else None
    if own is not None and own.is_file():
        yield WORKSPACE_MARK, _hash_of(own)
    else:
        name = f"partnerships/{sources.procedure}.yaml"
        yield name, _hash(content, name)
    for name in (*ground(content, sources.procedure).book.files, "artefacts"):
        yield f"procedures/{name}.yaml", _hash(content, f"procedures/{name}.yaml")
    yield f"calendars/{CALENDAR}.yaml", _hash(content, f"calendars/{CALENDAR}.yaml")
    for name in content.names("schemas", ".json"):
        yield f"schemas/{name}", _hash(content, f"schemas/{name}")
    yield "names", digest(_names(sources))
    yield "fonts", digest(_fonts(content))


def _names(sources: Sources) -> Iterator[str]:
    """Name the letters and templates there are: a new one may take the place of another."""
    for kind in ("letters", "templates"):
        for name in sources.content.names(kind):
            if name.rpartition("/")[0] in ("", sources.procedure):
                yield f"{kind}/{name}"


def _fonts(content: Content) -> Iterator[str]:
    """Give the workspace's own fonts; the others come with the program."""
    folder = content.workspace / "fonts" if content.workspace else None
    for path in sorted(folder.iterdir()) if folder and folder.is_dir() else ():
        if path.is_file():
            yield path.name
            yield _hash_of(path)


def _hash(content: Content, name: str) -> str:
    return _hash_once(content, name) if content.stamp else _hash_now(content, name)


@lru_cache(maxsize=8192)
def _hash_once(content: Content, name: str) -> str:
    return _hash_now(content, name)


def _hash_now(content: Content, name: str) -> str:
    kind, _, rest = name.partition("/")
    try:
        return _hash_of(content.path(kind, rest))
    except InputRefused:
        return ""


def _hash_of(path: Path) -> str:
    status = path.stat()
    return _hash_as_it_was(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=8192)
def _hash_as_it_was(path: Path, _changed: int, _size: int) -> str:
    return sha256(path.read_bytes()).hexdigest()
