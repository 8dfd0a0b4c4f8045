"""Values: which are well formed, which are words that only look like YAML, which do not close."""

from __future__ import annotations

import re

from drafter.finding import Finding, Place
from drafter.source.flow import End, Flow
from drafter.source.lines import BLANKS, CLOSE, ODD, QUOTED, Line
from drafter.source.rules import error

_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:[ \t]#.*)?$")
_SECOND = re.compile(r":(?=[ \t\u3000\xa0]|$)")
_TOKEN = re.compile(r"([&*])([^\s,\[\]{}]*)[ \t\u3000\xa0]*")
_TAG = re.compile(r"!(?:[!<]|[A-Za-z])\S*[ \t\u3000\xa0]*")
_NAMES = re.compile(r"(?:^|[\s\[{,:：-])([&*])([^\s,\[\]{}]+)", re.MULTILINE)
_ASCII = re.compile(r"[A-Za-z0-9_-]+")
_OWN = re.compile("[:：#]|^[ \t\u3000\xa0]*[-－—–]")
_QUOTE_NAME = {'"': "双引号", "'": "单引号"}


MOST = 500
"""How many mistakes of one file are said; nobody reads more."""


class Values:
    """The state of a walk through the lines, and what is done with each value.

    ``open`` is the column a line must pass to continue the value above it, ``waits`` that of a key without value.
    """

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = [Line(number, line) for number, line in enumerate(text.split("\n"))]
        self.found: list[Finding] = []
        self.bare: list[Line] = []
        self.broken = False
        self.keys = 0
        self.open: int | None = None
        self.waits: int | None = None
        self._text = text
        self._pairs: set[str] | None = None

    def refuse(self, rule: str, message: str, place: Place, hint: str, excerpt: str) -> None:
        """Note an error that was taken out of the text."""
        self.broken = True
        if len(self.found) == MOST:
            return
        self.found.append(error(rule, message, place, hint, excerpt))

    def follower(self, at: int) -> Line | None:
        """Return the next line that says something."""
        for number in range(at + 1, len(self.lines)):
            line = self.lines[number]
            if line.body < len(line.text) and line.text[line.body] != "#":
                return line
        return None

    def above(self, at: int) -> Line | None:
        """Return the last line before this one that says something."""
        for number in range(at - 1, -1, -1):
            line = self.lines[number]
            if line.body < len(line.text) and line.text[line.body] != "#":
                return line
        return None

    def value(self, at: int, position: int, parent: int) -> int:
        """Mend the value that begins at a position, and return the number of the line after it."""
        line = self.lines[at]
        text = line.text
        position = line.after(position)
        if position == len(text) or (text[position] == "#" and text[position - 1] in BLANKS):
            self.waits = parent
            return at + 1
        mark = text[position]
        if mark in "\"'":
            return self._quoted(at, position, parent)
        if mark in "[{":
            return self._flow(at, position, parent)
        if mark in "|>" and _BLOCK.match(text, position):
            return self._block(at, parent)
        return self._plain(at, position, position, parent)

    def tidy(self, line: Line, start: int, stop: int) -> None:
        """Make Tabs in a plain value blanks, and odd blanks behind it none."""
        text = line.text
        if ODD.search(text, start) is None:
            return
        for match in re.finditer("\t+", text[start:stop]):
            line.edit(start + match.start(), start + match.end(), " ", "Y012")
        after = line.after(stop)
        if ODD.search(text[stop:after]):
            line.edit(stop, after, " " if after < len(text) else "", "Y012" if "\t" in text[stop:after] else "Y013")

    def closing(self, at: int, position: int) -> int | None:
        """Return where brackets that open here close on the same line."""
        flow = Flow(self.lines, at, position, len(self._text))
        return flow.position if flow.walk() is End.CLOSED and flow.at == at else None

    def _plain(self, at: int, position: int, begin: int, parent: int) -> int:
        """Words up to the end of the line; a comment is looked for from ``begin`` on."""
        line = self.lines[at]
        stop = line.stop(begin)
        words = line.text[position:stop]
        if self._decorated(at, position, words):
            token = (_TOKEN if words[0] in "&*" else _TAG).match(words)
            end = position + token.end() if token else stop
            # What may go on over the next lines is still walked through; anything else is dropped with its mark.
            if line.text[end : end + 1] not in ("[", "{", '"', "'", "|", ">"):
                end = stop
            line.edit(position, end, "")
            return self.value(at, end, parent)
        rule = "Y016" if _special(words, line.text[position - 1 : position]) else ""
        rule = rule or ("Y017" if _SECOND.search(words) else "")
        if rule:
            last = self._folded(at, parent) if not line.text[stop:].strip(BLANKS) else at
            line.edit(position, stop, _in_quotes(words, last == at), rule)
            self.tidy(line, stop, stop)
            for number in range(at + 1, last + 1):
                other = self.lines[number]
                other.edit(other.body, len(other.text), _in_quotes(other.text[other.body :], number == last)[1:])
            return last + 1
        self.tidy(line, position, stop)
        self.open = parent
        return at + 1

    def _folded(self, at: int, parent: int) -> int:
        """Return the last line that goes on with the words of this one."""
        for number in range(at + 1, len(self.lines)):
            line = self.lines[number]
            if line.body == len(line.text) or line.indent <= parent or _OWN.search(line.text):
                return number - 1
        return len(self.lines) - 1

    def _quoted(self, at: int, position: int, parent: int) -> int:
        line = self.lines[at]
        quoted = QUOTED.match(line.text, position)
        if quoted is not None:
            if line.ends(quoted.end()):
                self.tidy(line, quoted.end(), quoted.end())
                return at + 1
            return self._plain(at, position, quoted.end(), parent)
        mark = line.text[position]
        for number in range(at + 1, len(self.lines)):
            other = self.lines[number]
            if other.body < len(other.text) and other.indent <= parent:
                break
            close = CLOSE[mark].match(other.text)
            if close is not None and other.ends(close.end()):
                return number + 1
        stop = len(line.text.rstrip(BLANKS))
        place = Place(self.file, line.number + 1, position + 1)
        self.refuse("Y042", f"{_QUOTE_NAME[mark]}没有配对", place, line.text[:stop].strip(BLANKS) + mark, line.text)
        line.edit(position, len(line.text), "")
        return at + 1

    def _flow(self, at: int, position: int, parent: int) -> int:
        flow = Flow(self.lines, at, position, parent)
        end = flow.walk()
        line = self.lines[at]
        if end is End.CLOSED:
            last = self.lines[flow.at]
            if last.ends(flow.position):
                self._commit(flow)
                self.tidy(last, flow.position, flow.position)
                return flow.at + 1
            if flow.at == at:
                return self._plain(at, position, flow.position, parent)
        elif end is End.OPEN:
            place = Place(self.file, line.number + 1, position + 1)
            mark = line.text[position]
            shut = "]" if mark == "[" else "}"
            words = line.text[: line.stop(position)].strip(BLANKS).rstrip("]},， ").replace("，", ", ")
            self.refuse("Y043", f"括号“{mark}”没有配对的“{shut}”", place, words + shut, line.text)
            line.edit(position, len(line.text), "")
            return at + 1
        return max(flow.at, at) + 1

    def _commit(self, flow: Flow) -> None:
        for line, start, stop in flow.entries:
            words = line.text[start:stop]
            if self._decorated(line.number, start, words):
                line.edit(start, stop, "''")
            elif _special(words, " "):
                line.edit(start, stop, _in_quotes(words), "Y016")
        flow.commit()

    def _block(self, at: int, parent: int) -> int:
        for number in range(at + 1, len(self.lines)):
            line = self.lines[number]
            if line.body < len(line.text) and line.indent <= parent:
                return number
        return len(self.lines)

    def _decorated(self, at: int, position: int, words: str) -> bool:
        """Refuse an anchor, alias or tag, and tell whether there was one; ``*重点`` is just words."""
        line = self.lines[at]
        place = Place(self.file, line.number + 1, position + 1)
        rest = line.text[position + len(words) :] if len(line.text) < MOST else ""
        quoted = line.text[line.body : position] + _in_quotes(words) + rest if rest or len(words) < MOST else ""
        if words[0] == "!" and (tag := _TAG.match(words)):
            message = f"不支持类型标记“{tag.group().strip(BLANKS)}”，内容一律按文字读；确实是内容时整句加单引号"
            self.refuse("Y031", message, place, quoted, line.text)
            return True
        if words[0] not in "&*" or not (token := _TOKEN.match(words)) or not token.group(2):
            return False
        mark, name = token.groups()
        follower = self.follower(at) if mark == "&" and token.group().strip(BLANKS) == words else None
        nested = follower is not None and follower.indent > line.indent
        if not (nested or _ASCII.fullmatch(name) or name in self._paired()):
            return False
        what = "锚点" if mark == "&" else "引用"
        message = f"不支持{what}“{mark}{name}”，要用的内容请照抄一遍；确实是文字时整句加单引号"
        self.refuse("Y038", message, place, quoted, line.text)
        return True

    def _paired(self) -> set[str]:
        """Return the names that stand both behind & and behind *."""
        if self._pairs is None:
            names: dict[str, set[str]] = {"&": set(), "*": set()}
            for mark, name in _NAMES.findall(self._text):
                names[mark].add(name)
            self._pairs = names["&"] & names["*"]
        return self._pairs


def _special(words: str, before: str) -> bool:
    """Tell whether words begin with a mark that YAML keeps for itself."""
    return words[0] in "@%`,]}|>\"'[{&*!" or words == "-" or (words[0] == "#" and before not in BLANKS)


def _in_quotes(words: str, closed: bool = True) -> str:
    return "'" + words.replace("'", "''").replace("\t", " ") + ("'" if closed else "")
