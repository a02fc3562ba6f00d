"""A partnership is data: nothing under src knows the name of one."""

import re

from docs.pages import ROOT

NAMES = (
    *("nel", "tees", "darlington", "bcp", "north-yorkshire", "north_yorkshire"),
    *("North East Lincolnshire", "Teesside", "Bournemouth", "Christchurch", "Poole"),
    *("North Yorkshire", "NYSCP"),
)
_NAMED = re.compile(rf"\b({'|'.join(NAMES)})(?:\b|-\w)", re.IGNORECASE)


def test_no_partnership_is_named_in_the_program() -> None:
    source = ROOT / "src"
    named = [
        f"{file.relative_to(ROOT).as_posix()}:{number}: {line.strip()}"
        for file in sorted(source.rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if _NAMED.search(line)
    ]
    assert named == []


def test_the_names_looked_for_are_those_of_every_procedure() -> None:
    names = {file.stem for file in (ROOT / "procedures").glob("*.yaml")}
    assert names - {"artefacts", "national"} <= set(NAMES)
