"""What a word at the head of a sentence, or after “the”, may be: a given name, a household."""

from sgdocs.anonymise.namechain import Chain
from sgdocs.anonymise.reader import Reader
from sgdocs.anonymise.tokens import Token

__all__ = ["is_household", "may_be_given", "may_be_household"]


def may_be_given(reader: Reader, chain: Chain, after: Token | None) -> bool:
    """Say whether a sentence begins with what may be a given name: Dean next door."""
    word, contexts = reader.words[chain.start], reader.lists.contexts
    if not (word.first and word.capital and chain.given) or after is None or word.headed:
        return False
    asks = word.low in contexts["calendar"] or word.low == "will"
    thing = word.low in contexts["abstract"] and after.low in contexts["of-things"]
    tells = after.low in contexts["after-word"] or after.low in contexts["weak-verbs"]
    return not (asks or thing or tells or after.joined)


def may_be_household(reader: Reader, chain: Chain, after: Token | None) -> bool:
    """Say whether a sentence begins with what may be a family: Price family."""
    kin = after is not None and after.low in reader.lists.contexts["family-words"]
    return kin and reader.words[chain.start].capital and not chain.given


def is_household(reader: Reader, chain: Chain, after: Token | None) -> bool:
    """Say whether a word with the and a plural or family beside it is a family's name."""
    word = reader.words[chain.start]
    if word.headed or word.first or not word.capital or chain.given:
        return False
    household = after is not None and after.low in reader.lists.contexts["household"]
    before = reader.words[chain.start - 1].low if chain.start else ""
    return before == "the" and (chain.plural or household)
