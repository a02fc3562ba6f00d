"""A newcomer's first serious incident in North East Lincolnshire, from an empty folder on.

The form came in on Monday 9 November 2026. Working day 1 is Tuesday 10 November, the requests go
out on day 2 (Wednesday 11), the returns are due five working days later (Wednesday 18), the report
goes to the group on day 8 (Thursday 19) and the group meets on day 11 (Tuesday 24).
"""

from pathlib import Path

from journeys.asking import Desk
from sgdocs.reading import read_file

AGENCIES = """\
agencies:
  - id: hospital
    name: Haven Point Hospital
    kind: hospital
    manager:
      name: {full: Roderick Blyth}
      email: r.blyth@haven-point.example.org
    involvement:
      - {with: child, from: 2026-11-08}
  - id: school
    name: Star of the Sea Primary School
    kind: school
    involvement:
      - {with: child, from: 2022-09-05}
"""


def desk_at(folder: Path) -> Desk:
    """Make the workspace and begin the case."""
    folder.mkdir()
    desk = Desk(folder)
    desk.does("init --procedure nel")
    desk.does("new CASE --received 2026-11-09T09:30")
    return desk


def filled_in(desk: Desk) -> None:
    """Write what is known into the case file, as in an editor."""
    desk.writes("    name:\n      full: unknown\n", "    name:\n      full: Ottilie Penhaligon\n")
    text = desk.case.read_text(encoding="utf-8")
    # An editor's way: what is not wanted stays a note, what is wanted is typed beneath.
    desk.case.write_text(f"{text}\n# Typed in by hand.\n{AGENCIES}", encoding="utf-8")


def test_the_first_fortnight(tmp_path: Path) -> None:
    desk = desk_at(tmp_path / "office")
    assert "nothing to put right" in desk.does("validate CASE")

    filled_in(desk)
    assert "nothing to put right" in desk.does("validate CASE")

    dates = desk.dates("2026-11-09")
    assert dates["scsi-2-to-partners"] == "2026-11-10"
    assert dates["agency-requests-out hospital"] == "2026-11-11"
    assert dates["agency-return school"] == "2026-11-18"
    assert dates["scsi-7-to-group"] == "2026-11-19"
    assert dates["rapid-review-meeting"] == "2026-11-24"

    # Day 1: the partners and the group are told.
    desk.does("record dispatch CASE SCSI-2 --to safeguarding_partners --sent 2026-11-10T09:15")
    desk.does("record dispatch CASE SCSI-3 --to review_group --sent 2026-11-10T09:20")
    assert desk.standing("2026-11-10")["scsi-2-to-partners"] == "done_on_time"
    assert desk.standing("2026-11-09")["scsi-2-to-partners"] != "done_on_time"

    # Day 2: one request goes out in time and the other a day late, so its return moves.
    for paper in ("SCSI-5", "SCSI-6"):
        desk.does(f"record dispatch CASE {paper} --to hospital --sent 2026-11-11")
        said = desk.does(
            f"record dispatch CASE {paper} --to school --sent 2026-11-12 --late-reason",
            "The school was closed on the Wednesday.",
        )
    assert "Wed 18 Nov 2026 -> Thu 19 Nov 2026" in said
    dates = desk.dates("2026-11-12")
    assert dates["agency-return hospital"] == "2026-11-18"
    assert dates["agency-return school"] == "2026-11-19"
    standing = desk.standing("2026-11-12")
    assert standing["agency-requests-out hospital"] == "done_on_time"
    assert standing["agency-requests-out school"] == "done_late"

    # The calls: one reached, one not.
    desk.does(
        "record call CASE confirmation --agency hospital --at 2026-11-11T14:00"
        " --receipt-confirmed yes --spoke-to",
        "Ward manager",
    )
    desk.does(
        "record call CASE confirmation --agency school --at 2026-11-12T15:00"
        " --receipt-confirmed no --outcome",
        "Nobody answered.",
    )
    standing = desk.standing("2026-11-13")
    assert standing["confirmation-call hospital"] == "done_on_time"
    assert standing["confirmation-call school"] == "overdue"

    # Day 7: one return, the other is missing and the board says so the day after it was due.
    desk.does("record return CASE hospital --form SCSI-5 --received 2026-11-18T16:00")
    standing = desk.standing("2026-11-20")
    assert standing["agency-return hospital"] == "done_on_time"
    assert standing["agency-return school"] == "overdue"
    assert "OVERDUE" in desk.does("status --as-of 2026-11-20", ends=1)

    # What was written by hand is still there, letter for letter.
    text = desk.case.read_text(encoding="utf-8")
    assert "# Typed in by hand.\n" in text
    assert AGENCIES in text
    assert len(read_file(desk.case).data["dispatches"]) == 6


def test_a_later_receipt_moves_what_is_open_and_leaves_what_is_done(tmp_path: Path) -> None:
    desk = desk_at(tmp_path / "office")
    desk.does("record dispatch CASE SCSI-2 --to safeguarding_partners --sent 2026-11-10")
    desk.does("schedule CASE --as-of 2026-11-10 --json --output before.json")
    desk.writes("2026-11-09T09:30", "2026-11-10T09:30")
    moved = desk.does("schedule CASE --as-of 2026-11-10 --compare before.json")
    assert "Tue 24 Nov 2026 -> Wed 25 Nov 2026" in moved
    assert "Tell the three safeguarding partners" not in moved
    done = next(r for r in desk.rows("2026-11-10") if r["step"] == "scsi-2-to-partners")
    assert (done["actual"], done["status"]) == ("2026-11-10", "done_on_time")


def test_a_step_that_happened_moves_what_hangs_on_it(tmp_path: Path) -> None:
    desk = desk_at(tmp_path / "office")
    before = desk.dates("2026-11-20")["panel-response-expected"]
    said = desk.does(
        "record dispatch CASE SRG-8 --to panel --sent 2026-11-20 --step srg-8-to-panel"
    )
    said += desk.does(
        "record dispatch CASE LETTER-9 --to panel --sent 2026-11-20 --step srg-8-to-panel"
    )
    assert "The Panel's response is expected" in said
    assert desk.dates("2026-11-20")["panel-response-expected"] < before


def test_a_slip_of_the_pen_is_found_where_it_is(tmp_path: Path) -> None:
    desk = desk_at(tmp_path / "office")
    desk.writes("harm: seriously_harmed", "harm: serious_harm")
    said = desk.does("validate CASE", ends=1)
    number = next(
        n for n, line in enumerate(desk.case.read_text().split("\n"), 1) if "serious_harm" in line
    )
    assert f"case.yaml:{number}:" in said
    desk.does("schedule CASE", ends=1)
    desk.writes("harm: serious_harm", "harm: seriously_harmed")
    assert "nothing to put right" in desk.does("validate CASE")


def test_two_cases_stand_side_by_side(tmp_path: Path) -> None:
    desk = desk_at(tmp_path / "office")
    other = Desk(desk.folder, "SCI-2026-015")
    other.does("new CASE --harm died --received 2026-11-19")
    board = desk.does("status --as-of 2026-11-20", ends=1)
    assert [line.split()[2] for line in board.splitlines()[:2]] == ["SCI-2026-014", "SCI-2026-015"]
    assert "2 case(s), 1 with something overdue." in board
