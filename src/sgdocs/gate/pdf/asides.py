"""Find words among a page's commands that no command draws."""

import re
from collections.abc import Iterator

from sgdocs.gate.pdf.channels import KNOWN_NAMES
from sgdocs.gate.pdf.lexing import Operands

__all__ = ["TAKES", "aside"]

_NUMBER = re.compile(rb"/MCID\s+\d+")
_SHOWS = {b"Tj": 1, b"TJ": 1, b"'": 1, b'"': 3}
_NOTHING = (b"q", b"Q", b"BT", b"ET", b"T*", b"EMC", b"h", b"f", b"n", b"S", b"W")
TAKES = {**_SHOWS, **dict.fromkeys(_NOTHING, 0), b"": -2, b"cm": 6, b"Td": 2, b"Tm": 6}
"""How much commands are given that take strings, nothing, or what must be numbers: with so much
there is nothing left over."""
_KNOWN = frozenset(name.encode() for name in KNOWN_NAMES)


def aside(operator: bytes, given: Operands) -> Iterator[bytes]:
    """Give the strings and names a command is given besides what it draws."""
    for kind, value in given[: len(given) - _SHOWS.get(operator, 0)]:
        written = kind in ("string", "array", "dict") and (b"(" in value or b"<" in value)
        if written or (kind == "name" and value not in _KNOWN):
            yield _NUMBER.sub(b"", value)
