"""A kind that was read before, kept under the fingerprint of its files: a start reads it in a tenth of the time."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable
from pathlib import Path

from drafter.files import recall, remember
from drafter.finding import Place
from drafter.kind.model import Kind
from drafter.source import file_bytes

READERS = ("load.py", "model.py", "kept.py")
"""The modules whose change makes what they read before worthless."""
NAME = "kind"


def fingerprint(folder: Path, names: Iterable[str]) -> bytes:
    """Return the fingerprint of some files of a folder; empty where one of them cannot be read."""
    whole = hashlib.sha256(os.fsencode(folder))
    for path in (*(Path(__file__).parent / name for name in READERS), *(folder / name for name in names)):
        data, wrong = file_bytes(path, Place(path.name, 1))
        if wrong is not None:
            return b""
        whole.update(data)
    return whole.digest()


def kept_kind(mark: bytes) -> Kind | None:
    """Return the kind that was kept under a fingerprint, if it is the one kept last."""
    data = recall(NAME) if mark else None
    if data is None or data[:len(mark)] != mark:
        return None
    kind = pickle.loads(data[len(mark):])  # noqa: S301  only this user can write there, and the hash is right
    return kind if isinstance(kind, Kind) else None


def keep_kind(mark: bytes, kind: Kind) -> None:
    """Keep a kind under its fingerprint."""
    if mark:
        remember(NAME, mark + pickle.dumps(kind))
