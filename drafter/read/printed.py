"""What another program printed into a PDF: its letters and how many pages there are."""

from __future__ import annotations

from typing import NamedTuple

from drafter.read.apart import read_apart
from drafter.read.result import Refused


class Printed(NamedTuple):
    """The letters of a PDF in the order of the print, and the count of its pages."""

    text: str
    pages: int


def printed(data: bytes) -> Printed | None:
    """Read a PDF back; None where it is none, or does not let itself be read."""
    try:
        words = read_apart(data, "printed")
        return Printed(words.text, int(words.notes[0]))
    except (Refused, IndexError, ValueError):
        return None
