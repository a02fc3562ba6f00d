"""What the letters of the other procedure, and the letter to the family, must say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from letters_darlington_bcp.specimen import Asked, entry, made
from sgdocs.expressions import ExpressionFailed
from sgdocs.papers import as_text

CASE = "bcp"
ASKED = "bcp-social-care"


def text_of(artefact: str, day: str, role: str, **changed: Any) -> str:
    return as_text(made(Asked(artefact, CASE, day, role, changed=changed)))


def family(
    name: str, day: str = "2024-06-24", example: str = CASE, **changed: Mapping[str, Any]
) -> str:
    own = {"family_member": entry(example, "family", name)}
    return as_text(made(Asked("FAMILY-LETTER", example, day, "family", name, changed, own)))


def test_the_business_unit_has_the_panels_reference_and_the_last_day() -> None:
    text = text_of("BCP-BU-NOTICE", "2024-05-07", "business_unit")
    assert "on Tuesday 7 May 2024. The Panel’s reference is SIN-0046-24." in text
    assert text.count("By Wednesday 29 May 2024") == 2


def test_the_business_unit_is_not_told_without_the_reference() -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        text_of("BCP-BU-NOTICE", "2024-05-07", "business_unit", case={"reference": CASE})
    assert stopped.value.path == "case.case.panel_reference"


def test_other_areas_are_asked_and_the_partnership_is_told() -> None:
    others = text_of("BCP-SCP-NOTICE", "2024-05-07", "other_area_partners")
    assert "because your area may be concerned" in others
    assert "Area: Example Vale Council" in others
    assert "have their records made safe" in others
    ours = text_of("BCP-SCP-NOTICE", "2024-05-07", "bcp_scp")
    assert "because your area" not in ours
    assert "The Executive Team then scrutinises the report" in ours


def test_the_notice_does_not_run_ahead_of_the_notification() -> None:
    before = text_of("BCP-SCP-NOTICE", "2024-05-06", "bcp_scp")
    assert "SIN-0046-24" not in before
    assert "The criteria for a notification are met." in before


@pytest.mark.parametrize(
    ("role", "day", "wanted", "unwanted"),
    [
        ("legal_service", "2024-05-03", "Please tell us who will advise us", "insurers"),
        ("insurance_section", "2024-05-07", "tell its insurers", "Osagie"),
        ("service_manager", "2024-05-03", "Inform the Service Director.", "insurers"),
    ],
)
def test_each_confirmation_suits_its_reader(
    role: str, day: str, wanted: str, unwanted: str
) -> None:
    text = text_of("BCP-APPC-LETTERS", day, role)
    assert wanted in text
    assert unwanted not in text
    assert ("our telephone call of Friday 3 May 2024" in text) == (role != "service_manager")


def test_the_executive_is_asked_and_the_panel_is_told() -> None:
    executive = text_of("BCP-RR-REPORT", "2024-05-24", "executive_team")
    assert "Decide and sign." in executive
    assert "What was decided" not in executive
    panel = text_of("BCP-RR-REPORT", "2024-05-29", "panel")
    assert "recommended: a local child safeguarding practice review." in panel
    assert "The decision is: a local child safeguarding practice review." in panel
    assert "I am sorry" not in panel


def test_the_panel_is_told_nothing_before_the_decision() -> None:
    with pytest.raises(ExpressionFailed) as stopped:
        text_of("BCP-RR-REPORT", "2024-05-29", "panel", decision={})
    assert stopped.value.path == "case.decision.outcome"


def test_the_mother_is_written_to_as_the_mother() -> None:
    text = family("mother")
    assert "Dear Ms Fitzgerald," in text
    assert (
        "sorry that Sagie has died.\n\nWe are writing to you because you are the mother of Sagie."
        in text
    )
    assert "called Augusta Penrose-Kamau" in text
    assert "counts just as much" in text
    assert "You will be shown the notes" in text
    assert "speak with you: Large print" in text
    assert "We are sending you a copy of this letter in large print." in text
    assert "health visitor" not in text
    assert "Please ask for Orla Penhallow" in text
    assert "after a child has died" in text


def test_nobody_is_suspected_in_a_letter_and_nothing_of_the_case_is_told() -> None:
    text = family("father", "2025-04-03", "darlington")
    assert "you are the father of Aysh." in text
    assert not [word for word in ("suspect", "medicine", "neglect", "died") if word in text]


def test_the_police_are_spoken_of_only_where_there_is_a_criminal_case() -> None:
    assert "The police or the court" in family("mother")
    assert "The police or the court" not in family(
        "mother", "2026-08-10", "darlington-below-threshold"
    )


def test_a_reviewer_to_be_confirmed_is_said_to_be() -> None:
    text = family("mother", "2024-05-31", "bcp-panel-disagrees")
    assert "We do not know the name yet." in text
    assert "Vietnamese interpreter" in text


def test_a_call_that_has_been_made_is_named_and_one_that_failed_is_not() -> None:
    assert "We spoke with you by telephone on Wednesday 26 June 2024." in family(
        "sister", "2024-06-28"
    )
    failed = {"kind": "family", "person": "mother", "at": "2024-06-24T14:00"}
    unanswered = [{**failed, "receipt_confirmed": "no"}]
    assert "We will also ring you" in family("mother", calls=unanswered)


def test_a_brother_or_sister_under_age_has_a_gentler_letter() -> None:
    young = {"family_member": {**entry(CASE, "family", "sister"), "under_18": True}}
    text = as_text(made(Asked("FAMILY-LETTER", CASE, "2024-06-24", "family", "sister", {}, young)))
    assert "The adults who care for you have this letter too." in text
    assert "sorry that Sagie has died" in text
    assert not [word for word in ("police or the court", "A review, and how") if word in text]


def test_the_panel_is_told_no_reviewer_whose_contract_is_not_agreed() -> None:
    text = text_of("BCP-RR-REPORT", "2024-05-29", "panel")
    assert "The reviewer is to be confirmed." in text


def test_a_request_whose_day_has_passed_asks_for_no_past_day() -> None:
    late = {"agency": {**entry(CASE, "agencies", ASKED), "return_by": date(2024, 5, 1)}}
    paper = made(Asked("BCP-APPB", CASE, "2024-05-13", "agency", ASKED, {}, late))
    assert paper.subject.endswith("as soon as you can")
    assert "tell us today when that will be" in as_text(paper)
    assert "1 May 2024" not in as_text(paper)


def test_those_who_secure_files_are_told_of_the_family_too() -> None:
    text = as_text(made(Asked("SECURE-FILES-NOTICE", CASE, "2024-05-03", "agency", ASKED)))
    assert "Gráinne Fitzgerald" in text
    assert "25/03/1984" in text
    assert "(died 14/11/2023)" in text
