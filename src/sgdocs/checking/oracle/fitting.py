"""Whether a value fits a part of a schema, each part made ready once."""

from typing import Any

import jsonschema_rs

__all__ = ["Fitting"]


class Fitting:
    """Holds one whole schema and the validators of its parts."""

    def __init__(self, whole: dict[str, Any]) -> None:
        self.whole = whole
        self.definitions: dict[str, Any] = whole.get("$defs", {})
        self._known: dict[int, tuple[Any, Any]] = {}

    def fits(self, part: Any, value: Any) -> bool:
        """Say whether a value fits."""
        if not isinstance(part, dict):
            return part is not False
        if id(part) not in self._known:
            alone = {**part, "$defs": self.definitions}
            self._known[id(part)] = (part, jsonschema_rs.Draft202012Validator(alone))
        return bool(self._known[id(part)][1].is_valid(value))
