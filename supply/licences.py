"""Under which licence each package is ours to use: `python -m supply.licences`."""

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, metadata

from supply.pins import pinned

__all__ = ["ALLOWED", "licence_of", "strangers"]

# Each lets an office use and pass on the program. LGPL and MPL ask only that changes to the package
# itself stay open; we change none.
ALLOWED = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "MIT-0", "MIT-CMU"),
        *("PSF-2.0", "MPL-2.0", "OFL-1.1", "LGPL-2.1-only"),
    }
)
_NAMES: Mapping[str, str] = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "SIL OFL 1.1": "OFL-1.1",
    "SIL OFL V1.1": "OFL-1.1",
}
# Read in the package's own files, where its metadata does not say it in a word.
_READ: Mapping[str, str] = {
    "atheris": "Apache-2.0",
    "axe-playwright-python": "MIT",
    "pip-api": "Apache-2.0",
    "pyrage": "MIT",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "reportlab": "BSD-3-Clause",
}


def licence_of(package: str) -> str:
    """Give a package's licence as SPDX has it; what it says itself where nobody knows that."""
    if package in _READ:
        return _READ[package]
    about = metadata(package)
    said = about.get("License-Expression") or about.get("License") or ""
    words = [
        said.strip(),
        *(
            c.rpartition(" :: ")[2]
            for c in about.get_all("Classifier", [])
            if c.startswith("License")
        ),
    ]
    return next((_NAMES.get(w, w) for w in words if w), "not said")


def strangers() -> dict[str, str]:
    """Give the installed packages whose licence is not among those allowed."""
    return {name: licence for name, licence in _installed().items() if not _allowed(licence)}


def _installed() -> dict[str, str]:
    found = {}
    for name in pinned():
        try:
            found[name] = licence_of(name)
        except PackageNotFoundError:
            continue
    return found


def _allowed(licence: str) -> bool:
    """Say whether one of the licences on offer is allowed in all its parts."""
    choices = licence.split(" OR ")
    return any(ALLOWED.issuperset(re.split(" AND ", choice)) for choice in choices)


if __name__ == "__main__":
    for package, licence in sorted(_installed().items()):
        print(f"{package}: {licence}")
