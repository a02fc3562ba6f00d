"""The whole board: what the index says is what working everything out anew would say."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sgdocs.board import Entry
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline import board

HEAD = """\
schema_version: "1.0"
case: {reference: REFERENCE, procedure: nel}
referral: {pathway: serious_incident}
children: [{id: child-1, name: {full: unknown}, harm: seriously_harmed}]
agencies:
  - {id: hospital, name: Haven Point, involvement: [{with: child, from: 2026-11-01}]}
"""
CASES = {
    "OPEN-1": "events: [{event: notification_received, actual: 2026-11-16T09:00}]\n",
    "SENT-1": """\
events: [{event: notification_received, actual: 2026-11-16T09:00}]
dispatches: [{artefact: SCSI-2, to: [safeguarding_partners], sent: 2026-11-18T10:45}]
""",
    "PLANNED-1": """\
events:
  - {event: notification_received, actual: 2026-11-16}
  - {event: rapid_review_held, planned: 2026-11-20}
  - {event: lcspr_decision, planned: 2026-11-19}
""",
    "AHEAD-1": "events: [{event: notification_received, actual: 2026-11-19T12:00}]\n",
    "EMPTY-1": "events: []\n",
    "BROKEN-1": "events: [{event: no_such_event, actual: 2026-11-16}]\n",
}


@dataclass(frozen=True)
class Office:
    """A workspace whose board is asked for with the index and without."""

    folder: Path

    def put(self, reference: str, body: str) -> Path:
        """Write a case."""
        path = self.folder / "cases" / reference / "case.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD.replace("REFERENCE", reference) + body)
        return path

    def warm(self, as_of: str, today: str) -> tuple[Entry, ...]:
        """Ask the board, which may use its index."""
        days = parse_moment(as_of), parse_moment(today)
        return board(self.folder / "cases", Content(self.folder), *days)

    def cold(self, as_of: str, today: str) -> tuple[Entry, ...]:
        """Ask the board with its index put away, and put it back."""
        with self._put_away():
            return self.warm(as_of, today)

    @contextmanager
    def _put_away(self) -> Iterator[None]:
        own, aside = self.folder / ".sgdocs", self.folder / "aside"
        kept = own.exists()
        if kept:
            own.rename(aside)
        yield
        shutil.rmtree(own, ignore_errors=True)
        if kept:
            aside.rename(own)


def office_at(folder: Path) -> Office:
    """Make a workspace with every case."""
    (folder / "cases").mkdir(parents=True)
    shutil.copy(Content().path("partnerships", "nel.yaml"), folder / "partnership.yaml")
    office = Office(folder)
    for reference, body in CASES.items():
        office.put(reference, body)
    return office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return office_at(tmp_path / "office")


moments = st.builds(
    "2026-11-{:02}{}".format,
    st.integers(13, 24),
    st.sampled_from(["", "T00:00", "T09:30", "T11:00", "T23:59"]),
)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A workspace for many questions: what it stands on is loaded once."""
    return office_at(tmp_path_factory.mktemp("board") / "office")


@pytest.mark.slow
@settings(max_examples=30, phases=[Phase.explicit, Phase.generate])
@given(asked=st.lists(st.tuples(moments, moments), min_size=2, max_size=4))
def test_the_index_never_changes_an_answer(lasting: Office, asked: list[tuple[str, str]]) -> None:
    shutil.rmtree(lasting.folder / ".sgdocs", ignore_errors=True)
    for as_of, today in asked:
        assert lasting.warm(as_of, today) == lasting.cold(as_of, today)


def test_a_case_with_tomorrows_event_is_read_again_tomorrow(office: Office) -> None:
    today = {e.reference: e.error for e in office.warm("2026-11-18", "2026-11-18")}
    assert today["AHEAD-1"]
    tomorrow = {e.reference: e.error for e in office.warm("2026-11-19T13:00", "2026-11-19T13:00")}
    assert tomorrow["AHEAD-1"] == ""


def test_the_morning_is_not_told_what_was_sent_later(office: Office) -> None:
    shutil.rmtree(office.folder / "cases" / "AHEAD-1")
    day, morning = "2026-11-18", "2026-11-18T09:00"
    office.warm(day, day)
    assert office.warm(morning, day) == office.cold(morning, day)


def test_a_look_at_the_morning_does_not_hide_what_was_sent_later(office: Office) -> None:
    shutil.rmtree(office.folder / "cases" / "AHEAD-1")
    day, morning = "2026-11-18T18:00", "2026-11-18T09:00"
    office.warm(morning, day)
    assert office.warm(day, day) == office.cold(day, day)


DAY = "2026-11-20"


def test_the_index_saves_reading_the_cases(office: Office) -> None:
    before = office.warm(DAY, DAY)
    for path in (office.folder / "cases").glob("*/case.yaml"):
        status = path.stat()
        path.write_bytes(b"#" * status.st_size)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert office.warm(DAY, DAY) == before


def test_a_changed_case_is_read_again(office: Office) -> None:
    office.warm(DAY, DAY)
    office.put("OPEN-1", "events: [{event: notification_received, actual: 2026-11-19T09:00}]\n")
    assert office.warm(DAY, DAY) == office.cold(DAY, DAY)


def test_a_change_of_the_same_length_is_seen(office: Office) -> None:
    path = office.put("OPEN-1", CASES["OPEN-1"])
    office.warm(DAY, DAY)
    path.write_text(path.read_text().replace("2026-11-16", "2026-11-19"))
    assert office.warm(DAY, DAY) == office.cold(DAY, DAY)


def test_a_deleted_case_is_gone_and_comes_back(office: Office) -> None:
    before = office.warm(DAY, DAY)
    shutil.move(office.folder / "cases" / "OPEN-1", office.folder / "away")
    gone = office.warm(DAY, DAY)
    assert {e.reference for e in before} - {e.reference for e in gone} == {"OPEN-1"}
    shutil.move(office.folder / "away", office.folder / "cases" / "OPEN-1")
    assert office.warm(DAY, DAY) == before


def test_a_mended_case_is_read_again(office: Office) -> None:
    office.warm(DAY, DAY)
    office.put("BROKEN-1", CASES["OPEN-1"])
    mended = next(e for e in office.warm(DAY, DAY) if e.reference == "BROKEN-1")
    assert mended.error == ""


def test_looking_back_leaves_no_index(office: Office) -> None:
    office.warm("2026-11-17", DAY)
    assert not (office.folder / ".sgdocs").exists()


def test_an_index_that_is_still_true_is_not_written_again(office: Office) -> None:
    before = office.warm(DAY, DAY)
    index = office.folder / ".sgdocs" / "index.sqlite"
    stamp = index.stat().st_mtime_ns
    assert office.warm(DAY, DAY) == before
    assert index.stat().st_mtime_ns == stamp
