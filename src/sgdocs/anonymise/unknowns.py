"""Words nobody vouches for: capitalised, in another alphabet, or a name in small letters."""

from collections.abc import Container, Iterator

from sgdocs.anonymise.hits import Hit, Sort, Spans
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.vouching import Word, reason_to_ask

__all__ = ["unknowns"]

_LONGEST = 12
_WIDEST = 8


def unknowns(
    reader: Reader, taken: Spans, defined: frozenset[str], own: Container[str]
) -> Iterator[Hit]:
    """Find the words that hold a release until somebody has decided about them."""
    at = 0
    while at < len(reader.words):
        word = reader.words[at]
        if not (
            word.capital
            or word.alien
            or word.low in reader.lists.names
            or not word.low.isascii()
            or word.low in own
        ):
            at += 1
            continue
        free = taken.free(word.start, word.end)
        reason = reason_to_ask(Word(reader, at, defined, own)) if free else ""
        end = _whole(reader, at, taken) if reason else at + 1
        if reason:
            yield Hit(_begin(reader, at, taken), _end(reader, end), Sort.FLAG, reason=reason)
        at = end


def _whole(reader: Reader, at: int, taken: Spans) -> int:
    """Give where the whole name ends: further capitals, over of and the, belong to it."""
    words = reader.words
    end = look = at + 1
    while look < min(len(words), at + _LONGEST):
        word = words[look]
        if not taken.free(word.start, word.end) or not _beside(reader, look - 1):
            break
        following = words[look + 1] if look + 1 < len(words) else None
        if word.capital and not (word.first and "." in reader.gap(look - 1)):
            end = look = look + 1
        elif word.low in reader.lists.contexts["joiners"] and following and following.capital:
            look += 1
        else:
            break
    return end


def _beside(reader: Reader, at: int) -> bool:
    if reader.words[at].tail not in ("", "'s"):
        return False
    gap = reader.gap(at)
    return len(gap) < _WIDEST and gap.strip(" -&'/") in ("", "\n") and "\n\n" not in gap


def _begin(reader: Reader, at: int, taken: Spans) -> int:
    """Give where the flag begins: with the title before a name."""
    while at and _belongs(reader, at - 1, taken):
        at -= 1
    return reader.words[at].start


def _belongs(reader: Reader, at: int, taken: Spans) -> bool:
    """Say whether a title, a letter or an ordinary word with a capital begins the name."""
    word, lists = reader.words[at], reader.lists
    if not (word.capital and reader.tight(at) and taken.free(word.start, word.end)):
        return False
    if word.low in lists.titles or (len(word.low) == 1 and word.low not in {"a", "i"}):
        return True
    plain = word.low in lists.common and word.low not in lists.capitals | lists.kin
    return plain and not word.first and not word.upper


def _end(reader: Reader, end: int) -> int:
    return reader.words[end - 1].end
