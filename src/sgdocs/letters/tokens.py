"""Values kept out of the way while Markdown is read, so that a name with a star stays a name."""

import re

from sgdocs.errors import InputRefused

__all__ = ["Sealed", "holds_token", "whole_token"]

# A private plane of Unicode: no keyboard types it, and Markdown takes it for a letter.
_FIRST, _LAST = 0xF0000, 0xFFFFD
_TOKEN = re.compile(f"[{chr(_FIRST)}-{chr(_LAST)}]")


class Sealed:
    """The values printed by one letter, each behind a character that stands for it."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        self._values: list[str] = []

    def seal(self, value: str) -> str:
        """Keep a value, and give the character to print instead."""
        if len(self._values) > _LAST - _FIRST:
            raise InputRefused("the letter prints too many values.", remedy="Check its loops.")
        self._values.append(value)
        return chr(_FIRST + len(self._values) - 1)

    def restore(self, text: str) -> str:
        """Put the values back."""
        return _TOKEN.sub(lambda found: self._values[ord(found.group()) - _FIRST], text)


def holds_token(text: str) -> bool:
    """Say whether a text already holds such a character, which no letter may."""
    return bool(_TOKEN.search(text))


def whole_token() -> str:
    """Give a character that stands for some value, to check a letter with no facts at hand."""
    return chr(_FIRST)
