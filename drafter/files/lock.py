"""One writer at a time in a folder; the system itself frees the lock of a run that was killed, so none can be left behind."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LONGEST = 15.0
"""Seconds after which the lock is done without: a folder that is locked for ever must not stop the work."""

if sys.platform == "win32":
    BUSY: tuple[type[OSError], ...] = (FileExistsError, PermissionError)

    def _lock(folder: Path) -> int:
        return os.open(folder / ".~drafter-lock", os.O_CREAT | os.O_EXCL | os.O_TEMPORARY)
else:
    import fcntl

    BUSY: tuple[type[OSError], ...] = (BlockingIOError,)

    def _lock(folder: Path) -> int:
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BaseException:
            os.close(handle)
            raise
        return handle


@contextmanager
def locked(folder: Path, wait: float = LONGEST) -> Iterator[None]:
    """Keep other runs from placing files in the folder; where the disk knows no locks there is none."""
    handle = _wait_for(folder, time.monotonic() + wait)
    try:
        yield
    finally:
        if handle is not None:
            with suppress(OSError):
                os.close(handle)


def _wait_for(folder: Path, give_up: float) -> int | None:
    while True:
        try:
            return _lock(folder)
        except BUSY:
            if time.monotonic() >= give_up:
                return None
            time.sleep(0.02)
        except OSError:
            return None
