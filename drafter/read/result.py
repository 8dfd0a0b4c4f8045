"""What reading the bytes of a file gives: its words, or the reason why there are none."""

from __future__ import annotations

from typing import NamedTuple

from drafter.finding import Finding, Place, Severity


class Words(NamedTuple):
    """The words of a file, as ``drafter.past.Original`` holds them."""

    text: str
    date: str = ""
    notes: tuple[str, ...] = ()


class Refused(Exception):
    """A file that is not read; carries what the clerk is told, and never leaves this package."""

    def __init__(self, rule: str, message: str, hint: str, line: int = 1) -> None:
        super().__init__(rule, message, hint, line)
        self.rule, self.message, self.hint, self.line = rule, message, hint, line

    def finding(self, shown: str) -> Finding:
        """Return the finding about the file that messages call ``shown``."""
        return Finding(self.rule, Severity.ERROR, self.message, Place(shown, self.line), self.hint)
