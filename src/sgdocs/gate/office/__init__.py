"""Office files, such as Word's: packages of parts."""

from sgdocs.gate.office.package import read_package

__all__ = ["read_package"]
