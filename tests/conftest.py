"""What every test stands on: no cache, no surprises from the person's own settings."""

import os

import pytest
from hypothesis import HealthCheck, settings

# A busy machine must not fail a property for taking long; continuous integration tries more values.
settings.register_profile(
    "steady",
    deadline=None,
    max_examples=100 if os.environ.get("SGDOCS_HEAVY") else 30,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


HEAVY = frozenset({"browser", "dask", "faults", "office", "slow", "verapdf"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the heavy tests to continuous integration, and say so, unless they are asked for."""
    if os.environ.get("SGDOCS_HEAVY"):
        return
    skip = pytest.mark.skip(reason="heavy: SGDOCS_HEAVY=1 make test runs it too")
    for item in items:
        if HEAVY & {mark.name for mark in item.iter_markers()}:
            item.add_marker(skip)


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in os.environ if n.startswith("SGDOCS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NO_COLOR", "1")
