"""What was worked out before, kept by the fingerprint of what it was made from; never the truth."""

import hashlib
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sgdocs import __version__
from sgdocs.errors import SgdocsError

__all__ = ["remembered"]


def remembered(
    folder: Path | None, kind: str, made_from: Iterable[bytes], make: Callable[[], Any]
) -> Any:
    """Give what `make` gives, from the cache where exactly this was made before.

    Only plain data is kept, as JSON: nothing in the cache can be run. What is false or empty is
    not kept, so a fault is always looked at anew.
    """
    if folder is None:
        return make()
    fingerprint = _fingerprint(made_from)
    path = folder / f"{kind}-{fingerprint}.json"
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        kept = None
    if isinstance(kept, dict) and kept.get("made_from") == fingerprint and kept.get("value"):
        return kept["value"]
    value = make()
    if value:
        _keep(path, {"made_from": fingerprint, "value": value})
    return value


def _fingerprint(made_from: Iterable[bytes]) -> str:
    digest = hashlib.sha256(__version__.encode())
    for part in made_from:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()[:32]


def _keep(path: Path, value: Any) -> None:
    """Keep a value for next time; where that cannot be, the work is done again next time."""
    from sgdocs.storage import make_folder, unnoted, write_file  # noqa: PLC0415 - only the first time

    with suppress(SgdocsError), unnoted():
        make_folder(path.parent.parent)
        make_folder(path.parent)
        write_file(path, json.dumps(value, ensure_ascii=False))
