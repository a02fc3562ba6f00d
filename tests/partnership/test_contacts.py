"""Who holds a role on a day, and who leads where areas differ."""

from datetime import date

import pytest

from sgdocs.content import Content
from sgdocs.partnership import Partnership, load_partnership
from sgdocs.procedure import procedure_names

NEL = load_partnership(Content(), "nel")
TEES = load_partnership(Content(), "tees")
TODAY = date(2026, 11, 21)


def holders(partnership: Partnership, role: str, day: date, authority: str = "") -> list[str]:
    return [contact.id for contact in partnership.contacts_for(role, day, authority)]


@pytest.mark.parametrize(
    ("day", "who"),
    [
        (date(2018, 6, 28), []),
        (date(2018, 6, 29), ["partner-la-2018"]),
        (date(2024, 3, 31), ["partner-la-2018"]),
        (date(2024, 4, 1), ["partner-la"]),
        (TODAY, ["partner-la"]),
    ],
)
def test_a_role_passes_from_one_to_another_on_a_day(day: date, who: list[str]) -> None:
    assert holders(NEL, "partner_la", day) == who


def test_a_role_may_be_held_by_several() -> None:
    assert len(holders(NEL, "partner_representatives", TODAY)) == 3


def test_nobody_holds_a_role_that_is_not_in_the_file() -> None:
    assert holders(NEL, "harbour_master", TODAY) == []


@pytest.mark.parametrize("authority", sorted(TEES.routes))
def test_an_incident_in_tees_goes_to_its_own_councils_notifier(authority: str) -> None:
    route = TEES.routes[authority]
    assert holders(TEES, "la_notifier", TODAY, authority) == [route.notifier]
    theirs = {c.partnership for c in TEES.contacts_for("business_unit", TODAY, authority)}
    assert theirs <= {"", route.partnership}


def test_without_an_area_everybody_is_given() -> None:
    assert len(holders(TEES, "la_notifier", TODAY)) > 1


@pytest.mark.parametrize("name", procedure_names(Content()))
def test_every_route_leads_to_somebody(name: str) -> None:
    partnership = load_partnership(Content(), name)
    known = {contact.id for contact in partnership.contacts}
    assert partnership.routes
    assert {r.notifier for r in partnership.routes.values()} <= known | {""}


def test_nothing_is_said_of_areas_that_are_not_given() -> None:
    assert NEL.routing("", ("", "")) == ()


@pytest.mark.parametrize("area", sorted(TEES.routes))
def test_where_several_share_a_procedure_the_areas_own_leads(area: str) -> None:
    (said,) = TEES.routing(area, (area, ""))
    assert TEES.routes[area].partnership in said


def test_where_there_is_one_partnership_nothing_need_be_said() -> None:
    area = next(iter(NEL.routes))
    assert NEL.routing(area, (area, "")) == ()


def test_two_areas_are_pointed_out() -> None:
    (said,) = NEL.routing(next(iter(NEL.routes)), ("Elsewhere", ""))
    assert said.startswith("More than one area is involved.")
    assert "Elsewhere" not in said


def test_an_area_of_nobody_here_is_pointed_out_and_not_repeated() -> None:
    (said,) = NEL.routing("Qzcanary", ("", ""))
    assert "not one of this partnership's councils" in said
