"""A name in any channel of a Word file is found, and its twin without one passes."""

import pytest

from gate.leaks import CLEAN, LEAK, wanted
from gate.word_channels import CHANNELS
from sgdocs.gate import Examined, examine

WANTED = wanted()


def looked_at(data: bytes, name: str = "report.docx") -> Examined:
    """Examine a file whose pictures somebody has signed for."""
    first = examine(name, data, WANTED)
    signed = {p.sha256 for p in first.pictures}
    return examine(name, data, WANTED, signed) if signed else first


@pytest.mark.parametrize("name", CHANNELS)
def test_a_name_is_found_in_its_channel(name: str) -> None:
    channel, plant = CHANNELS[name]
    examined = looked_at(plant(LEAK))
    assert not examined.clean
    assert channel in {f.channel for f in examined.found}, [f.line() for f in examined.found]


@pytest.mark.parametrize("name", CHANNELS)
def test_the_clean_twin_passes(name: str) -> None:
    _, plant = CHANNELS[name]
    examined = looked_at(plant(CLEAN))
    assert examined.clean, [f.line() for f in examined.found]


@pytest.mark.parametrize("name", CHANNELS)
def test_what_was_found_is_never_said(name: str) -> None:
    _, plant = CHANNELS[name]
    said = str(looked_at(plant(LEAK)).as_json()).casefold()
    assert not any(part in said for part in ("caoimhe", "price", "adéb", "adeb"))
