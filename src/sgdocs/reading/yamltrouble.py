"""What YAML's own complaints mean in plain words, without repeating any of the text."""

import re
from dataclasses import dataclass
from typing import Any

__all__ = ["Trouble", "directive_trouble", "explained"]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where reading stopped, why, and what to do."""

    start: int
    message: str
    remedy: str


_QUOTE_IT = "Put the whole value in quotes."
_LINE_UP = "Line it up with its neighbours, and put a value that holds quotation marks in quotes."

_KEPT = ("A value starts with a character that YAML keeps for itself.", _QUOTE_IT)
_BACKSLASH = (
    "There is a backslash here inside double quotation marks, which YAML reads as a code.",
    "Use single quotation marks, or write the backslash twice.",
)
# PyYAML's own parser meets a code past the last character with a bare ValueError.
_NO_SUCH_CHARACTER = re.compile(r"\\U(?!00(?:0[0-9a-fA-F]|10))")

# (words in the complaint, is the place where it began the better one, message, remedy)
_MEANINGS: tuple[tuple[str, bool, str, str], ...] = (
    (
        "could not find expected ':'",
        True,
        "This line has a name but no colon, or the text above runs on to it.",
        "Write it as “name: value”; put text that runs over several lines in quotes.",
    ),
    (
        "mapping values are not allowed",
        False,
        "There is a colon followed by a space inside a value, or the line is indented too far.",
        _QUOTE_IT,
    ),
    (
        "unexpected end of stream",
        True,
        "A quotation mark is opened here and never closed.",
        "Close it at the end of the value.",
    ),
    (
        "unexpected document",
        True,
        "A quotation mark is opened here and not closed before a line of dashes or dots.",
        "Close it at the end of the value.",
    ),
    (
        "',' or '",
        True,
        "A bracket opened here is not closed, or a comma is missing inside it.",
        "Close the bracket, and put a comma between the items.",
    ),
    (
        "parsing a flow",
        False,
        "A bracket opened above is not closed, or an item between commas is missing.",
        "Close the bracket, and put something between the commas.",
    ),
    ("cannot start any token", False, *_KEPT),
    ("node content", False, *_KEPT),
    ("mapping keys are not allowed", False, *_KEPT),
    ("directive", False, "A line starts with “%”, which YAML keeps for itself.", _QUOTE_IT),
    ("escape", False, *_BACKSLASH),
    ("hex", False, *_BACKSLASH),
    (
        "while scanning an a",
        True,
        "A value starts with “&” or “*”, which YAML keeps for itself.",
        _QUOTE_IT,
    ),
    (
        "ing a tag",
        True,
        "A value starts with “!”, which YAML keeps for itself.",
        _QUOTE_IT,
    ),
    (
        "tag handle",
        True,
        "A value starts with “!”, which YAML keeps for itself.",
        _QUOTE_IT,
    ),
    (
        "while scanning a block scalar",
        False,
        "Text begun with “|” or “>” is not laid out as it should be.",
        "Start the text on the next line, indented by two spaces.",
    ),
    (
        "sequence entries are not allowed",
        False,
        "A list item starts where none can.",
        "Put each item on its own line, and a value that starts with a dash in quotes.",
    ),
    (
        "block collection",
        False,
        "This line does not fit the list above it: its indentation is different.",
        _LINE_UP,
    ),
    (
        "block sequence",
        False,
        "This line does not fit the list above it: its indentation is different.",
        _LINE_UP,
    ),
    (
        "block mapping",
        False,
        "This line does not fit the lines above it: its indentation is different, "
        "or a quotation mark closes too early.",
        _LINE_UP,
    ),
    (
        "document start",
        False,
        "This line does not belong to what is above it: its indentation is different, "
        "or a quotation mark closes too early.",
        _LINE_UP,
    ),
    (
        "nesting level",
        False,
        "The file is nested too deeply here.",
        "Take some of the brackets or levels out.",
    ),
)
_OTHERWISE = (
    "The file is not laid out as YAML here.",
    "Compare the line with one that is right; if in doubt, put the value in quotes.",
)
_TAB = (
    "A tab is used here to indent the line.",
    "Use spaces: YAML does not count tabs.",
)
_TAB_INDENT = re.compile(r"(?:\A|[\r\n])[ -]*\t[ \t]*\Z")

_BLANK_LINES = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n?|\n))*+")
_YAML_DIRECTIVE = re.compile(r"%YAML[ \t]++1\.[12][ \t]*+(?:#[^\r\n]*+)?+(?=[\r\n]|\Z)")


def explained(error: Exception, body: str) -> Trouble:
    """Turn a complaint of the YAML parser into plain words."""
    complaint = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if isinstance(error, (ValueError, OverflowError)):
        found = _NO_SUCH_CHARACTER.search(body)
        return Trouble(found.start() if found else 0, *_BACKSLASH)
    here = _index(getattr(error, "problem_mark", None))
    began = _index(getattr(error, "context_mark", None))
    if here is not None and _TAB_INDENT.search(body[max(0, here - 200) : here + 1]):
        return Trouble(here, *_TAB)
    for words, at_beginning, message, remedy in _MEANINGS:
        if words in complaint:
            at = began if at_beginning and began is not None else here
            return Trouble(at or 0, message, remedy)
    return Trouble(here or 0, *_OTHERWISE)


def directive_trouble(body: str) -> Trouble | None:
    """Find a line that gives YAML an instruction other than its version."""
    at = _past_blank_lines(body, 0)
    while body.startswith("%", at):
        allowed = _YAML_DIRECTIVE.match(body, at)
        if not allowed:
            message = "This line starts with “%”, which gives YAML an instruction."
            return Trouble(at, message, "Remove the line; only “%YAML 1.2” may stand here.")
        at = _past_blank_lines(body, allowed.end())
    return None


def _past_blank_lines(body: str, at: int) -> int:
    found = _BLANK_LINES.match(body, at)
    return found.end() if found else at


def _index(mark: Any) -> int | None:
    return mark.index if mark is not None else None
