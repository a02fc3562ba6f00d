"""The edge of the file system: every call that can fail, one thin method each."""

import errno
import os
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from errno import EINVAL, ENOTSUP, EOPNOTSUPP
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from sgdocs.storage import exchange, processes
from sgdocs.storage.changes import note

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["DISK", "Disk"]

_FILE_MODE = 0o600
_FOLDER_MODE = 0o700
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_FILE_END = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
# Some network shares cannot confirm a folder; the files in it are confirmed all the same.
_CANNOT_CONFIRM = frozenset({EINVAL, ENOTSUP, EOPNOTSUPP})


@dataclass(frozen=True, slots=True)
class Disk:
    """The real disk; a test puts a fake in its place."""

    windows: bool = os.name == "nt"

    def create(self, path: Path) -> int:
        """Make a new file that its owner alone can read, and give its handle."""
        handle = os.open(path, _NEW_FILE, _FILE_MODE)
        # A umask only takes away, so the file was never open to others; Windows and memory
        # sticks keep no modes, and there the folder's own access list holds.
        if not self.windows and os.fstat(handle).st_mode & 0o777 != _FILE_MODE:
            with suppress(PermissionError):
                os.fchmod(handle, _FILE_MODE)
        return handle

    def open_end(self, path: Path) -> int:
        """Open a file to add at its end, made for its owner alone where there is none."""
        handle = os.open(path, _FILE_END | getattr(os, "O_NOFOLLOW", 0), _FILE_MODE)
        note(path)
        return handle

    def size(self, handle: int) -> int:
        """Say how many bytes an open file has."""
        return os.fstat(handle).st_size

    def cut(self, handle: int, size: int) -> None:
        """Take away what an open file has beyond a size."""
        os.ftruncate(handle, size)

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of the data and say how much."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Wait until the file's bytes are on the disk."""
        os.fsync(handle)

    def swept(self, folder: Path) -> bool:  # noqa: ARG002 - a group of savings remembers it
        """Say whether a folder has just been swept and need not be again."""
        return False

    def settle(self) -> None:
        """Wait for what has not been waited for: nothing, since each file and folder was."""

    def close(self, handle: int) -> None:
        """Let the handle go."""
        os.close(handle)

    def sync_folder(self, path: Path) -> None:
        """Wait until the folder's names are on the disk; Windows has no such call."""
        if self.windows:
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _CANNOT_CONFIRM:
                raise
        finally:
            os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file or folder its final name, in one step."""
        os.replace(source, target)  # noqa: PTH105 - Path builds another to give back
        note(target)

    def rename(self, source: Path, target: Path) -> None:
        """Rename; on Windows, unlike elsewhere, an existing target is an error."""
        source.rename(target)
        note(source, target)

    def link(self, source: Path, target: Path) -> None:
        """Give a file a second name, which must be new."""
        os.link(source, target, follow_symlinks=False)
        note(target)

    def exchange(self, first: Path, second: Path) -> None:
        """Swap two names in one step, where the system can."""
        exchange.exchange(first, second)
        note(first, second)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()
        note(path)

    def mkdir(self, path: Path) -> None:
        """Make a folder that its owner alone can enter."""
        path.mkdir(mode=_FOLDER_MODE)
        if not self.windows and path.stat().st_mode & 0o777 != _FOLDER_MODE:
            with suppress(PermissionError):
                path.chmod(_FOLDER_MODE)

    def rmdir(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()

    def make_private(self, path: Path) -> None:
        """Leave an existing file to its owner alone; nothing to do on Windows."""
        if not self.windows:
            path.chmod(_FILE_MODE)

    def make_writable(self, path: Path) -> None:
        """Take away a file's mark of being read-only."""
        path.chmod(_FILE_MODE)

    def read(self, path: Path) -> bytes:
        """Give a file's bytes."""
        return path.read_bytes()

    def read_end(self, path: Path, most: int) -> tuple[bytes, int]:
        """Give a file's last bytes, not more than so many, and how many it has in all."""
        if not S_ISREG(path.stat().st_mode):  # a pipe would be waited for, a device never ends
            raise OSError(errno.EINVAL, "not an ordinary file")
        with path.open("rb") as opened:
            size = opened.seek(0, os.SEEK_END)
            opened.seek(max(0, size - most))
            return opened.read(most), size

    def listing(self, path: Path) -> tuple[Path, ...]:
        """Give what lies in a folder, in order."""
        return tuple(sorted(path.iterdir(), key=lambda entry: entry.name))

    def exists(self, path: Path) -> bool:
        """Say whether anything has this name, a broken link included."""
        return os.path.lexists(path)

    def is_folder(self, path: Path) -> bool:
        """Say whether this is a real folder, not a link to one."""
        try:
            return stat.S_ISDIR(os.lstat(path).st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return False

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

    def host(self) -> str:
        """Name this machine."""
        return os.environ.get("COMPUTERNAME", "") if self.windows else os.uname().nodename

    def process(self) -> int:
        """Give this process's number."""
        return os.getpid()

    def alive(self, process: int) -> bool:
        """Say whether a process of this machine is running; a doubtful answer is yes."""
        return processes.alive_on_windows(process) if self.windows else processes.alive(process)

    def native_lock(self, path: Path) -> "BaseFileLock":
        """Give the system's own lock: flock, or LockFileEx on Windows."""
        from filelock import FileLock  # noqa: PLC0415 - 45 ms, and most commands take no lock

        return FileLock(path, mode=_FILE_MODE, fallback_to_soft=False)

    def soft_lock(self, path: Path) -> "BaseFileLock":
        """Give a lock made of a file's existence, for shares without the other kind."""
        from filelock import SoftFileLock  # noqa: PLC0415 - 45 ms, and most commands take no lock

        return SoftFileLock(path, mode=_FILE_MODE)


DISK = Disk()
