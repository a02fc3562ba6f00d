"""A word between its neighbours in the sentence, and what they say of it."""

from dataclasses import dataclass

from sgdocs.anonymise.lists import WordLists
from sgdocs.anonymise.tokens import Token

__all__ = ["Here"]


@dataclass(frozen=True, slots=True)
class Here:
    """A word, what stands before and after it, and the lists that tell."""

    token: Token
    last: Token
    before: Token | None
    after: Token | None
    beyond: str
    """The word after the next."""
    lists: WordLists

    def preceded(self, context: str) -> bool:
        return self.before is not None and self.before.low in self.lists.contexts[context]

    def followed(self, context: str) -> bool:
        return self.after is not None and self.after.low in self.lists.contexts[context]

    @property
    def apart(self) -> bool:
        """Say whether a comma or the like parts it from the word after: Dean, the neighbour."""
        return self.after is not None and self.after.start > self.last.end + 1

    @property
    def titled(self) -> bool:
        low = self.before.low if self.before else ""
        return low in self.lists.titles or low in self.lists.kin

    @property
    def acts(self) -> bool:
        """Say whether what follows is done by people: said, was, lives."""
        if self.after is None:
            return False
        low = self.after.low
        return low in self.lists.verbs or (low.endswith("ed") and low in self.lists.common)

    @property
    def surnamed(self) -> bool:
        """Say whether another name follows."""
        after = self.after
        if after is None or not after.capital or after.upper or len(after.low) < 2:
            return False
        told = after.low in self.lists.common or after.low in self.lists.capitals
        return not told and after.low not in self.lists.kin

    @property
    def goes_on(self) -> bool:
        """Say whether a sentence about a thing goes on: hope remains for, faith is of."""
        return self.beyond in self.lists.contexts["of-things"]

    @property
    def leans_to_name(self) -> bool:
        return self.lists.leans.get(self.token.low) == "name"
