"""Put a file in its place: whole, under a name that is free or ours, else beside it under the next draft's number."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from drafter.files import troubles
from drafter.files.names import draft_name, owner_file
from drafter.files.record import read_record, remember
from drafter.files.temporary import discard, sweep, sync_folder, write_temporary
from drafter.finding import Finding

LAST_DRAFT = 99
NO_LINKS = {getattr(errno, name, -1) for name in ("EPERM", "EACCES", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK")}


class _EditedError(Exception):
    """What lies there is not as we left it."""


class _LockedError(Exception):
    """Another program has the file open."""


class _Job(NamedTuple):
    """One file on its way to its place."""

    temporary: Path
    data: bytes
    wait: float


def write_new_or_own(
    target: Path, data: bytes, check: Callable[[bytes], None], wait: float = 2.5
) -> tuple[Path | None, list[Finding]]:
    """Write data to the target, or beside it where the target is not ours to replace.

    ``check`` is given the bytes as they came back from the disk and raises ValueError if they will not do. A locked
    target is tried again for ``wait`` seconds. The answer is where the file lies, None where it could not be written.
    """
    temporary: Path | None = None
    try:
        if trouble := _unfit(target):
            return None, [trouble]
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        temporary = write_temporary(target.parent, data, check)
        return _place(target, _Job(temporary, data, wait))
    except OSError as error:
        return None, [troubles.failed(target, error)]
    except ValueError as error:
        return None, [troubles.refused(target, error)]
    finally:
        if temporary is not None:
            discard(temporary)


def write_new(target: Path, data: bytes) -> list[Finding]:
    """Write data to a name that must still be free; the answer is empty where that was done."""
    temporary: Path | None = None
    try:
        if trouble := _unfit(target):
            return [trouble]
        if os.path.lexists(target):
            return [troubles.exists(target)]
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = write_temporary(target.parent, data, lambda _: None)
        _move_new(target, _Job(temporary, data, 0))
        sync_folder(target.parent)
    except _EditedError:
        return [troubles.exists(target)]
    except OSError as error:
        return [troubles.failed(target, error)]
    finally:
        if temporary is not None:
            discard(temporary)
    return []


def _unfit(target: Path) -> Finding | None:
    """Return why no file can stand under this name."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return troubles.no_file(target, "一个断开的链接") if target.is_symlink() else None
    except OSError as error:
        return troubles.failed(target, error)
    except ValueError:
        return troubles.bad_name(target)
    if stat.S_ISREG(mode):
        return None
    return troubles.no_file(target, "一个文件夹" if stat.S_ISDIR(mode) else "设备或管道，不是普通文件")


def _place(target: Path, job: _Job) -> tuple[Path | None, list[Finding]]:
    """Put the file under the first draft's name that is free or ours."""
    said: Callable[[Path], Finding] | None = None
    for turn in range(1, LAST_DRAFT + 1):
        path = draft_name(target, turn)
        try:
            findings = _take(path, job)
        except _EditedError:
            said = said or (lambda written: troubles.kept_edited(target, written))
        except _LockedError:
            said = said or (lambda written: troubles.kept_locked(target, written, owner_file(target)))
        else:
            return path, [*findings, *([said(path)] if said else [])]
    return None, [troubles.all_taken(target)]


def _take(path: Path, job: _Job) -> list[Finding]:
    """Put the file there, trying again while it is locked."""
    record, findings = read_record(path.parent)
    hashes = frozenset(record.get(path.name, ()))
    if os.path.lexists(path) and not _ours(path, hashes, job.data):
        raise _EditedError
    # Written down first: killed between the two, we still know the file as ours.
    findings += remember(path, record, hashlib.sha256(job.data).hexdigest())
    give_up = time.monotonic() + job.wait
    while not _moved(path, hashes, job):
        if time.monotonic() >= give_up:
            raise _LockedError
        time.sleep(0.1)
    sync_folder(path.parent)
    return findings


def _moved(path: Path, hashes: frozenset[str], job: _Job) -> bool:
    """Move the file to its name unless another program has the old one open."""
    if not os.path.lexists(path):
        _move_new(path, job)
        return True
    if owner_file(path):
        return False
    if not _ours(path, hashes, job.data):
        raise _EditedError
    try:
        job.temporary.replace(path)
    except PermissionError:
        return False
    return True


def _move_new(path: Path, job: _Job) -> None:
    """Give the file a name that must still be free, by whatever means the file system has for that."""
    try:
        if os.name == "nt":
            job.temporary.rename(path)  # refuses a name that is taken
        else:
            path.hardlink_to(job.temporary)
    except FileExistsError as error:
        if not _ours(path, frozenset(), job.data):
            raise _EditedError from error
    except OSError as error:
        if os.name == "nt" or error.errno not in NO_LINKS:
            raise
        job.temporary.replace(path)  # a disk without hard links: seen free a moment ago is the best there is


def _ours(path: Path, hashes: frozenset[str], data: bytes) -> bool:
    """Tell whether what lies there is what we wrote and nobody has touched since."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return False
    try:
        found = path.read_bytes()
    except PermissionError as error:
        if os.name == "nt" or owner_file(path):
            raise _LockedError from error
        return False
    return found == data or hashlib.sha256(found).hexdigest() in hashes
