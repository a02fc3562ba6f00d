"""What holds of every letter, whoever wrote it: the file alone is looked at."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.letters import Letter, load_letter
from sgdocs.reading import read_file

CONTENT = Content()
NAMES = [name for name in CONTENT.names("letters", ".md") if name != "README.md"]
PAPERS = {
    a["id"] for a in read_file(CONTENT.path("procedures", "artefacts.yaml")).data["artefacts"]
}
OURS = "office"  # the source of a letter that no procedure asks for
ANY = "nel"  # a shared letter is loaded for any procedure that has none of its own
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
NAME_OF_A_PERSON = re.compile(r"\bname\.|known_as|case\.children|case\.family|pluck")
OF_OTHERS = re.compile(
    r"(?<![.\w])(?:returns|nil_returns|not_returned|chronology|timetable|calls|dispatches|contacts"
    r"|meetings?|partners|actions)\b"
    r"|\bcase\.(?:agencies|professionals|returns|calls|dispatches|meetings|steps_done|decision"
    r"|referral|parallel_reviews|actions)\b"
)


def source(name: str) -> str:
    return CONTENT.path("letters", name).read_text(encoding="utf-8")


def loaded(name: str) -> Letter:
    folder = Path(name).parent.name
    artefact = next(line for line in source(name).splitlines() if line.startswith("artefact:"))
    wanted = artefact.removeprefix("artefact:").strip().strip('"')
    procedure = folder or next(p for p in ("no-such", ANY) if f"{p}/{name}" not in NAMES)
    return load_letter(CONTENT, procedure, wanted)


def expressions(text: str) -> str:
    """Give what stands in tags, without what is quoted there."""
    return " ".join(QUOTED.sub("''", tag) for tag in TAGS.findall(text))


def sections() -> Mapping[str, Sequence[str]]:
    """Give the sections of each document that the procedures cite."""
    files = [name for name in CONTENT.names("procedures", ".yaml") if name != "artefacts.yaml"]
    return {
        document: found["sections"]
        for name in files
        for document, found in read_file(CONTENT.path("procedures", name)).data["documents"].items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_and_is_of_a_paper_on_the_list(name: str) -> None:
    letter = loaded(name)
    assert letter.file == f"letters/{name}"
    assert letter.artefact in PAPERS or letter.source[0] == OURS
    assert Path(name).stem == letter.artefact.lower()
    assert letter.to
    assert letter.sign_off


@pytest.mark.parametrize("name", NAMES)
def test_its_source_is_a_section_that_a_procedure_cites(name: str) -> None:
    document, section = loaded(name).source
    assert document == OURS or section in sections()[document]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_person_stands_in_its_subject_title_or_headings(name: str) -> None:
    lines = source(name).splitlines()
    announcing = [x for x in lines if x.startswith(("subject:", "title:", "#"))]
    assert len(announcing) >= 3
    for line in announcing:
        assert not NAME_OF_A_PERSON.search(expressions(line)), line


@pytest.mark.parametrize("name", NAMES)
def test_a_second_main_heading_stands_only_in_another_branch(name: str) -> None:
    parts = re.split(r"\{%[-+]? *(?:elif\b.*?|else *)[-+]?%\}", source(name))
    assert all(len(re.findall(r"^# ", part, re.MULTILINE)) <= 1 for part in parts)


@pytest.mark.parametrize("name", [n for n in NAMES if loaded(n).to == ("agency",)])
def test_a_request_reads_nothing_that_tells_who_else_was_asked(name: str) -> None:
    assert not OF_OTHERS.search(expressions(source(name)))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_written_with_curly_quotation_marks(name: str) -> None:
    prose = TAGS.sub("", source(name).split("\n---\n", 1)[1])
    assert "'" not in prose
    assert '"' not in prose
