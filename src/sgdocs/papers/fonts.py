"""The fonts that PDFs are set in, and the characters they have."""

import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sgdocs.content import Content
from sgdocs.errors import InputRefused

__all__ = ["characters_of", "font_files"]

_ENDINGS = frozenset({".ttf", ".otf"})


def font_files(content: Content) -> tuple[Path, ...]:
    """Give the letterhead's font files, then the workspace's own from its folder `fonts`.

    The letterhead keeps its own copy of the four faces it uses. The package they come from has
    each face twice, and the typesetter takes whichever the disk happens to list first.
    """
    folders = [content.packaged_root() / "templates" / "letterhead" / "fonts"]
    if content.workspace:
        folders.append(content.workspace / "fonts")
    return tuple(
        file
        for folder in folders
        if folder.is_dir()
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in _ENDINGS
    )


@lru_cache(maxsize=64)
def characters_of(path: Path) -> frozenset[int]:
    """Read from a font file which characters it has."""
    try:
        data = path.read_bytes()
        return frozenset(_mapped(data, _character_map(data)))
    except (OSError, struct.error, StopIteration):
        raise InputRefused(
            "this font could not be read.",
            where=path.name,
            remedy="Replace it with an ordinary .ttf or .otf file, or take it away.",
        ) from None


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
