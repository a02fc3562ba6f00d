"""Open what came from outside within stated limits, and say why where it cannot be."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.opening import limits
    from sgdocs.opening.archives import Archive, trusted_directory
    from sgdocs.opening.carrying import Held, carried, plain_name
    from sgdocs.opening.kinds import kind_of
    from sgdocs.opening.memory import leave_no_core, within_memory
    from sgdocs.opening.wordharm import harm_in
    from sgdocs.opening.xmlparts import not_whole, parse_xml

__all__ = [
    "Archive",
    "Held",
    "carried",
    "harm_in",
    "kind_of",
    "leave_no_core",
    "limits",
    "not_whole",
    "parse_xml",
    "plain_name",
    "trusted_directory",
    "within_memory",
]

__getattr__ = lazily(
    __name__,
    {
        "Archive": "archives",
        "Held": "carrying",
        "carried": "carrying",
        "harm_in": "wordharm",
        "kind_of": "kinds",
        "leave_no_core": "memory",
        "not_whole": "xmlparts",
        "parse_xml": "xmlparts",
        "plain_name": "carrying",
        "trusted_directory": "archives",
        "within_memory": "memory",
    },
)
