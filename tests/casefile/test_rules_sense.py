"""Things that cannot both be so: where exactly each rule begins to speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.asking import spoken


def child_with(number: str) -> str:
    return f'- {{id: child-1, name: {{full: unknown}}, harm: died, nhs_number: "{number}"}}'


def right_numbers() -> st.SearchStrategy[str]:
    """NHS numbers from the range that is never given out, each with its right last digit."""

    def finished(rest: str) -> str | None:
        first = f"999{rest}"
        total = sum(int(d) * w for d, w in zip(first, range(10, 1, -1), strict=True))
        last = (11 - total % 11) % 11
        return None if last == 10 else f"{first}{last}"

    digits = st.text("0123456789", min_size=6, max_size=6)
    return digits.map(finished).filter(bool).map(str)


@given(number=right_numbers(), data=st.data())
def test_one_mistyped_digit_is_always_found(number: str, data: st.DataObject) -> None:
    assert spoken("", children=child_with(number)) == []
    place = data.draw(st.integers(0, 9))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != number[place]]))
    wrong = number[:place] + other + number[place + 1 :]
    assert spoken("", children=child_with(wrong)) == ["nhs-number $.children[0].nhs_number"]


@given(number=right_numbers(), place=st.integers(0, 8))
def test_two_swapped_digits_are_always_found(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    said = spoken("", children=child_with(swapped))
    assert said == ([] if swapped == number else ["nhs-number $.children[0].nhs_number"])


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("nhs_number", "999 123 4578", []),
        ("nhs_number", "9991234578", []),
        ("nhs_number", "999 123 4579", ["nhs-number $.identifiers[0].value"]),
        ("nhs_number", "999 123 457", ["nhs-number $.identifiers[0].value"]),
        ("hospital_number", "999 123 4579", []),
    ],
)
def test_a_number_is_checked_by_its_kind(kind: str, value: str, said: list[str]) -> None:
    assert spoken(f'identifiers: [{{kind: {kind}, value: "{value}"}}]') == said


MAILBOX = "email: Team@example.org"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (MAILBOX, "email: other@example.org", []),
        (MAILBOX, "email: team@EXAMPLE.org", ["shared-email $.agencies[1].manager.email"]),
        (f"{MAILBOX}, shared_mailbox: yes", f"{MAILBOX}, shared_mailbox: yes", []),
        (f"{MAILBOX}, shared_mailbox: yes", MAILBOX, []),
        (MAILBOX, f"{MAILBOX}, shared_mailbox: yes", []),
        (MAILBOX, f"{MAILBOX}, shared_mailbox: no", ["shared-email $.agencies[1].manager.email"]),
    ],
)
def test_two_agencies_share_no_mailbox_unless_they_say_so(
    one: str, other: str, said: list[str]
) -> None:
    body = "agencies:\n" + "".join(
        f"- {{id: agency-{n}, name: An agency, manager: {{name: {{full: unknown}}, {email}}}}}\n"
        for n, email in enumerate((one, other))
    )
    assert spoken(body) == said


def test_one_agency_may_use_one_mailbox_twice() -> None:
    contact = "{name: {full: unknown}, email: team@example.org}"
    body = f"agencies: [{{id: gp, name: A surgery, manager: {contact}, contact: {contact}}}]"
    assert spoken(body) == []


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("to: [gp], sent: 2026-11-10", []),
        ("to: [gp], sent: 2026-11-11", ["order $.returns[0].received"]),
        ("to: [agency], sent: 2026-11-10", []),
        ("to: [ward], sent: 2026-11-10", ["return-not-asked $.returns[0].agency"]),
        ("to: [ward, gp], sent: 2026-11-10T18:00", []),
    ],
)
def test_what_comes_back_was_asked_for(sent: str, said: list[str]) -> None:
    body = f"""\
        agencies: [{{id: gp, name: A surgery}}, {{id: ward, name: A hospital}}]
        dispatches: [{{artefact: SCSI-5, {sent}}}]
        returns: [{{agency: gp, received: 2026-11-10T09:00, state: nil_return}}]
        """
    assert spoken(body) == said


@pytest.mark.parametrize(
    ("pathway", "body", "said"),
    [
        ("serious_incident", "", ["decision-without-recommendation $.decision"]),
        ("serious_incident", "rapid_review: {recommendation: {outcome: no_review}}", []),
        ("learning_request", "", []),
    ],
)
def test_a_decision_has_a_recommendation(pathway: str, body: str, said: list[str]) -> None:
    assert spoken(f"decision: {{outcome: no_review}}\n{body}", pathway=pathway) == said


@pytest.mark.parametrize(
    ("new", "said"),
    [("2026-12-02", []), ("2026-12-01", ["order $.actions[0].extension.new_deadline"])],
)
def test_an_extension_is_later(new: str, said: list[str]) -> None:
    body = f"""\
        actions:
        - id: action-1
          action: Do it
          original_deadline: 2026-12-01
          extension: {{new_deadline: {new}, requested_by: The unit}}
        """
    assert spoken(body) == said


AGREED = "insurance_confirmed: 2026-11-10, contract_agreed: 2026-11-10"


@pytest.mark.parametrize(
    ("papers", "count"),
    [
        ("", 3),
        (
            f"cv_received: 2026-11-10, {AGREED},",
            0,
        ),
        (
            f"cv_received: 2026-11-11, {AGREED},",
            1,
        ),
    ],
)
def test_nothing_goes_to_a_reviewer_before_the_papers_are_in(papers: str, count: int) -> None:
    body = f"review: {{reviewer: {{vetting: {{{papers} information_released: 2026-11-10}}}}}}"
    place = "vetting $.review.reviewer.vetting.information_released"
    assert spoken(body) == [place] * count


def test_nothing_is_published_before_it_is_signed_off() -> None:
    published = "events: [{event: publication, actual: 2026-11-10}]"
    assert spoken(published) == ["publication-without-sign-off $.events[0]"]
    planned = "events: [{event: publication, planned: 2026-11-10}]"
    assert spoken(planned) == []


@pytest.mark.parametrize("space", ["' '", '"\\t"', '"\\u00a0"', '"\\u2003"', '"\\n"'])
def test_spaces_alone_say_nothing(space: str) -> None:
    assert spoken(f"incident: {{details: {space}}}") == ["empty $.incident.details"]
