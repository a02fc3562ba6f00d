"""Read the table by which a typeface says which letters its glyphs are."""

import re
from collections.abc import Iterator

__all__ = ["letters_of"]

_SECTION = re.compile(
    rb"begin(bfchar|bfrange|cidchar|cidrange|codespacerange)(.*?)end\1", re.DOTALL
)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_MOST = 70_000


def letters_of(cmap: bytes) -> dict[int, str]:
    """Give the letters for each code."""
    found: dict[int, str] = {}
    for match in _SECTION.finditer(cmap):
        if match[1] == b"bfchar":
            found.update(_singles(match[2]))
        elif match[1] == b"bfrange":
            found.update(_ranges(match[2]))
        if len(found) > _MOST:
            break
    return found


def _singles(body: bytes) -> Iterator[tuple[int, str]]:
    for match in _PAIR.finditer(body):
        yield _number(match[1]), _text(match[2])


def _ranges(body: bytes) -> Iterator[tuple[int, str]]:
    for match in _RANGE.finditer(body):
        first, last = _number(match[1]), min(_number(match[2]), _number(match[1]) + _MOST)
        if match[4] is not None:
            for offset, each in enumerate(_HEX.findall(match[4])):
                yield first + offset, _text(each)
            continue
        start = _text(match[3] or b"")
        for code in range(first, last + 1):
            if start:
                yield code, start[:-1] + chr(min(ord(start[-1]) + code - first, 0x10FFFF))


def _number(digits: bytes) -> int:
    return int(re.sub(rb"\s", b"", digits) or b"0", 16)


def _text(digits: bytes) -> str:
    packed = re.sub(rb"\s", b"", digits)
    if len(packed) % 4:
        packed = packed.rjust(len(packed) + 4 - len(packed) % 4, b"0")
    return bytes.fromhex(packed.decode()).decode("utf-16-be", "replace")
