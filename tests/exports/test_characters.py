"""Text made safe to print: what goes, and what must never be touched."""

import pytest

from sgdocs.exports.characters import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\r\nlines", "two lines"),
        ("a\ttab", "a tab"),
        ("\x1b[31mred", "[31mred"),
        ("back\u202ewards", "backwards"),
        ("half \ud800 pair", "half  pair"),
        ("nul\x00", "nul"),
    ],
)
def test_what_does_not_print_is_left_out(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize("name", ["Siân Ó Súilleabháin", "Nguyễn Thị Hoa", "علي", "O’Dowd–Price"])
def test_names_of_every_script_stay_whole(name: str) -> None:
    assert one_line(name) == name
