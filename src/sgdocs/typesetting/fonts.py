"""The fonts that PDFs are set in, and the characters they have."""

import atexit
import struct
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sgdocs.content import Content
from sgdocs.errors import InputRefused, OutputFailed
from sgdocs.storage import make_folder, write_file

__all__ = ["can_set", "characters_of", "face_files", "font_files", "font_folder", "printable"]

_ENDINGS = frozenset({".ttf", ".otf"})
_SHAPELESS = frozenset({"Cf", "Zs"})
_FACES = ("Regular", "It", "Bold", "BoldIt")
# Arabic, Hebrew, Georgian, Devanagari and Thai names. None of them leans in print, so two weights
# do; in the package they lie packed in code, each under a word of its own.
_FURTHER = {"FiraGO-Regular.ttf": "figo", "FiraGO-Bold.ttf": "figbo"}


def face_files() -> dict[str, Path]:
    """Give the file of each face we set in, from the font package, by its short name."""
    import font_source_sans_pro  # noqa: PLC0415 - looks through its folder on import

    folder = Path(font_source_sans_pro.font_directory)
    return {face: folder / f"SourceSansPro-{face}.ttf" for face in _FACES}


def font_files(content: Content) -> tuple[Path, ...]:
    """Give the files of all fonts: the packages' faces, then the workspace's own (`fonts`)."""
    return _settled_files(content) if content.stamp else _files(content)


@lru_cache(maxsize=4)
def _settled_files(content: Content) -> tuple[Path, ...]:
    return _files(content)


def _files(content: Content) -> tuple[Path, ...]:
    files = (f for folder in font_folder(content) for f in sorted(folder.iterdir()))
    return tuple(f for f in files if f.suffix.lower() in _ENDINGS)


@lru_cache(maxsize=4)
def font_folder(content: Content) -> tuple[Path, ...]:
    """Give folders that hold each face once.

    The font package holds each face twice, as .otf and .ttf, and the typesetter takes whichever
    the disk lists first: only a folder of our own gives the same bytes on every computer. It lies
    in the cache, or for as long as the program runs in a folder that is taken away at its end.
    """
    folder = _filled(content.cache / "fonts" if content.cache else _for_now())
    own = content.workspace / "fonts" if content.workspace else None
    return (folder, own) if own and own.is_dir() else (folder,)


def _filled(folder: Path) -> Path:
    """Put the faces there; where a cache cannot be written to, they lie elsewhere for now."""
    try:
        make_folder(folder)
        for name, read in _packaged().items():
            if not (folder / name).exists():
                write_file(folder / name, read())
    except OutputFailed:
        if folder == _for_now():
            raise
        return _filled(_for_now())
    return folder


def _packaged() -> dict[str, Callable[[], bytes]]:
    """Give what reads each face; a face that is there already need not be unpacked."""
    further = {name: partial(_unpacked, word) for name, word in _FURTHER.items()}
    return {file.name: file.read_bytes for file in face_files().values()} | further


def _unpacked(word: str) -> bytes:
    import pymupdf_fonts  # noqa: PLC0415 - only where the cache has no fonts yet

    return bytes(pymupdf_fonts.fontbuffers[word]())


@lru_cache(maxsize=1)
def _for_now() -> Path:
    folder = TemporaryDirectory(prefix="sgdocs-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)


def can_set(text: str, content: Content) -> bool:
    """Say whether the fonts have every letter; joiners and direction marks have no shape."""
    known = printable(content)
    return all(ord(c) in known or unicodedata.category(c) in _SHAPELESS for c in text)


def printable(content: Content) -> frozenset[int]:
    """Give every character that one of the fonts has."""
    return _of_all(font_files(content))


@lru_cache(maxsize=4)
def _of_all(files: tuple[Path, ...]) -> frozenset[int]:
    return frozenset().union(*map(characters_of, files))


@lru_cache(maxsize=64)
def characters_of(path: Path) -> frozenset[int]:
    """Read from a font file which characters it has."""
    try:
        data = path.read_bytes()
        return frozenset(_mapped(data, _character_map(data)))
    except (OSError, struct.error, StopIteration) as fault:
        raise InputRefused(
            "this font could not be read.",
            where=path.name,
            remedy="Replace it with an ordinary .ttf or .otf file, or take it away.",
        ) from fault


def _character_map(data: bytes) -> int:
    """Find the table `cmap` and in it the fullest Unicode map: format 12, else format 4."""
    (count,) = struct.unpack_from(">H", data, 4)
    records = [struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count)]
    start: int = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (maps,) = struct.unpack_from(">H", data, start + 2)
    offsets = [start + struct.unpack_from(">L", data, start + 8 + 8 * i)[0] for i in range(maps)]
    formats: dict[int, int] = {
        struct.unpack_from(">H", data, offset)[0]: offset for offset in offsets
    }
    return next(formats[kind] for kind in (12, 4) if kind in formats)


def _mapped(data: bytes, start: int) -> Iterator[int]:
    (kind,) = struct.unpack_from(">H", data, start)
    return _format_12(data, start) if kind == 12 else _format_4(data, start)


def _format_12(data: bytes, start: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">L", data, start + 12)
    for i in range(groups):
        first, last = struct.unpack_from(">LL", data, start + 16 + 12 * i)
        yield from range(first, min(last, 0x10FFFF) + 1)


def _format_4(data: bytes, start: int) -> Iterator[int]:
    segments = struct.unpack_from(">H", data, start + 6)[0] // 2
    lasts = struct.unpack_from(f">{segments}H", data, start + 14)
    firsts = struct.unpack_from(f">{segments}H", data, start + 16 + 2 * segments)
    for first, last in zip(firsts, lasts, strict=True):
        yield from (c for c in range(first, last + 1) if c != 0xFFFF)
