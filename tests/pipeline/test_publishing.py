"""The papers of the examples, rebuilt: nothing of the case is in them, says the gate."""

from pathlib import Path

import pytest

from sgdocs.content import Content
from sgdocs.dates import parse_moment
from sgdocs.pipeline.releasing import Weighed, weigh
from sgdocs.pipeline.scheduling import schedule_case

_EXAMPLES = Path(__file__).parents[2] / "examples"
_NOW = parse_moment("2026-11-20")


def _weighed(name: str) -> Weighed:
    path = _EXAMPLES / name / "case.yaml"
    return weigh(schedule_case(path, Content(), _NOW, _NOW), path)


@pytest.mark.parametrize("name", ["darlington", "north-yorkshire", "darlington-improvements-only"])
def test_the_gate_finds_nothing_in_papers_of_ours(name: str) -> None:
    weighed = _weighed(name)
    assert weighed.examined
    found = [f for e in weighed.examined for f in e.found if f.code != "picture"]
    assert found == []
    assert weighed.rebuilt.lacking == ()
