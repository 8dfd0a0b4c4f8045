"""A kind that was read before, kept in the private folder under the fingerprint of its files: a start reads it in a tenth of the time."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from drafter.files import private_folder
from drafter.kind.model import Kind

READERS = ("load.py", "model.py", "kept.py")
"""The modules whose change makes what they read before worthless."""


def fingerprint(folder: Path, names: Iterable[str]) -> str:
    """Return the fingerprint of some files of a folder; empty where one of them cannot be read."""
    whole = hashlib.sha256(os.fsencode(folder))
    try:
        for path in (*(Path(__file__).parent / name for name in READERS), *(folder / name for name in names)):
            whole.update(path.read_bytes())
    except OSError:
        return ""
    return whole.hexdigest()


def recall(mark: str) -> Kind | None:
    """Return the kind kept under a fingerprint, if there is one."""
    private = private_folder()
    if private is None or not mark:
        return None
    try:
        kept = pickle.loads((private / f"kind-{mark}").read_bytes())  # noqa: S301  only this user can write there
    except Exception:  # noqa: BLE001  a damaged file may raise anything; the kind is then read anew
        return None
    return kept if isinstance(kept, Kind) else None


def remember(mark: str, kind: Kind) -> None:
    """Keep a kind under its fingerprint; the ones kept before go."""
    private = private_folder()
    if private is None or not mark:
        return
    with suppress(OSError):
        for old in private.glob("kind-*"):
            old.unlink()
        beside = private / f"new-{os.getpid()}"
        beside.write_bytes(pickle.dumps(kind))
        beside.replace(private / f"kind-{mark}")
