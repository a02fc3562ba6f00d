"""Puts a fault into the program: into one function of it, or into a module that is loaded anew."""

import inspect
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any

from mutants.mutating import Mutant

__all__ = ["ROOT", "put_in_place", "put_in_the_way"]

ROOT = Path(__file__).parents[2]
_OURS = (str(ROOT / "src"), str(ROOT / "tests"))


def put_in_place(file: Path, mutant: Mutant, function: str) -> None:
    """Give the function its faulty code, where nothing has called it yet."""
    _function(file, function).__code__ = _code(_compiled(file, mutant), function)


def put_in_the_way(file: Path, mutant: Mutant) -> None:
    """Forget the program and its tests; whoever loads them again meets the faulty module."""
    for name, module in list(sys.modules.items()):
        ours = (getattr(module, "__file__", None) or "").startswith(_OURS)
        if ours and not name.startswith("mutants"):
            del sys.modules[name]
    sys.meta_path.insert(0, _Finder(file, mutant))


class _Loader(SourceFileLoader):
    """Loads the module with the fault, whatever was compiled of it before."""

    def __init__(self, name: str, file: Path, mutant: Mutant) -> None:
        super().__init__(name, str(file))
        self.faulty = _compiled(file, mutant)

    def get_code(self, _name: str) -> CodeType:
        return self.faulty


class _Finder(MetaPathFinder):
    """Gives the module with the fault to whoever imports it."""

    def __init__(self, file: Path, mutant: Mutant) -> None:
        self.file, self.mutant = file, mutant

    def find_spec(self, name: str, _path: object, _target: object = None) -> ModuleSpec | None:
        if name != _module(self.file):
            return None
        loader = _Loader(name, self.file, self.mutant)
        return spec_from_file_location(name, self.file, loader=loader)


def _compiled(file: Path, mutant: Mutant) -> CodeType:
    return compile(mutant.source, str(file), "exec")


def _code(whole: CodeType, name: str) -> CodeType:
    """Find the code of a function by its full name."""
    for part in name.split("."):
        whole = next(c for c in whole.co_consts if isinstance(c, CodeType) and c.co_name == part)
    return whole


def _function(file: Path, name: str) -> Any:
    found: Any = sys.modules[_module(file)]
    for part in name.split("."):
        found = vars(found)[part]
    for behind in ("fget", "func", "__func__"):
        found = getattr(found, behind, found)
    return inspect.unwrap(found)


def _module(file: Path) -> str:
    return ".".join(file.relative_to(ROOT / "src").with_suffix("").parts)
