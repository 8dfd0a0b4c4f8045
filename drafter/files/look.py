"""What lies under a name: a name that the system does not take, or will not tell of, is one under which nothing lies."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def is_file(path: Path) -> bool:
    """Tell whether a regular file lies there."""
    return stat.S_ISREG(_mode(path))


def holds(path: Path, data: bytes) -> bool:
    """Tell whether a regular file lies there that holds exactly this."""
    try:
        return is_file(path) and path.read_bytes() == data
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a folder lies there."""
    return stat.S_ISDIR(_mode(path))


def is_taken(path: Path) -> bool:
    """Tell whether anything lies there."""
    return _mode(path) != 0


def real(path: Path) -> Path:
    """Return one spelling for all the ways to write a path."""
    try:
        return Path(os.path.normcase(os.path.realpath(path)))
    except (OSError, ValueError):
        return path


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
