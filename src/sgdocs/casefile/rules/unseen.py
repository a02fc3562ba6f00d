"""What an eye passes over: invisible characters, two alphabets in one word, names of devices."""

import re
import unicodedata
from collections.abc import Iterator

from sgdocs.casefile.rules.context import Context, Fault, Steps
from sgdocs.findings import Severity
from sgdocs.storage import fault_in_name

__all__ = ["invisible", "kept_names", "two_alphabets"]

# Soft hyphens, fillers, spaces of no width, old marks of direction, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f"
    "\u3164\uffa0\ufff9-\ufffb\U000e0001]"
    "|(?<!\U0001f3f4)(?<![\U000e0020-\U000e007f])[\U000e0020-\U000e007f]"
)
# Persian, Indian and other scripts are spelt with joiners; Latin words and figures are not.
_JOINED = re.compile(
    "[A-Za-z0-9\u00c0-\u024f][\u200c\u200d]|[\u200c\u200d][A-Za-z0-9\u00c0-\u024f]"
)
_TURN = re.compile("[\u200e\u200f\u061c]")
_LATIN, _LIKE_LATIN = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u052f"
_MIXED = re.compile(rf"[{_LATIN}]\w*[{_LIKE_LATIN}]|[{_LIKE_LATIN}]\w*[{_LATIN}]")
_EXACT = "identifiers"


def invisible(context: Context) -> Iterator[Fault]:
    """Flag an invisible character; a number or reference with one would never be found again."""
    for steps, text in _written(context):
        if _INVISIBLE.search(text) or _JOINED.search(text) or _turned_for_nothing(text):
            yield _fault(
                "invisible-character",
                steps,
                "there is an invisible character here, so that a search would not find it.",
            )


def two_alphabets(context: Context) -> Iterator[Fault]:
    """Flag a word with a Greek or Cyrillic letter that looks like a Latin one."""
    for steps, text in _written(context):
        if _MIXED.search(text):
            yield _fault(
                "two-alphabets",
                steps,
                "letters of two alphabets that look alike stand in one word here.",
            )


def kept_names(context: Context) -> Iterator[Fault]:
    """A reference or an id names a folder, so it is no name that Windows keeps for itself."""
    for steps, text in context.texts:
        named = steps == ("case", "reference") or (steps and steps[-1] == "id")
        if named and (fault := fault_in_name(text)):
            message = f"the {steps[-1]} cannot name a folder on every computer: {fault}."
            yield Fault("kept-name", steps, message, "Choose another one.")


def _written(context: Context) -> Iterator[tuple[Steps, str]]:
    """Give the texts that hold anything but plain English letters."""
    return ((steps, text) for steps, text in context.texts if not text.isascii())


def _turned_for_nothing(text: str) -> bool:
    """Find a mark of direction in a text that only runs one way."""
    return bool(_TURN.search(text)) and not any(
        unicodedata.bidirectional(c) in ("R", "AL") and c not in "\u200f\u061c" for c in text
    )


def _fault(rule: str, steps: Steps, message: str) -> Fault:
    exact = bool(steps) and steps[0] == _EXACT
    severity = Severity.ERROR if exact else Severity.WARNING
    return Fault(rule, steps, message, "Type it again by hand.", severity=severity)
