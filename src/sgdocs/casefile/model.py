"""A case: validated plain data, and the file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sgdocs.reading import Document

__all__ = ["Case"]


@dataclass(frozen=True, slots=True)
class Case:
    """One case file's data, whose shape has been checked."""

    data: Mapping[str, Any]
    document: Document

    @property
    def reference(self) -> str:
        """Give the unit's own reference; it holds no name."""
        return str(self.data["case"]["reference"])

    @property
    def procedure(self) -> str:
        """Name the procedure the case follows."""
        return str(self.data["case"]["procedure"])

    def get(self, path: str, default: Any = None) -> Any:
        """Give what stands at a dotted path, or the default where nothing does."""
        found: Any = self.data
        for part in path.split("."):
            # Nearly always a plain one, which is told far sooner.
            if not isinstance(found, (dict, Mapping)) or part not in found:
                return default
            found = found[part]
        return found

    def each(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Give the entries of one of the case's lists; none where it has no such list."""
        return tuple(self.data.get(name, ()))
