"""A workspace made as a clerk makes one."""

from pathlib import Path

import pytest

from cli.asking import Office, sgdocs


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A workspace for North East Lincolnshire, with no case in it."""
    folder = tmp_path / "office"
    assert sgdocs("init", folder, "--procedure", "nel").code == 0
    return Office(folder)
