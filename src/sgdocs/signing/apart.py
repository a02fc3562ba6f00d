"""Have signatures looked at in a process of its own, which may fail without harm."""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sgdocs.errors import InputRefused
from sgdocs.opening import limits
from sgdocs.signing import hanko
from sgdocs.signing.model import Look

__all__ = ["look_at"]

_CHILD = (sys.executable, "-P", "-m", "sgdocs.signing.child")
_TOO_MUCH = (
    "this file could not be looked at within the time and memory that any signed paper needs; it "
    "may be built to do harm.",
    "Do not open it. Ask, by telephone, whoever it came from.",
)
_NONE = (
    "this PDF has no fields for signatures.",
    "Give the PDF that sgdocs build made, or the one that came back; a print or a scan has none.",
)


def look_at(data: bytes, where: str, at: datetime, trusted: Sequence[bytes] = ()) -> Look:
    """Say of each field for a signature whether it is signed, by whom, and what changed since."""
    hanko.require()
    asked = {"where": where, "at": at.isoformat(), "trusted": [each.hex() for each in trusted]}
    told = _answer(json.dumps(asked).encode() + b"\n" + data)
    what, remedy = told.get("refused", _NONE)
    if not told.get("signatures"):
        raise InputRefused(what, where=where, remedy=remedy)
    return Look.from_data(told["signatures"])


def _answer(asked: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - fixed argument list
            _CHILD,
            input=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.SIGNATURE_SECONDS,
            check=False,
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return {"refused": _TOO_MUCH}
    return told
