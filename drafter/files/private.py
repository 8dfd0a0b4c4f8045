"""A folder of this user's alone, for what may be made anew at any time (compiled templates, the kind as read)."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

LARGEST = 8 * 1024 * 1024
"""Bytes that a kept file may have."""


def private_folder() -> Path | None:
    """Return the folder, made where it is missing; None where there is none that only this user can write to.

    Compiled templates are code: a folder that others can write to, or a link, is never used.
    """
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    try:
        folder = Path(base or Path.home() / ".cache") / "drafter"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        told = folder.lstat()
    except (OSError, RuntimeError):
        return None
    if os.name != "nt" and (not stat.S_ISDIR(told.st_mode) or told.st_uid != os.geteuid() or told.st_mode & 0o077):
        return None
    return folder


def recall(name: str) -> bytes | None:
    """Return what was kept under a name; None where nothing was, or where it is no longer what was kept."""
    folder = private_folder()
    if folder is None:
        return None
    try:
        handle = os.open(folder / name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return None
            kept = file.read(LARGEST)
    except OSError:
        return None
    mark, data = kept[:32], kept[32:]
    return data if hashlib.sha256(data).digest() == mark else None


def remember(name: str, data: bytes) -> None:
    """Keep data under a name; a full disk or a lost folder is no trouble, the next start makes it anew."""
    folder = private_folder()
    if folder is None:
        return
    with suppress(OSError):
        beside = folder / f"{name}.{os.getpid()}"
        try:
            beside.write_bytes(hashlib.sha256(data).digest() + data)
            beside.replace(folder / name)
        finally:
            beside.unlink(missing_ok=True)
