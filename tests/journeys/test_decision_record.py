"""The decision record on its way: open for signing, covered, answered, signed, sent."""

from pathlib import Path

import pikepdf
import pytest

from cli.asking import Said, sgdocs

EXAMPLE = Path(__file__).parents[2] / "examples" / "nel-open" / "case.yaml"
REVIEW = """
  facts: What the agencies wrote was read together.
  immediate_action: None beyond what was done.
  improvements: A note and a letter should be read side by side.
  national_importance: None was seen.
  criteria: [{criterion: improvements_highlighted, met: yes, rationale: Two services missed it.}]
  recommendation:
    outcome: local_review
    rationale: Several services can learn from it.
"""
ROLES = ["Chair", "local authority", "police", "integrated care board"]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Give the example once its rapid review was held and has recommended something."""
    file = tmp_path / "case.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    held = text.replace("rapid_review_held, planned:", "rapid_review_held, actual:")
    file.write_text(held + REVIEW, encoding="utf-8")
    return file


def built(case: Path, day: str, paper: str) -> Said:
    return sgdocs(
        "build", case, "--only", paper, "--as-of", day, "-o", case.parent / paper, "--json"
    )


def asked(case: Path, day: str, where: str) -> list[str]:
    """Give who is asked to sign the record in somebody's folder, in the order of reading."""
    (file,) = (case.parent / "SRG-8" / day).glob(f"{where}/*_SRG-8_{where}.pdf")
    with pikepdf.open(file) as pdf:
        assert {str(page.obj.get("/Tabs", "/S")) for page in pdf.pages} == {"/S"}
        fields = pdf.Root.get("/AcroForm", {}).get("/Fields", [])
        assert {str(field.FT) for field in fields} <= {"/Sig"}
        return [str(field.TU) for field in fields]


def test_the_record_goes_out_open_for_four_signatures_with_its_letter(case: Path) -> None:
    said = built(case, "2026-11-30", "SRG-8")
    assert said.code == 0, said.err
    open_for = asked(case, "2026-11-30", "partner_police")
    assert [role in words for role, words in zip(ROLES, open_for, strict=True)] == [True] * 4
    letters = built(case, "2026-11-30", "SRG-8-COVER").json["files"]
    covers = [file for file in letters if "SRG-8-COVER" in file]
    assert {Path(file).parent.name for file in covers} >= {"partner_police", "partner_la"}
    why = [left["reason"] for left in said.json["left"] if left["step"] == "srg-8-to-panel"]
    assert len(why) == 1
    assert "not decided yet" in why[0]


def test_a_signature_that_is_recorded_is_asked_for_no_more(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    signature = "    signature: {name: Leopold Quayle, role: Chair, signed_on: 2026-11-27}\n"
    case.write_text(text + signature, encoding="utf-8")
    said = built(case, "2026-11-30", "SRG-8")
    assert said.code == 0, said.err
    left = asked(case, "2026-11-30", "file")
    assert len(left) == 3
    assert not any("Chair" in words for words in left)


@pytest.mark.parametrize(("signed", "left"), [(2, ["integrated care board"]), (3, [])])
def test_each_partner_signs_and_the_record_goes_to_the_panel(
    case: Path, signed: int, left: list[str]
) -> None:
    text = case.read_text(encoding="utf-8")
    text += "    signature: {name: Leopold Quayle, role: Chair, signed_on: 2026-11-27}\n"
    text += "decision:\n  outcome: local_review\n  rationale: All agree.\n  partners:\n"
    for number, partner in enumerate(("partner_la", "partner_police", "partner_health")):
        sign = ", signature: {name: Jo Bell, signed_on: 2026-12-02}" if number < signed else ""
        text += f"    - {{partner: {partner}, response: agree{sign}}}\n"
    decided = text.replace("rapid_review_decision, planned:", "rapid_review_decision, actual:")
    case.write_text(decided, encoding="utf-8")
    said = built(case, "2026-12-02", "SRG-8")
    assert said.code == 0, said.err
    assert ["not every signature is recorded" in said for said in said.json["cautions"]] == [
        True
    ] * len(left)
    words = asked(case, "2026-12-02", "panel")
    assert [role in each for role, each in zip(left, words, strict=True)] == [True] * len(left)
