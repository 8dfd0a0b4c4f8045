"""A wording as data: a frame with slots that only facts can fill."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

SLOT = re.compile(r"\{([^{}]+)\}")
OPTIONAL = re.compile(r"〔([^〔〕]*)〕")


class Part(NamedTuple):
    """A stretch of a frame: words and slots in turn; an optional one goes where a slot of it is empty."""

    pieces: tuple[str, ...]
    """Words at even places, names of slots at odd ones."""
    optional: bool

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the names of the slots in this part."""
        return self.pieces[1::2]


class Phrase(NamedTuple):
    """A wording for a purpose: a frame with slots that only facts can fill."""

    id: str
    purpose: str
    parts: tuple[Part, ...]
    prescribed: bool
    """True for a set formula (规定语), which may stand without a fact."""
    needs: frozenset[str]
    """The slots without which the frame cannot be used."""


def draw(seed: str, among: int) -> int:
    """Return a number below ``among`` that depends on the seed alone, the same on every machine."""
    return zlib.crc32(seed.encode("utf-8")) % among


def phrase(name: str, purpose: str, line: str, prescribed: bool = False) -> Phrase:
    """Return the wording that a line of the library gives."""
    parts = frame(line)
    needs = frozenset(slot for part in parts if not part.optional for slot in part.slots)
    return Phrase(name, purpose, parts, prescribed, needs)


def frame(text: str) -> tuple[Part, ...]:
    """Take a frame apart: 〔…〕 is optional, {…} a slot."""
    parts = []
    for index, stretch in enumerate(OPTIONAL.split(text)):
        if stretch:
            parts.append(Part(tuple(SLOT.split(stretch)), optional=bool(index % 2)))
    return tuple(parts)
