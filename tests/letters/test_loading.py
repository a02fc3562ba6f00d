"""What a letter's file may hold, and how an editor is told what is wrong with it."""

from pathlib import Path

import pytest

from letters.specimen import FRONT, workspace
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionRefused
from sgdocs.letters import load_letter

BODY = "Dear all,\n\n# Heading\n\n{body}\n\nYours sincerely,\n"
FIRST = FRONT.count("\n") + 5  # the line of the file that {body} stands on


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<b>bold</b>", "HTML"),
        ("<div>\nx\n</div>", "HTML"),
        ("<!-- hidden -->", "HTML"),
        ("![x](https://example.org/x.png)", "Pictures"),
        ("```\nx\n```", "Code"),
        ("a `b` c", "Code"),
        ("***", "line across"),
        ("> said", "Quotations"),
        ("#### small", "skips a level"),
        ("### small", "skips a level"),
        ("3. third", "begins at 1"),
        ("[x](javascript:alert)", "link"),
        ("[x](http://example.org)", "link"),
        ("[x](notes.md)", "link"),
        ("a \U000f0000 b", "own use"),
    ],
)
def test_what_has_no_place_is_refused_with_its_line(tmp_path: Path, body: str, what: str) -> None:
    content = workspace(tmp_path, BODY.format(body=body))
    with pytest.raises(InputRefused, match=what) as stopped:
        load_letter(content, "nel", "SCSI-2")
    assert stopped.value.where == f"letters/nel/scsi-2.md:{FIRST}"
    assert stopped.value.remedy


@pytest.mark.parametrize(
    ("front", "line", "what"),
    [
        (FRONT.replace("title:", "titel:"), 2, "“title” is missing"),
        (FRONT.replace("title: A letter\n", "title: A letter\ncc: x\n"), 4, "no such entry"),
        (FRONT.replace("title: A letter", "title: [a]"), 3, "must be words"),
        (FRONT.replace("[safeguarding_partners]", "{a: b}"), 4, "list of words"),
        (FRONT.replace("section: s", "page: 3"), 6, "document and a section"),
        (FRONT.replace("SCSI-2", "SCSI-3"), 2, "another artefact"),
        (FRONT.replace("title: A letter", "title: A\ntitle: B"), 4, "two entries"),
        ("Dear all,\n", 1, "two lines of three hyphens"),
    ],
)
def test_a_fault_before_the_words_is_named_with_its_line(
    tmp_path: Path, front: str, line: int, what: str
) -> None:
    content = workspace(tmp_path, BODY.format(body="x"), front)
    with pytest.raises(InputRefused, match=what) as stopped:
        load_letter(content, "nel", "SCSI-2")
    assert stopped.value.where.split(":")[:2] == ["letters/nel/scsi-2.md", str(line)]


@pytest.mark.parametrize("body", ["{{ a|nonsense }}", "{% if %}", "{{ a() }}"])
def test_an_expression_is_checked_when_the_letter_is_loaded(tmp_path: Path, body: str) -> None:
    content = workspace(tmp_path, BODY.format(body=body))
    with pytest.raises(ExpressionRefused, match=rf"^letters/nel/scsi-2\.md, line {FIRST}"):
        load_letter(content, "nel", "SCSI-2")


def test_an_expression_of_the_subject_has_its_own_line(tmp_path: Path) -> None:
    front = FRONT.replace("{{ reference }}", "{{ a|nonsense }}")
    with pytest.raises(ExpressionRefused, match=r"scsi-2\.md, line 5"):
        load_letter(workspace(tmp_path, BODY.format(body="x"), front), "nel", "SCSI-2")


def test_a_letter_needs_a_main_heading(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="one main heading"):
        load_letter(workspace(tmp_path, "Dear all,\n"), "nel", "SCSI-2")


def test_a_letter_nobody_wrote_is_asked_for_by_name() -> None:
    with pytest.raises(InputRefused, match=r"letters/tees/scsi-99\.md"):
        load_letter(Content(), "tees", "SCSI-99")


def test_a_shared_wording_serves_where_the_procedure_has_none(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "scsi-2.md").write_text(FRONT + BODY.format(body="x"))
    content = Content(workspace=tmp_path)
    assert load_letter(content, "tees", "SCSI-2").file == "letters/scsi-2.md"
    assert load_letter(content, "nel", "SCSI-2").file == "letters/nel/scsi-2.md"


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    content = workspace(tmp_path, BODY.format(body="x"))
    (tmp_path / "letters" / "nel" / "scsi-2.md").write_bytes("Zoë".encode("cp1252"))
    with pytest.raises(InputRefused, match="UTF-8"):
        load_letter(content, "nel", "SCSI-2")


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("---\nart", "\ufeff---\nart")])
def test_notepad_is_understood(tmp_path: Path, change: tuple[str, str]) -> None:
    (tmp_path / "letters" / "nel").mkdir(parents=True)
    text = (FRONT + BODY.format(body="x")).replace(*change)
    (tmp_path / "letters" / "nel" / "scsi-2.md").write_bytes(text.encode())
    assert load_letter(Content(workspace=tmp_path), "nel", "SCSI-2").artefact == "SCSI-2"
