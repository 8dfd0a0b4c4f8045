"""The record beside our files: what we wrote under which name, so that a change by hand is seen."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

from drafter.files import troubles
from drafter.files.temporary import discard, write_temporary
from drafter.finding import Finding

NAME = ".记录.json"
LARGEST = 1_000_000
KEPT = 20
"""Hashes remembered of one file: the newest is written down before the file itself takes its place."""

Record = dict[str, list[str]]


def read_record(folder: Path) -> tuple[Record, list[Finding]]:
    """Return the hashes of each file name; a damaged record knows nothing, and that is said."""
    path = folder / NAME
    try:
        if not os.path.lexists(path):
            return {}, []
        state = path.lstat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST:
            return {}, [troubles.damaged_record(path)]
        return _understood(path.read_bytes()), []
    except (OSError, ValueError, RecursionError):
        return {}, [troubles.damaged_record(path)]


def _understood(data: bytes) -> Record:
    top = json.loads(data.decode())
    files = top.get("文件") if isinstance(top, dict) else None
    if not isinstance(files, dict) or not all(_hashes(value) for value in files.values()):
        raise ValueError("not a record")
    return files


def _hashes(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def remember(path: Path, record: Record, digest: str) -> list[Finding]:
    """Add a hash under the file's name; if that fails the file is merely not recognised the next time."""
    hashes = [known for known in record.get(path.name, []) if known != digest][-KEPT + 1:]
    said = "drafter 写出的文件和它们的 SHA-256；请勿修改。文件与此不符，说明有人改过，不会被覆盖。"
    files = {**record, path.name: [*hashes, digest]}
    data = json.dumps({"说明": said, "文件": files}, ensure_ascii=False, indent=1, sort_keys=True).encode()
    place = path.with_name(NAME)
    try:
        temporary = write_temporary(path.parent, data, lambda _: None)
        try:
            temporary.replace(place)
        finally:
            discard(temporary)
    except OSError as error:
        return [troubles.unwritten_record(place, error)]
    return []
