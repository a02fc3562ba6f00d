"""What in a case file identifies somebody, and in which ways it may be written."""

from collections.abc import Mapping
from typing import Any

import pytest

from sgdocs.gate.facts import Fact, facts_of
from sgdocs.gate.public import public_of
from sgdocs.gate.variants import variants

NAME = {"full": "Lowri Price"}
OFFICE = ("Example House", "Grimsby")


def _facts(case: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(f.kind, f.path) for f in facts_of(case, public_of(case, OFFICE))}


GIVEN: list[tuple[dict[str, Any], set[tuple[str, str]]]] = [
    ({"children": [{"name": NAME}]}, {("person", "$.children[0].name")}),
    ({"family": [{"name": NAME}]}, {("person", "$.family[0].name")}),
    ({"other_people": [{"name": NAME}]}, {("person", "$.other_people[0].name")}),
    ({"professionals": [{"name": NAME}]}, {("professional", "$.professionals[0].name")}),
    ({"contacts": [{"name": NAME}]}, {("official", "$.contacts[0].name")}),
    ({"contacts": [{"name": {"full": "Duty Desk"}}]}, set()),
    ({"contacts": [{"name": {"full": "Duty Desk", "family": "Desk"}}]},
     {("official", "$.contacts[0].name")}),
    ({"contacts": [{"name": {"given": "Lowri"}}]}, set()),
    ({"professionals": [{"name": {"full": "Duty Desk"}}]},
     {("professional", "$.professionals[0].name")}),
    ({"identifiers": [{"value": "EX/1"}]}, {("number", "$.identifiers[0].value")}),
    ({"identifiers": [{"kind": "EX/1"}], "markers": [{"value": "EX/1"}]}, set()),
    ({"places": [{"name": "The Acorn"}]}, {("place", "$.places[0].name")}),
    ({"agencies": [{"name": "Haven Road School", "kind": "school"}]},
     {("place", "$.agencies[0].name")}),
    ({"agencies": [{"name": "Humberside Police", "kind": "police"}]}, set()),
    ({"agencies": [{"kind": "police", "name": "The Acorn"}], "places": [{"name": "The Acorn"}]},
     {("place", "$.places[0].name"), ("place", "$.agencies[0].name")}),
    ({"children": [{"school": {"name": "The Acorn"}}]}, {("place", "$.children[0].school.name")}),
    ({"children": [{"school": {"kind": "The Acorn"}}]}, set()),
    ({"children": [{"gp": {"name": "Dr B Malhotra", "practice": "Wellow Lane"}}]},
     {("professional", "$.children[0].gp.name"), ("place", "$.children[0].gp.practice")}),
    ({"children": [{"gp": {"name": "Dr B Malhotra"}}]},
     {("professional", "$.children[0].gp.name")}),
    ({"children": [{"gp": {"practice": "Wellow Lane"}}]}, {("place", "$.children[0].gp.practice")}),
    ({"children": [{"nursery": {"name": "The Acorn"}}]}, set()),
    ({"signature": {"name": "Lowri Price"}}, {("official", "$.signature.name")}),
    ({"attendance": [{"name": "Lowri Price"}]}, {("official", "$.attendance[0].name")}),
    ({"signature": {"name": 3}, "remarks": {"name": "Lowri Price"}}, set()),
    ({"labelled_dates": [{"date": "2025-06-03"}]}, {("day", "$.labelled_dates[0].date")}),
    ({"labelled_dates": [{"date": "unknown"}], "other_dates": [{"date": "2025-06-03"}]}, set()),
    ({"children": [{"date_of_birth": "2025-06-03"}]},
     {("birthday", "$.children[0].date_of_birth")}),
    ({"children": [{"date_of_death": "2025-06-03T10:00"}]},
     {("birthday", "$.children[0].date_of_death")}),
    ({"children": [{"date_of_birth": "2025-06"}]}, set()),
    ({"children": [{"nhs_number": "999 000 1014"}]}, {("number", "$.children[0].nhs_number")}),
    ({"children": [{"addresses": [{"postcode": "ZZ9 4QT"}]}]},
     {("number", "$.children[0].addresses[0].postcode")}),
    ({"children": [{"addresses": [{"lines": ["1 Elm Road, Louth", "Rothwell"]}]}]},
     {("line", "$.children[0].addresses[0].lines[0]"),
      ("line", "$.children[0].addresses[0].lines[1]")}),
    ({"places": [{"name": "Grimsby", "address": {"lines": ["1 Elm Road"]}}]},
     {("line", "$.places[0].address.lines[0]")}),
    ({"contacts": [{"address": {"lines": ["1 Elm Road"]}}]}, set()),
    ({"children": [{"addresses": [{"lines": ["Grimsby", ","]}]}]}, set()),
    ({"contacts": [{"phone": "07700 900112"}]}, {("phone", "$.contacts[0].phone")}),
    ({"contacts": [{"email": "a@example.org"}]}, {("email", "$.contacts[0].email")}),
    ({"family": [{"email": "a@example.org"}]}, {("own_email", "$.family[0].email")}),
    ({"case": {"reference": "EX-1", "panel_reference": "SIN-2", "title": "A case"}},
     {("number", "$.case.reference"), ("number", "$.case.panel_reference")}),
    ({"case": {"reference": ""}}, set()),
    ({"events": [{"event": "notified", "actual": "2025-12-19"},
                 {"event": "incident_occurred", "actual": "2025-12-18T09:00"}]},
     {("day", "$.events[1].actual")}),
    ({"events": [{"event": "incident_occurred", "actual": "unknown"}]}, set()),
    ({"events": [{"event": "incident_occurred"}]}, set()),
    ({"may_be_published": ["Lowri Price"], "schema_version": "1.0", "chair": "Lowri Price"}, set()),
    ({"chair": "Lowri Price"}, {("official", "$.chair")}),
    ({"log": [{"by": "Mx Lowri Price"}]}, {("official", "$.log[0].by")}),
    ({"handlers": ["Lowri Price", "Bo Ng"]},
     {("official", "$.handlers[0]"), ("official", "$.handlers[1]")}),
    ({"chair": "Lowri"}, set()),
    ({"chair": "Lowri A B Price"}, {("official", "$.chair")}),
    ({"chair": "Lowri A B C Price"}, set()),
    ({"chair": "Lowri price"}, set()),
    ({"chair": "Business Manager"}, set()),
    ({"chair": "Lowri Price, Manager"}, set()),
    ({"chair": "Lowri Chair,"}, set()),
    ({"remarks": "Lowri Price"}, set()),
    ({"children": [{"name": {"full": "Not known."}}, {"name": {"full": "Baby"}}]}, set()),
    ({"children": [{"nhs_number": "Not known"}]}, set()),
    ({"review": {"reviewer": {"name": "Lowri Price"}}, "chair": "Lowri Price"}, set()),
    ({"review": {"reviewer": {"contact": {"name": NAME}}}, "chair": "Lowri Price"}, set()),
    ({"authorities": {"incident": "Elm Road"},
      "children": [{"addresses": [{"lines": ["Elm Road"]}]}]}, set()),
    ({"authorities": {"lead_partnership": "The Elm"}, "places": [{"name": "The Elm"}]}, set()),
    ({"may_be_published": ["Elm Road and Grimsby"],
      "children": [{"addresses": [{"lines": ["Elm Road", "Elm Roads"]}]}]},
     {("line", "$.children[0].addresses[0].lines[1]")}),
    ({"may_be_published": ["07700 900112"], "family": [{"phone": "07700900112"}]}, set()),
    ({"may_be_published": ["The Acorn"], "places": [{"name": "The Acorn"}]}, set()),
    ({"agencies": [{"name": "The Acorn", "kind": "health"}],
      "children": [{"school": {"name": "the acorn"}}]},
     {("place", "$.agencies[0].name"), ("place", "$.children[0].school.name")}),
    ({"agencies": [{"name": "The Acorn", "kind": "health"}],
      "children": [{"gp": {"practice": "the acorn"}}]},
     {("place", "$.agencies[0].name"), ("place", "$.children[0].gp.practice")}),
    ({"may_be_published": ["The Acorn"], "agencies": [{"name": "The Acorn", "kind": "nursery"}]},
     set()),
]  # fmt: skip


