"""Words are measured and broken so that they fit."""

from hypothesis import given
from hypothesis import strategies as st

from sgdocs.drawing.lettering import BOLD, LABEL, Lettering, shortened, wrapped

ROOM = 80.0
texts = st.text(alphabet="abc i W\N{NO-BREAK SPACE}\n", max_size=60)


@given(texts)
def test_every_line_fits(text: str) -> None:
    assert all(LABEL.width(line) <= ROOM for line in wrapped(text, LABEL, ROOM))


@given(st.lists(st.text(alphabet="abcW", min_size=1, max_size=8), min_size=1, max_size=12))
def test_no_word_is_lost(said: list[str]) -> None:
    assert " ".join(wrapped(" ".join(said), LABEL, ROOM)).split() == said


def test_a_cut_shows() -> None:
    lines = wrapped("Telephone the agency to confirm that the request arrived", LABEL, ROOM, 2)
    assert lines == ("Telephone the agency", "to confirm that the r…")


def test_short_words_are_left_alone() -> None:
    assert shortened("overdue", LABEL, ROOM) == "overdue"


def test_a_number_stays_with_its_word() -> None:
    lines = wrapped("Send the agency its letter\N{NO-BREAK SPACE}×5", LABEL, ROOM)
    assert lines[-1].endswith("letter\N{NO-BREAK SPACE}×5")


def test_bold_is_measured_as_bold() -> None:
    assert Lettering(font=BOLD).width("overdue") > LABEL.width("overdue")
