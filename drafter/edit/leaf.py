"""The lines of a profile being turned into next year's: values blanked, lines made suggestions, everything else as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drafter.edit.lines import behind_key, indent, reach, replaced, silent, value_on, wide
from drafter.finding import Address
from drafter.source import Source, typed, typed_item
from drafter.source.lines import BLANKS

REMARKS_FROM = 26
"""The column in which last year's value stands, where there is room."""
NOT_FILLED = "没有填"
BEFORE = re.compile(r"#\s*(?:去年|(?:19|20)\d\d年)(?:没有填| .*?)(?=\s+#|$)")
"""Last year's value as an earlier turn put it there."""
MARK = "#"
DETAIL = "# 其中："
"""How a part of a promise stands below it."""


class Leaf:
    """One file on its way into the next year; lines count from 0.

    ``ours`` is what the turn before put into the file, as far as it is known: only that goes without a word.
    """

    def __init__(self, source: Source, label: str, ours: frozenset[str]) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self.blanked = 0
        self.suggested = 0
        self.put: list[str] = []
        """The lines that are only suggested, and last year's values beside the blanks."""
        self._label, self._ours = label, ours
        self._gone = {number for number, line in enumerate(self.lines) if line in ours and silent(line)}
        self._new: dict[int, list[str]] = {}

    def text(self) -> str:
        """Return what the lines have become."""
        made: list[str] = []
        for number, line in enumerate(self.lines):
            made += self._new.get(number, [])
            made += [] if number in self._gone else [line]
        return "\n".join([*made, *self._new.get(len(self.lines), [])])

    def insert(self, number: int, lines: list[str]) -> None:
        """Put lines before a line."""
        self._new.setdefault(number, []).extend(lines)

    def drop(self, numbers: Iterable[int]) -> None:
        """Take lines out."""
        self._gone.update(numbers)

    def drop_block(self, at: Address) -> None:
        """Take a key out with all that hangs under it; what people remarked in between stays."""
        first, end = self.key_span(at)
        self._gone.update(number for number in range(first, end)
                          if not silent(self.lines[number]) or self.lines[number].lstrip(BLANKS).startswith(DETAIL))

    def key_span(self, at: Address) -> tuple[int, int]:
        """Return the first line of a key and the line behind all that hangs under it."""
        place = self.source.keys[at]
        return place.line - 1, reach(self.lines, place.line - 1, place.column - 1)

    def item_span(self, at: Address) -> tuple[int, int]:
        """Return the first line of a list item and the line behind its last."""
        place = self.source.places[at]
        first = place.line - 1
        if not self.lines[first][:place.column - 1].strip(BLANKS):
            first = next(number for number in range(first - 1, -1, -1) if not silent(self.lines[number]))
        column, end = indent(self.lines[first]), first + 1
        for number in range(first + 1, len(self.lines)):
            if silent(self.lines[number]):
                continue
            if indent(self.lines[number]) <= column:
                break
            end = number + 1
        return first, end

    def blank(self, at: Address, value: str) -> bool:
        """Empty the value behind a key, last year's beside it as it would be typed; False where the line is written too oddly for it."""
        first, end = self.key_span(at)
        line = self.lines[first]
        behind = behind_key(line, self.source.keys[at].column - 1, str(at[-1]))
        if behind is None:
            return False
        start = behind
        while start < len(line) and line[start] in BLANKS:
            start += 1
        rest = line[behind:] if line[start:start + 1] == "#" else line[value_on(line, start).end:]
        before = line[:behind].rstrip(BLANKS)[:-1].rstrip(BLANKS) + ":"
        note = self._without_ours(rest.strip(BLANKS))
        words = " ".join(value.split())
        last = f"# {self._label} {typed(words)}" if words else f"# {self._label}{NOT_FILLED}"
        self.lines[first] = f"{before}{' ' * max(2, REMARKS_FROM - wide(before))}{last}{'  ' + note if note else ''}"
        self._gone.update(range(first + 1, end))
        self.put.append(last)
        self.blanked += 1
        return True

    def _without_ours(self, note: str) -> str:
        """Return a remark without the value of the year before last."""
        value = BEFORE.search(note)
        if value is None or (self._ours and value[0] not in self._ours):
            return note
        return (note[:value.start()] + note[value.end():]).strip(BLANKS)

    def suggest(self, first: int, end: int) -> None:
        """Make lines remarks that are lines again when the mark is taken off."""
        for number in range(first, end):
            line = self.lines[number]
            if number not in self._gone and not silent(line):
                depth = indent(line)
                self.lines[number] = f"{line[:depth]}{MARK}{line[depth:]}"
                self.put.append(self.lines[number])
                self.suggested += 1

    def replace(self, at: Address, value: str, remark: str = "") -> None:
        """Put another value in the place of one that stands on one line."""
        place, key = self.source.places[at], self.source.keys.get(at)
        line = self.lines[place.line - 1]
        words = typed(value) if key else typed_item(value)
        self.lines[place.line - 1] = replaced(line, value_on(line, place.column - 1), words, remark)

    def remark(self, number: int, said: str) -> None:
        """Add a remark to a line, unless it is there."""
        if said not in self.lines[number]:
            self.lines[number] = f"{self.lines[number].rstrip(BLANKS)}  # {said}"