@pytest.mark.parametrize(("case", "facts"), GIVEN, ids=range(len(GIVEN)))
def test_the_facts_of_a_case(case: dict[str, Any], facts: set[tuple[str, str]]) -> None:
    assert _facts(case) == facts


def test_the_parts_of_a_line_are_facts_of_their_own() -> None:
    case = {"children": [{"addresses": [{"lines": ["Flat 2, 1 Elm Road ,, Louth"]}]}]}
    assert [f.value for f in facts_of(case, public_of(case))] == ["Flat 2", "1 Elm Road", "Louth"]


def _ways(kind: Any, value: Any) -> list[str]:
    return list(dict.fromkeys(variants(Fact(kind, value, "$"))))


@pytest.mark.parametrize(
    ("kind", "value", "ways"),
    [
        ("number", "EX/25", ["EX/25"]),
        ("number", "EX/123456/12345", ["EX/123456/12345", "123456"]),
        ("phone", "+44 (0)7700 900112", ["7700900112"]),
        ("phone", "0044 7700 900112 ext 14", ["7700900112"]),
        ("phone", "07700900112x3", ["7700900112"]),
        ("email", "a.b@c.org", ["a.b@c.org", "a dot b at c dot org"]),
        ("own_email", "lo.wrip@c.org", ["lo.wrip@c.org", "lo dot wrip at c dot org", "lo.wrip"]),
        ("own_email", "lo.wri@c.org", ["lo.wri@c.org", "lo dot wri at c dot org"]),
        ("line", "Flat 2", []),
        ("line", "Flat 2 Elms", ["Flat 2 Elms", "elms"][:1]),
        ("line", "United Kingdom", []),
        ("line", "Flat 2, Elm House", ["Flat 2, Elm House", "elm house"]),
        ("line", "12a Elm Road", ["12a Elm Road", "elm road", "elm rd"]),
        ("line", "12 Louth", ["12 Louth"]),
        ("line", "Road", ["Road"]),
        ("place", "Wellow Surgery", ["Wellow Surgery", "wellow"]),
        ("place", "Acre Surgery", ["Acre Surgery"]),
        ("place", "Price Surgery", ["Price Surgery"]),
        ("place", "Their Surgery", ["Their Surgery"]),
        ("place", "Wellow Lane Surgery", ["Wellow Lane Surgery", "wellow lane"]),
        ("place", "Wellow Lane", ["Wellow Lane", "wellow ln"]),
    ],
)  # fmt: skip
def test_the_ways_to_write_what_is_no_name(kind: str, value: str, ways: list[str]) -> None:
    assert _ways(kind, value) == ways


