"""Split a page's drawing commands into operators and what they are given."""

import re
from codecs import escape_decode
from collections.abc import Generator, Iterator

__all__ = ["Operands", "commands", "name_of", "string_bytes", "strings_in"]

# Nothing is tried twice: a file made to be slow to read is read as quickly as any.
_INSIDE = rb"[^()\\]++|\\[0-7]{1,3}|\\."
_PARENTHESES = (
    rb"\((?:" + _INSIDE + rb"|\((?:" + _INSIDE + rb"|\((?:" + _INSIDE + rb")*+\))*+\))*+\)"
)
_HEX = rb"<[0-9A-Fa-f\x00\t\n\x0c\r ]*>"
_SHOWN = re.compile(rb"(" + _PARENTHESES + rb")|(" + _HEX + rb")|([+-]?[\d.]+)", re.DOTALL)
_STRING = re.compile(rb"\(((?:" + _INSIDE + rb")*+)\)", re.DOTALL)
_NESTED = re.compile(rb"\([^()\\]*(?:\\.[^()\\]*)*\(", re.DOTALL)
_WIDE_STEP = re.compile(rb"\)\s*[-+]?\d{3}")
_TOKEN = re.compile(
    rb"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*)"
    rb"|(?P<name>/[^\x00\t\n\x0c\r ()<>\[\]{}/%]*)"
    rb"|(?P<array>\[(?:[^\[\]()<>%]++|" + _PARENTHESES + rb"|" + _HEX + rb")*+\])"
    rb"|(?P<string>" + _PARENTHESES + rb"|" + _HEX + rb")"
    rb"|(?P<dict><<(?:[^<>()]++|" + _PARENTHESES + rb"|" + _HEX + rb"|<<[^<>]*+>>)*+>>)"
    rb"|(?P<comment>%[^\r\n]*)"
    rb"|(?P<odd>[^\x00\t\n\x0c\r ])",
    re.DOTALL,
)
_IMAGE_END = re.compile(rb"[\t\n\r ]EI(?=[\x00\t\n\x0c\r ]|$)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_RARE = re.compile(rb"\\(?:[^0-3nrtbf]|$)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_OCTAL = frozenset(bytes([digit]) for digit in b"01234567")
_BREAKS = frozenset((b"\n", b"\r", b"\r\n"))
_MOST_OPERANDS = 200
_KERNING = 100.0  # in thousandths of the type size; less moves no letter to another place

Operands = list[tuple[str, bytes]]
"""What an operator is given: each with its kind."""


def commands(data: bytes) -> Iterator[tuple[bytes, Operands]]:
    """Give each operator with its operands; a picture among them as one; `?` where it is odd."""
    at: int | None = 0
    while at is not None:
        at = yield from _until_picture(data, at)


def _until_picture(data: bytes, at: int) -> Generator[tuple[bytes, Operands], None, int | None]:
    """Give the commands up to a picture, and where they go on after it."""
    given: Operands = []
    for match in _TOKEN.finditer(data, at):
        kind = match.lastgroup
        if kind == "operator":
            if match[0] == b"ID":
                end = _IMAGE_END.search(data, match.end())
                pixels = data[match.end() : end.start() if end else len(data)]
                yield b"BI", [*given, ("image", pixels)]
                return end.end() if end else None
            if match[0] != b"BI":  # what a picture is given stands behind its own sign
                yield match[0], given
                given = []
        elif kind in ("odd", "comment"):
            yield (b"?" if kind == "odd" else b"%"), [(kind, match[0])]
        else:
            given.append((kind, match[0]))  # type: ignore[arg-type]
            if len(given) > _MOST_OPERANDS:
                yield b"?", [("odd", b"")]
                given = []
    if given:
        yield b"", given
    return None


def strings_in(array: bytes) -> Iterator[bytes | float]:
    """Give the strings of an array, and the steps between them that are wider than a letter's."""
    if not (b"<" in array or _WIDE_STEP.search(array) or _NESTED.search(array)):
        yield _plain(b"".join(_STRING.findall(array)))
        return
    pieces: list[bytes] = []
    for match in _SHOWN.finditer(array):
        if match[1] is not None:
            pieces.append(match[1][1:-1])
        elif match[2] is not None:
            pieces.append(_escaped(string_bytes(match[2])))
        elif len(match[3]) > 2 and abs(step := _number(match[3])) > _KERNING:
            yield _plain(b"".join(pieces))
            yield step
            pieces = []
    yield _plain(b"".join(pieces))


def _number(written: bytes) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0


def _escaped(data: bytes) -> bytes:
    return b"".join(b"\\%03o" % byte for byte in data)


def name_of(written: bytes) -> str:
    """Give a name as it is looked up, its numbered letters undone."""
    head, *rest = written.decode("latin-1").split("#")
    return head + "".join(chr(int(part[:2], 16)) + part[2:] for part in rest)


def string_bytes(written: bytes) -> bytes:
    """Give the bytes a written string stands for."""
    if written.startswith(b"<"):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", written)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _plain(written[1:-1])


def _plain(inside: bytes) -> bytes:
    """Undo the escapes of a string; the common ones at one go."""
    if b"\\" not in inside:
        return inside
    plain = inside.replace(b"\\\\", b"\\134").replace(b"\\(", b"(").replace(b"\\)", b")")
    if _RARE.search(plain):
        return _ESCAPE.sub(_unescaped, inside)
    # What is left is written as in the program's own language: \n, \r, \t, \b, \f and \000.
    return escape_decode(plain)[0]


def _unescaped(match: re.Match[bytes]) -> bytes:
    what = match[1]
    if what[:1] in _OCTAL:
        return bytes([int(what, 8) & 255])
    return b"" if what in _BREAKS else _ESCAPED.get(what, what)
