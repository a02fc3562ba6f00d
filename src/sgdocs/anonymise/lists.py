"""The word lists: what may stay, what names people, what tells a place. They are data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from sgdocs.anonymise.folding import fold_word
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.opening.limits import WORD_LIST_BYTES

__all__ = ["WordLists", "load_lists"]

_KEPT_PHRASES = ("agencies", "statutes", "published", "roles", "own-words")


@dataclass(frozen=True, slots=True)
class WordLists:
    """Every list, folded to small letters without accents or apostrophes."""

    common: frozenset[str]
    names: frozenset[str]
    leans: Mapping[str, str]
    """English words that are names too, and which of both they are more often."""
    capitals: frozenset[str]
    """Words that may carry a capital inside a sentence."""
    acronyms: frozenset[str]
    kin: frozenset[str]
    titles: frozenset[str]
    verbs: frozenset[str]
    local: frozenset[str]
    phrases: tuple[str, ...]
    places: Mapping[str, frozenset[str]]
    months: Mapping[str, int]
    rare: tuple[str, ...]
    numbers: frozenset[str]
    pseudonyms: tuple[str, ...]
    short_forms: tuple[tuple[str, ...], ...]
    spellings: tuple[tuple[str, ...], ...]
    contexts: Mapping[str, frozenset[str]]
    """Words that tell, beside another, how it is meant; and words with a place of their own."""


def load_lists(content: Content) -> WordLists:
    """Load the lists, the workspace's own first."""
    return _load(content, tuple(_stamp(content)))


def _stamp(content: Content) -> Iterator[tuple[str, int, int]]:
    for name in content.names("wordlists", ".txt"):
        path = content.path("wordlists", name)
        status = path.stat()
        yield str(path), status.st_mtime_ns, status.st_size


@lru_cache(maxsize=4)
def _load(content: Content, _stamped: tuple[tuple[str, int, int], ...]) -> WordLists:
    leans = {w: kind for kind, words in _groups(content, "name-words") for w in words}
    months = {w: int(n) for n, words in _groups(content, "months") for w in words}
    own = tuple(_lines(content, "own-words"))
    return WordLists(
        common=frozenset(_lines(content, "common-words")),
        names=frozenset(_lines(content, "names")),
        leans=leans,
        capitals=frozenset(
            chain(
                _words(content, "capitals"),
                _words(content, "peoples"),
                _words(content, "daily-names"),
                (fold_word(w) for w in own if " " not in w),
            )
        ),
        acronyms=frozenset(_words(content, "acronyms")),
        kin=frozenset(_words(content, "kin")),
        titles=frozenset(_words(content, "titles")),
        verbs=frozenset(_words(content, "person-verbs")),
        local=frozenset(_words(content, "local-places")),
        phrases=tuple(line for name in _KEPT_PHRASES for line in _lines(content, name)),
        places={kind: frozenset(words) for kind, words in _groups(content, "place-words")},
        months=months,
        rare=tuple(_lines(content, "rare")),
        numbers=frozenset(_words(content, "numbers-kept")),
        pseudonyms=tuple(_words(content, "pseudonyms")),
        short_forms=tuple(tuple(fold_word(x).split()) for x in _lines(content, "diminutives")),
        spellings=tuple(tuple(fold_word(x).split()) for x in _lines(content, "spellings")),
        contexts={k: frozenset(words) for k, words in _groups(content, "contexts")},
    )


def _lines(content: Content, name: str) -> list[str]:
    path = content.path("wordlists", f"{name}.txt")
    try:
        if path.stat().st_size > WORD_LIST_BYTES:
            raise _unusable(str(path))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise _unusable(str(path)) from None
    return [s for line in text.split("\n") if (s := line.strip()) and s[0] != "#"]


def _unusable(where: str) -> InputRefused:
    return InputRefused(
        "the word list could not be read.",
        where=where,
        remedy="It is plain text in UTF-8, at most 4 MB, one entry a line.",
    )


def _words(content: Content, name: str) -> Iterator[str]:
    for line in _lines(content, name):
        for word in line.split():
            yield fold_word(word).replace("'", "").replace(".", "")


def _groups(content: Content, name: str) -> Iterator[tuple[str, list[str]]]:
    """Give the lines that begin with the name of a group and a colon."""
    for line in _lines(content, name):
        kind, colon, rest = line.partition(":")
        if not colon:
            raise InputRefused(
                "a line of the word list lacks the colon after its group.",
                where=f"wordlists/{name}.txt",
                remedy="Write “group: word word word”.",
            )
        yield kind.strip(), [fold_word(w).replace("'", "").replace(".", "") for w in rest.split()]
