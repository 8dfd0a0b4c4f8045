"""A draft that people worked on, as data: its lines as they stand, who changed what, and what was remarked."""

from __future__ import annotations

from typing import NamedTuple


class Hand(NamedTuple):
    """Who did something and when, as the office program wrote it down; either may be empty."""

    author: str
    date: str = ""
    """2025-02-18 09:30."""


class Stroke(NamedTuple):
    """A tracked change in a line: words that were put in between ``start`` and ``end``, or ``gone`` taken out at ``start``."""

    start: int
    end: int
    gone: str
    hand: Hand


class EditedLine(NamedTuple):
    """One paragraph as it stands."""

    text: str
    """Without blanks at its ends and without line breaks; the number of a heading is part of it."""
    style: str = ""
    bookmarks: frozenset[str] = frozenset()
    strokes: tuple[Stroke, ...] = ()


class Remark(NamedTuple):
    """A comment in the margin."""

    hand: Hand
    text: str
    line: int
    """Which line it is about."""
    quoted: str = ""
    """The words it hangs on."""


class Edited(NamedTuple):
    """A file that people worked on."""

    name: str
    lines: tuple[EditedLine, ...]
    remarks: tuple[Remark, ...] = ()
    saved_by: str = ""
    """Who saved it last; empty where the file does not say."""
    tracked: int = 0
    """How many tracked changes are still open in it."""
    notes: tuple[str, ...] = ()
