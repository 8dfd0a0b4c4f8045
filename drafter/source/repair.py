"""The forgiving pre-scan: what clerks type is made into what YAML takes, and each repair is noted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.finding import Finding, Place
from drafter.source import homes, keys
from drafter.source.indent import straighten
from drafter.source.lines import BLANKS, QUOTED, Line
from drafter.source.model import Edits, Shift
from drafter.source.rules import RULES, note
from drafter.source.values import Values

_MARK = re.compile("——|[-－—–‐−﹣]")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?:\s|$)|%[A-Z]")


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text for the parser; ``sound`` is false where an error was taken out of it."""

    lines: list[str]
    edits: Edits = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    sound: bool = True


def repair(text: str, file: str) -> Repaired:
    """Return the repaired text of a file."""
    return _Scanner(text, file).run()


class _Scanner(Values):
    """Goes through the lines once, knowing what an open value and a waiting key mean for the next line."""

    def run(self) -> Repaired:
        found = straighten(self.lines, self.file)
        self.broken = bool(found)
        at = 0
        while at < len(self.lines):
            at = self._step(at)
        if self.bare and not self.keys:
            # Not one key in the whole file: this is no profile, and saying so once is enough.
            self.found = [finding for finding in self.found if finding.rule != "Y040"]
            for line in self.bare:
                line.edits = []
            self.broken = bool(found or self.found)
        found += self.found
        for line in self.lines:
            if line.notes:
                found += _notes(line, self.file)
        repaired = [line.repaired() for line in self.lines]
        edits = {line.number: Shift(line.edits) for line in self.lines if line.edits}
        return Repaired(repaired, edits, found, not self.broken)

    def _step(self, at: int) -> int:
        line = self.lines[at]
        position, text = line.body, line.text
        if position == len(text):
            return at + 1
        if text[position] == "#" or (position == 0 and _DOCUMENT.match(text)):
            self.open = self.waits = None
            return at + 1
        if self.open is not None and line.indent > self.open:
            self.tidy(line, position, line.stop(position))
            return at + 1
        self.open, waits, self.waits = None, self.waits, None
        position, parent = self._marks(line, position)
        if position == len(text) or (text[position] == "#" and position and text[position - 1] in BLANKS):
            self.waits = parent
            return at + 1
        return self._content(at, position, parent, waits)

    def _marks(self, line: Line, position: int) -> tuple[int, int | None]:
        """Take the list marks off a line; return where its words begin and the column of the last mark."""
        text, parent = line.text, None
        while (match := _MARK.match(text, position)) is not None:
            end = match.end()
            after = line.after(end)
            plain = match.group() == "-" and (end == len(text) or text[end] in BLANKS)
            if not plain and (parent is not None or text[end : end + 1] in ("-", "—")):
                break
            parent = line.column(position)
            if not plain:
                line.edit(position, after, "- " if after < len(text) else "-", "Y014")
            elif text[end:after].strip(" "):
                line.edit(end, after, " ", "Y012" if "\t" in text[end:after] else "Y013")
            position = after
        return position, parent

    def _content(self, at: int, position: int, parent: int | None, waits: int | None) -> int:
        line = self.lines[at]
        text = line.text
        if text.startswith("? ", position) or text.startswith(": ", position):
            return at + 1
        begin = self._opening(at, position)
        opens = None if parent is None else self._opens(at, position)
        found = None if begin is None else keys.find(line, position, begin, opens)
        if found is not None:
            self.keys += 1
            value = keys.mend(line, position, *found)
            return self.value(at, value, line.column(position))
        if parent is None and waits is not None and line.indent > waits:
            parent = waits
        if parent is None and begin == position:
            self._bare(at)
            return at + 1
        return self.value(at, position, -1 if parent is None else parent)

    def _opening(self, at: int, position: int) -> int | None:
        """Return from where a colon counts: behind a leading quotation or bracket; None if it fills the line."""
        line = self.lines[at]
        if line.text[position] in "\"'":
            quoted = QUOTED.match(line.text, position)
            return None if quoted is None or line.ends(quoted.end()) else quoted.end()
        if line.text[position] in "[{":
            end = self.closing(at, position)
            return None if end is None or line.ends(end) else end
        return position

    def _opens(self, at: int, position: int) -> bool:
        """Tell whether a list item with a sloppy colon is an item of several parts."""
        line = self.lines[at]
        key = re.split("[:：]", line.text[position:], maxsplit=1)[0].strip(BLANKS)
        if key in keys.OPENERS:
            return True
        follower = self.follower(at)
        if follower is None or follower.indent != line.column(position):
            return False
        return not _MARK.match(follower.text, follower.body) and re.search("[:：]", follower.text) is not None

    def _bare(self, at: int) -> None:
        """Say what a line without a colon lacks, and let the rest be read."""
        line = self.lines[at]
        words = line.text[line.body : line.stop(line.body)]
        follower = self.follower(at)
        nested = follower is not None and follower.indent > line.indent - follower.text.startswith("- ", follower.body)
        above = self.above(at)
        if not nested and above is not None and above.indent == line.indent and above.text[above.body] == "-":
            hint = f"- {words}"
        elif not nested and len(words.split()) > 1:
            hint = ": ".join(words.split(None, 1))
        elif not nested and line.body:
            at_home = homes.home([one.text for one in self.lines], at)
            hint = homes.without_colon(words, "" if at_home is None else str(at_home + 1))
        else:
            hint = f"{words}:"
        place = Place(self.file, line.number + 1, line.body + 1)
        message = "这一行没有冒号，看不出哪是项目、哪是内容（列表里的话，行首要有短横线和空格）"
        self.refuse("Y040", message, place, hint, line.text)
        self.bare.append(line)
        line.drop()
        if nested:
            line.edits = [(0, len(line.text), " " * line.indent + f"占位{line.number}:")]
            self.waits = line.indent


def _notes(line: Line, file: str) -> list[Finding]:
    hint = line.repaired().strip()
    return [
        note(rule, f"已自动改正：{RULES[rule]}", Place(file, line.number + 1, column + 1), hint, line.text)
        for rule, column in line.notes
    ]
