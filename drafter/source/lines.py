"""One typed line and its edits."""

from __future__ import annotations

import re

from drafter.source.model import Edit

BLANKS = " \t\u3000\xa0"
"""What looks like a blank: space, Tab, full-width blank, no-break space."""

ODD = re.compile("[\t\u3000\xa0]")
"""A blank that YAML does not take for one."""

QUOTED = re.compile(r"\"(?:[^\"\\]++|\\.)*+\"|'(?:[^']++|'')*+'")
"""A quoted scalar that closes on its line."""

CLOSE = {'"': re.compile(r'(?:[^"\\]++|\\.|\\$)*+"'), "'": re.compile(r"(?:[^']++|'')*+'")}
"""The rest of a quoted scalar that began on a line above."""

COMMENT = re.compile("[ \t\u3000\xa0]#")
"""Where a comment begins behind other words."""


class Line:
    """A line while it is being repaired; ``indent`` is its width in blanks after repair."""

    __slots__ = ("body", "edits", "indent", "notes", "number", "text")

    def __init__(self, number: int, text: str) -> None:
        self.number = number
        self.text = text
        self.body = len(text) - len(text.lstrip(BLANKS))
        self.indent = self.body
        self.edits: list[Edit] = []
        self.notes: list[tuple[str, int]] = []

    def edit(self, start: int, end: int, new: str, rule: str = "") -> None:
        """Put ``new`` in the place of some typed characters, and note it under a rule."""
        self.edits.append((start, end, new))
        if rule:
            self.note(rule, start)

    def note(self, rule: str, column: int) -> None:
        """Note a repair once a line and rule."""
        if all(rule != known for known, _ in self.notes):
            self.notes.append((rule, column))

    def drop(self) -> None:
        """Give the parser an empty line."""
        self.edits = [(0, len(self.text), "")]
        self.notes = []

    def column(self, position: int) -> int:
        """Return where a typed position stands after the edits before it."""
        return position + sum(len(new) - (end - start) for start, end, new in self.edits if end <= position)

    def repaired(self) -> str:
        """Return the line as the parser gets it."""
        if not self.edits:
            return self.text
        self.edits.sort()
        parts: list[str] = []
        at = 0
        for start, end, new in self.edits:
            parts += self.text[at:start], new
            at = end
        return "".join(parts) + self.text[at:]

    def after(self, position: int) -> int:
        """Return the next position that holds no blank of any kind."""
        text = self.text
        while position < len(text) and text[position] in BLANKS:
            position += 1
        return position

    def ends(self, position: int) -> bool:
        """Tell whether nothing but a comment follows."""
        after = self.after(position)
        return after == len(self.text) or (self.text[after] == "#" and after > position)

    def stop(self, position: int) -> int:
        """Return where the words that begin at a position end, before a comment."""
        comment = COMMENT.search(self.text, position)
        end = comment.start() if comment else len(self.text)
        return len(self.text[:end].rstrip(BLANKS))
