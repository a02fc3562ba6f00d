"""The page of promises lists every limit there is, as it is."""

import re

from docs.pages import ROOT
from sgdocs.opening import limits

_ROW = re.compile(r"^\| .+ \| `([A-Z_]+)` \| ([\d,.]+) \|$", re.MULTILINE)


def test_each_limit_stands_in_the_table_with_its_value() -> None:
    page = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
    told = {name: float(value.replace(",", "")) for name, value in _ROW.findall(page)}
    assert told == {name: float(getattr(limits, name)) for name in limits.__all__}
