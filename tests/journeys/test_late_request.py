"""A request that goes late gives its agency the full period, in the letter as in the schedule."""

from pathlib import Path

from pypdf import PdfReader

from sgdocs.artefacts import Asked
from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.building import build
from sgdocs.pipeline.how import How
from sgdocs.pipeline.scheduling import schedule_case
from sgdocs.pipeline.wanting import wanted_papers


def words_of_the_request(tmp_path: Path, day: str) -> str:
    content = Content()
    case = content.path("examples", "nel-open/case.yaml")
    found = schedule_case(case, content, parse_moment(day), parse_moment("2026-11-20"))
    wanted = tuple(
        one
        for one in wanted_papers(found, Asked(only="SCSI-6"))
        if one.row.instance and one.row.instance.id == "swim-club"
    )
    built = build(found, wanted, How(), tmp_path / "letters")
    assert built.folder
    (pdf,) = built.folder.rglob("*SCSI-6*.pdf")
    return " ".join(PdfReader(pdf).pages[0].extract_text().split())


def test_sent_two_days_late_it_asks_for_five_working_days_from_then(tmp_path: Path) -> None:
    # Found and due out on Wednesday 18 November; it goes on Friday the 20th: 23, 24, 25, 26, 27.
    assert "by Friday 27 November 2026" in words_of_the_request(tmp_path, "2026-11-20")


def test_sent_on_its_day_it_asks_for_five_working_days_from_that_day(tmp_path: Path) -> None:
    # 19, 20, 23, 24, 25 November.
    assert "by Wednesday 25 November 2026" in words_of_the_request(tmp_path, "2026-11-18")
