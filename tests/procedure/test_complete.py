"""Every timed step of the five documents is in its procedure, with its clause and its papers."""

from collections import Counter
from pathlib import Path

import pytest

from procedure.register import PROCEDURES, ROWS
from sgdocs.content import Content
from sgdocs.procedure import load_procedure, procedure_names
from sgdocs.reading import read_file

_FOLDER = Path(__file__).parents[2] / "procedures"
EVERY_FILE = (*PROCEDURES, "national")


def data(name: str):
    return read_file(_FOLDER / f"{name}.yaml").data


def every_step(name: str):
    """Give every step of the file, those included that begin with a later version."""
    yield from data(name)["steps"]
    for amendment in data(name).get("amendments", ()):
        yield from amendment.get("add", ())


def every_source(name: str):
    """Give every place the file cites, with where it does so."""
    for amendment in data(name).get("amendments", ()):
        if "source" in amendment:
            yield "amendments", amendment["source"]
    for step in every_step(name):
        yield step["id"], step["source"]
        for source in step.get("also_in", ()):
            yield step["id"], source
        for reading in step.get("readings", ()):
            yield step["id"], reading["source"]
    for rule in data(name).get("look_back", {}).values():
        yield "look_back", rule["source"]
    for menu in data(name).get("options", {}).values():
        yield "options", menu["source"]
        for choice in menu["choices"]:
            if "source" in choice:
                yield choice["id"], choice["source"]


def test_there_are_one_hundred_and_thirty_rows():
    assert sum(map(len, ROWS.values())) == 130


def test_the_five_procedures_are_there():
    assert set(procedure_names(Content())) == set(PROCEDURES)


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_row_is_one_step_or_has_a_reason(name):
    steps = Counter(row for step in every_step(name) for row in step.get("timeline", ()))
    reasons = Counter(entry["row"] for entry in data(name).get("not_steps", ()))
    assert steps + reasons == Counter(ROWS[name])
    assert all(entry["reason"].strip() for entry in data(name).get("not_steps", ()))


@pytest.mark.parametrize("name", EVERY_FILE)
def test_a_procedure_has_no_finding(name):
    assert load_procedure(Content(), name).id == name


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_cited_section_is_listed_under_its_document(name):
    includes = [i["procedure"] for i in data(name).get("includes", ())]
    documents = {k: v for n in (*includes, name) for k, v in data(n)["documents"].items()}
    for where, source in every_source(name):
        assert source["section"] in documents[source["document"]]["sections"], where


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_document_lists_sections_once_each(name):
    for title, document in data(name)["documents"].items():
        assert document["sections"], title
        assert len(set(document["sections"])) == len(document["sections"]), title


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_paper_a_step_names_is_on_the_list_of_papers(name):
    known = {paper["id"] for paper in data("artefacts")["artefacts"]}
    for step in every_step(name):
        assert set(step.get("artefacts", ())) <= known, step["id"]


@pytest.mark.parametrize("name", EVERY_FILE)
def test_no_title_of_a_step_is_used_twice(name):
    titles = Counter(step["title"] for step in every_step(name))
    assert [t for t, n in titles.items() if n > 1] == []


@pytest.mark.parametrize("name", PROCEDURES)
def test_what_is_left_out_of_the_shared_rules_is_in_them(name):
    for included in data(name)["includes"]:
        shared = {step["id"] for step in every_step(included["procedure"])}
        assert set(included.get("without", ())) <= shared


@pytest.mark.parametrize("name", PROCEDURES)
def test_no_step_of_its_own_stands_beside_a_shared_one_of_the_same_name(name):
    own = {step["id"] for step in every_step(name)}
    for included in data(name)["includes"]:
        kept = {s["id"] for s in every_step(included["procedure"])} - set(included["without"])
        assert own & kept == set()


@pytest.mark.parametrize("name", EVERY_FILE)
def test_a_step_without_a_limit_says_none_and_one_with_a_limit_says_how_many(name):
    for step in every_step(name):
        assert (step["timing"]["unit"] == "none") == ("offset" not in step["timing"]), step["id"]


@pytest.mark.parametrize(
    ("name", "paper", "step"),
    [
        ("nel", "SCSI-1", "scsi-1-received"),
        ("nel", "SCSI-2", "scsi-2-to-partners"),
        ("nel", "SCSI-3", "scsi-3-to-group"),
        ("nel", "SCSI-4", "scsi-4-to-partners"),
        ("nel", "SCSI-5", "agency-requests-out"),
        ("nel", "SCSI-6", "agency-requests-out"),
        ("nel", "SCSI-7", "scsi-7-to-group"),
        ("nel", "SRG-8", "srg-8-to-panel"),
        ("nel", "LETTER-9", "srg-8-to-panel"),
        ("nel", "LLR-1", "llr-1-received"),
        ("nel", "LLR-2", "llr-2-to-partners"),
        ("tees", "TEES-FORM", "form-to-notifier"),
        ("darlington", "DAR-APP5", "rapid-review-panel-meets"),
        ("bcp", "BCP-APPB", "agency-requests-out"),
        ("north-yorkshire", "NY-FORM2", "form-2-out"),
    ],
)
def test_the_numbered_papers_are_with_their_steps(name, paper, step):
    found = next(s for s in data(name)["steps"] if s["id"] == step)
    assert paper in found["artefacts"]
