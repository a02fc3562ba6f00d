"""What is written is noted, wherever it is; hidden neighbours and what nobody misses are not."""

from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path
from threading import Thread

import pytest

from sgdocs.cache import remembered
from sgdocs.errors import OutputFailed, SafetyRefused
from sgdocs.storage import (
    append_file,
    locked,
    make_folder,
    noting,
    remove,
    remove_file,
    unnoted,
    write_file,
    write_folder,
)

WRITING: dict[str, Callable[[Path], object]] = {
    "a new file": lambda folder: write_file(folder / "new", "x"),
    "one that was not there": lambda folder: write_file(folder / "new", "x", exclusive=True),
    "a file anew": lambda folder: write_file(folder / "old", "x"),
    "more at its end": lambda folder: append_file(folder / "old", b"x"),
    "a folder": lambda folder: make_folder(folder / "a" / "b"),
    "a folder of files": lambda folder: write_folder(folder / "pack", {"a": b"x"}),
    "a folder anew": lambda folder: write_folder(folder / "full", {"a": b"y"}, replace=True),
    "a file less": lambda folder: remove_file(folder / "old"),
    "a folder less": lambda folder: remove(folder / "full"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_file(tmp_path / "old", "old")
    write_folder(tmp_path / "full", {"a": b"x"})
    return tmp_path


@pytest.mark.parametrize("what", WRITING)
def test_it_is_noted(folder: Path, what: str) -> None:
    with noting() as outer, noting() as noted:
        WRITING[what](folder)
    assert noted.changed
    assert outer.changed


def test_what_changes_nothing_is_not_noted(folder: Path) -> None:
    with noting() as noted:
        with locked(folder / "old", owner="sgdocs build"):
            assert (folder / "old").read_text() == "old"
        with pytest.raises(SafetyRefused):
            write_file(folder / "old", "x", exclusive=True)
        with pytest.raises(SafetyRefused):
            write_folder(folder / "full", {"a": b"y"})
        with pytest.raises(OutputFailed):
            write_file(folder / "nowhere" / "new", "x")
        write_folder(folder / "full", {"a": b"x"})
        remembered(folder / "cache" / "one", "kind", [b"made from"], lambda: {"a": 1})
    assert not noted.changed
    assert list((folder / "cache" / "one").iterdir())


def test_nothing_is_noted_before_after_or_apart(folder: Path) -> None:
    write_file(folder / "before", "x")
    with noting() as noted, unnoted():
        write_file(folder / "apart", "x")
    write_file(folder / "after", "x")
    assert not noted.changed


def test_a_thread_that_was_given_the_context_tells_too(folder: Path) -> None:
    with noting() as noted:
        thread = Thread(target=copy_context().run, args=(write_file, folder / "new", "x"))
        thread.start()
        thread.join()
    assert noted.changed
