"""What a paper may see: nothing of one agency reaches another."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from artefacts.asking import nothing_sent, standing
from sgdocs.artefacts import Asked, select
from sgdocs.paperfacts import Occasion, fields, gather
from sgdocs.standing import Scheduled

CASES = [
    ("nel-open", "2026-11-20"),
    ("tees", "2023-05-05"),
    ("darlington", "2025-03-10"),
    ("bcp", "2024-05-29"),
    ("north-yorkshire", "2026-05-05"),
]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


def _for_agencies(found: Scheduled) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in select(found, Asked()):
        for to in one.to:
            if to.role == "agency" and not one.reason:
                on = Occasion(one.artefact, one.row, to, found.rows, one.day)
                yield to.key, {**gather(found, on), "form": fields(found, on, {})}


@pytest.mark.parametrize(("example", "day"), CASES)
def test_a_request_knows_no_other_agency(example: str, day: str) -> None:
    found = standing(example, day, nothing_sent)
    names = {a["id"]: a["name"] for a in found.case.each("agencies")}
    papers = list(_for_agencies(found))
    assert papers
    for own, facts in papers:
        shown = {**facts, "office": {}, "partnership": {}, "recipient": {}, "words": {}}
        said = "\n".join(_texts(shown))
        assert not [n for a, n in names.items() if a != own and n in said and names[own] != n]


@pytest.mark.parametrize(("example", "day"), CASES)
def test_a_request_carries_nobodys_answer(example: str, day: str) -> None:
    found = standing(example, day, nothing_sent)
    answers = {
        text
        for back in found.case.each("returns")
        for text in _texts(back.get("content", {}))
        if len(text) > 60
    }
    for _, facts in _for_agencies(found):
        facts.pop("agency").pop("answer", None)
        assert not answers & set(_texts(facts))


def test_a_form_goes_out_blank_and_is_kept_filled() -> None:
    found = standing("nel-open", "2026-11-20")
    wanted = [w for w in select(found, Asked(only="SCSI-5")) if w.row and w.row.instance]
    (back,) = [
        w for w in wanted if w.instance == "agency/star-of-the-sea-school" and w.to[0].key == "file"
    ]
    kept = fields(found, Occasion(back.artefact, back.row, back.to[0], found.rows, back.day), {})
    assert kept["completed_by"]["job_title"] == "Head Teacher"
    (out,) = [w for w in wanted if w.instance == "agency/swim-club" and w.to[0].role == "agency"]
    on = Occasion(out.artefact, out.row, out.to[0], found.rows, out.day)
    blank = fields(found, on, {"chronology": 12})
    assert list(_texts(blank)) == []
    assert len(blank["chronology"]) == 12
