"""Look for what identifies anybody in one passage."""

import re
from collections.abc import Iterator

from sgdocs.gate.dating import days_in
from sgdocs.gate.folding import OVERRIDES, squashed, tokens
from sgdocs.gate.lookalikes import DIGITS_AS_LETTERS, LETTERS_AS_DIGITS
from sgdocs.gate.model import Code, Found, Manner, Passage
from sgdocs.gate.ordinary import FUNCTION_WORDS
from sgdocs.gate.reading import counts_as_name
from sgdocs.gate.seeking import Needles
from sgdocs.gate.text import SPLIT, Prepared, prepared, within_allowed

__all__ = ["search"]

_SPACED = re.compile(r"(?<![^\W_])(?:[^\W_][\W_]{1,3}){2,80}[^\W_](?![^\W_])")
_BROKEN = re.compile(r"(?<=[^\W\d_])-[^\S\n]*\n\s*(?=[^\W\d_])")
_ODD = re.compile(r"(?<=[^\W\d_])[\d@$|]|[\d@$|](?=[^\W\d_])")
_AROUND = re.compile(r"[\w@$|]*$"), re.compile(r"[\w@$|]*")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG = 7
_JOINED = 6
_SHORT = 4
_WITHIN = frozenset({Manner.LABEL, Manner.CODE, Manner.GLUED})
"""Where a long name is found inside a longer word too."""

Hit = tuple[int, int, str]
"""Where it begins and ends in the prepared text, and the path of the fact."""


def search(passage: Passage, needles: Needles) -> Iterator[Found]:
    """Give each fact found in a passage, once for each channel."""
    for channel, text in passage.atoms:
        if not text.isascii() and OVERRIDES.search(text):
            where, _, place = channel.partition(SPLIT)
            yield Found(Code.UNDECODABLE, where, place or passage.place)
    ready = prepared(passage)
    seen = set()
    for start, end, path in _hits(ready, passage.manner, needles):
        channel, _, place = ready.channel(start, end).partition(SPLIT)
        known = (channel, place, path) in seen
        if not known and not within_allowed(ready.low, start, end, needles.allowed):
            seen.add((channel, place, path))
            yield Found(Code.IDENTIFIES, channel, place or passage.place, path)


def _hits(text: Prepared, manner: Manner, needles: Needles) -> Iterator[Hit]:
    yield from _words(text, manner, needles)
    yield from _disguised(text, needles)
    yield from _strings(text, manner, needles)
    yield from _days(text.low, needles)


def _words(text: Prepared, manner: Manner, needles: Needles) -> Iterator[Hit]:
    """Find single names as whole words, so that a short name is not met inside a longer word."""
    met = set(tokens(text.low))
    known = needles.words.keys() | needles.ordinary.keys()
    if manner is not Manner.PROSE:
        met |= {part.lower() for part in tokens(_HUMP.sub(" ", text.plain))}
    if not (met & known) and not ({_singular(m) for m in met} & known):
        return
    source = text.plain
    for match in _LETTERS.finditer(source):
        yield from _word(match.start(), match[0], text, manner, needles)


def _word(start: int, word: str, text: Prepared, manner: Manner, needles: Needles) -> Iterator[Hit]:
    parts = [word] if manner is Manner.PROSE else [word, *_HUMP.split(word)]
    for part in dict.fromkeys(parts):
        begin = start + word.index(part)
        end = begin + len(part)
        for form in dict.fromkeys((part.lower(), _singular(part.lower()))):
            if form in needles.words:
                yield begin, end, needles.words[form]
            if form in needles.ordinary and _as_name(form, begin, end, text, manner):
                yield begin, end, needles.ordinary[form]


def _as_name(form: str, begin: int, end: int, text: Prepared, manner: Manner) -> bool:
    if manner is Manner.CODE:
        return False
    return counts_as_name(form, text.plain, begin, end)


