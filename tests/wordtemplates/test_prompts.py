"""Fields that are empty show that something can be written there."""

import shutil
import subprocess
from pathlib import Path

import pytest

from wordtemplates.specimen import FRAME, W, root, with_body, words

KINDS = [
    ("<w:text/>", "Click or tap to write"),
    ('<w:text w:multiLine="1"/>', "Click or tap to write"),
    ('<w:date><w:dateFormat w:val="dd/MM/yyyy"/></w:date>', "dd/mm/yyyy"),
    ("<w:dropDownList/>", "Choose an item"),
    ("", "Click or tap to write"),
]


def control(kind: str, inside: str, tag: str = "a") -> str:
    """Write a field within a paragraph."""
    about = f'<w:alias w:val="Label"/><w:tag w:val="{tag}"/>{kind}'
    run = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{inside}</w:t></w:r>"
    return f"<w:p><w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>"


@pytest.mark.parametrize(("kind", "prompt"), KINDS)
def test_an_empty_field_has_a_prompt_and_a_full_one_has_not(
    tmp_path: Path, kind: str, prompt: str
) -> None:
    made = with_body(tmp_path, control(kind, "{{ form.a|default('') }}"))
    for _ in range(4):
        empty = made.fill({"form": {}}, FRAME)
        assert words(empty) == [prompt]
        (about,) = root(empty).iter(f"{W}sdtPr")
        names = [str(each.tag).removeprefix(W) for each in about]
        assert names[:3] == ["alias", "tag", "showingPlcHdr"]
        full = made.fill({"form": {"a": "Words & more"}}, FRAME)
        assert words(full) == ["Words & more"]
        assert not list(root(full).iter(f"{W}showingPlcHdr"))
        assert list(root(full).iter(f"{W}b"))


def test_a_time_has_its_own_prompt(tmp_path: Path) -> None:
    made = with_body(tmp_path, control("<w:text/>", "{{ form.a|default('') }}", tag="a#time"))
    assert words(made.fill({"form": {}}, FRAME)) == ["hh:mm"]


def test_a_prompt_that_is_in_the_template_goes_when_there_is_an_answer(tmp_path: Path) -> None:
    made = with_body(tmp_path, control("<w:showingPlcHdr/><w:text/>", "{{ form.a|default('') }}"))
    assert not list(root(made.fill({"form": {"a": "x"}}, FRAME)).iter(f"{W}showingPlcHdr"))
    assert len(list(root(made.fill({"form": {}}, FRAME)).iter(f"{W}showingPlcHdr"))) == 1


def test_a_tick_and_a_field_with_more_than_one_tag_stay_as_they_are(tmp_path: Path) -> None:
    box = '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"/>'
    two = "{{ form.a|default('') }}{{ form.b|default('') }}"
    made = with_body(tmp_path, control(box, "{{ form.a|default('') }}") + control("<w:text/>", two))
    assert words(made.fill({"form": {}}, FRAME)) == ["", ""]


def test_each_turn_of_a_loop_has_its_own_prompt(tmp_path: Path) -> None:
    inside = control("<w:text/>", "{{ row.a|default('') }}")
    tags = ("{%p for row in form.rows %}", "{%p endfor %}")
    first, last = (f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags)
    made = with_body(tmp_path, first + inside + last)
    data = made.fill({"form": {"rows": [{"a": "x"}, {}, {"a": ""}]}}, FRAME)
    assert words(data) == ["x", "Click or tap to write", "Click or tap to write"]


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_a_filled_form(tmp_path: Path) -> None:
    inside = "".join(control(kind, "{{ form.a|default('') }}") for kind, _ in KINDS)
    made = with_body(tmp_path, f"<w:p><w:r><w:t>{{{{ name }}}}</w:t></w:r></w:p>{inside}")
    (tmp_path / "form.docx").write_bytes(made.fill({"name": "Zoë & Co\nline", "form": {}}, FRAME))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text", "form.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    lines = (tmp_path / "form.txt").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:3] == ["Zoë & Co", "line", "Click or tap to write"]
