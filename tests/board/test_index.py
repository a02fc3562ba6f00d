"""The index of cases: read back as it was kept, and of no harm when it is damaged."""

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdocs.board import Index, Stamp, Summary

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
summaries = st.builds(
    Summary,
    words,
    words,
    words,
    st.integers(0, 10**6),
    words,
    words,
    st.integers(0, 10**6),
    st.lists(st.integers(0, 10**6), max_size=5).map(tuple),
    words,
)
stamps = st.builds(Stamp, st.integers(0, 2**62), st.integers(0, 2**40), words)
kept = st.dictionaries(words, st.tuples(stamps, summaries), max_size=5)
ONE = {"a": (Stamp(1, 2, "x"), Summary("A-1", "nel", "", 0, "", "", 0, (5,)))}


@settings(max_examples=15)
@given(first=kept, second=kept)
def test_what_is_kept_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[str, tuple[Stamp, Summary]],
    second: dict[str, tuple[Stamp, Summary]],
) -> None:
    index = Index(tmp_path_factory.mktemp("index"))
    index.write(first, ())
    assert index.read() == first
    index.write(second, first.keys() - second.keys())
    assert index.read() == second


def test_there_is_nothing_before_the_first_time(tmp_path: Path) -> None:
    assert Index(tmp_path).read() == {}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no modes")
def test_it_is_for_its_owners_eyes(tmp_path: Path) -> None:
    Index(tmp_path / "new").write(ONE, ())
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "new" / "index.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_damaged_one_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").write_bytes(b"rubbish" * 500)
    index = Index(tmp_path)
    assert index.read() == {}
    index.write(ONE, ())
    index.write(ONE, ())
    assert index.read() == ONE


def test_one_of_another_format_is_replaced(tmp_path: Path) -> None:
    index = Index(tmp_path)
    index.write(ONE, ())
    with sqlite3.connect(tmp_path / "index.sqlite") as database:
        database.execute("PRAGMA user_version = 99")
        database.execute("DROP TABLE cases")
        database.execute("CREATE TABLE cases (something TEXT)")
    database.close()
    assert index.read() == {}
    index.write(ONE, ())
    assert index.read() == ONE


@pytest.mark.parametrize("torn", ["", "[]", "{}", "null", "7", '["A-1"]', "[[[[", "x"])
def test_a_torn_row_is_as_no_index(tmp_path: Path, torn: str) -> None:
    index = Index(tmp_path)
    index.write(ONE, ())
    with sqlite3.connect(tmp_path / "index.sqlite") as database:
        database.execute("UPDATE cases SET summary = ?", (torn,))
    database.close()
    assert index.read() == {}


def test_one_that_another_program_is_writing_is_left_for_the_next_time(tmp_path: Path) -> None:
    index = Index(tmp_path)
    index.write(ONE, ())
    other = sqlite3.connect(tmp_path / "index.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    index.write({"b": ONE["a"]}, ())
    other.rollback()
    other.close()
    assert index.read() == ONE


def test_a_folder_in_its_place_is_as_no_index(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").mkdir()
    index = Index(tmp_path)
    assert index.read() == {}
    index.write(ONE, ())
    assert index.read() in ({}, ONE)
