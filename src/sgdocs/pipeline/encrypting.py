"""Put a case under encryption, all there is of it as one file, and bring it back."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.errors import InputRefused, OutputFailed, SafetyRefused, SgdocsError, UsageRefused
from sgdocs.ledger import Entry, Kind, Line, holding
from sgdocs.pipeline.casebooks import Casebook
from sgdocs.pipeline.entering import enter, enter_held, held
from sgdocs.pipeline.finding import CASE_NAMES, ENCRYPTED, find_case
from sgdocs.pipeline.parcelling import CASES, files_in, gathered, opened, own_folder
from sgdocs.pipeline.recording import book_of
from sgdocs.reading import read_file
from sgdocs.storage import locked, remove, sweep, write_file, write_folder
from sgdocs.vault import Parcel, encrypted, packed, public_of, read_key

__all__ = ["Key", "decrypt_case", "encrypt_case", "key_of"]

_OWNER = "sgdocs encrypt"
_CACHE = ".sgdocs"


@dataclass(frozen=True, slots=True)
class Key:
    """The office's own key, and where it lies."""

    secret: str
    public: str


def key_of(path: Path) -> Key:
    """Read a key file."""
    secret = read_key(path)
    return Key(secret, public_of(secret, path))


def encrypt_case(
    name: str, content: Content, key: Key, recovery: Sequence[str], today: Moment
) -> Path:
    """Encrypt a case and everything made of it, prove that the key opens it, remove the rest.

    Stopped anywhere, the same again goes on: what is removed is what the encrypted file holds.
    """
    workspace, target = _places(name, content)
    if not target.exists():
        _write(target, find_case(name, content), content, (key, recovery), today)
    parcel = opened(target, key.secret)
    own = own_folder(parcel, name, target)
    with _held_anew(workspace / own, parcel.folders[own]):
        _require_same(workspace, parcel)
        for path in _in_order(workspace, parcel):
            remove(path)
    for folder in (*parcel.folders, _CACHE):
        _remove_empty(workspace / folder)
    return target


def decrypt_case(name: str, content: Content, key: Key, today: Moment) -> Path:
    """Bring an encrypted case back, its case file last; nothing that is there is overwritten."""
    workspace, target = _places(name, content)
    if not target.is_file():
        raise InputRefused(
            "there is no encrypted case of this name.",
            where=name,
            remedy="sgdocs status names the cases that are encrypted.",
        )
    parcel = opened(target, key.secret)
    own = own_folder(parcel, name, target)
    for folder in sorted(parcel.folders, key=lambda folder: folder == own):
        files = parcel.folders[folder]
        # What an encrypting that was stopped left there gives way.
        write_folder(workspace / folder, files, replace=_holds_all(files, workspace / folder))
    try:
        return _back(target, workspace / own, content, today)
    except SgdocsError as failed:
        raise OutputFailed(
            "the case is as it was before it was encrypted; what was left to do failed: "
            f"{failed.what}",
            where=failed.where,
            remedy=f"Nothing is lost. If {target.name} is still there, run the command again.",
        ) from failed


def _back(target: Path, folder: Path, content: Content, today: Moment) -> Path:
    """Remove the encrypted file, and note in the ledger that the case is back."""
    remove(target)
    path = find_case(str(folder), content)
    if book := book_of(read_file(path), path, content):
        enter(book, _entry("decrypted", today))
    return path


def _places(name: str, content: Content) -> tuple[Path, Path]:
    """Give the workspace and the encrypted file; what a dead run left beside it is swept away."""
    if content.workspace is None:
        raise UsageRefused("there is no workspace here.", remedy="Stand in the workspace.")
    workspace = content.workspace.resolve()
    with suppress(OSError, OutputFailed):  # what cannot be swept now is swept another time
        sweep(workspace / CASES)
    return workspace, workspace / CASES / f"{name}{ENCRYPTED}"


def _write(
    target: Path, path: Path, content: Content, keys: tuple[Key, Sequence[str]], today: Moment
) -> None:
    key, recovery = keys
    book = book_of(read_file(path), path, content)
    if book is None or book.folder.name != target.name.removesuffix(ENCRYPTED):
        raise UsageRefused("name the case by its folder among the cases of this workspace.")
    with locked(path, owner=_OWNER), held(book, _OWNER) as lines:
        _note_away(book, lines, today)
        parcel = gathered(book)
        data = encrypted(packed(parcel), [key.public, *recovery])
        write_file(target, data, exclusive=True)


def _note_away(book: Casebook, lines: Sequence[Line], today: Moment) -> None:
    try:
        enter_held(book, lines, _entry("encrypted", today))
    except OutputFailed as failed:
        raise OutputFailed(
            "nothing was encrypted: what its ledger is to say of it could not be written in full.",
            where=failed.where,
            remedy=failed.remedy,
        ) from failed


def _entry(storage: str, today: Moment) -> Entry:
    return Entry(Kind.RECORDED, today, "", {"storage": storage})


@contextmanager
def _held_anew(folder: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Hold a case while it is compared and removed, so that nobody adds to it in between."""
    with ExitStack() as stack:
        if folder.is_dir():
            for name in (name for name in CASE_NAMES if name in files):
                stack.enter_context(locked(folder / name, owner=_OWNER))
            stack.enter_context(holding(folder, _OWNER))
        yield


def _require_same(workspace: Path, parcel: Parcel) -> None:
    """Refuse to remove anything that is not, byte for byte, in the encrypted file."""
    for folder, files in parcel.folders.items():
        if not _holds_all(files, workspace / folder):
            raise SafetyRefused(
                "what lies here is not what was encrypted; both were left as they are.",
                where=str(workspace / folder),
                remedy="Compare them: move the folder away, decrypt, and keep the right one.",
            )


def _holds_all(files: Mapping[str, bytes], folder: Path) -> bool:
    """Say whether all that lies in a folder is, byte for byte, among the files."""
    return all(files.get(name) == data for name, data in files_in(folder).items())


def _in_order(workspace: Path, parcel: Parcel) -> list[Path]:
    """Put the case file first: what is half removed must not be taken for a case."""
    paths = [workspace / name for name, _ in parcel.files]
    return sorted(paths, key=lambda path: path.name not in CASE_NAMES)


def _remove_empty(folder: Path) -> None:
    """Remove a folder that holds no file but locks; the cache, which is made anew, altogether."""
    if folder.name == _CACHE or not files_in(folder):
        remove(folder)
