"""Schemas that must all hold, put together in one."""

from typing import Any

__all__ = ["RULES", "both"]

Data = dict[str, Any]
RULES = "rules"  # if, then, else: settled once the rest of an object is there
_HIGHEST = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minContains")
_LOWEST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")
_NAMED = ("properties", "patternProperties", "dependentSchemas", "dependentRequired")
_PARTS = ("items", "additionalProperties", "contains", "unevaluatedProperties")


def both(one: Data, other: Data) -> Data:
    """Give a schema that says what both say."""
    whole = dict(one)
    for key, value in other.items():
        whole[key] = _joined(key, whole[key], value) if key in whole else value
    return whole


def _joined(key: str, mine: Any, theirs: Any) -> Any:
    if mine == theirs:
        return mine
    if key == "enum":
        return [value for value in mine if value in theirs]
    if key == "required":
        return [*mine, *(name for name in theirs if name not in mine)]
    if key == "type":
        return [kind for kind in _listed(mine) if kind in _listed(theirs)] or mine
    if key in _HIGHEST or key in _LOWEST:
        return (max if key in _HIGHEST else min)(mine, theirs)
    return _of_parts(key, mine, theirs)


def _of_parts(key: str, mine: Any, theirs: Any) -> Any:
    if key in _NAMED:
        names = {**mine, **theirs}
        return {n: _all_of([p[n] for p in (mine, theirs) if n in p]) for n in names}
    if key in _PARTS:
        return _all_of([mine, theirs])
    if key == RULES:
        return [*mine, *theirs]
    if key == "prefixItems":
        longer, shorter = sorted((mine, theirs), key=len, reverse=True)
        return [_all_of([a, b]) for a, b in zip(longer, shorter, strict=False)] + longer[
            len(shorter) :
        ]
    return theirs


def _all_of(parts: list[Any]) -> Any:
    if any(isinstance(part, list) for part in parts):  # names that others depend on
        return [name for part in parts for name in part]
    wanted = [part for part in parts if part is not True]
    if not wanted:
        return True
    return wanted[0] if len(wanted) == 1 else {"allOf": wanted}


def _listed(kinds: Any) -> list[str]:
    return [kinds] if isinstance(kinds, str) else list(kinds)
