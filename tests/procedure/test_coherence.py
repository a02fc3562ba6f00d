"""A draft that refers to something that does not exist is refused, at the line where it does."""

from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.procedure import ProcedureRefused, load_procedure

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


def faults(folder: Path, draft: str) -> list[tuple[int, str, str]]:
    """Load a draft and give the line, the path and the message of each finding."""
    file = folder / "draft.yaml"
    file.write_text(draft, encoding="utf-8")
    try:
        load_procedure(Content().trying("procedures", "nel.yaml", file), "nel")
    except ProcedureRefused as refused:
        return [(f.line, f.path, f.message) for f in refused.findings]
    return []


def line_of(text: str, words: str) -> int:
    found = [n for n, line in enumerate(text.splitlines(), 1) if words in line]
    assert len(found) == 1, f"{words!r} stands on {len(found)} lines"
    return found[0]


def test_the_small_procedure_is_coherent(tmp_path):
    assert faults(tmp_path, SMALL) == []


@pytest.mark.parametrize(
    ("right", "wrong", "path", "message"),
    [
        pytest.param(
            "when: [serious]",
            "when: [seriuos]",
            "$.steps[1].when[0]",
            "condition is not defined",
            id="unknown condition",
        ),
        pytest.param(
            "recipients: [panel]",
            "cautions: [{while: seriuos, says: Look again.}]",
            "$.steps[0].cautions[0]",
            "condition is not defined",
            id="a caution on an unknown condition",
        ),
        pytest.param(
            "recipients: [panel]",
            "recipients: [pannel]",
            "$.steps[0].recipients[0]",
            "role is not defined",
            id="unknown role",
        ),
        pytest.param(
            'anchor: "step:letter"',
            'anchor: "step:leter"',
            "$.steps[1].timing.anchor",
            "not defined",
            id="counted from an unknown step",
        ),
        pytest.param(
            "{anchor: received, offset: 5",
            "{anchor: recieved, offset: 5",
            "$.steps[0].timing.anchor",
            "not defined",
            id="counted from an unknown event",
        ),
        pytest.param(
            "{anchor: option_chosen, earliest_offset: 1, offset: 2",
            "{anchor: option_chosen, offset: 2",
            "$.steps[4].timing",
            "window needs its earliest day",
            id="window without its earliest",
        ),
        pytest.param(
            "option: {menu: menu, choice: audit}",
            "option: {menu: menu, choice: adit}",
            "$.steps[4].option",
            "option is not on any menu",
            id="unknown choice",
        ),
        pytest.param(
            "option: {menu: menu, choice: audit}",
            "option: {menu: manu}",
            "$.steps[4].option",
            "option is not on any menu",
            id="unknown menu",
        ),
        pytest.param(
            "  - id: reply",
            "  - id: letter",
            "$.steps[1].id",
            "this step is here twice",
            id="step twice",
        ),
        pytest.param(
            "letter: {timing: {offset: 3}}",
            "lettre: {timing: {offset: 3}}",
            "$.amendments[0].steps.lettre",
            "changes a step that does not exist",
            id="change to an unknown step",
        ),
        pytest.param(
            "letter: {timing: {offset: 3}}",
            "letter: {recipients: [pannel]}",
            "$.amendments[0].steps.letter.recipients[0]",
            "role is not defined",
            id="change to an unknown role",
        ),
        pytest.param(
            "test: serious_incident",
            "test: serious_incident or",
            "$.conditions.serious.test",
            "",
            id="condition that is not an expression",
        ),
        pytest.param(
            "test: serious_incident",
            "test: serious_incidnet",
            "$.conditions.serious.test",
            "",
            id="condition on an unknown fact",
        ),
        pytest.param(
            "artefacts: [SCSI-2]",
            "artefacts: [SCSI-22]",
            "$.steps[0].artefacts[0]",
            "",
            id="paper that is not on the list of papers",
        ),
        pytest.param(
            "remove: [checklist, reminder]",
            "remove: [chekclist, reminder]",
            "$.amendments[0].remove[0]",
            "",
            id="end of an unknown step",
        ),
        pytest.param(
            "after: [received]",
            "after: [recieved]",
            "$.events.decided.after[0]",
            "",
            id="event after an unknown event",
        ),
        pytest.param(
            "source: {document: guide, section: Two}\n    choices",
            "source: {document: guide, section: Three}\n    choices",
            "$.options.menu.source",
            "",
            id="menu from an unlisted section",
        ),
    ],
)
def test_one_fault_is_one_finding_at_its_line(tmp_path, right, wrong, path, message):
    draft = SMALL.replace(right, wrong, 1)
    assert draft != SMALL
    [(line, where, said)] = faults(tmp_path, draft)
    spot = wrong.splitlines()[0].strip("- ")
    numbers = [n for n, text in enumerate(draft.splitlines(), 1) if spot in text]
    assert (where, line) == (path, numbers[-1])
    assert message in said


