"""What every test stands on: no cache, no surprises from the person's own settings."""

import os

import pytest
from hypothesis import HealthCheck, settings

# A busy machine must not fail a property for taking long.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in os.environ if n.startswith("SGDOCS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NO_COLOR", "1")
