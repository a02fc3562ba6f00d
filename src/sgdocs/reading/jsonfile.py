"""JSON text into plain data, strictly: no duplicate names, no endless numbers, nothing after."""

import re
from json import JSONDecodeError, JSONDecoder
from math import isfinite
from typing import Any, Final

from sgdocs.opening.limits import DATA_VALUES
from sgdocs.reading.problems import Problem, ReadingRefused, refusal
from sgdocs.reading.tree import Tree

__all__ = ["read_json"]

_TOKEN = re.compile(
    r"[ \t\r\n]*+(?:"
    r'(?P<text>")'
    r"|(?P<mark>[\[\]{},:])"
    r"|(?P<number>-?(?:0|[1-9][0-9]*+)(?P<part>(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+)(?![0-9.]))"
    r"|(?P<word>(?:true|false|null)(?![A-Za-z0-9_]))"
    r"|(?P<end>\Z))"
)
_SPACE = re.compile(r"[ \t\r\n]*+")
_WORDS = {"true": True, "false": False, "null": None}

_VALUE: Final = "a value"
_FIRST_ITEM: Final = "a value or the end of the list"
_NAME: Final = "a name"
_FIRST_NAME: Final = "a name or the closing bracket"
_COLON: Final = "a colon"
_NEXT: Final = "a comma or the closing bracket"
_NOTHING: Final = "nothing more"

_EMPTY = Problem(1, 1, "The file is empty.", "Fill it in, or take it away.")
_IN_QUOTES = "Put the number in quotes."
_LONG_NUMBER = ("A number here has more than nine digits, like a telephone number.", _IN_QUOTES)
_ENDLESS = ("A number here is too large to hold.", _IN_QUOTES)
_NOT_A_NUMBER = (
    "“NaN” and “Infinity” are not numbers that can be used.",
    "Write null, or put the word in quotes.",
)
_ODD_NUMBER = ("A number here is not written as JSON allows.", _IN_QUOTES)
_NO_COMMENTS = ("There is a comment here; JSON has none.", "Take it out.")
_DOUBLE_QUOTES = (
    "Text here is not in double quotation marks.",
    'Put “"” before and after it, the straight kind.',
)
_SPARE_COMMA = ("There is a comma before a closing bracket.", "Take the comma out.")
_NOT_CLOSED = (
    "The file ends before everything in it is closed.",
    "Add the missing bracket or quotation mark at the end; the file may have been cut short.",
)
_WRONG_BRACKET = (
    "A closing bracket here does not match the one that was opened.",
    "Close “[” with “]” and “{” with “}”.",
)
_BAD_TEXT = (
    "The text in quotation marks that starts here is not written as JSON allows.",
    "Close the quotation mark on the same line; write a backslash twice, and a line end as \\n.",
)
_LEFT_OVER = (
    "There is something more after the end.",
    "Keep one value in the file, and take out what follows it.",
)


def read_json(body: str, file: str) -> tuple[Any, list[int]]:
    """Read a JSON text into data and the offset of each of its parts."""
    reading = _Reading(body, file)
    reading.run()
    return reading.tree.finished()


