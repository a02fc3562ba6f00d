"""A whole name as it stands in a text, put together from its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sgdocs.anonymise.pieces import Piece
from sgdocs.anonymise.variants import Part

__all__ = ["Chain", "begun", "joint"]


@dataclass(frozen=True, slots=True)
class Chain:
    """A whole name as it stands: from which word to which, its title, and whose it may be."""

    start: int
    end: int
    scores: Mapping[str, int]
    title: str = ""
    given: bool = False
    """Whether a given name or initial is part of it."""
    plain: bool = False
    """Whether it can be nothing but a name."""
    plural: bool = False
    parts: int = 1
    stranger: bool = False
    """Whether a part of it is nobody's in the case."""
    unsure: bool = False
    """Whether every part of it is written as another's name is."""
    turned: bool = False
    """Whether the family name stands first, with a comma: Bright, Freya."""
    couple: bool = False
    """Whether two are named together: Mr and Mrs Bright."""
    pieces: tuple[Piece, ...] = field(default=())


def begun(piece: Piece) -> Chain:
    """Begin a name with its first part."""
    return Chain(
        piece.start,
        piece.end,
        {k: s for k, (_, s) in piece.whose.items()},
        given=piece.is_part(Part.GIVEN),
        plain=not piece.wordlike,
        plural=piece.plural,
        unsure=piece.unsure,
        pieces=(piece,),
    )


def joint(chain: Chain, piece: Piece) -> dict[str, int]:
    """Give whose both may be: nobody's twice in the same part, but for a second given name."""
    both = chain.scores.keys() & piece.whose.keys()
    return {k: chain.scores[k] + piece.whose[k][1] for k in both}
