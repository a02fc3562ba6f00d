"""A clock that jumps changes no order and raises no alarm: a ledger is a chain, not a diary."""

from pathlib import Path

import pytest

from cli.asking import Office, sgdocs
from faults.jobs import at_moment
from sgdocs.cli import clock
from sgdocs.ledger import entries

REF = "SCI-2026-014"
JUMPS = ((2026, 11, 12, 10, 0), (2027, 3, 1, 9, 0), (2026, 10, 25, 1, 30), (2026, 10, 25, 0, 59))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(clock, "datetime", clock.datetime)  # put back at the end
    folder = tmp_path / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    Office(folder).case()
    return Office(folder)


def test_lines_stay_in_the_order_of_writing_and_verify_is_content(office: Office) -> None:
    for number, moment in enumerate(JUMPS):
        at_moment(*moment)
        said = office.run(
            "record", "call", REF, "other", "--at", "2026-10-01", "--outcome", f"Call {number}"
        )
        assert said.code == 0, said.err
        built = office.run("build", REF, "--only", "SCHEDULE", "--as-of", "2026-11-12")
        assert built.code == 0, built.err
    lines = entries(office.folder / "cases" / REF)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert len(lines) > len(JUMPS)
    written = [line.entry.at.text for line in lines]
    assert written != sorted(written), "the clock did not jump"
    said = office.run("verify", REF)
    assert said.code == 0, said.out
    assert "as they were written" in said.out
    assert office.run("regenerate", "--as-of", "2026-11-12").code in (0, 1)
