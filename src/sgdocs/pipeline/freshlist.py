"""Which packs were found to be fresh, and by what: a run need not read their lists again."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sgdocs.content import Content
from sgdocs.errors import SgdocsError
from sgdocs.opening.files import read_ordinary
from sgdocs.opening.limits import PACK_LIST_BYTES
from sgdocs.packs import Contents, Earlier
from sgdocs.pipeline.casebooks import POINTER
from sgdocs.pipeline.fingerprinting import PROGRAM, Sources, digest
from sgdocs.pipeline.freshness import contents_of
from sgdocs.storage import make_folder, unnoted, write_file

__all__ = ["Remembered"]

_FILE = "fresh.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class _Made:
    """What packs are made from beside their cases, by name."""

    procedure: str
    contents: Contents
    wording: tuple[str, ...]

    def now(self, content: Content) -> str:
        """Give one hash of all of it as it stands now."""
        sources = Sources(content, self.procedure, self.contents)
        words = sources.hashes_of_all(self.wording)
        return digest((PROGRAM, *sources.rules().values(), *words.values()))


class Remembered:
    """A note for each case of what its pack was found fresh by; never the truth.

    Whatever does not fit is looked at again, list and all.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._path = content.workspace / ".sgdocs" / _FILE if content.workspace else None
        self._made: dict[_Made, str] = {}
        self._keys: dict[str, bool] = {}
        self._cases = self._read()
        self._changed = False

    def is_fresh(self, case: str, contents: Contents | None) -> bool:
        """Say whether a case's pack is known to be fresh; quick, and never in doubt a yes."""
        noted = self._cases.get(case)
        try:
            if noted is None or noted["by"] not in self._known_now():
                return False
            if contents not in (None, noted["contents"]):
                return False
            if any(_stamp(place) != stamp for place, stamp in noted["places"].items()):
                return False
            with open(case, "rb") as file:  # noqa: PTH123 - thousands of these in a run
                return bool(sha256(file.read()).hexdigest() == noted["case"])
        except (OSError, LookupError, TypeError, AttributeError):
            return False

    def note(self, case: str, case_hash: str, pack: Earlier) -> None:
        """Note that by what there is now the pack of a case is fresh."""
        made = _Made(pack.about["procedure"], contents_of(pack), tuple(pack.about["wording"]))
        if made not in self._made:
            self._made[made] = made.now(self._content)
            self._keys = {}
        inner = {name.rpartition("/")[0] for name in pack.files}
        places = [f"{pack.folder.parent}/{POINTER}", *(f"{pack.folder}/{i}" for i in sorted(inner))]
        try:
            stamps = {place: _stamp(place) for place in places}
        except OSError:
            return
        by = digest((made.procedure, made.contents, *made.wording, self._made[made]))
        self._cases[case] = {
            "by": by,
            "case": case_hash,
            "contents": made.contents,
            "places": stamps,
        }
        self._changed = True

    def keep(self) -> None:
        """Keep what was noted; where that cannot be, the packs are looked at again next time."""
        if not self._changed or self._path is None:
            return
        made = [[m.procedure, m.contents, list(m.wording)] for m in self._made]
        whole = {"format": _FORMAT, "made": made, "cases": self._cases}
        with suppress(SgdocsError), unnoted():
            make_folder(self._path.parent)
            write_file(self._path, json.dumps(whole))

    def _known_now(self) -> dict[str, bool]:
        """Give the hashes that packs of today's sources are noted by."""
        if not self._keys:
            for made, now in self._made.items():
                key = digest((made.procedure, made.contents, *made.wording, now))
                self._keys[key] = True
        return self._keys

    def _read(self) -> dict[str, Any]:
        try:
            data = json.loads(read_ordinary(self._path, PACK_LIST_BYTES)) if self._path else {}
            if data["format"] != _FORMAT:
                return {}
            for procedure, contents, wording in data["made"]:
                made = _Made(procedure, contents, tuple(wording))
                self._made[made] = made.now(self._content)
            return dict(data["cases"])
        except (OSError, ValueError, LookupError, TypeError, RecursionError, SgdocsError):
            return {}


def _stamp(place: str) -> list[int]:
    """Tell a file from a later one, and a folder from one in which something came or went."""
    status = os.stat(place)  # noqa: PTH116 - thousands of these in a run
    return [status.st_mtime_ns, status.st_ino]
