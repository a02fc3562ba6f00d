"""What a form is known by: written and read the same, and never believed when it is not ours."""

import json

import pytest

from sgdocs.forms import FormIdentity, read_identity

ONE = FormIdentity("NEL-2025-014", "SCSI-5", "police", 2)


def test_an_identity_is_one_short_line_and_read_back() -> None:
    assert json.loads(str(ONE)) == {
        "case": "NEL-2025-014",
        "form": "SCSI-5",
        "agency": "police",
        "version": 2,
        "format": 1,
    }
    assert "\n" not in str(ONE)
    assert read_identity(str(ONE)) == ONE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SCSI-5",
        "[]",
        "null",
        '{"case": "A"}',
        str(ONE).replace("2,", '"2",'),
        str(ONE).replace("2,", "true,"),
        str(ONE).replace('"police"', "null"),
        "[" * 100_000,
        f'{{"case": "{"x" * 9_999}"}}',
    ],
)
def test_what_is_not_ours_is_nobody(text: str) -> None:
    assert read_identity(text) is None
