"""What the plan says would change is what is made anew, and nothing else is."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.offices import DAY, NOTHING_SENT, SHIPPED, Workspace, workspace
from sgdocs.artefacts import Asked
from sgdocs.dates import parse_moment
from sgdocs.ledger import verify
from sgdocs.pipeline.again import place_of
from sgdocs.pipeline.building import build
from sgdocs.pipeline.casebooks import casebook
from sgdocs.pipeline.filing import Shelf
from sgdocs.pipeline.how import How
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.plans import Fate, as_page, as_text

CASE = "SCI-2026-001"
LATER = "2026-11-12"


def nothing(_: Workspace) -> None:
    pass


def a_letter(office: Workspace) -> None:
    office.own("letters", "nel/rr-invite.md", [(r"\Z", "\n\nPlease telephone us first.\n")])


def a_note(office: Workspace) -> None:
    office.own("procedures", "nel.yaml", [(r"\Z", "# only a note\n")])


def the_look_of_pdfs(office: Workspace) -> None:
    look(office.folder)


def the_case(office: Workspace) -> None:
    (path,) = office.cases
    path.write_text(path.read_text().replace("Haven Point", "Haven Park"))


def a_lost_file(office: Workspace) -> None:
    next((office.folder / "build").rglob("*RR-INVITE*.docx")).unlink()


def look(folder: Path) -> None:
    source = (SHIPPED / "templates" / "letter.typ").read_text()
    own = folder / "templates" / "letter.typ"
    own.parent.mkdir(exist_ok=True)
    own.write_text(source.replace("size: 11pt, fill: ink", "size: 10.5pt, fill: ink"))
    assert own.read_text() != source


def test_a_change_that_only_a_pdf_shows_is_planned(tmp_path: Path) -> None:
    office = workspace(tmp_path / "office", CASE)
    office.regenerate(contents="papers")
    look(office.folder)
    plan = office.plan()
    assert plan.changes
    assert not plan.papers
    (done,) = office.regenerate(contents=None).values()
    assert done.state == "made"
    assert plan.files == sum(name.endswith(".pdf") for name in office.packs() if "due-2/" in name)
    assert f"files that come out otherwise: {plan.files}" in as_text([plan])


@pytest.mark.parametrize("folder", [CASE, "the-open-one"])
@pytest.mark.parametrize(
    ("change", "day", "changes"),
    [
        (nothing, DAY, False),
        (nothing, LATER, False),
        (a_note, DAY, False),
        (a_note, LATER, True),
        (the_look_of_pdfs, DAY, False),
        (a_letter, DAY, True),
        (the_case, LATER, True),
        (a_lost_file, DAY, True),
    ],
)
def test_plan_and_regenerate_agree(
    tmp_path: Path,
    folder: str,
    change: Callable[[Workspace], None],
    day: str,
    changes: bool,
) -> None:
    office = workspace(tmp_path / "office")
    path = office.case(folder, NOTHING_SENT.replace("SCI-2026-014", CASE))
    office.regenerate(contents="word")
    change(office)
    plan = office.plan(day)
    before = office.packs()
    (done,) = office.regenerate(day, contents=None, paths=[path]).values()
    assert plan.changes == changes == (done.state == "made")
    assert (office.packs() == before) == (done.state != "made")
    (again,) = office.regenerate(day, contents=None, paths=[path]).values()
    assert again.state == "fresh"


TOLD = (
    NOTHING_SENT.replace(
        "    involvement:\n", "    manager: {name: {full: Petra Lyle}}\n    involvement:\n"
    )
    + "incident: {summary_for_letters: A child was taken to hospital.}\n"
)
TWO_SENT = (
    "dispatches:\n"
    "  - {{artefact: RR-INVITE, step: schedule-meeting, to: [review_group],"
    " sent: {day}T09:00}}\n"
    "  - {{artefact: SCSI-2, to: [partner_la], sent: {day}T09:00, version: {version}}}\n"
)


def test_who_was_sent_a_paper_before_the_others_is_not_made_it_again(tmp_path: Path) -> None:
    office = workspace(tmp_path / "office")
    office.case(CASE, TOLD)
    office.regenerate()
    before = office.packs()
    office.case(CASE, TOLD + TWO_SENT.format(day=DAY, version=1))
    plan = office.plan()
    theirs = {(p.recipient, p.fate) for p in plan.papers if p.artefact == "SCSI-2"}
    assert theirs == {("partner_la", Fate.FROZEN)}
    office.regenerate()
    new = {n: data for n, data in office.packs().items() if "due-2/" in n and "_SCSI-2_" in n}
    assert {n.rpartition("_")[2] for n in new} == {"health.docx", "police.docx"}
    assert all(before[n.replace("due-2/", "due/")] == data for n, data in new.items())


def test_a_case_in_which_only_something_was_sent_stays_where_it_is_and_says_so(
    tmp_path: Path,
) -> None:
    office = workspace(tmp_path / "office")
    path = office.case(CASE, TOLD)
    built(path, office, Asked(only="SCSI-2"))
    office.case(CASE, TOLD + TWO_SENT.format(day=DAY, version=1))
    plan = office.plan()
    assert not plan.changes
    assert "stay as they were sent (1)" in as_text([plan])
    assert "Stays as it was sent" in as_page([plan], "Plan")
    before = office.packs()
    assert [one.state for one in office.regenerate(contents=None).values()] == ["same"]
    assert office.packs() == before


def test_a_next_version_that_was_sent_is_followed_by_no_further_one(tmp_path: Path) -> None:
    office = workspace(tmp_path / "office", CASE)
    sent = TWO_SENT.replace("partner_la", "safeguarding_partners")
    path = office.case(CASE, TOLD + sent.format(day=DAY, version=1))
    built(path, office, Asked(only="SCSI-2", again=True))
    office.own("letters", "nel/scsi-2.md", [(r"\Z", "\n\nPlease telephone us first.\n")])
    assert [one.state for one in office.regenerate(contents=None).values()] == ["made"]
    office.case(CASE, TOLD + sent.format(day=DAY, version=2))
    assert not office.plan().changes
    assert [one.state for one in office.regenerate(contents=None).values()] == ["nothing"]
    assert {p["version"] for p in papers_of(office)} == {2}


def test_a_case_whose_ledger_was_altered_is_not_planned_as_it_is_not_made(tmp_path: Path) -> None:
    office = workspace(tmp_path / "office", CASE)
    office.regenerate()
    a_letter(office)
    ledger = office.cases[0].with_name("ledger.jsonl")
    ledger.write_text(ledger.read_text().replace(DAY, LATER))
    plan = office.plan()
    (done,) = office.regenerate().values()
    assert done.state == "failed"
    assert plan.fault == done.fault
    assert "this line was changed" in plan.fault


def no_agency(office: Workspace) -> None:
    office.case(CASE, re.sub(r"^agencies:\n(?:  .*\n)+", "", TOLD, flags=re.MULTILINE))


def a_holiday(office: Workspace) -> None:
    new = "  - {date: 2026-11-20, title: A day of mourning}\n  - {date: 2026-12-25, "
    office.own("calendars", "england-and-wales.yaml", [("  - {date: 2026-12-25, ", new)])


@pytest.mark.parametrize(
    ("paper", "change", "left"), [("SCSI-5", no_agency, 0), ("SCSI-5", a_holiday, 1)]
)
def test_a_pack_whose_papers_are_gone_or_whose_dates_alone_move_is_followed_by_another(
    tmp_path: Path, paper: str, change: Callable[[Workspace], None], left: int
) -> None:
    office = workspace(tmp_path / "office")
    path = office.case(CASE, TOLD)
    built(path, office, Asked(only=paper))
    change(office)
    plan = office.plan()
    assert plan.changes
    assert plan.moved
    (done,) = office.regenerate(contents=None).values()
    assert (done.state, done.made, done.kept) == ("made", 0, left)
    assert verify(path.parent) == ()
    assert not office.plan().changes
    assert [one.state for one in office.regenerate(contents=None).values()] == ["fresh"]


def built(path: Path, office: Workspace, asked: Asked) -> None:
    now = parse_moment(f"{DAY}T12:00")
    found = schedule_case(path, office.content, now, now)
    how = How(contents="word", asked=asked)
    book = casebook(path, CASE, office.content)
    assert book
    build(found, wanted_papers(found, asked), how, place_of(found, how), Shelf(book, now))


def papers_of(office: Workspace) -> list[Mapping[str, Any]]:
    lists = [data for name, data in office.packs().items() if name.endswith("manifest.json")]
    return [paper for data in lists for paper in json.loads(data)["papers"]]
