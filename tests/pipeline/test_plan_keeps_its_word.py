"""What the plan says would change is what is made anew, and nothing else is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.offices import DAY, NOTHING_SENT, SHIPPED, Workspace, workspace
from sgdocs.plans import as_text

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
