"""Find words among a page's commands that no command draws."""

import re
from collections.abc import Iterator

from sgdocs.gate.pdf.channels import KNOWN_NAMES
from sgdocs.gate.pdf.lexing import Operands

__all__ = ["TAKES", "aside"]

_NUMBER = re.compile(rb"/MCID\s+\d+")
_SHOWS = {b"Tj": 1, b"TJ": 1, b"'": 1, b'"': 3}
TAKES = {**_SHOWS, b"": -2, b"q": 0, b"Q": 0, b"BT": 0, b"ET": 0, b"T*": 0, b"cm": 6, b"Td": 2}
TAKES |= {b"Tm": 6, b"re": 4, b"m": 2, b"g": 1, b"rg": 3, b"Tf": 2, b"Do": 1}
"""How much the usual commands are given: with so much, and no more, nothing is left over."""
_KNOWN = frozenset(name.encode() for name in KNOWN_NAMES)


def aside(operator: bytes, given: Operands) -> Iterator[bytes]:
    """Give the strings and names a command is given besides what it draws."""
    for kind, value in given[: len(given) - _SHOWS.get(operator, 0)]:
        written = kind in ("string", "array", "dict") and (b"(" in value or b"<" in value)
        if written or (kind == "name" and value not in _KNOWN):
            yield _NUMBER.sub(b"", value)
