"""Makes folders, and writes a folder of files whole or not at all."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from sgdocs.errors import InputRefused, SafetyRefused
from sgdocs.storage.changes import note
from sgdocs.storage.confirmation import confirm
from sgdocs.storage.disk import DISK, Disk
from sgdocs.storage.failures import failing_to_write, refuse_long_path
from sgdocs.storage.files import fill
from sgdocs.storage.leftovers import TEMPORARY, claim, discard_folder, room_beside, sweep
from sgdocs.storage.names import parts_of, twins
from sgdocs.storage.savings import Saving, alone
from sgdocs.storage.swap import put_new, put_over

__all__ = [
    "make_folder",
    "making_folder",
    "saving_beside",
    "saving_folder",
    "write_beside",
    "write_folder",
]

_MOST_VERSIONS = 100

_Contents = dict[tuple[str, ...], bytes]


def make_folder(path: Path, *, disk: Disk = DISK) -> None:
    """Make a folder, and those above it, for its owner alone; one that exists is left as it is."""
    alone(making_folder(path, disk=disk), disk)


def making_folder(path: Path, *, disk: Disk = DISK) -> Saving[None]:
    """Do the same by the steps of a saving."""
    if path.is_dir():
        return
    refuse_long_path(path, windows=disk.windows)
    made: list[Path] = []
    with failing_to_write(path, windows=disk.windows):
        try:
            lacking = takewhile(lambda folder: not folder.is_dir(), (path, *path.parents))
            for folder in reversed(tuple(lacking)):
                _make_one(folder, made, disk)
            if made:
                yield
        except OSError:
            for folder in reversed(made):
                with suppress(OSError):
                    disk.rmdir(folder)
            raise


def write_folder(
    target: Path, files: Mapping[str, bytes], *, replace: bool = False, disk: Disk = DISK
) -> None:
    """Write all the files or none; a folder with other contents is refused unless `replace`."""
    alone(saving_folder(target, files, replace=replace, disk=disk), disk)


def saving_folder(
    target: Path, files: Mapping[str, bytes], *, replace: bool = False, disk: Disk = DISK
) -> Saving[None]:
    """Do the same by the steps of a saving."""
    contents = _checked(target, files, disk)
    sweep(target.parent, disk=disk)
    yield from _saving(target, contents, disk, replace=replace)


def _saving(target: Path, contents: _Contents, disk: Disk, *, replace: bool) -> Saving[None]:
    with failing_to_write(target, windows=disk.windows):
        there = disk.exists(target)
        if there and _holds(target, contents, disk):
            yield from confirm(target, disk, None)  # whoever named it may have been stopped there
            return
        empty = there and disk.is_folder(target) and not list(disk.listing(target))
        if there and not empty and not (replace and disk.is_folder(target)):
            raise _refused(target)
        stage, _ = claim(target.parent, TEMPORARY, disk, disk.mkdir)
        try:
            _fill_stage(stage, contents, disk)
            yield
            put = put_over if there else put_new
            yield from put(stage, target, disk)
        finally:
            # Empty-handed after a plain rename; the old version after a swap.
            discard_folder(stage, disk)


def write_beside(target: Path, files: Mapping[str, bytes], *, disk: Disk = DISK) -> Path:
    """Write a folder, or one beside it where it holds something else: nothing is overwritten."""
    return alone(saving_beside(target, files, disk=disk), disk)


def saving_beside(target: Path, files: Mapping[str, bytes], *, disk: Disk = DISK) -> Saving[Path]:
    """Do the same by the steps of a saving."""
    if target.name in ("", ".."):  # “.” and “..” have no name to number on
        target = target.resolve()
    yield from making_folder(target.parent, disk=disk)
    contents = _checked(target, files, disk, more=len(f"-{_MOST_VERSIONS}"))
    sweep(target.parent, disk=disk)
    for number in range(1, _MOST_VERSIONS):
        folder = target if number == 1 else target.with_name(f"{target.name}-{number}")
        try:
            yield from _saving(folder, contents, disk, replace=False)
        except SafetyRefused:  # an earlier version, perhaps put right by hand
            continue
        return folder
    raise SafetyRefused("there are too many versions here already.", where=str(target))


def _make_one(folder: Path, made: list[Path], disk: Disk) -> None:
    try:
        disk.mkdir(folder)
    except FileExistsError:
        # Another process may have made it first; a file of that name is in the way.
        if not folder.is_dir():
            raise
    else:
        made.append(folder)
        note(folder)
        disk.sync_folder(folder.parent)


def _checked(target: Path, files: Mapping[str, bytes], disk: Disk, *, more: int = 0) -> _Contents:
    contents = {parts_of(name): content for name, content in sorted(files.items())}
    if twins(contents):
        raise InputRefused(
            "two files would have the same name on Windows, where capitals make no difference.",
            where=str(target),
            remedy="Give them names that differ by more than capitals.",
        )
    room = max(room_beside(target), more)
    for parts in contents if disk.windows else ():
        refuse_long_path(target.joinpath(*parts), windows=disk.windows, room=room)
    return contents


def _refused(target: Path) -> SafetyRefused:
    return SafetyRefused(
        "there is a folder of that name already with other contents, and it was left as it is.",
        where=str(target),
        remedy="Look at it first; move it away, or ask for it to be replaced.",
    )


def _holds(target: Path, contents: _Contents, disk: Disk) -> bool:
    if not disk.is_folder(target):
        return False
    for parts in sorted(contents, key=len)[:1]:  # the list of a pack, which tells most at once
        place = target.joinpath(*parts)
        if not disk.exists(place) or disk.is_folder(place) or disk.read(place) != contents[parts]:
            return False
    found = {path.relative_to(target).parts: path for path in _files_in(target, disk)}
    return found.keys() == contents.keys() and all(
        disk.read(path) == contents[parts] for parts, path in found.items()
    )


def _files_in(folder: Path, disk: Disk) -> Iterator[Path]:
    for entry in disk.listing(folder):
        if disk.is_folder(entry):
            yield from _files_in(entry, disk)
        else:
            yield entry


def _fill_stage(stage: Path, contents: _Contents, disk: Disk) -> None:
    names = {parts[:depth] for parts in contents for depth in range(1, len(parts))}
    inner = [stage.joinpath(*parts) for parts in sorted(names)]
    for folder in inner:
        disk.mkdir(folder)
    for parts, content in contents.items():
        fill(disk.create(stage.joinpath(*parts)), content, disk)
    for folder in (*reversed(inner), stage):
        disk.sync_folder(folder)
