"""Lists in brackets and tables in braces: full-width marks inside them, and whether they close."""

from __future__ import annotations

import re
from enum import Enum

from drafter.source.lines import BLANKS, CLOSE, ODD, QUOTED, Line

_TOKEN = re.compile(r"[\[\]{},，:：\"'#]|[ \t\u3000\xa0]+")
_ENTRY = re.compile(r"[,，\[\]{}]")
_MAP_ENTRY = re.compile(r"[,，:：\[\]{}]")
_PAIRS = {"]": "[", "}": "{"}
DEEP = 20
"""Deeper brackets are left to the parser, which names the depth."""


class End(Enum):
    """How a walk through brackets ends."""

    CLOSED = 0
    OPEN = 1
    LEAVE = 2


class Flow:
    """Walks from an opening bracket to its end; the edits are kept apart until the end is known."""

    def __init__(self, lines: list[Line], at: int, position: int, parent: int) -> None:
        self.lines = lines
        self.at = at
        self.position = position
        self.edits: list[tuple[Line, int, int, str, str]] = []
        self.entries: list[tuple[Line, int, int]] = []
        self._parent = parent
        self._stack: list[str] = []
        self._fresh = True
        self._paired = False
        self._quote = ""

    def walk(self) -> End:
        """Go on until the brackets close, or cannot."""
        while True:
            end = self._line(self.lines[self.at])
            if end is not None:
                return end
            self.at += 1
            while self.at < len(self.lines) and self.lines[self.at].body == len(self.lines[self.at].text):
                self.at += 1
            if self.at == len(self.lines):
                return End.OPEN
            line = self.lines[self.at]
            if line.indent <= self._parent and line.text[line.body] not in "]}":
                return End.OPEN
            self.position = line.body

    def commit(self) -> None:
        """Hand the edits to their lines."""
        for line, start, end, new, rule in self.edits:
            line.edit(start, end, new, rule)

    def _line(self, line: Line) -> End | None:
        text = line.text
        if self._quote:
            close = CLOSE[self._quote].match(text)
            if close is None:
                return None
            self._quote, self.position = "", close.end()
        while self.position < len(text):
            match = _TOKEN.search(text, self.position)
            start = match.start() if match else len(text)
            if start > self.position:
                self._plain(line, start)
                continue
            assert match is not None
            mark = match.group()
            if mark == "#" and (start == 0 or text[start - 1] in BLANKS):
                return None
            end = self._token(line, mark, start)
            if end is not None:
                return end
        return None

    def _plain(self, line: Line, until: int) -> None:
        if self._fresh and line.text[self.position] in "&*!@%`|>":
            stop = (_MAP_ENTRY if self._in_map() else _ENTRY).search(line.text, self.position)
            until = stop.start() if stop else len(line.text)
            end = len(line.text[:until].rstrip(BLANKS))
            self.entries.append((line, self.position, end))
        self._fresh = False
        self.position = until

    def _in_map(self) -> bool:
        return bool(self._stack) and self._stack[-1] == "{" and not self._paired

    def _token(self, line: Line, mark: str, start: int) -> End | None:
        self.position = start + len(mark)
        if mark in "[]{}":
            return self._bracket(mark)
        if mark[0] in BLANKS:
            self._blank(line, start)
        elif mark in ",，":
            self._comma(line, mark, start)
        elif mark in ":：":
            self._colon(line, mark, start)
        elif mark in "\"'" and self._fresh:
            quoted = QUOTED.match(line.text, start)
            self._fresh = False
            if quoted is None:
                self._quote, self.position = mark, len(line.text)
            else:
                self.position = quoted.end()
        else:
            self._fresh = False
        return None

    def _bracket(self, mark: str) -> End | None:
        if mark in "[{":
            self._stack.append(mark)
            self._fresh, self._paired = True, False
            return End.LEAVE if len(self._stack) > DEEP else None
        if self._stack.pop() != _PAIRS[mark]:
            return End.OPEN
        self._fresh, self._paired = False, True
        return None if self._stack else End.CLOSED

    def _blank(self, line: Line, start: int) -> None:
        run = line.text[start : self.position]
        odd = ODD.search(run)
        if odd is None:
            return
        following = line.text[self.position : self.position + 1]
        if self._fresh or not following or following in ",，:：]}#" or "\t" in run:
            self._edit(line, start, self.position, " ", "Y012" if "\t" in run else "Y013")

    def _comma(self, line: Line, mark: str, start: int) -> None:
        if mark == "，":
            if self._stack[-1] == "{":
                stop = _ENTRY.search(line.text, self.position)
                entry = line.text[self.position : stop.start() if stop else len(line.text)]
                if ":" not in entry and "：" not in entry:
                    self._fresh = False
                    return
            self._edit(line, start, self.position, ", ", "Y015")
        self._fresh, self._paired = True, False

    def _colon(self, line: Line, mark: str, start: int) -> None:
        text = line.text
        following = text[self.position : self.position + 1]
        clock = text[start - 1 : start].isdigit() and following.isdigit()
        if not self._in_map() or self._fresh or clock:
            # Inside a list only a colon with a blank is one: [甲: 乙].
            self._fresh = mark == ":" and (not following or following in BLANKS)
            return
        self._fresh = self._paired = True
        if mark == "：":
            self._edit(line, start, self.position, ": ", "Y015")
        elif following and following not in BLANKS and following not in ",]}":
            self._edit(line, start, self.position, ": ", "Y011")

    def _edit(self, line: Line, start: int, end: int, new: str, rule: str) -> None:
        self.edits.append((line, start, end, new, rule))
