"""Every write to the disk: whole or not at all, private, one writer at a time."""

from typing import TYPE_CHECKING

from sgdocs.lazily import lazily

if TYPE_CHECKING:
    from sgdocs.storage.absence import is_absent
    from sgdocs.storage.appending import append_file, appending_file
    from sgdocs.storage.changes import note, noting, unnoted
    from sgdocs.storage.copies import rival_copies
    from sgdocs.storage.disk import DISK, Disk
    from sgdocs.storage.files import private, remove_file, saving_file, write_file
    from sgdocs.storage.folders import (
        make_folder,
        making_folder,
        saving_beside,
        write_beside,
        write_folder,
    )
    from sgdocs.storage.gathering import GatheringDisk
    from sgdocs.storage.leftovers import sweep
    from sgdocs.storage.listing import files_below, read_whole
    from sgdocs.storage.locks import locked
    from sgdocs.storage.names import RESERVED, fault_in_name, parts_of, safe_name
    from sgdocs.storage.permissions import PermissionsReport, permissions_report
    from sgdocs.storage.provisional import provisionally
    from sgdocs.storage.removal import remove, remove_within
    from sgdocs.storage.savings import Saving, alone, together

__all__ = [
    "DISK",
    "RESERVED",
    "Disk",
    "GatheringDisk",
    "PermissionsReport",
    "Saving",
    "alone",
    "append_file",
    "appending_file",
    "fault_in_name",
    "files_below",
    "is_absent",
    "locked",
    "make_folder",
    "making_folder",
    "note",
    "noting",
    "parts_of",
    "permissions_report",
    "private",
    "provisionally",
    "read_whole",
    "remove",
    "remove_file",
    "remove_within",
    "rival_copies",
    "safe_name",
    "saving_beside",
    "saving_file",
    "sweep",
    "together",
    "unnoted",
    "write_beside",
    "write_file",
    "write_folder",
]

__getattr__ = lazily(
    __name__,
    {
        "DISK": "disk",
        "Disk": "disk",
        "GatheringDisk": "gathering",
        "PermissionsReport": "permissions",
        "RESERVED": "names",
        "Saving": "savings",
        "alone": "savings",
        "append_file": "appending",
        "appending_file": "appending",
        "fault_in_name": "names",
        "files_below": "listing",
        "is_absent": "absence",
        "locked": "locks",
        "make_folder": "folders",
        "making_folder": "folders",
        "note": "changes",
        "noting": "changes",
        "parts_of": "names",
        "permissions_report": "permissions",
        "private": "files",
        "provisionally": "provisional",
        "read_whole": "listing",
        "remove_file": "files",
        "remove": "removal",
        "remove_within": "removal",
        "rival_copies": "copies",
        "safe_name": "names",
        "saving_beside": "folders",
        "saving_file": "files",
        "sweep": "leftovers",
        "together": "savings",
        "unnoted": "changes",
        "write_beside": "folders",
        "write_file": "files",
        "write_folder": "folders",
    },
)
