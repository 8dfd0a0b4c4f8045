"""Take a Word file apart and put it together again."""

from __future__ import annotations

import io
import zipfile


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(pieces: dict[str, bytes]) -> bytes:
    """Return a package of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, piece in pieces.items():
            package.writestr(name, piece)
    return held.getvalue()


def replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return the package with some words of one part replaced."""
    pieces = parts(data)
    assert old.encode() in pieces[part]
    return packed(pieces | {part: pieces[part].replace(old.encode(), new.encode())})
