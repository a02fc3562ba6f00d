"""The questions before a release, and what counts as an answer."""

from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.errors import InputRefused
from sgdocs.publications import Question, answers_file, load_checklist, read_answers

_LIST = load_checklist(Content())
_FIRST = _LIST.questions[0]


def _answered(tmp_path: Path, text: str) -> Path:
    case = tmp_path / "case.yaml"
    file = answers_file(case)
    file.parent.mkdir(parents=True)
    file.write_text(f"format: 1\n{text}", encoding="utf-8")
    return case


def _why(tmp_path: Path, text: str, question: Question = _FIRST) -> str:
    return read_answers(_answered(tmp_path, text), _LIST, Content()).holds(question)


def _entry(answer: str, more: str = "") -> str:
    return (
        f'answers:\n  - {{question: {_FIRST.id}, answer: "{answer}", by: A Reader, '
        f'"on": 2026-06-01{more}}}\n'
    )


def test_every_concern_is_asked_about() -> None:
    names = set(_LIST.names)
    assert {"ages-under-two", "unusual-counts", "already-public", "criminal-trial"} <= names
    assert {"motivated-intruder", "places-wide-enough", "no-more-than-needed"} <= names
    assert all(q.ask.endswith("?") and q.why.endswith(".") for q in _LIST.questions)


def test_an_answer_counts_with_a_name_and_a_day(tmp_path: Path) -> None:
    assert _why(tmp_path, "") == "not answered"
    assert _why(tmp_path / "b", _entry("yes")) == ""
    assert _why(tmp_path / "c", _entry("no")) == "answered no"
    assert "note" in _why(tmp_path / "d", _entry("not_applicable"))
    assert _why(tmp_path / "e", _entry("not_applicable", ", note: No trial")) == ""


def test_the_last_answer_counts(tmp_path: Path) -> None:
    second = _entry("no").removeprefix("answers:\n")
    assert _why(tmp_path, _entry("yes") + second) == "answered no"


@pytest.mark.parametrize(
    "text",
    [
        'answers: [{question: ages-under-two, answer: "yes", "on": 2026-06-01}]\n',
        'answers: [{question: other, answer: "yes", by: A, "on": 2026-06-01}]\n',
        "pictures: [{sha256: abc, by: A, 'on': 2026-06-01}]\n",
    ],
)
def test_what_is_no_answer_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputRefused):
        read_answers(_answered(tmp_path, text), _LIST, Content())
