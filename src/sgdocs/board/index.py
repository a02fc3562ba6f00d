"""An index of the cases, so that ten thousand open at once; never the truth, always rebuildable."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sgdocs.board.entries import Summary
from sgdocs.errors import SgdocsError
from sgdocs.storage import make_folder, private

__all__ = ["Index", "Stamp"]

_FORMAT = 5
_TABLE = """
CREATE TABLE IF NOT EXISTS cases (
  path TEXT PRIMARY KEY, changed INTEGER, size INTEGER, ground TEXT, summary TEXT
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a case file, or what it stands on, is another than before."""

    changed: int
    size: int
    ground: str


class Index:
    """The index file of a workspace; where it cannot be used, everything is worked out anew."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "index.sqlite"
        self._folder = folder

    def read(self) -> dict[str, tuple[Stamp, Summary]]:
        """Give what is known of every case; nothing where the index is missing or damaged."""
        if not self._path.exists():
            return {}
        try:
            with closing(sqlite3.connect(self._path, timeout=1)) as database:
                if database.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                    return {}
                rows = database.execute("SELECT path, changed, size, ground, summary FROM cases")
                return {r[0]: (Stamp(r[1], r[2], r[3]), _summary(r[4])) for r in rows}
        except (sqlite3.Error, ValueError, TypeError, LookupError):
            return {}

    def write(self, fresh: Mapping[str, tuple[Stamp, Summary]], gone: Iterable[str]) -> None:
        """Keep what was worked out; a busy or damaged index is left for the next time."""
        try:
            make_folder(self._folder)
            self._store(fresh, gone)
        except SgdocsError:
            return  # nowhere to keep it
        except sqlite3.OperationalError:
            return  # busy, or nowhere to write: next time
        except sqlite3.DatabaseError:
            with suppress(OSError):
                self._path.unlink()

    def _store(self, fresh: Mapping[str, tuple[Stamp, Summary]], gone: Iterable[str]) -> None:
        with closing(sqlite3.connect(self._path, timeout=1)) as database:
            private(self._path)
            if database.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
                database.execute("DROP TABLE IF EXISTS cases")
                database.execute(f"PRAGMA user_version = {_FORMAT}")
            database.execute(_TABLE)
            with database:
                database.executemany("DELETE FROM cases WHERE path = ?", ((p,) for p in gone))
                database.executemany(
                    "INSERT OR REPLACE INTO cases VALUES (?, ?, ?, ?, ?)",
                    (
                        (path, stamp.changed, stamp.size, stamp.ground, _text(summary))
                        for path, (stamp, summary) in fresh.items()
                    ),
                )


def _text(summary: Summary) -> str:
    return json.dumps(list(asdict(summary).values()), ensure_ascii=False)


def _summary(text: str) -> Summary:
    values = json.loads(text)
    summary = Summary(*values)
    return replace(
        summary,
        dues=tuple(summary.dues),
        restricted_to=tuple(summary.restricted_to),
        awaited=tuple(summary.awaited),
    )