class _Reading:
    """One pass over the tokens of a JSON text; `_wanted` is what may come next."""

    __slots__ = ("_body", "_closers", "_decoder", "_file", "_wanted", "tree")

    def __init__(self, body: str, file: str) -> None:
        self._body = body
        self._file = file
        self._closers: list[str] = []
        self._decoder = JSONDecoder()
        self._wanted = _VALUE
        self.tree = Tree(body, file)

    def run(self) -> None:
        """Read every token, and stop at the first that cannot stand where it does."""
        at = 0
        body, starts, token_at = self._body, self.tree.starts, _TOKEN.match
        while len(starts) <= DATA_VALUES:
            token = token_at(body, at)
            if token is None:
                raise self._unreadable(at)
            kind, at = token.lastgroup, token.end()
            if kind == "text":
                at = self._text(at - 1)
            elif kind == "mark":
                self._mark(body[at - 1], at - 1)
            elif kind == "end":
                return self._end()
            else:
                self._plain(token)
        return None

    def _text(self, start: int) -> int:
        try:
            text, end = self._decoder.raw_decode(self._body, start)
        except JSONDecodeError:
            raise self._bad_text(start) from None
        self.tree.look_closely(text, start)
        if self._wanted in (_NAME, _FIRST_NAME):
            self.tree.name(text, start)
            self._wanted = _COLON
        else:
            self._value(text, start)
        return int(end)

    def _plain(self, token: re.Match[str]) -> None:
        word = token["word"]
        start = token.start("word") if word else token.start("number")
        self._value(_WORDS[word] if word else self._number(token, start), start)

    def _number(self, token: re.Match[str], start: int) -> int | float:
        digits = token["number"]
        if token["part"]:
            number = float(digits)
            if not isfinite(number):
                self.tree.note(start, *_ENDLESS)
            return number
        if len(digits.lstrip("-")) > 9:
            self.tree.note(start, *_LONG_NUMBER)
            return 0
        return int(digits)

    def _value(self, value: Any, start: int) -> None:
        if self._wanted not in (_VALUE, _FIRST_ITEM):
            raise self._misplaced(start)
        self.tree.put(value, start)
        self._wanted = _NEXT if self._closers else _NOTHING

    def _mark(self, mark: str, start: int) -> None:
        if mark in "[{":
            self._open(mark, start)
        elif mark in "]}":
            self._close(mark, start)
        elif mark == ":" and self._wanted == _COLON:
            self._wanted = _VALUE
        elif mark == "," and self._wanted == _NEXT:
            self._wanted = _VALUE if self.tree.in_list else _NAME
        else:
            raise self._misplaced(start)

    def _open(self, mark: str, start: int) -> None:
        if self._wanted not in (_VALUE, _FIRST_ITEM):
            raise self._misplaced(start)
        mapping = mark == "{"
        self.tree.open(start, mapping=mapping)
        self._closers.append("}" if mapping else "]")
        self._wanted = _FIRST_NAME if mapping else _FIRST_ITEM

    def _close(self, mark: str, start: int) -> None:
        if self._wanted not in (_NEXT, _FIRST_ITEM, _FIRST_NAME):
            raise self._unclosable(start)
        if self._closers.pop() != mark:
            raise self.tree.stopped(start, *_WRONG_BRACKET)
        self.tree.close()
        self._wanted = _NEXT if self._closers else _NOTHING

    def _unclosable(self, start: int) -> ReadingRefused:
        after_comma = self._body[:start].rstrip(" \t\r\n").endswith(",")
        return self.tree.stopped(start, *_SPARE_COMMA) if after_comma else self._misplaced(start)

    def _end(self) -> None:
        if not self.tree.starts:
            raise refusal(self._file, [_EMPTY])
        if self._wanted != _NOTHING:
            raise self.tree.stopped(len(self._body), *_NOT_CLOSED)

    def _misplaced(self, start: int) -> ReadingRefused:
        if self._wanted == _NOTHING:
            return self.tree.stopped(start, *_LEFT_OVER)
        message = f"Here there should be {self._wanted}."
        return self.tree.stopped(start, message, "Compare it with an entry that is right.")

    def _bad_text(self, start: int) -> ReadingRefused:
        closed = '"' in self._body[start + 1 :]
        return self.tree.stopped(start, *(_BAD_TEXT if closed else _NOT_CLOSED))

    def _unreadable(self, at: int) -> ReadingRefused:
        space = _SPACE.match(self._body, at)
        start = space.end() if space else at
        rest = self._body[start : start + 9]
        if rest.startswith(("NaN", "Infinity", "-Infinity")):
            return self.tree.stopped(start, *_NOT_A_NUMBER)
        if rest.startswith(("//", "/*", "#")):
            return self.tree.stopped(start, *_NO_COMMENTS)
        if rest[0].isalpha() or rest[0] in "'_‘’“”":
            return self.tree.stopped(start, *_DOUBLE_QUOTES)
        if rest[0] in "+-.0123456789":
            return self.tree.stopped(start, *_ODD_NUMBER)
        return self._misplaced(start)
