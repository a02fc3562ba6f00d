"""A drawing as dots."""

import struct

from sgdocs.content import Content
from sgdocs.typesetting.pictures import as_png

SQUARE = (
    '<svg width="72" height="36" viewBox="0 0 72 36" xmlns="http://www.w3.org/2000/svg">'
    '<rect x="0" y="0" width="72" height="36" style="fill: rgb(0,0,0)"/></svg>'
)


def test_a_drawing_keeps_its_shape_and_is_sharp_enough_to_print() -> None:
    made = as_png(SQUARE, Content())
    assert made.startswith(b"\x89PNG")
    width, height = struct.unpack(">2L", made[16:24])
    assert height <= width / 2 < height + 1
    assert width >= 200


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert as_png(SQUARE, Content()) == as_png(SQUARE, Content())
