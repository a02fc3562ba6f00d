"""The words above a timetable."""

from sgdocs.timeline import Heading

HEADING = Heading(
    "EXM-1", "Exampleshire", "Tuesday 6 January 2026", "OFFICIAL", {"panel": "The Panel"}
)


def test_an_office_has_its_own_words_for_roles_and_papers() -> None:
    assert HEADING.role("panel") == "The Panel"
    assert HEADING.paper("SCSI-5") == "SCSI-5"


def test_a_role_without_words_is_read_aloud() -> None:
    assert HEADING.role("safeguarding_partners") == "Safeguarding partners"
