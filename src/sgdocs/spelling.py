"""The word somebody probably meant, from the words there are."""

from collections.abc import Iterable

__all__ = ["nearest"]

_CLOSE_ENOUGH = 65


def nearest(word: str, choices: Iterable[str]) -> str:
    """Give the choice a word was probably meant to be, or nothing."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - 20 ms, and only a slip needs it

    found = process.extractOne(
        word,
        list(choices),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=_CLOSE_ENOUGH,
    )
    return str(found[0]) if found else ""
