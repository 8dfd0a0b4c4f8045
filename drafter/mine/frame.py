"""A phrase as the miner proposes it: its text with slots, where it was seen, and how much speaks for it."""

from __future__ import annotations

import hashlib
import math
from typing import NamedTuple

from drafter.phrases.entry import BLOCK, CLAUSE, CLOSER, FIGURE, HEADING, OPENER, WAY, Seen

WEIGHTS = {FIGURE: 1.4, WAY: 1.2, CLAUSE: 1.0, OPENER: 0.9, CLOSER: 1.1, HEADING: 0.9, BLOCK: 0.7}
DIGITS = 9
"""Digits of an id: a clerk can type them on any keyboard."""
LONG = 24
"""Characters beyond which length counts no more."""


class Frame(NamedTuple):
    """A proposed phrase."""

    kind: str
    text: str
    about: str = ""
    """The indicator of a figure phrase, the construction of a way."""
    role: str = ""
    topic: str = ""
    lack: bool = False
    plan: bool = False
    variants: tuple[str, ...] = ()
    """Other wordings that may stand in its place."""
    like: tuple[str, ...] = ()
    """Wordings that are near, and say something else in part."""
    sources: tuple[Seen, ...] = ()
    towns: int = 1
    years: int = 1
    usable: bool = True
    """True where drafting may use it as it is; else it is for people to look at."""

    @property
    def id(self) -> str:
        """Return the id, which hangs on the text alone: mining again gives the same."""
        digest = hashlib.sha256(f"{self.about}|{self.text}".encode()).digest()
        return f"{self.kind}-{int.from_bytes(digest[:8]) % 10 ** DIGITS:0{DIGITS}}"

    @property
    def score(self) -> float:
        """Return how much speaks for it: towns, length and slots, by kind."""
        slots = self.text.count("{")
        length = len(self.text) - 3 * slots
        return round(math.log2(1 + self.towns) * math.log2(2 + min(max(length, 0), LONG)) * (1 + min(slots, 2) / 4) * WEIGHTS[self.kind], 2)
