"""What a source may not hold is refused with its file and line."""

from pathlib import Path

import pytest

from sgdocs.errors import InputRefused
from sgdocs.expressions import ExpressionRefused
from templates.specimen import FILE, FRONT, made

REFUSED = {
    "[[nature: essay]]": (9, "no kind of field"),
    "[[natures: long]]": (9, "no such field"),
    "[[completed_by: text]]": (9, "no such field"),
    "[[nature: choice]]": (9, "nothing to choose"),
    "[[nil_return: tick=maybe]]": (9, "does not know this value"),
    "[[nil_return: tick]]": (9, "stands for a value"),
    "[[nature: long=x]]": (9, "only a tick"),
    "[[Nature: long]]": (9, "path cannot be read"),
    "[[nature]]": (9, "field cannot be read"),
    "[[chronology[].date: date]]": (9, "stands in no loop"),
    "[[nature: long]] :: x": (9, "a field cannot stand here"),
    "{{ x": (9, "tag is not whole"),
    "Some words\n{% if x %}\nmore\n{% endif %}": (10, "does not stand alone"),
    "- {{ a }} {% if x %}\n- b {% endif %}": (10, "another level"),
    "{% if x %}": (9, "is not closed"),
    "{% endif %}": (9, "closes nothing"),
    "{% for x in y %}\n\n{% endif %}": (11, "closes nothing"),
    "Label :: a\nno label": (10, "no “::”"),
    "Label :: 1. a list": (9, "not plain words"),
    "Signature: Chair | only a name": (9, "a signature has a role"),
    "Words\nSignature: Chair": (10, "does not stand alone"),
    "| A | B |\n|--|--|\n| a |": (11, "1 cells, and the header has 2"),
    "| A | B |\n|--|--|\n| {% if x %} | b {% endif %} |": (11, "from one cell into another"),
    "| A |\n|--|\n| {% if x %} |\n\n{% endif %}": (13, "another level"),
    "# Another": (1, "one main heading"),
    "\U000f0000": (9, "private character"),
    "> quoted": (9, "not set apart"),
}


@pytest.mark.parametrize("body", REFUSED, ids=[what for _, what in REFUSED.values()])
def test_it_is_refused_with_its_line(tmp_path: Path, body: str) -> None:
    line, what = REFUSED[body]
    with pytest.raises(InputRefused) as stopped:
        made(tmp_path, f"\n{body}\n")
    assert str(stopped.value).startswith(f"{FILE}:{line}: ")
    assert what in str(stopped.value)


def test_what_the_language_lacks_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ExpressionRefused, match=r"specimen\.md, line 11: .*`shout`"):
        made(tmp_path, "\nWords\n\n{{ x|shout }}\n")


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("kind: letter", "“kind” is not one of its words"),
        ("kind: form\norientation: across", "“orientation” is not"),
        ("kind: form\nrows: {a: b}", "“rows” gives a number"),
        ("kind: form\ncolour: red", "no entry “colour”"),
    ],
)
def test_a_front_matter_that_says_something_else_is_refused(
    tmp_path: Path, entry: str, what: str
) -> None:
    with pytest.raises(InputRefused, match=what):
        made(tmp_path, "\nWords\n", FRONT.replace("kind: form", entry))


@pytest.mark.parametrize("front", ["", "---\nartefact: X\n---\n"])
def test_a_source_without_whole_details_is_refused(tmp_path: Path, front: str) -> None:
    with pytest.raises(InputRefused, match=r"specimen\.md"):
        made(tmp_path, "\nWords\n", front)
