"""Made-up names that nobody could take for a real one."""

from collections.abc import Callable, Collection, Sequence

from sgdocs.anonymise.labels import folded_words
from sgdocs.anonymise.model import Person
from sgdocs.anonymise.resemblance import resembles

__all__ = ["choose_name"]


def choose_name(
    child: Person,
    pool: Sequence[str],
    avoid: Collection[str],
    pick: Callable[[Sequence[str]], str],
) -> str:
    """Choose a made-up name like no real name, no other made-up one, and of another initial.

    Nothing where every name of the list is like one in the case: the caller keeps the label.
    """
    own = {w[0] for w in folded_words([child.full, child.known_as, *child.aliases])}
    free = [
        name
        for name in pool
        if name[0] not in own and not any(resembles(name, word) for word in avoid)
    ]
    return pick(free).capitalize() if free else ""
