"""The other spellings of a name: Mac and Mc, O and no O, ae for a, ska for ski."""

from collections.abc import Iterator

from sgdocs.anonymise.folding import fold_word
from sgdocs.anonymise.lists import WordLists

__all__ = ["SPELT_OUT", "plain_words", "respelt", "spellings"]

SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
_POLISH = (("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("ny", "na"))


def plain_words(text: str) -> tuple[str, ...]:
    """Fold a name and give its words, without marks."""
    plain = fold_word(text).replace("'", "").replace("-", " ").replace(".", " ").replace(",", " ")
    return tuple(plain.split())


def respelt(words: tuple[str, ...], written: str, lists: WordLists) -> Iterator[tuple[str, ...]]:
    """Give a family name in its other spellings: Mac and Mc, O and no O, ae for a, ska for ski."""
    whole = "".join(words)
    yield from ((other,) for other in spellings(whole, lists))
    spelt_out = plain_words(written.lower().translate(SPELT_OUT))
    if spelt_out and spelt_out[-1] != words[-1]:
        yield spelt_out
    for start in ("mac", "mc"):
        if whole.startswith(start) and len(whole) > len(start) + 2:
            rest = whole[len(start) :]
            yield from (("mc" + rest,), ("mac" + rest,), ("mc", rest), ("mac", rest))
            break
    if whole.startswith("o") and "'" in fold_word(written):
        yield from (("o", whole[1:]), (whole[1:],))
    for his, hers in _POLISH:
        for one, other in ((his, hers), (hers, his)):
            if whole.endswith(one) and len(whole) > 5:
                yield (whole.removesuffix(one) + other,)


def spellings(word: str, lists: WordLists) -> Iterator[str]:
    """Give the other spellings the lists know of a name."""
    for group in lists.spellings:
        if word in group:
            yield from (other for other in group if other != word)
