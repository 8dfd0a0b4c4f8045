"""A draft that people edited, read back for the checks: its paragraphs as they stand now."""

from __future__ import annotations

from pathlib import Path

from drafter.files import real
from drafter.finding import Finding
from drafter.read.limits import read_bytes
from drafter.read.result import Refused


def read_docx(path: Path) -> tuple[str | None, list[Finding]]:
    """Return the paragraphs of a Word file, one a line."""
    # A PDF or a text is read without lxml.
    from drafter.read.package import Package, damaged  # noqa: PLC0415
    from drafter.read.word_text import read_document  # noqa: PLC0415

    try:
        package = Package(read_bytes(real(path)))
        if package.other():
            raise damaged()
        pieces = read_document(package).pieces
    except Refused as refused:
        return None, [refused.finding(str(path))]
    # A line break between hanzi stands for nothing.
    return "\n".join(piece.text.replace("\v", "").strip() for piece in pieces), []
