"""What was found to come out the same though its sources changed: not to be looked at again."""

import json
from collections.abc import Mapping
from pathlib import Path

from sgdocs.errors import SgdocsError
from sgdocs.storage import make_folder, write_file

__all__ = ["Sameness"]

_FILE = "same.json"
_FORMAT = 1


class Sameness:
    """A note for each case of what its papers were found to be the same by; never the truth."""

    def __init__(self, workspace: Path | None) -> None:
        self._path = workspace / ".sgdocs" / _FILE if workspace else None
        self._known = self._read()
        self._fresh: dict[str, str] = {}

    def holds(self, case: str, sources: str) -> bool:
        """Say whether a case was found to give the same by exactly these sources."""
        return self._known.get(case) == sources

    def note(self, case: str, sources: str) -> None:
        """Note that a case gives the same by these sources."""
        self._fresh[case] = sources

    def keep(self) -> None:
        """Keep what was noted; where that cannot be, the work is done again next time."""
        if not self._fresh or self._path is None:
            return
        try:
            make_folder(self._path.parent)
            known = {"format": _FORMAT, "same": {**self._known, **self._fresh}}
            write_file(self._path, json.dumps(known))
        except SgdocsError:
            return

    def _read(self) -> Mapping[str, str]:
        try:
            data = json.loads(self._path.read_bytes()) if self._path else {}
            return dict(data["same"]) if data["format"] == _FORMAT else {}
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return {}
