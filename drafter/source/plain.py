"""Text files that are not YAML (outlines, reports as text): same limits, same decoding, same forbidden characters."""

from __future__ import annotations

from pathlib import Path

from drafter.finding import Finding, Place
from drafter.source.characters import characters
from drafter.source.decode import decode
from drafter.source.reader import LIMIT, file_bytes
from drafter.source.rules import error


def read_text(path: Path, name: str) -> tuple[str | None, list[Finding]]:
    """Read a text file whole; ``name`` is how messages call it."""
    raw, wrong = file_bytes(path, Place(name, 1))
    if wrong is not None:
        return None, [wrong]
    if len(raw) > LIMIT:
        return None, [error("Y002", "文件超过 2 MB，没有读", Place(name, 1), "看看是不是选错了文件")]
    text, findings = decode(raw, name)
    if text is None:
        return None, findings
    clean, bad = characters(text, name)
    return (None if any(finding.is_error for finding in bad) else clean), [*findings, *bad]