def test_an_unlisted_section_is_found_in_a_step(tmp_path):
    draft = SMALL.replace(
        "    source: {document: guide, section: One}",
        "    source: {document: guide, section: Four}",
        1,
    )
    [(line, path, message)] = faults(tmp_path, draft)
    assert (line, path) == (line_of(draft, "section: Four"), "$.steps[0].source")
    assert "not listed" in message


def test_an_unknown_responsible_role_or_event_is_found(tmp_path):
    draft = SMALL.replace("responsible: unit", "responsible: untit", 1).replace(
        "    artefacts: [SCSI-2]", "    marks: lettered\n    artefacts: [SCSI-2]", 1
    )
    assert {(line, path) for line, path, _ in faults(tmp_path, draft)} == {
        (line_of(draft, "untit"), "$.steps[0].responsible"),
        (line_of(draft, "lettered"), "$.steps[0].marks"),
    }


def test_a_look_back_from_a_step_that_is_not_there_is_found(tmp_path):
    draft = SMALL.replace(
        "options:\n",
        """\
look_back:
  child_and_family:
    period: 12
    unit: months
    starts: ["step:lettre", received]
    source: {document: guide, section: One}
  suspected_perpetrator:
    unit: none
    source: {document: guide, section: One}
options:
""",
    )
    [(line, path, _)] = faults(tmp_path, draft)
    assert (line, path) == (line_of(draft, "lettre"), "$.look_back.child_and_family.starts[0]")


def test_a_shared_rule_left_out_that_is_not_there_is_found(tmp_path):
    # A slip here would leave the shared step standing beside the procedure's own.
    draft = SMALL.replace(
        "includes: []",
        "includes:\n  - procedure: national\n    without: [panel-notified-of-incidnet]",
    )
    [(line, path, _)] = faults(tmp_path, draft)
    assert (line, path) == (line_of(draft, "incidnet"), "$.includes[0].without[0]")


def test_a_step_of_the_same_name_as_a_shared_one_is_found(tmp_path):
    # One of the two would silently take the other's place.
    draft = (
        SMALL.replace("includes: []", "includes: [{procedure: national}]")
        .replace("  - id: checklist", "  - id: delay-explained")
        .replace("remove: [checklist, reminder]", "remove: [reminder]")
    )
    [(line, path, _)] = faults(tmp_path, draft)
    assert (line, path) == (line_of(draft, "- id: delay-explained"), "$.steps[2].id")


def test_every_fault_is_given_at_once(tmp_path):
    draft = SMALL.replace("when: [serious]", "when: [seriuos]").replace(
        "recipients: [panel]", "recipients: [pannel]"
    )
    assert [line for line, _, _ in faults(tmp_path, draft)] == [
        line_of(draft, "pannel"),
        line_of(draft, "seriuos"),
    ]


def test_a_date_of_force_that_is_not_a_date_is_found(tmp_path):
    draft = SMALL.replace("in_force_from: 2026-03-01", "in_force_from: 1 March 2026")
    [(line, path, _)] = faults(tmp_path, draft)
    assert (line, path) == (line_of(draft, "1 March 2026"), "$.amendments[0].in_force_from")


def test_amendments_that_are_not_in_order_are_found(tmp_path):
    # The file says oldest first; a later date first would keep the older change from ever applying.
    draft = (
        SMALL
        + """\
  - version: third edition
    in_force_from: 2025-06-01
    title: Four days for the letter
    steps:
      letter: {timing: {offset: 4}}
"""
    )
    [(line, path, _)] = faults(tmp_path, draft)
    assert (line, path) == (line_of(draft, "2025-06-01"), "$.amendments[1].in_force_from")
