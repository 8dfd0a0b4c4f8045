"""Put a file in its place: whole, under a name that is free or ours, else beside it under the next draft's number."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from drafter.files import troubles
from drafter.files.lock import locked
from drafter.files.names import draft_name, owner_file
from drafter.files.record import read_record, remember
from drafter.files.temporary import discard, sweep, sync_folder, write_temporary
from drafter.finding import Finding

LAST_DRAFT = 99
NO_LINKS = {getattr(errno, name, -1) for name in ("EPERM", "EACCES", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK")}


class _KeptError(Exception):
    """What lies there has to stay."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class _EditedError(_KeptError):
    """It is not as we left it."""


class _LockedError(_KeptError):
    """Another program has it open."""


class _Job(NamedTuple):
    """One file on its way to its place."""

    temporary: Path
    data: bytes
    wait: float


class Beside(NamedTuple):
    """A second file that goes with another, named after it."""

    tail: str
    """What is hung on the other's name in the place of its ending."""
    data: bytes

    def path(self, first: Path) -> Path:
        """Return its name beside the first file."""
        return first.with_name(f"{first.stem}{self.tail}")


class Written(NamedTuple):
    """Where the files lie, None where one could not be written, and what was said."""

    path: Path | None
    beside: Path | None
    findings: list[Finding]


def write_new_or_own(
    target: Path, data: bytes, check: Callable[[bytes], None], wait: float = 2.5
) -> tuple[Path | None, list[Finding]]:
    """Write data to the target, or beside it where the target is not ours to replace.

    ``check`` is given the bytes as they came back from the disk and raises ValueError if they will not do. A locked
    target is tried again for ``wait`` seconds. The answer is where the file lies, None where it could not be written.
    """
    written = write_pair(target, data, check, None, wait)
    return written.path, written.findings


def write_pair(
    target: Path, data: bytes, check: Callable[[bytes], None], beside: Beside | None, wait: float = 2.5
) -> Written:
    """Write two files under names that belong together; the first is kept where only the second cannot be written."""
    jobs: list[_Job] = []
    try:
        if trouble := _unfit(target):
            return Written(None, None, [trouble])
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        jobs.append(_Job(write_temporary(target.parent, data, check), data, wait))
        lost = _prepare(target, beside, jobs) if beside else []
        with locked(target.parent):
            written = _place(target, jobs, beside)
        return written._replace(findings=list(dict.fromkeys([*written.findings, *lost])))
    except OSError as error:
        return Written(None, None, [troubles.failed(target, error)])
    except ValueError as error:
        return Written(None, None, [troubles.refused(target, error)])
    finally:
        for job in jobs:
            discard(job.temporary)


def _prepare(target: Path, beside: Beside, jobs: list[_Job]) -> list[Finding]:
    """Add the second file to the jobs, or say why there is none."""
    try:
        jobs.append(_Job(write_temporary(target.parent, beside.data, lambda _: None), beside.data, 0))
    except OSError as error:
        return [troubles.failed(beside.path(target), error)]
    return []


def write_new(target: Path, data: bytes) -> list[Finding]:
    """Write data to a name that must still be free; the answer is empty where that was done."""
    temporary: Path | None = None
    try:
        if trouble := _unfit(target):
            return [trouble]
        if os.path.lexists(target):
            return [troubles.exists(target)]
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
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


def _place(target: Path, jobs: list[_Job], beside: Beside | None) -> Written:
    """Put the files under the first draft's names that are free or ours, both of them."""
    first, *rest = jobs
    second = rest[0] if rest else None
    said: Callable[[Path], Finding] | None = None
    for turn in range(1, LAST_DRAFT + 1):
        path = draft_name(target, turn)
        try:
            if beside and second:
                _look(beside.path(path), second)
            findings = _take(path, first)
        except _EditedError as kept:
            said = said or partial(troubles.kept_edited, kept.path)
        except _LockedError as kept:
            said = said or partial(troubles.kept_locked, kept.path, owner_file(kept.path))
        else:
            findings += [said(path)] if said else []
            placed, more = _take_second(beside.path(path), second) if beside and second else (None, [])
            return Written(path, placed, [*findings, *more])
    return Written(None, None, [troubles.all_taken(target)])


def _look(path: Path, job: _Job) -> None:
    """Make sure that a file may take this name, before the one that it goes with is placed."""
    if not os.path.lexists(path):
        return
    if owner_file(path):
        raise _LockedError(path)
    record, _ = read_record(path.parent)
    try:
        ours = _ours(path, frozenset(record.get(path.name, ())), job.data)
    except OSError:
        ours = False
    if not ours:
        raise _EditedError(path)


def _take_second(path: Path, job: _Job) -> tuple[Path | None, list[Finding]]:
    """Put the second file beside the first, which stays whatever happens."""
    try:
        return path, _take(path, job)
    except _KeptError:
        return None, [troubles.exists(path)]
    except OSError as error:
        return None, [troubles.failed(path, error)]


def _take(path: Path, job: _Job) -> list[Finding]:
    """Put the file there, trying again while it is locked."""
    record, findings = read_record(path.parent)
    hashes = frozenset(record.get(path.name, ()))
    if os.path.lexists(path) and not _ours(path, hashes, job.data):
        raise _EditedError(path)
    # Written down first: killed between the two, we still know the file as ours.
    findings += remember(path, record, hashlib.sha256(job.data).hexdigest())
    give_up = time.monotonic() + job.wait
    while not _moved(path, hashes, job):
        if time.monotonic() >= give_up:
            raise _LockedError(path)
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
        raise _EditedError(path)
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
            raise _EditedError(path) from error
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
            raise _LockedError(path) from error
        return False
    return found == data or hashlib.sha256(found).hexdigest() in hashes
