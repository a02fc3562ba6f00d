"""Read what stands at the top and foot of a Word file's pages."""

from collections.abc import Iterator

from sgdocs.opening import Archive
from sgdocs.wordreading.names import W

__all__ = ["read_edges"]

_PARTS = r"word/(header|footer)\d*\.xml"


def read_edges(data: bytes, where: str) -> tuple[str, ...]:
    """Give the lines at the top and foot of its pages, each once."""
    archive = Archive(data, where, "Word file")
    return tuple(dict.fromkeys(filter(None, _lines(archive))))


def _lines(archive: Archive) -> Iterator[str]:
    for part in archive.matching(_PARTS):
        for paragraph in archive.xml(part, ours=True).iter(f"{W}p"):
            yield "".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip()
