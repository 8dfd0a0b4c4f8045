"""A draft of ours as it was written: what it says of itself, as long as nobody changed a word of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.files import real
from drafter.read.limits import read_bytes
from drafter.read.own_part import OwnPart, own_part
from drafter.read.package import Package
from drafter.read.result import Refused
from drafter.read.word_text import read_document
from drafter.report import fingerprint


class OwnDraft(NamedTuple):
    """What a draft says of itself, and whether its paragraphs still say that."""

    own: OwnPart
    unchanged: bool


def read_own(path: Path) -> OwnDraft | None:
    """Return the draft that a file is; None where it is none of ours, or cannot be read."""
    try:
        package = Package(read_bytes(real(path)))
        own = None if package.other() else own_part(package)
        if own is None:
            return None
        lines = [text for piece in read_document(package).pieces if (text := piece.text.replace("\v", "").strip())]
    except Refused:
        return None
    words = [block.words for block in own.blocks if block.number or block.text.strip()]
    return OwnDraft(own, [fingerprint(line) for line in lines] == words)
