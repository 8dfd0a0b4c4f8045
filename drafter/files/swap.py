"""Files that a person keeps and the program changes on request: replaced whole, and only while they are what was read."""

from __future__ import annotations

from pathlib import Path

from drafter.files import troubles
from drafter.files.lock import locked
from drafter.files.names import owner_file
from drafter.files.temporary import discard, sweep, sync_folder, write_temporary
from drafter.finding import Finding


def swap(path: Path, before: bytes, after: bytes) -> list[Finding]:
    """Replace what a file held by something else; the answer is empty where that was done.

    Where the file holds something else by now, or is open elsewhere, it stays as it is. A link is followed: the file
    that it names is replaced, not the link.
    """
    temporary: Path | None = None
    try:
        target = path.resolve(strict=True)
        if owner := owner_file(target):
            return [troubles.open_elsewhere(path, owner)]
        sweep(target.parent)
        temporary = write_temporary(target.parent, after, lambda _: None)
        temporary.chmod(target.stat().st_mode & 0o777)
        with locked(target.parent):
            if target.read_bytes() != before:
                return [troubles.changed_meanwhile(path)]
            temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        return [troubles.failed(path, error)]
    finally:
        if temporary is not None:
            discard(temporary)
    return []
