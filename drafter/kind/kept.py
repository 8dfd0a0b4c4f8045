"""What was read before, kept under the fingerprint of its files: a start reads it in a tenth of the time."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from drafter.files import recall, remember
from drafter.finding import Place
from drafter.source import file_bytes

Read = TypeVar("Read")


def fingerprint(files: Iterable[Path]) -> bytes:
    """Return the fingerprint of some files, names and bytes; empty where one of them cannot be read."""
    whole = hashlib.sha256()
    for path in files:
        data, wrong = file_bytes(path, Place(path.name, 1))
        if wrong is not None:
            return b""
        whole.update(os.fsencode(path) + b"\0" + hashlib.sha256(data).digest())
    return whole.digest()


def kept(name: str, mark: bytes, type_: type[Read]) -> Read | None:
    """Return what was kept under a name, if it was kept last under this fingerprint."""
    data = recall(name) if mark else None
    if data is None or data[:len(mark)] != mark:
        return None
    value = pickle.loads(data[len(mark):])  # noqa: S301  only this user can write there, and the hash is right
    return value if isinstance(value, type_) else None


def keep(name: str, mark: bytes, value: object) -> None:
    """Keep a value under its fingerprint."""
    if mark:
        remember(name, mark + pickle.dumps(value))
