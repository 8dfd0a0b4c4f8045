"""Files that only the program writes (the phrase library): replaced whole, at any moment the old one or the new."""

from __future__ import annotations

from pathlib import Path

from drafter.files import troubles
from drafter.files.lock import locked
from drafter.files.temporary import discard, sweep, sync_folder, write_temporary
from drafter.finding import Finding


def write_own(files: dict[Path, bytes]) -> list[Finding]:
    """Replace files of one folder, the last of them last; the answer is empty where all was done."""
    waiting: dict[Path, Path] = {}
    target = next(iter(files))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        for target, data in files.items():
            waiting[target] = write_temporary(target.parent, data, lambda _: None)
        with locked(target.parent):
            for target, temporary in waiting.items():
                temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        return [troubles.failed(target, error)]
    finally:
        for temporary in waiting.values():
            discard(temporary)
    return []
