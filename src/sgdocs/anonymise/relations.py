"""How people stand to the child, in the words a published report uses for them."""

from collections.abc import Mapping
from typing import Any

__all__ = ["role_of_family", "role_of_other"]

Data = Mapping[str, Any]

_BY_SEX = {
    "step_parent": ("Stepmother", "Stepfather", "Step-parent"),
    "parents_partner": ("Father's partner", "Mother's partner", "Parent's partner"),
    "grandparent": ("Grandmother", "Grandfather", "Grandparent"),
    "aunt_or_uncle": ("Aunt", "Uncle", "Aunt or uncle"),
    "foster_carer": ("Foster carer",) * 3,
    "adoptive_parent": ("Adoptive mother", "Adoptive father", "Adoptive parent"),
    "mother": ("Mother",) * 3,
    "father": ("Father",) * 3,
    "guardian": ("Guardian",) * 3,
    "other_relative": ("Relative",) * 3,
    "other": ("Family associate",) * 3,
}
# There are often several of these, so the first has a number from the start.
_NUMBERED = {
    "sibling": "Sibling",
    "half_sibling": "Half-sibling",
    "step_sibling": "Step-sibling",
    "cousin": "Cousin",
}
_MEANT = {
    "mother's partner": "Mother's partner",
    "mothers partner": "Mother's partner",
    "father's partner": "Father's partner",
    "maternal grandmother": "Maternal grandmother",
    "maternal grandfather": "Maternal grandfather",
    "paternal grandmother": "Paternal grandmother",
    "paternal grandfather": "Paternal grandfather",
    "great-grandmother": "Great-grandmother",
    "great-grandfather": "Great-grandfather",
    "maternal aunt": "Maternal aunt",
    "paternal aunt": "Paternal aunt",
    "maternal uncle": "Maternal uncle",
    "paternal uncle": "Paternal uncle",
    "great-aunt": "Great-aunt",
    "great-uncle": "Great-uncle",
}
_CONNECTIONS = ("neighbour", "family friend", "lodger", "childminder", "landlord", "babysitter")


def role_of_family(member: Data) -> tuple[str, bool]:
    """Give a relative's role, and whether it is numbered from the first."""
    relationship = member["relationship"]
    if relationship in _NUMBERED:
        return _NUMBERED[relationship], True
    words = str(member.get("relationship_words", "")).replace("’", "'").casefold()
    for meant, role in _MEANT.items():
        if meant in words:
            return role, False
    female, male, unknown = _BY_SEX[relationship]
    return {"female": female, "male": male}.get(member.get("sex", ""), unknown), False


def role_of_other(other: Data) -> tuple[str, bool]:
    """Give the role of somebody who is neither family nor worker."""
    connection = str(other.get("connection", "")).casefold()
    for known in _CONNECTIONS:
        if known in connection:
            return known.capitalize(), False
    if "friend" in connection and other.get("suspected_perpetrator") != "yes":
        return "Friend", True
    return "Adult", True