@pytest.mark.parametrize(
    ("kind", "name", "ways"),
    [
        ("person", {"full": "Mx Lowri Price"},
         """Lowri Price|Price Lowri|L Price|Price L|Lowri|Price"""),
        ("person", {"full": "Lowri"}, "Lowri|"),
        ("person", {"full": "Mx"}, ""),
        ("person", {"full": "Lowri Ann Price", "given": "Lowri Ann", "family": "Price"},
         """Lowri Ann Price|Price Lowri Ann|Lowri Price|Price Lowri|Ann Price|Price Ann|L Price|
         Price L|LA Price|Price LA|Lowri|Ann|Price"""),
        ("person", {"full": "Lowri-Ann Ng", "given": "Lowri-Ann", "family": "Ng"},
         "Lowri-Ann Ng|Ng Lowri-Ann|Lowri-Ann|Lowri|Ann|Ng"),
        ("person", {"full": "Bo Ode-Finn"},
         """Bo Ode-Finn|Ode-Finn Bo|B Ode-Finn|Ode-Finn B|Bo Ode|Ode Bo|B Ode|Ode B|Bo Finn|
         Finn Bo|B Finn|Finn B|Bo|Ode-Finn|Ode|Finn"""),
        ("person", {"full": "Lowri Price", "known_as": "Kee"},
         """Lowri Price|Price Lowri|L Price|Price L|Kee Price|Price Kee|K Price|Price K|Kee|Lowri|
         Price"""),
        ("person", {"full": "Lowri Price", "aliases": ["Kee Ode"]},
         """Lowri Price|Price Lowri|L Price|Price L|Kee Ode|Ode Kee|K Ode|Ode K|Kee|Ode||Lowri|
         Price"""),
        ("official", {"full": "Lowri Adeyemi"},
         "Lowri Adeyemi|Adeyemi Lowri|L Adeyemi|Adeyemi L|Adeyemi"),
        ("official", {"full": "Lowri Odes"}, "Lowri Odes|Odes Lowri|L Odes|Odes L"),
        ("official", {"full": "Lowri Price"}, "Lowri Price|Price Lowri|L Price|Price L"),
        ("professional", {"full": "Lowri Price"},
         "Lowri Price|Price Lowri|L Price|Price L|Lowri|Price"),
        ("person", {"full": "J\u00f6rn"}, "J\u00f6rn|Joern|"),
    ],
)  # fmt: skip
def test_the_ways_to_write_a_name(kind: str, name: dict[str, Any], ways: str) -> None:
    expected = {way.strip() for way in ways.replace("\n", "").split("|")} - {""}
    assert {way for way in _ways(kind, name) if way} == expected
