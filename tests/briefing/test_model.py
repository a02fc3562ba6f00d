"""What makes a briefing, and what is refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.specimen import CONTENT, ISSUE, briefing, case
from sgdocs.briefing import Briefing, Issue
from sgdocs.briefing.wording import load_labels
from sgdocs.content import Content
from sgdocs.errors import InputRefused


def with_segments(count: int) -> dict[str, Any]:
    segments = [{"heading": f"Part {n}", "body": "Words"} for n in range(count)]
    return {"report": {"briefing": {"title": "Kit", "segments": segments}}}


@pytest.mark.parametrize("count", [6, 8])
def test_six_parts_or_eight_are_refused(count: int) -> None:
    with pytest.raises(InputRefused) as refused:
        Briefing.from_case(with_segments(count), ISSUE)
    assert str(refused.value) == (
        f"$.report.briefing.segments: a briefing has exactly seven parts, and this one has "
        f"{count}. Join or divide parts until there are seven."
    )


def test_a_case_without_a_briefing_is_refused() -> None:
    with pytest.raises(InputRefused, match=r"\$\.report\.briefing: the case has no briefing yet"):
        Briefing.from_case({}, ISSUE)


def test_the_headings_are_those_of_the_case_and_an_empty_line_divides_paragraphs() -> None:
    data = with_segments(7)
    data["report"]["briefing"]["segments"][2]["body"] = "One\nline.\n\nTwo.\n"
    third = Briefing.from_case(data, ISSUE).segments[2]
    assert third.heading == "Part 2"
    assert third.paragraphs == ("One\nline.", "Two.")


@pytest.mark.parametrize(
    ("day", "marking", "status"),
    [
        (
            date(2024, 12, 10),
            "For publication",
            "Seven-minute briefing · Version 2 · Tuesday 10 December 2024 · "
            "Approved: Tuesday 10 December 2024",
        ),
        (
            date(2024, 12, 3),
            "Draft for approval, not for publication",
            "Seven-minute briefing · Version 2 · Tuesday 3 December 2024 · Not yet approved",
        ),
    ],
)
def test_only_what_is_approved_by_then_is_for_publication(
    day: date, marking: str, status: str
) -> None:
    made = Briefing.from_case(case(), Issue("Example Partnership", "2", day))
    labels = load_labels(CONTENT)
    assert labels.marking(made) == marking
    assert labels.status(made) == status


def test_a_label_that_is_missing_is_named(tmp_path: Any) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "briefing.yaml").write_text("kind: Briefing\n", encoding="utf-8")
    with pytest.raises(InputRefused, match="the words for version, approved,"):
        load_labels(Content(tmp_path))


def test_nothing_of_the_briefing_stands_in_a_refusal_of_a_character() -> None:
    from sgdocs.briefing import as_docx, as_pdf  # noqa: PLC0415

    odd = replace(briefing(), title="Zephyrine\x07")
    for write in (as_docx, as_pdf):
        with pytest.raises(InputRefused) as refused:
            write(odd, CONTENT)
        assert "Zephyrine" not in str(refused.value)
        assert str(refused.value).startswith("$.report.briefing.title: holds a character")