def _singular(word: str) -> str:
    """Give a name from its plural: the Prices, the Joneses."""
    if len(word) > 4 and word.endswith(("ses", "zes", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _disguised(text: Prepared, needles: Needles) -> Iterator[Hit]:
    """Find names spaced out, broken at the end of a line, or with digits for letters."""
    for match in _SPACED.finditer(text.low):
        joined = squashed(match[0])
        yield from _inside(match.start(), match.end(), joined, needles)
    for match in _ODD.finditer(text.low):
        yield from _in_digits(text.low, match.start(), needles)
    if _BROKEN.search(text.low):
        yield from _whole_again(text.low, needles)


def _in_digits(low: str, at: int, needles: Needles) -> Iterator[Hit]:
    """Read the digits of a word as the letters they look like."""
    head = _AROUND[0].search(low[max(0, at - 40) : at])
    tail = _AROUND[1].match(low, at, at + 40)
    written = (head[0] if head else "") + (tail[0] if tail else "")
    for word in tokens(written.translate(DIGITS_AS_LETTERS)):
        if len(word) > 3 and word in needles.words:
            yield at, at + 1, needles.words[word]


def _whole_again(low: str, needles: Needles) -> Iterator[Hit]:
    for match in re.finditer(r"([^\W\d_]+)-[^\S\n]*\n\s*([^\W\d_]+)", low):
        whole = match[1] + match[2]
        if whole in needles.words:
            yield match.start(), match.end(), needles.words[whole]


def _inside(start: int, end: int, joined: str, needles: Needles) -> Iterator[Hit]:
    for known in (needles.words, needles.strings, needles.numbers):
        for needle, path in known.items():
            if len(needle) > 3 and needle in joined:
                yield start, end, path
    for needle, path in needles.words.items():
        if joined == needle:
            yield start, end, path


def _strings(text: Prepared, manner: Manner, needles: Needles) -> Iterator[Hit]:
    """Find what is longer than a word, whatever stands between its letters and digits."""
    whole = squashed(text.low)
    read = whole.translate(LETTERS_AS_DIGITS)
    places: list[int] = []
    for needle, path in needles.numbers.items():
        long = len(needle) > _LONG
        source, sought = (read, needle.translate(LETTERS_AS_DIGITS)) if long else (whole, needle)
        if sought in source:
            places = places or _places(text.low)
            for begin, end in _spans(sought, source, places):
                if len(needle) > _LONG or not _amid_digits(text.low, begin, end):
                    yield begin, end, path
    for known, several in ((needles.strings, True), (needles.words, False)):
        for needle, path in known.items():
            if len(needle) >= (_SHORT if several else _JOINED) and needle in whole:
                places = places or _places(text.low)
                for begin, end in _spans(needle, whole, places):
                    if _stands_alone(text, begin, end, manner, of_several=several):
                        yield begin, end, path


def _amid_digits(low: str, begin: int, end: int) -> bool:
    """Say whether a short number is part of a longer one."""
    return low[max(0, begin - 1) : begin].isdigit() or low[end : end + 1].isdigit()


def _places(low: str) -> list[int]:
    return [match.start() for match in re.finditer(r"[^\W_]", low)]


def _spans(needle: str, whole: str, places: list[int]) -> Iterator[tuple[int, int]]:
    at = whole.find(needle)
    while at >= 0:
        yield places[at], places[at + len(needle) - 1] + 1
        at = whole.find(needle, at + 1)


def _stands_alone(
    text: Prepared, begin: int, end: int, manner: Manner, *, of_several: bool
) -> bool:
    """Say whether what was found is whole words; in names and glued text a part will do."""
    piece = text.low[begin:end]
    raw = _LONG if manner in _WITHIN else _LONG + 1
    if len(piece) >= raw and piece.isalnum():
        return True
    rest = text.low[end : end + 3]
    ends = not rest[:1].isalnum() or (rest[:1] == "s" and not rest[1:2].isalnum())
    if not ends or (begin > 0 and text.low[begin - 1].isalnum()):
        return False
    parts = re.split(r"[\W_]+", piece)
    return of_several or len(parts) == 1 or not any(p in FUNCTION_WORDS for p in parts)


def _days(low: str, needles: Needles) -> Iterator[Hit]:
    for start, day, month_and_day in days_in(low):
        if day in needles.days:
            yield start, start + 1, needles.days[day]  # type: ignore[index]
        elif day is None and month_and_day in needles.birthdays:
            yield start, start + 1, needles.birthdays[month_and_day]
