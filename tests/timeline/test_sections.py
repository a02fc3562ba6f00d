"""How sections are shared out over pages."""

from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sgdocs.drawing.ink import Ink
from sgdocs.timeline.sections import paginate

HEAD = 20.0
ROOM = 200.0


@dataclass(frozen=True)
class Blocks:
    """A section of blocks that draws nothing."""

    heights: tuple[float, ...]

    def head(self, start: int) -> float:
        return HEAD + start * 0

    def draw(self, ink: Ink, top: float, part: range) -> None:
        """Leave the sheet empty."""


blocks = st.lists(st.floats(5, 150), min_size=1, max_size=12).map(lambda h: Blocks(tuple(h)))


@given(st.lists(blocks, max_size=5))
def test_every_block_is_on_one_page_in_order_and_no_page_is_too_full(
    sections: list[Blocks],
) -> None:
    pages = paginate(sections, ROOM)
    shown = [(id(p.section), n) for page in pages for p in page for n in p.part]
    assert shown == [(id(s), n) for s in sections for n in range(len(s.heights))]
    assert all(page[-1].bottom <= ROOM for page in pages if page)


@given(st.lists(blocks, min_size=1, max_size=5))
def test_pieces_of_a_page_stand_beneath_each_other(sections: list[Blocks]) -> None:
    for page in paginate(sections, ROOM):
        assert page[0].top == 0
        assert all(a.bottom < b.top for a, b in pairwise(page))


def test_a_block_taller_than_a_page_still_has_a_page() -> None:
    pages = paginate([Blocks((10.0, 500.0, 10.0))], ROOM)
    assert [list(p.part) for page in pages for p in page] == [[0], [1], [2]]
