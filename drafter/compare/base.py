"""The draft as it was generated: its lines, and where in them the figures of the profile stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.finding import Address
from drafter.report import TO_FILL
from drafter.words import pieces

MARK = TO_FILL.strip("【")
"""What is left of the mark to fill something in where somebody took off its bracket."""


class BaseFigure(NamedTuple):
    """A number of the profile as it was printed, between two columns of its line."""

    text: str
    start: int
    end: int
    at: Address
    whole: bool
    """True where it is a value of its own in the profile, False for a number inside a sentence."""
    nth: int = 0
    """Which of the equal numbers of its sentence it is, and how many of them there are."""
    among: int = 1

    @property
    def blank(self) -> bool:
        """Tell whether it is a mark that something is still to be filled in."""
        return self.whole and MARK in self.text


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
    if whole or text.startswith(TO_FILL):
        return [BaseFigure(text, start, start + len(text), at, whole=True)]
    return [BaseFigure(piece.text, start + piece.start, start + piece.start + len(piece.text), at, False)
            for piece in pieces(text) if piece.number]


def counted(figures: Sequence[BaseFigure]) -> tuple[BaseFigure, ...]:
    """Tell the equal numbers of one sentence of the profile apart by their order; it may be printed in several stretches."""
    made = []
    for number, figure in enumerate(figures):
        same = [index for index, other in enumerate(figures) if (other.at, other.text, other.whole) == (figure.at, figure.text, figure.whole)]
        made.append(figure._replace(nth=same.index(number), among=len(same)))
    return tuple(made)
