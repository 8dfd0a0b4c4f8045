"""The draft as it was generated: its lines, and where in them the figures of the profile stand."""

from __future__ import annotations

from typing import NamedTuple

from drafter.finding import Address
from drafter.words import pieces


class BaseFigure(NamedTuple):
    """A number of the profile as it was printed, between two columns of its line."""

    text: str
    start: int
    end: int
    at: Address
    whole: bool
    """True where it is a value of its own in the profile, False for a number inside a sentence."""


class BaseLine(NamedTuple):
    """A line as it was generated, without its number."""

    id: str
    text: str
    level: int = 0
    """1 to 4 for a heading."""
    number: str = ""
    bookmarks: frozenset[str] = frozenset()
    figures: tuple[BaseFigure, ...] = ()
    title: bool = False
    closing: bool = False
    """True for a signature or the date."""

    @property
    def shown(self) -> str:
        """Return the line as it was printed."""
        return self.number + self.text


def figures_in(text: str, start: int, at: Address, whole: bool) -> list[BaseFigure]:
    """Return the figures of a stretch of the profile that was printed at a column."""
    if whole:
        return [BaseFigure(text, start, start + len(text), at, True)]
    return [BaseFigure(piece.text, start + piece.start, start + piece.start + len(piece.text), at, False)
            for piece in pieces(text) if piece.number]
