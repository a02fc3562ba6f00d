"""`sgdocs plan` and `sgdocs regenerate`: what they print, where they stop, and how they end."""

import json

import pytest

from cli.asking import CASE, Office

DAY = ("--as-of", "2026-11-10")
NOTHING_SENT = CASE[: CASE.index("\ndispatches")] + "\n"


@pytest.fixture
def made(office: Office) -> Office:
    """An office with one case, whose papers were made."""
    office.case(NOTHING_SENT)
    said = office.run("regenerate", *DAY, "--contents", "word")
    assert said.code == 1, "two letters lack a fact, and that is told"
    assert "SCI-2026-014: 11 papers anew" in said.out
    assert "SCI-2026-014: not made: SCSI-2, SCSI-3" in said.err
    return office


def test_what_is_fresh_is_left(made: Office) -> None:
    said = made.run("regenerate", *DAY)
    assert (said.code, said.out) == (0, "1 case(s): 1 up to date.\n")
    assert made.run("plan", *DAY).code == 0


def test_a_change_is_planned_in_three_forms_and_ends_with_1(made: Office) -> None:
    case = made.folder / "cases" / "SCI-2026-014" / "case.yaml"
    case.write_text(case.read_text().replace("2026-11-09T09:30", "2026-11-10T09:30"))
    text = made.run("plan", "SCI-2026-014", *DAY)
    assert text.code == 1
    assert "Mon 9 Nov 2026 -> Tue 10 Nov 2026" in text.out
    data = made.run("plan", "--format", "json", *DAY)
    assert data.code == 1
    (plan,) = data.json
    assert plan["changes"] is True
    assert plan["because"] == ["the case file"]
    assert {"step", "title", "before", "after", "because"} <= plan["moved"][0].keys()
    assert all("redline" not in paper for paper in plan["papers"])
    page = made.run("plan", "--format", "html", "-o", made.folder / "plan.html", *DAY)
    assert page.code == 1
    assert "<h2" in (made.folder / "plan.html").read_text(encoding="utf-8")
    assert "Ottilie" not in text.out + data.out + (made.folder / "plan.html").read_text()


def test_the_words_are_there_when_asked_for(made: Office) -> None:
    case = made.folder / "cases" / "SCI-2026-014" / "case.yaml"
    case.write_text(case.read_text().replace("2026-11-09T09:30", "2026-11-10T09:30"))
    (plan,) = made.run("plan", "--words", "--format", "json", *DAY).json
    changes = {c for p in plan["papers"] for r in p.get("redline", ()) for c, _ in r["words"]}
    assert changes == {"same", "in", "out"}


def test_a_bad_case_ends_with_1_and_says_nothing_of_it(made: Office) -> None:
    made.case(CASE.replace("Ottilie Penhaligon", "Ottilie: ["), "SCI-2026-015")
    said = made.run("regenerate", *DAY, "--json")
    assert said.code == 1
    states = {one["case"]: one["state"] for one in json.loads(said.out)}
    assert states == {"SCI-2026-014": "fresh", "SCI-2026-015": "failed"}
    assert "Ottilie" not in said.out + said.err
    assert made.run("plan", *DAY).code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("regenerate", "--engine", "threads"), 2),
        (("regenerate", "NOT-THERE"), 3),
        (("plan", "NOT-THERE"), 3),
        (("plan", "--procedure", "partnership.yaml"), 3),
        (("plan", "--procedure", "missing.yaml"), 2),
        (("plan", "-o", "cases/SCI-2026-014/case.yaml"), 4),
    ],
)
def test_what_cannot_be_done_ends_as_it_is_documented(
    made: Office, arguments: tuple[str, ...], code: int
) -> None:
    before = (made.folder / "cases" / "SCI-2026-014" / "case.yaml").read_bytes()
    said = made.run(*arguments)
    assert said.code == code
    assert not said.out
    assert (made.folder / "cases" / "SCI-2026-014" / "case.yaml").read_bytes() == before


def test_outside_a_workspace_there_is_nothing_to_compare(office: Office) -> None:
    said = office.run("plan", *DAY)
    assert (said.code, said.out) == (0, "0 case(s): 0 would change, 0 decision(s) to take.\n")


def test_in_a_log_progress_is_a_line_for_each_tenth(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sgdocs.cli import progressing  # noqa: PLC0415

    monkeypatch.setattr(progressing, "_WORTH_A_LINE", 2)
    for number in range(2):
        office.case(CASE.replace("Ottilie", "Ottilie: ["), f"SCI-2026-10{number}")
    said = office.run("regenerate", *DAY)
    assert said.err.splitlines()[:2] == ["Cases: 1 of 2", "Cases: 2 of 2"]
