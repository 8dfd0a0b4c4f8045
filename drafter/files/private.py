"""A folder of this user's alone, for what may be made anew at any time (compiled templates)."""

from __future__ import annotations

import os
import stat
from pathlib import Path


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
