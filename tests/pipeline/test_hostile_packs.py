"""Packs made from cases and templates that somebody has made difficult."""

import re
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from artefacts.asking import nothing_sent, standing
from sgdocs.artefacts import Asked
from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.pipeline.building import Built, build
from sgdocs.pipeline.how import How
from sgdocs.pipeline.wanting import wanted_papers
from sgdocs.pipeline.workspaces import init_workspace
from sgdocs.standing import Scheduled

pytestmark = pytest.mark.slow

REQUESTS = Asked(step="agency-requests-out")


def made(found: Scheduled, asked: Asked, out: Path) -> Built:
    return build(found, wanted_papers(found, asked), How(), out / "pack")


def words(path: Path) -> str:
    return " ".join(" ".join(p.extract_text() for p in PdfReader(path).pages).split())


@pytest.mark.parametrize("name", ["panel", "reviewer", "file", "outbox", "ofsted"])
def test_an_agency_named_like_a_role_shares_nothing_with_it(tmp_path: Path, name: str) -> None:
    found = standing("nel-open", "2026-11-20", lambda t: nothing_sent(t).replace("swim-club", name))
    built = made(found, Asked(), tmp_path)
    assert built.folder
    assert f"case-{name}" in {paper["recipient"] for paper in built.papers}
    (theirs,) = built.folder.rglob(f"*all-papers_case-{name}.pdf")
    said = words(theirs)
    assert "Immingham Swimming Club" in said
    assert "Telephone log" not in said
    assert "Decision of the rapid review" not in said


def test_two_partners_with_one_mailbox_are_both_told(tmp_path: Path) -> None:
    office = tmp_path / "office"
    init_workspace(office, "nel", Content())
    file = office / "partnership.yaml"
    text = file.read_text(encoding="utf-8")
    police = re.search(r"- id: partner-police.*?email: (\S+)", text, re.DOTALL)
    council = re.search(r"- id: partner-la\n.*?email: (\S+)", text, re.DOTALL)
    assert police
    assert council
    text = text.replace(f"email: {police[1]}", f"email: {council[1]}\n    shared_mailbox: yes")
    file.write_text(text.replace("shared_mailbox: yes", 'shared_mailbox: "yes"'), encoding="utf-8")
    found = standing("nel-open", "2026-11-13", nothing_sent, Content(office))
    built = made(found, Asked(only="SCSI-2"), tmp_path)
    assert {paper["recipient"] for paper in built.papers} >= {"partner_la", "partner_police"}


def _summary(words_: str, found_day: str = "2026-11-13") -> Scheduled:
    def edit(text: str) -> str:
        return re.sub(
            r"  summary_for_letters: >-\n(?:    .*\n)+",
            f"  summary_for_letters: {words_}\n",
            nothing_sent(text),
        )

    return standing("nel-open", found_day, edit)


def test_a_word_longer_than_the_page_is_wide_is_whole_in_the_pdf(tmp_path: Path) -> None:
    long = "1234567890" * 40
    built = made(_summary(f"before {long} after"), Asked(only="SCSI-2"), tmp_path)
    assert built.folder
    assert long in "".join(words(next(built.folder.rglob("*SCSI-2_partner_la.pdf"))).split())


@pytest.mark.parametrize("letter", ["😀", "漢"])
def test_what_no_font_has_goes_as_word_and_mail(tmp_path: Path, letter: str) -> None:
    built = made(_summary(f"before {letter} after"), Asked(only="SCSI-2"), tmp_path)
    assert built.folder
    assert not list(built.folder.rglob("*SCSI-2*.pdf"))
    word = next(built.folder.rglob("*SCSI-2_partner_la.docx"))
    assert letter in ZipFile(word).read("word/document.xml").decode()
    mail = message_from_bytes(
        next(built.folder.rglob("*SCSI-2_partner_la.eml")).read_bytes(), policy=default
    )
    body = mail.get_body()
    assert body
    assert letter in body.get_content()
    assert [a.get_filename() for a in mail.iter_attachments()] == [word.name]
    reasons = {one.reason for one in built.lacking}
    assert any("$.incident.summary_for_letters" in reason for reason in reasons)
    assert not any(letter in reason for reason in reasons)


def _template_with(tmp_path: Path, name: str, member: str, content: bytes) -> Content:
    office = tmp_path / "office"
    init_workspace(office, "nel", Content())
    out = BytesIO()
    with ZipFile(Content().path("templates", name)) as source, ZipFile(out, "w") as target:
        for info in source.infolist():
            if info.filename != member:
                target.writestr(info, source.read(info))
        target.writestr(member, content)
    place = office / "templates" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(out.getvalue())
    return Content(office)


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/vbaProject.bin", b"a program"),
        ("../../evil.txt", b"out of the package"),
        (
            "word/_rels/settings.xml.rels",
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="r1" TargetMode="External" Target="http://example.org/x.dotm" '
            b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            b'attachedTemplate"/></Relationships>',
        ),
    ],
)
def test_a_template_that_carries_something_is_refused(
    tmp_path: Path, member: str, content: bytes
) -> None:
    own = _template_with(tmp_path, "nel/scsi-5.docx", member, content)
    found = standing("nel-open", "2026-11-20", nothing_sent, own)
    with pytest.raises(InputRefused, match=r"scsi-5\.docx"):
        made(found, REQUESTS, tmp_path / "out")


def test_the_same_paper_for_another_step_is_no_lack(tmp_path: Path) -> None:
    found = standing("nel", "2026-11-20", nothing_sent)
    built = made(found, Asked(), tmp_path)
    assert not [w for w in built.lacking if "another step" in w.reason]


def test_an_empty_folder_that_is_there_is_used(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    built = made(standing("nel-open", "2026-11-13", nothing_sent), Asked(only="SCSI-2"), tmp_path)
    assert built.folder == tmp_path / "pack"


def test_what_cannot_be_locked_is_not_put_into_the_outbox(tmp_path: Path) -> None:
    found = _summary("before 😀 after")
    how = How(password="correct horse battery staple")  # noqa: S106 - it locks a test's file
    built = build(found, wanted_papers(found, Asked(only="SCSI-2")), how, tmp_path / "pack")
    assert built.folder
    assert list(built.folder.rglob("*SCSI-2*.docx"))
    assert not list(built.folder.rglob("*SCSI-2*.eml"))


def test_the_covering_letter_lies_on_top(tmp_path: Path) -> None:
    found = standing("nel-open", "2026-11-20", nothing_sent)
    built = made(found, REQUESTS, tmp_path)
    assert built.folder
    said = words(next(built.folder.rglob("*all-papers_swim-club.pdf")))
    assert said.index("Dear Barnabas Quill") < said.index("1. The people we are asking about")
