"""The bill of materials of a release, as CycloneDX: `python -m supply.bill FILE`."""

import json
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import UUID

from supply.licences import licence_of
from supply.pins import needed, pinned

__all__ = ["OPTIONAL", "bill", "written"]

OPTIONAL = ("dask", "sign")
"""What an office may ask for besides."""

Data = dict[str, Any]


def bill(extras: Iterable[str] = ()) -> Data:
    """Give the bill: the same for the same pins, whenever and wherever it is drawn up."""
    parts = list(_components(extras))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": _serial(parts),
        "version": 1,
        "metadata": {"component": _program()},
        "components": parts,
    }


def written(made: Data) -> bytes:
    """Write it, the same bytes each time."""
    return (json.dumps(made, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _components(extras: Iterable[str]) -> Iterator[Data]:
    pins, always = pinned(), needed()
    for name in sorted(needed(extras)):
        installed = version(name)
        if installed != pins[name]:
            raise SystemExit(
                f"{name} is here as {installed}, and pinned as {pins[name]}: make setup"
            )
        yield {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{pins[name]}",
            "purl": f"pkg:pypi/{name}@{pins[name]}",
            "name": name,
            "version": pins[name],
            "scope": "required" if name in always else "optional",
            "licenses": [{"expression": licence_of(name)}],
        }


def _program() -> Data:
    here = version("sgdocs")
    return {"type": "application", "bom-ref": "sgdocs", "name": "sgdocs", "version": here}


def _serial(parts: list[Data]) -> str:
    """Number the bill by what it says."""
    digest = sha256(json.dumps([_program(), parts], sort_keys=True).encode()).digest()
    return f"urn:uuid:{UUID(bytes=digest[:16], version=4)}"


if __name__ == "__main__":
    file = Path(sys.argv[1])
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(written(bill(OPTIONAL)))
    print(f"{file}: {len(bill(OPTIONAL)['components'])} packages")
