"""`sgdocs anonymise` from outside: what is printed, kept and refused."""

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from sgdocs.cli.main import main

CASE = Path(__file__).parents[1] / "anonymise" / "case.yaml"
TEXT = "Freya was seen by Kayleigh Marshall on 3 May 2024.\n\nHer mother, Siobhan, hoped.\n"


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return int(ended.value.code or 0)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert run("init", "office", "--procedure", "nel") == 0
    folder = tmp_path / "office" / "cases" / "NEL-2026-041"
    (folder / "review").mkdir(parents=True)
    shutil.copy(CASE, folder / "case.yaml")
    (folder / "review" / "analysis.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "office")
    return folder


def found(capsys: pytest.CaptureFixture[str], *words: str) -> object:
    capsys.readouterr()
    code = run("anonymise", "NEL-2026-041", *words)
    assert code in (0, 1)
    return json.loads(capsys.readouterr().out)


def test_a_text_gives_masks_and_flags_with_code_points(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "text.md"
    text.write_text("🙂 Freya met Kayleigh.", encoding="utf-8")
    assert run("anonymise", str(CASE), "--text", str(text), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "masks": [{"start": 2, "end": 7, "label": "Child", "replacement": "Child A"}],
        "flags": [{"start": 12, "end": 20, "reason": "a name or word nobody knows"}],
    }


def test_without_a_text_every_text_of_the_review_is_looked_at(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = Document()
    letter.add_paragraph("Freya slept.")
    letter.save(str(office / "review" / "more.docx"))
    done = found(capsys, "--json")
    assert isinstance(done, dict)
    assert [t["source"] for t in done["texts"]] == ["review/analysis.md", "review/more.docx"]
    assert [len(t["masks"]) for t in done["texts"]] == [3, 1]


def test_the_screen_says_where_and_never_what(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("anonymise", "NEL-2026-041", "--text", "cases/NEL-2026-041/review/analysis.md") == 0
    shown = capsys.readouterr()
    assert "Child A was seen by Kayleigh Marshall in May 2024." in shown.out
    assert "line 1, column 19" in shown.err
    assert "Kayleigh" not in shown.err


def test_a_flag_is_decided_kept_private_and_opens_when_the_text_changes(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (flag,) = found(capsys, "--review", "--json")  # type: ignore[misc]
    decide = ("--decide", flag["id"], "mask=a neighbour", "--by", "Hester Vane")
    assert run("anonymise", "NEL-2026-041", *decide) == 0
    kept = office / "anonymise" / "decisions.yaml"
    assert kept.stat().st_mode & 0o077 == 0
    assert found(capsys, "--review", "--json") == []
    done = found(capsys, "--json")
    assert done["texts"][0]["masks"][1]["replacement"] == "a neighbour"  # type: ignore[index]
    review = office / "review" / "analysis.md"
    review.write_text(TEXT.replace("seen", "watched"), encoding="utf-8")
    assert len(found(capsys, "--review", "--json")) == 1  # type: ignore[arg-type]
    ledger = (office / "ledger.jsonl").read_text(encoding="utf-8")
    assert flag["id"] in ledger
    assert "Kayleigh" not in ledger


def test_a_decision_may_be_changed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (flag,) = found(capsys, "--review", "--json")  # type: ignore[misc]
    for verdict in ("keep", "rewrite"):
        assert run("anonymise", "NEL-2026-041", "--decide", flag["id"], verdict, "--by", "H") == 0
    (open_again,) = found(capsys, "--review", "--json")  # type: ignore[misc]
    assert open_again["reason"].endswith("to be rewritten")


@pytest.mark.parametrize(
    ("decision", "by"),
    [("keep", ""), ("mask", "H"), ("mask=", "H"), ("mask=Freyja", "H"), ("drop", "H")],
)
def test_a_decision_that_is_none_is_refused(
    office: Path, capsys: pytest.CaptureFixture[str], decision: str, by: str
) -> None:
    (flag,) = found(capsys, "--review", "--json")  # type: ignore[misc]
    words = ("--decide", flag["id"], decision, *(("--by", by) if by else ()))
    assert run("anonymise", "NEL-2026-041", *words) == 2
    assert not (office / "anonymise" / "decisions.yaml").exists()


def test_decisions_that_were_tampered_with_are_refused(office: Path) -> None:
    (office / "anonymise").mkdir()
    kept = office / "anonymise" / "decisions.yaml"
    for text in ("format: 2\n", "format: 1\ndecisions: [{id: x, decision: keep}]\n", "[]\n"):
        kept.write_text(text, encoding="utf-8")
        assert run("anonymise", "NEL-2026-041") == 3


def test_the_key_keeps_labels_and_lies_outside(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "key"
    assert run("anonymise", "NEL-2026-041", "--new-key", "key-in-here") == 4
    assert run("anonymise", "NEL-2026-041", "--new-key", str(key)) == 0
    before = found(capsys, "--key-file", str(key), "--json")
    case = office / "case.yaml"
    text = case.read_text(encoding="utf-8")
    added = "family:\n  - {id: elder, name: {full: Ada Bright}, relationship: sibling}\n"
    case.write_text(text.replace("family:\n", added), encoding="utf-8")
    assert found(capsys, "--key-file", str(key), "--json") == before
    assert (office / "pseudonyms.enc").stat().st_mode & 0o077 == 0


def test_an_older_file_of_pseudonyms_is_refused(office: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    assert run("anonymise", "NEL-2026-041", "--new-key", str(key)) == 0
    assert run("anonymise", "NEL-2026-041", "--key-file", str(key)) == 0
    sealed = office / "pseudonyms.enc"
    older = sealed.read_bytes()
    case = office / "case.yaml"
    added = "family:\n  - {id: elder, name: {full: Ada Bright}, relationship: sibling}\n"
    case.write_text(case.read_text(encoding="utf-8").replace("family:\n", added), encoding="utf-8")
    assert run("anonymise", "NEL-2026-041", "--key-file", str(key)) == 0
    sealed.write_bytes(older)
    assert run("anonymise", "NEL-2026-041", "--key-file", str(key)) == 4


@pytest.mark.parametrize(
    ("name", "data"),
    [("x.md", b"\xff\xfe"), ("x.docx", b"no zip"), ("none.md", None)],
    ids=["no text", "no Word file", "no file"],
)
def test_a_text_that_cannot_be_read_is_refused(
    tmp_path: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert run("anonymise", str(CASE), "--text", str(tmp_path / name)) == 3
