"""The combined chronology and the standings of agencies, as papers print them."""

from typing import Any

from artefacts.asking import standing
from sgdocs.artefacts import Asked, select
from sgdocs.paperfacts import Occasion, gather

_FOUND = "Weight had fallen across two centile lines. To be weighed again in two weeks."
_MORE = f"""      chronology:
        - date: 2025-11-26
          time: "14:00"
          event: {_FOUND}
          child_seen: no
        - date: 2025-11
          event: A referral was spoken of.
        - date: unknown
          event: An older sister was mentioned.
"""
_FOUND_LATER = "    identified_on: 2025-12-30\n"
_NATURE = "      nature: Six-week check, immunisations, and two appointments about feeding.\n"


def _facts(day: str, *edits: tuple[str, str]) -> dict[str, Any]:
    def edit(text: str) -> str:
        for before, after in edits:
            assert before in text
            text = text.replace(before, after, 1)
        return text

    found = standing("nel", day, edit)
    one = next(w for w in select(found, Asked(only="SCSI-7", again=True)) if w.to)
    return gather(found, Occasion(one.artefact, one.row, one.to[0], found.rows, one.day))


def test_rows_carry_their_sources_and_what_agencies_differ_on() -> None:
    facts = _facts("2026-01-07", (_NATURE, _NATURE + _MORE))
    whens = [row["when"] for row in facts["chronology"]]
    assert whens == [
        *("14/01/2025", "17/06/2025", "November 2025", "26/11/2025"),
        *("10/12/2025", "17/12/2025", "Not known"),
    ]
    shared = facts["chronology"][3]
    assert shared["agency"] == "Freshney Community Health; Wellow Lane Surgery"
    assert shared["child_seen"] == "Yes (Freshney Community Health); No (Wellow Lane Surgery)"
    assert shared["source"] == "Health visiting record"
    (matter,) = facts["differences"]
    assert (matter["kind"], matter["same_row"]) == ("Whether the child was seen", True)


def test_each_agency_stands_as_it_does() -> None:
    facts = _facts("2026-01-05")
    by_agency = {one["agency"]: one for one in facts["standings"]}
    assert len(by_agency) == len(facts["standings"]) == 10
    assert by_agency["Lantern Domestic Abuse Service"]["state"] == "Nil return"
    missing = by_agency["Estuary Ambulance Service"]
    assert (missing["state"], missing["late"], missing["chased"]) == ("Not received", True, 2)
    assert "promised_for" not in missing  # a later call without a promise ended it
    assert not by_agency["Haven Point Hospital"]["late"]
    assert by_agency["Harbour Homes"]["state"] == "Not received"
    assert not by_agency["Harbour Homes"]["late"]


def test_a_return_after_its_day_is_late_and_one_asked_again_says_so() -> None:
    facts = _facts(
        "2026-01-07",
        ("received: 2026-01-02T16:55", "received: 2026-01-05T16:55"),
        (_FOUND_LATER, f"{_FOUND_LATER}    asked_again_on: 2026-01-06\n"),
    )
    by_agency = {one["agency"]: one for one in facts["standings"]}
    assert by_agency["Humberside Police"]["late"]
    assert str(by_agency["Harbour Homes"]["asked_again_on"]) == "2026-01-06"
    assert [r["agency"] for r in facts["returns"] if r["late"]] == ["Humberside Police"]


def test_what_was_said_in_another_way_is_one_of_the_states() -> None:
    states = {one["agency"]: one["state"] for one in _facts("2026-02-01")["standings"]}
    assert states["Estuary Ambulance Service"] == "Told us in another way"


def test_long_silences_are_told_for_the_time_asked_about() -> None:
    gaps = [(str(g["after"]), g["weeks"]) for g in _facts("2026-01-07")["silences"]]
    assert gaps == [("2025-01-14", 22), ("2025-06-17", 23)]


def test_a_promised_day_that_has_come_is_a_reason_to_call_again() -> None:
    later = "  - kind: chase\n    agency: ambulance-service\n    at: 2026-01-05T12:30\n"
    promised = _facts("2026-01-05", (later, later.replace("2026-01-05T12:30", "2026-01-06T09:00")))
    (call,) = promised["calls_due"]
    assert (call["about"], call["kind"]) == ("ambulance-service", "chase")
    assert call["standing"] == "Not received, late"
    assert _facts("2026-01-05")["calls_due"] == []
