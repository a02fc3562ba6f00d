"""Filters that put words into the form a sentence needs."""

import re
import unicodedata

from sgdocs.expressions.refusals import Fault, Gap
from sgdocs.expressions.values import text_of

__all__ = [
    "and_list",
    "capitalise",
    "initials",
    "join",
    "lower",
    "number_words",
    "ordinal",
    "plural",
    "possessive",
    "upper",
    "yes_no",
]

_WORDS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
_UNNAMED = "unknown"
_LETTER = re.compile(r"[^\W\d_]")


def upper(text: str) -> str:
    """Write in capitals."""
    return text.upper()


def lower(text: str) -> str:
    """Write in small letters."""
    return text.lower()


def capitalise(text: str) -> str:
    """Begin with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def initials(name: str) -> str:
    """Shorten a name to its initials; a child without a name yet stays `unknown`."""
    if name == _UNNAMED:
        return name
    words = unicodedata.normalize("NFC", name).split()
    return "".join(f"{short}." for short in map(_initial, words) if short)


def _initial(word: str) -> str:
    """Give M-J for Mary-Jane and O for O’Neill."""
    found = (_LETTER.search(part) for part in re.split(r"[-‐‑–]", word))
    return "-".join(letter.group().upper() for letter in found if letter)


def possessive(name: str) -> str:
    """Add ’s, also after an s, as a name is written."""
    return f"{name}’s"


def join(entries: list[object], separator: str) -> str:
    """Put texts in a row with something between them."""
    return separator.join(_texts(entries))


def and_list(entries: list[object]) -> str:
    """Put texts in a row as a sentence does: a, b and c."""
    *before, last = _texts(entries)
    return f"{', '.join(before)} and {last}" if before else last


def _texts(entries: list[object]) -> list[str]:
    if not entries:
        raise Gap("The list has no entries to print.", remedy="Ask first with `if`.")
    return [text_of(entry, "each entry") for entry in entries]


def plural(number: float, one: str, many: str) -> str:
    """Choose the word that goes with a number."""
    return one if number == 1 else many


def ordinal(number: float) -> str:
    """Write 1st, 2nd, 3rd, 4th."""
    whole = _counted(number)
    teens = whole % 100 in (11, 12, 13)
    return f"{whole}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(whole % 10, 'th')}"


def number_words(number: float) -> str:
    """Write one to twenty in words and anything else in digits."""
    whole = _counted(number)
    return _WORDS[whole - 1] if 1 <= whole <= len(_WORDS) else str(whole)


def _counted(number: float) -> int:
    if not isinstance(number, int) or not 0 <= number < 10**15:
        raise Fault("Only a whole number can be counted in this way.")
    return number


def yes_no(answer: bool) -> str:  # noqa: FBT001 - the value being printed is the answer
    """Write Yes or No."""
    return "Yes" if answer else "No"
