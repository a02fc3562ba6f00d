"""Load a room's rarely used parts when they are asked for: a command pays only for what it does."""

import importlib
from collections.abc import Callable, Mapping
from typing import Any

from sgdocs.interrupts import held_back

__all__ = ["lazily"]


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Give a package's `__getattr__` that finds each name in the module it lives in."""

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        with held_back():  # a library of another language may die of a stop while it is loaded
            module = importlib.import_module(f"{package}.{homes[name]}")
        return getattr(module, name)

    return find
