"""A child's family as a picture, generation by generation; no tie is drawn that is not recorded."""

from typing import TYPE_CHECKING

from sgdocs.families.model import Family, Generation, Person
from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.families.picture import draw

__all__ = ["Family", "Generation", "Person", "draw"]

__getattr__ = lazily(__name__, {"draw": "picture"})
