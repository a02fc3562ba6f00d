"""The board of a program that stays open: at each look it says what a fresh reading would say."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Semaphore
from typing import Any

import pytest

from board.test_board import CASES, HEAD
from sgdocs.board import Entry
from sgdocs.content import Content
from sgdocs.dates import Moment, parse_moment
from sgdocs.engines import Engine, InProcess
from sgdocs.pipeline import board
from sgdocs.pipeline.watching import Watch

OPEN = CASES["OPEN-1"]


@dataclass
class Day:
    """A clock that is set by hand."""

    now: Moment
    asked: int = 0

    def __call__(self) -> Moment:
        """Say what time it is."""
        self.asked += 1
        return self.now


@dataclass
class Office:
    """A workspace that somebody watches, and the clock on its wall."""

    folder: Path
    clock: Day = field(default_factory=lambda: Day(parse_moment("2026-11-18T10:00")))

    def put(self, reference: str, body: str = OPEN) -> Path:
        """Write a case by hand."""
        path = self.folder / "cases" / reference / "case.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD.replace("REFERENCE", reference) + body)
        return path

    def watch(self, **how: Any) -> Watch:
        """Begin to watch it."""
        return Watch(Content(self.folder), self.clock, **how)

    def anew(self) -> tuple[Entry, ...]:
        """Work everything out from the files alone."""
        index = self.folder / ".sgdocs"
        shutil.rmtree(index, ignore_errors=True)
        return board(self.folder / "cases", Content(self.folder), self.clock.now, self.clock.now)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    (tmp_path / "cases").mkdir()
    shutil.copy(Content().path("partnerships", "nel.yaml"), tmp_path / "partnership.yaml")
    made = Office(tmp_path)
    for reference, body in CASES.items():
        made.put(reference, body)
    return made


def _retouch(path: Path) -> None:
    """Change a file so that neither its length nor its time says so."""
    status = path.stat()
    path.write_text(path.read_text().replace("2026-11-16", "2026-11-13"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (status.st_size, status.st_mtime_ns)


def _replaced(office: Office) -> None:
    path = office.folder / "cases" / "OPEN-1" / "case.yaml"
    other = path.with_name("other")
    other.write_text(path.read_text().replace("2026-11-16", "2026-11-13"))
    other.replace(path)


CHANGES: dict[str, Callable[[Office], object]] = {
    "a case is changed": lambda office: office.put("OPEN-1", CASES["SENT-1"]),
    "a case is changed to the same length": lambda office: office.put(
        "OPEN-1", OPEN.replace("2026-11-16", "2026-11-13")
    ),
    "a case is put in the place of another": _replaced,
    "a case is begun": lambda office: office.put("NEW-1"),
    "a case is taken away": lambda office: shutil.rmtree(office.folder / "cases" / "SENT-1"),
    "a case is mended": lambda office: office.put("BROKEN-1"),
    "a case is damaged": lambda office: office.put("OPEN-1", "events: 1\n"),
    "a case is restricted": lambda office: office.put("OPEN-1", OPEN).write_text(
        HEAD.replace("REFERENCE", "OPEN-1").replace("nel}", "nel, restricted_to: [Alma]}") + OPEN
    ),
    "nothing happens": lambda _: None,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_next_look_says_what_a_fresh_reading_would(
    office: Office, change: Callable[[Office], object]
) -> None:
    watch = office.watch()
    assert watch.board().entries == office.anew()
    change(office)
    assert watch.board().entries == office.anew()


@pytest.mark.skipif(os.name == "nt", reason="there a file's time of change can be set back")
def test_a_change_that_hides_from_its_time_and_length_is_seen(office: Office) -> None:
    watch = office.watch()
    before = watch.board().entries
    _retouch(office.folder / "cases" / "OPEN-1" / "case.yaml")
    assert watch.board().entries == office.anew() != before


def test_a_case_read_again_at_once_stands_on_the_next_board(office: Office) -> None:
    watch = office.watch()
    watch.board()
    path = office.put("OPEN-1", OPEN.replace("2026-11-16", "2026-11-13"))
    watch.read_again(path)
    assert watch.board().entries == office.anew()
    shutil.rmtree(path.parent)
    watch.read_again(path)
    assert watch.board().entries == office.anew()


def test_the_day_after_is_another_board(office: Office) -> None:
    watch = office.watch()
    before = watch.board().entries
    office.clock.now = parse_moment("2026-11-19T00:00")
    after = watch.board().entries
    assert after == office.anew()
    assert [e.working_days_left for e in after] != [e.working_days_left for e in before]


def test_a_case_whose_event_was_still_to_come_is_read_again_when_it_has(office: Office) -> None:
    office.clock.now = parse_moment("2026-11-19T11:59")
    watch = office.watch()
    assert [e.reference for e in watch.board().entries if e.error] == ["BROKEN-1", "AHEAD-1"][::-1]
    office.clock.now = parse_moment("2026-11-19T12:00")
    assert [e.reference for e in watch.board().entries if e.error] == ["BROKEN-1"]


def test_another_partnership_file_is_followed(office: Office) -> None:
    watch = office.watch()
    watch.board()
    path = office.folder / "partnership.yaml"
    path.write_text("settings: {}\n")
    assert watch.board().entries == office.anew()
    assert all(e.error for e in watch.board().entries)


def test_what_is_known_is_left_for_the_next_program_and_the_command(office: Office) -> None:
    watch = office.watch()
    before = watch.board().entries
    watch.written()
    for path in (office.folder / "cases").glob("*/case.yaml"):
        status = path.stat()
        path.write_bytes(b"#" * status.st_size)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    now = office.clock.now
    readable = [e for e in before if not e.error]
    again = office.watch().board().entries
    assert [e for e in again if not e.error] == readable
    commanded = board(office.folder / "cases", Content(office.folder), now, now)
    assert [e for e in commanded if not e.error] == readable


class Held(Executor):
    """Works when it is let go, and not before."""

    def __init__(self, gone: Event) -> None:
        self._gone = gone
        self._pool = ThreadPoolExecutor(1)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_kwargs: Any) -> Future[Any]:
        """Wait, then work."""

        def work() -> Any:
            assert self._gone.wait(30)
            return fn(*args)

        return self._pool.submit(work)


def _many(office: Office) -> int:
    for number in range(45):
        office.put(f"MANY-{number}")
    return 45 + len(CASES)


def _settled(watch: Watch) -> None:
    assert watch._beside is not None
    watch._beside.join(60)


def test_many_unread_cases_are_awaited_openly(office: Office) -> None:
    count, gone = _many(office), Event()
    watch = office.watch(engine=Engine("held", lambda: Held(gone), 1))
    first = watch.board()
    assert (first.entries, first.unread, first.share) == ((), count, 0)
    gone.set()
    _settled(watch)
    after = watch.board()
    assert (after.unread, after.share) == (0, 100)
    assert after.entries == office.anew()


def test_a_case_changed_while_many_are_read_is_never_shown_as_it_was(office: Office) -> None:
    _many(office)
    gone = Event()
    watch = office.watch(engine=Engine("held", lambda: Held(gone), 1))
    watch.board()
    office.put("OPEN-1", CASES["SENT-1"])
    gone.set()
    _settled(watch)
    assert watch.board().entries == office.anew()


def test_where_there_are_no_more_processes_the_cases_are_read_all_the_same(office: Office) -> None:
    def none() -> Executor:
        raise OSError(11, "no more")

    _many(office)
    watch = office.watch(engine=Engine("none", none, 1))
    watch.board()
    _settled(watch)
    assert watch.board().entries == office.anew()


class Broken(InProcess):
    """Loses every piece of work, as a process that ended does."""

    def submit(self, fn: Callable[..., Any], /, *_args: Any, **_kwargs: Any) -> Future[Any]:
        """Lose it."""
        del fn
        future: Future[Any] = Future()
        future.set_exception(MemoryError())
        return future


def test_a_case_that_ends_its_reader_is_said_and_not_tried_again_as_it_is(office: Office) -> None:
    count = _many(office)
    watch = office.watch(engine=Engine("broken", Broken, 1))
    watch.board()
    _settled(watch)
    for minute in ("10:01", "10:02"):
        office.clock.now = parse_moment(f"2026-11-18T{minute}")
        errors = [e.error for e in watch.board().entries]
        assert len(errors) == count
        assert set(errors) == {"a fault of ours (MemoryError)."}
    office.put("OPEN-1")
    assert [e.reference for e in watch.board().entries if not e.error] == ["OPEN-1"]


class Turn:
    """A lock that tells how many have come to it."""

    def __init__(self) -> None:
        self.come = Semaphore(0)
        self._lock = Lock()

    def __enter__(self) -> None:
        self.come.release()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_those_who_wait_share_one_look_that_begins_after_they_asked(office: Office) -> None:
    turn, first, go = Turn(), Event(), Event()

    def clock() -> Moment:
        first.set()
        assert go.wait(30)
        return office.clock()

    watch = Watch(Content(office.folder), clock, _turn=turn)  # type: ignore[arg-type]
    with ThreadPoolExecutor(4) as people:
        asked = [people.submit(watch.board)]
        assert first.wait(30)
        office.put("NEW-1")
        asked += [people.submit(watch.board) for _ in range(3)]
        for _ in range(4):
            assert turn.come.acquire(timeout=30)
        go.set()
        boards = [one.result(30) for one in asked]
    assert office.clock.asked == 2
    assert all(any(e.reference == "NEW-1" for e in b.entries) for b in boards[1:])
