"""What differs between two returns of one agency: which answers, and by how many words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from json import dumps
from typing import Any, Literal

from sgdocs.returns.names import Steps

__all__ = ["Change", "changes_between"]

How = Literal["added", "changed", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that differs; `old` and `new` are for the screen of whoever asks for them."""

    steps: Steps
    how: How
    old: str
    new: str

    @property
    def words(self) -> tuple[int, int]:
        """Count the words before and after."""
        return len(self.old.split()), len(self.new.split())


def changes_between(old: Any, new: Any, steps: Steps = ()) -> Iterator[Change]:
    """Give each answer that was added, changed or removed; rows are compared as wholes."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in [*new, *(n for n in old if n not in new)]:
            yield from changes_between(old.get(name), new.get(name), (*steps, name))
    elif _is_rows(old) or _is_rows(new):
        yield from _in_rows(old or (), new or (), steps)
    elif isinstance(new, Mapping) or isinstance(old, Mapping):
        yield from changes_between(old or {}, new or {}, steps)
    elif old != new:
        how: How = "added" if old is None else "removed" if new is None else "changed"
        yield Change(steps, how, _said(old), _said(new))


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(entry, Mapping) for entry in value)


def _in_rows(old: Sequence[Any], new: Sequence[Any], steps: Steps) -> Iterator[Change]:
    before, after = ([dumps(row, sort_keys=True) for row in rows] for rows in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            continue
        both = min(j - i, m - k)
        for n in range(both):
            yield from changes_between(old[i + n], new[k + n], (*steps, k + n))
        for n in range(i + both, j):
            yield Change((*steps, n), "removed", _said(old[n]), "")
        for n in range(k + both, m):
            yield Change((*steps, n), "added", "", _said(new[n]))


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return " · ".join(map(_said, value.values()))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
