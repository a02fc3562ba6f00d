"""To whom each paper goes and whose duty it is, as the five documents say."""

from pathlib import Path

import pytest

from sgdocs.reading import read_file

_FOLDER = Path(__file__).parents[2] / "procedures"
BODIES = {"panel", "secretary_of_state", "ofsted"}

# Row of the register, who is responsible, and who receives.
NEL = [
    ("N02", "referring_agency", {"business_unit"}),
    ("N03", "business_unit", {"safeguarding_partners"}),
    ("N04", "business_unit", {"review_group"}),
    ("N05", "local_authority", {"panel"}),
    ("N08", "safeguarding_partners", {"statutory_bodies"}),
    ("N13", "business_unit", {"partner_secretaries"}),
    ("N15", "business_unit", {"safeguarding_partners"}),
    ("N16", "business_unit", {"agency"}),
    ("N17", "agency", {"business_unit"}),
    ("N18", "business_unit", {"agency"}),
    ("N20", "business_unit", {"agency"}),
    ("N21", "business_unit", {"review_group"}),
    ("N24", "business_unit", {"safeguarding_partners"}),
    ("N27", "business_unit", {"panel"}),
    ("N29", "business_unit", {"panel"}),
    ("N30", "safeguarding_partners", {"panel"}),
    ("N31", "review_group", {"reviewer"}),
    ("N32", "business_unit", BODIES),
    ("N34", "safeguarding_partners", {"scrutineer"}),
    ("N36", "referring_manager", {"business_unit"}),
    ("N38", "review_group", {"safeguarding_partners"}),
]
TEES = [
    ("T02", "nominated_professional", {"la_notifier"}),
    ("T03", "la_notifier", {"panel"}),
    ("T04", "la_notifier", {"business_unit"}),
    ("T05", "la_notifier", {"secretary_of_state", "ofsted"}),
    ("T06", "safeguarding_partners", {"panel"}),
    ("T07", "business_unit", {"agency"}),
    ("T12", "referrer", {"business_unit"}),
]
DARLINGTON = [
    ("D01", "referring_organisation", {"business_unit"}),
    ("D02", "business_unit", {"director"}),
    ("D03", "local_authority", {"safeguarding_partners"}),
    ("D05", "local_authority", {"panel"}),
    ("D08", "local_authority", {"referrer"}),
    ("D10", "local_authority", {"secretary_of_state", "ofsted"}),
    ("D14", "safeguarding_partners", {"panel"}),
    ("D16", "safeguarding_partners", {"learning_chair"}),
    ("D17", "safeguarding_partners", {"learning_chair"}),  # 14.1: with the Chair
    ("D18", "learning_chair", {"safeguarding_partners"}),
    ("D21", "safeguarding_partners", {"reviewer"}),
    ("D23", "business_unit", {"safeguarding_partners", "scrutineer"}),
    ("D24", "safeguarding_partners", BODIES),
    ("D25", "safeguarding_partners", BODIES),
    ("D27", "safeguarding_partners", {"panel", "secretary_of_state"}),
    ("D28", "safeguarding_partners", {"panel", "secretary_of_state"}),
    ("D30", "learning_chair", {"head_of_service"}),
    ("D31", "learning_chair", {"chief_officer"}),
]
BCP = [
    ("B01", "council_staff", {"la_notifier"}),
    ("B02", "local_authority", {"panel"}),
    ("B03", "la_notifier", {"business_unit"}),
    ("B04", "la_notifier", {"bcp_scp", "business_manager"}),
    ("B05", "local_authority", {"panel"}),
    ("B07", "local_authority", {"secretary_of_state", "ofsted"}),
    ("B10", "agency", {"business_unit"}),
    ("B11", "business_unit", {"executive_team"}),
    ("B12", "business_unit", {"panel"}),
    ("B13", "business_manager", {"executive_team"}),
    ("B15", "business_unit", {"family"}),
    ("B18", "business_manager", {"panel", "secretary_of_state"}),
    ("B19", "business_manager", BODIES),
    (
        "B20",
        "business_manager",
        {
            "lead_member",
            "chief_executive",
            "corporate_director",
            "media_lead",
            "safeguarding_partners",
        },
    ),
    ("B23", "business_manager", {"review_group"}),
    ("B24", "coordinator", {"practitioners"}),
    ("B30", "line_manager", {"service_manager"}),
    ("B32", "service_manager", {"child_death_overview_panel"}),
]
NORTH_YORKSHIRE = [
    ("Y01", "la_notifier", {"panel"}),
    ("Y02", "la_notifier", {"secretary_of_state", "ofsted"}),
    ("Y04", "partnership_manager", {"safeguarding_partners", "partnership_chair", "scrutineer"}),
    ("Y06", "business_unit", {"agency"}),
    ("Y07", "business_unit", {"review_group"}),
    ("Y10", "business_unit", {"panel"}),
    (
        "Y12",
        "business_unit",
        {"group_chair", "safeguarding_partners", "scrutineer", "review_group"},
    ),
]
TABLES = {
    "nel": NEL,
    "tees": TEES,
    "darlington": DARLINGTON,
    "bcp": BCP,
    "north-yorkshire": NORTH_YORKSHIRE,
}


@pytest.mark.parametrize(
    ("name", "row", "responsible", "recipients"),
    [(name, *line) for name, table in TABLES.items() for line in table],
)
def test_whose_duty_it_is_and_who_receives(name, row, responsible, recipients):
    steps = read_file(_FOLDER / f"{name}.yaml").data["steps"]
    [step] = [s for s in steps if row in s.get("timeline", ())]
    assert step["responsible"] == responsible
    assert set(step["recipients"]) == recipients
