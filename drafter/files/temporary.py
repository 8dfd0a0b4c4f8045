"""Temporary files: whole, read back and safe on the disk before they may take a name."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

PREFIX = ".~drafter-"
STALE = 600.0
"""Seconds after which a temporary file can only be left over from a run that was killed."""
MACHINE = f"{zlib.crc32(os.uname().nodename.encode(errors='replace')):08x}" if sys.platform != "win32" else "windows"
OWNED = re.compile(re.escape(f"{PREFIX}{MACHINE}-") + r"(\d{1,9})-")
"""What a file of this machine is called: the number is that of its process."""

_made: set[Path] = set()
"""Temporary files that this process has made; those that took a name are no longer there."""


def write_temporary(folder: Path, data: bytes, check: Callable[[bytes], None]) -> Path:
    """Write data to a new file in the folder, read it back and have it checked; on any trouble nothing is left."""
    path = folder / f"{PREFIX}{MACHINE}-{os.getpid()}-{os.urandom(4).hex()}"
    _made.add(path)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            _write(handle, data)
            again = path.read_bytes()
            if again != data:
                raise OSError(errno.EIO, "read back differently", str(path))
            check(again)
            os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        discard(path)
        raise
    return path


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest):]


def discard(path: Path) -> None:
    """Remove a temporary file if it is still there."""
    for _ in range(3):  # a virus scanner may hold it for a moment
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue
        return


def leave_nothing() -> None:
    """Remove every temporary file of this process; Ctrl-C may come just when one is handed on and nobody holds it."""
    for path in tuple(_made):
        discard(path)


def sweep(folder: Path) -> None:
    """Remove what killed runs left in the folder."""
    oldest = time.time() - STALE
    with contextlib.suppress(OSError):
        for left in folder.glob(PREFIX + "*"):
            if left.lstat().st_mtime < oldest or _orphan(left.name):
                left.unlink()


def _orphan(name: str) -> bool:
    """Tell whether the process that made a file has ended; of other machines' processes nothing is known."""
    owner = OWNED.match(name)
    if owner is None or sys.platform == "win32":  # there os.kill would end the process
        return False
    try:
        os.kill(int(owner[1]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def sync_folder(folder: Path) -> None:
    """Make a new name in the folder safe against a power cut, where the system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # the file is whole and in its place already
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
