"""The marks are told apart without colour."""

from sgdocs.drawing.ink import Caption, Ink
from sgdocs.timeline.lines import Mark
from sgdocs.timeline.marks import draw_mark
from timeline.reading import shapes


def outline(mark: Mark, *, expected: bool = False) -> tuple[str, ...]:
    ink = Ink(40, 40)
    draw_mark(ink, mark, (20, 20), expected=expected)
    return tuple(shapes(ink.svg(Caption("mark", "mark")))[1:])


def test_each_status_has_a_shape_of_its_own() -> None:
    # Due today and due soon are both a diamond, a dark and a light one, each with its own words.
    apart = [m for m in Mark if m is not Mark.SOON]
    assert len({outline(mark) for mark in apart}) == len(apart)


def test_what_is_expected_of_another_body_is_dotted() -> None:
    assert "stroke-dasharray" not in "".join(outline(Mark.COMING))
    assert "stroke-dasharray" in "".join(outline(Mark.COMING, expected=True))
