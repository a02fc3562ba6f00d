"""What holds for any day and any record of what was sent: papers reach those they are for."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from artefacts.asking import EXAMPLES
from sgdocs.artefacts import Asked, Wanted, select
from sgdocs.content import Content
from sgdocs.dates import Moment
from sgdocs.pipeline.scheduling import schedule
from sgdocs.reading import dump, parse
from sgdocs.standing import Scheduled

CONTENT = Content()
FIRST_DAYS = {"nel-open": date(2026, 11, 12), "tees": date(2023, 3, 1), "bcp": date(2024, 2, 1)}
FEW = settings(max_examples=20)


@cache
def example(name: str) -> Mapping[str, Any]:
    text = (EXAMPLES / name / "case.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = parse(text, name="case.yaml", kind="yaml").data
    return data


@cache
def standing_on(name: str, later: int, sent: bool) -> Scheduled:
    """Date an example so many days after it began, with what it says was sent or without."""
    data = dict(example(name))
    if not sent:
        data["dispatches"] = []
    day = Moment(FIRST_DAYS[name] + timedelta(later))
    document = parse(dump(data), name="case.yaml", kind="yaml")
    return schedule(document, CONTENT, day, Moment(date(2026, 12, 31)))


STANDINGS = st.builds(
    standing_on, st.sampled_from(sorted(FIRST_DAYS)), st.integers(0, 60), st.booleans()
)


def made(found: Scheduled, asked: Asked) -> list[Wanted]:
    return [w for w in select(found, asked) if w.row is not None and not w.reason]


ASKED = st.builds(
    Asked,
    again=st.booleans(),
    until=st.none() | st.dates(date(2023, 1, 1), date(2027, 1, 1)),
)


@FEW
@given(STANDINGS, ASKED)
def test_a_paper_goes_only_to_those_its_step_names(found: Scheduled, asked: Asked) -> None:
    for one in made(found, asked):
        assert one.row is not None
        named = {m for role in one.row.recipients for m in found.procedure.members(role)}
        assert {to.role for to in one.to if to.key != "file"} <= named, one.artefact.id


@FEW
@given(STANDINGS, ASKED)
def test_what_is_for_one_agency_goes_to_no_other(found: Scheduled, asked: Asked) -> None:
    agencies = {agency["id"]: agency for agency in found.case.each("agencies")}
    mails = {
        name: {
            part["email"] for part in agency.values() if isinstance(part, dict) and "email" in part
        }
        for name, agency in agencies.items()
    }
    for one in made(found, asked):
        if one.about_id in agencies:
            others = set().union(*(m for name, m in mails.items() if name != one.about_id))
            assert {to.email for to in one.to} & (others - mails[one.about_id]) == set()


@FEW
@given(STANDINGS, st.none() | st.dates(date(2023, 1, 1), date(2027, 1, 1)))
def test_what_was_sent_stays_as_it_was_unless_asked_for_again(
    found: Scheduled, until: date | None
) -> None:
    gone = [
        (d["artefact"], d.get("step"), set(d["to"]))
        for d in found.case.each("dispatches")
        if date.fromisoformat(d["sent"][:10]) < found.as_of.day
    ]
    for one in made(found, Asked(until=until)):
        row = one.row
        assert row is not None
        had = {row.instance.id} if row.instance else set(row.recipients)
        for artefact, step, to in gone:
            if artefact == one.artefact.id and step in (None, row.step):
                assert not had & to or {t.key for t in one.to} == {"file"}, artefact


@FEW
@given(STANDINGS)
def test_a_version_made_again_has_the_next_number(found: Scheduled) -> None:
    sent = [d for d in found.case.each("dispatches") if d["sent"][:10] <= str(found.as_of.day)]
    for one in made(found, Asked(again=True)):
        numbers = [d.get("version", 1) for d in sent if d["artefact"] == one.artefact.id]
        assert one.version <= 1 + max(numbers, default=0)
        assert one.version > 1 or one.replaces is None, "who never had one has none replaced"


@FEW
@given(STANDINGS, ASKED)
def test_nobody_gets_a_form_twice(found: Scheduled, asked: Asked) -> None:
    forms = [w for w in made(found, asked) if w.artefact.kind != "letter"]
    each = [(w.artefact.id, w.instance, to.person) for w in forms for to in w.to]
    assert len(each) == len(set(each))
