"""Schema files and what their references lead to, in this file or in another one beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from sgdocs.errors import InputRefused
from sgdocs.opening.files import is_there
from sgdocs.reading import read_file

__all__ = ["Place", "Schemas"]


@dataclass(frozen=True, slots=True)
class Place:
    """One schema inside a file."""

    schema: Any
    file: Path


class Schemas:
    """The schema files read so far."""

    __slots__ = ("_files", "_folders", "_instead", "_looked_at", "_names")

    def __init__(
        self, instead: Mapping[str, Path] | None = None, folders: tuple[Path, ...] = ()
    ) -> None:
        self._folders = folders  # where files are looked for that are not beside the one at hand
        self._instead = instead or {}  # files that are read in place of those of a name
        self._files: dict[Path, Any] = {}
        self._names: dict[Path, dict[str, Any]] = {}
        self._looked_at: dict[int, tuple[Any, _Names]] = {}

    def open(self, path: Path) -> Place:
        """Read a schema file."""
        file = self._instead.get(path.name, path).resolve()
        if file not in self._files:
            data = read_file(file, name=path.name).data
            self._keep(file, data)
        return Place(self._files[file], file)

    def hold(self, data: Any, file: Path) -> Place:
        """Take a schema that stands in another file or in none."""
        self._keep(file, data)
        return Place(data, file)

    def _keep(self, file: Path, data: Any) -> None:
        if not isinstance(data, (dict, bool)):
            raise InputRefused(
                "this is not a JSON Schema.",
                where=file.name,
                remedy="A schema is an object, as {“type”: “object”, …}.",
            )
        self._files[file] = data
        self._names[file] = dict(_named(data, self._looked_at))

    def follow(self, reference: str, origin: Path) -> Place:
        """Find what a reference in a file leads to."""
        address, _, fragment = reference.partition("#")
        home = self._home(address, origin) if address else Place(self._files[origin], origin)
        found = self._inside(home, unquote(fragment))
        if found is None:
            raise _lost(reference, origin)
        return Place(found, home.file)

    def _home(self, address: str, origin: Path) -> Place:
        for file, names in self._names.items():
            if address in names:
                return Place(names[address], file)
        # An address on the web is looked for beside the file: nothing is fetched.
        beside = [origin.parent / address.rsplit("/", 1)[-1]]
        if "://" not in address:
            beside.insert(0, origin.parent / address)
        beside += [folder / address.rsplit("/", 1)[-1] for folder in self._folders]
        for path in beside:
            if is_there(path):
                return self.open(path)
        raise _lost(address, origin)

    def _inside(self, home: Place, fragment: str) -> Any:
        if fragment and not fragment.startswith("/"):
            return self._names[home.file].get(f"#{fragment}")
        found = home.schema
        for step in fragment.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(found, list) and key.isdecimal() and int(key) < len(found):
                found = found[int(key)]
            elif isinstance(found, dict) and key in found:
                found = found[key]
            else:
                return None
        return found


_Names = tuple[tuple[str, Any], ...]


def _named(schema: Any, known: dict[int, tuple[Any, _Names]]) -> _Names:
    """Find the parts of a schema that have a name of their own; shared parts are looked at once."""
    if not isinstance(schema, (dict, list)):
        return ()
    if id(schema) not in known:
        found = list(_own_names(schema)) if isinstance(schema, dict) else []
        for part in schema.values() if isinstance(schema, dict) else schema:
            found += _named(part, known)
        known[id(schema)] = (schema, tuple(found))
    return known[id(schema)][1]


def _own_names(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, prefix in (("$id", ""), ("$anchor", "#"), ("$dynamicAnchor", "#")):
        if isinstance(name := schema.get(key), str):
            yield prefix + name.removesuffix("#"), schema


def _lost(reference: str, origin: Path) -> InputRefused:
    return InputRefused(
        f"the reference “{reference}” leads nowhere.",
        where=origin.name,
        remedy="Correct it, or put the file it means beside this one.",
    )
