"""The schema of the examples."""

import json
from pathlib import Path
from typing import Any

__all__ = ["CASES", "SCHEMA", "schema"]

CASES = Path(__file__).parent / "cases"
SCHEMA = CASES / "schema.json"


def schema() -> dict[str, Any]:
    """Read the schema."""
    read: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return read
