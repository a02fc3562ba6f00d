"""Carries out savings, one alone or many together, never ahead of what the disk has confirmed."""

from collections.abc import Generator, Iterable
from typing import TypeVar

from sgdocs.storage.disk import DISK, Disk

__all__ = ["Saving", "alone", "together"]

Done = TypeVar("Done")

Saving = Generator[None, None, Done]
"""The steps of one saving. It yields where what it wrote must be on the disk before it goes on."""


def alone(saving: Saving[Done], disk: Disk = DISK) -> Done:
    """Carry out one saving."""
    (end,) = together((saving,), disk)
    if isinstance(end, Exception):
        raise end
    return end


def together(savings: Iterable[Saving[Done]], disk: Disk) -> list[Done | Exception]:
    """Carry out many savings; give what each gave, or the fault that stopped it.

    Each is taken to where it yields, then the disk is waited for once for all of them, and then
    each goes on. So what holds for one saving that is stopped at any moment, by a kill or a power
    cut, holds for each of many: it waits for no less than it would alone, only with others.

    A pack that is filed yields, and so waits, between these steps, which is why a case stopped
    anywhere is as it was or as it is to be, and the next run can tell:

    1. its files lie in a folder with a hidden name, which is swept away if nothing comes after;
    2. the folder has its name: a pack that has its name is whole;
    3. the ledger's line is there: a line speaks of a pack that has its name;
    4. the pointer is there under a hidden name, and then
    5. under its own: it names a pack and a line that are there.

    It is told as done only after the last of them. Where the disk fails to confirm, every saving
    that waits for it is told, takes back what it had not confirmed, and is not done.
    """
    going = dict(enumerate(savings))
    done: dict[int, Done | Exception] = {}
    fault: OSError | None = None
    try:
        while going:
            for number, saving in tuple(going.items()):
                try:
                    _go_on(saving, fault)
                except StopIteration as end:
                    done[number] = end.value
                except Exception as stopped:  # noqa: BLE001 - the others go on
                    done[number] = stopped
            going = {number: saving for number, saving in going.items() if number not in done}
            fault = _fault_of(disk) if going else None
    finally:
        for saving in going.values():
            saving.close()
    return [done[number] for number in sorted(done)]


def _go_on(saving: Saving[Done], fault: OSError | None) -> None:
    if fault is None:
        next(saving)
    else:
        saving.throw(OSError(fault.errno, fault.strerror))


def _fault_of(disk: Disk) -> OSError | None:
    """Wait for the disk, and give what it reports."""
    try:
        disk.settle()
    except OSError as fault:
        return fault
    return None
