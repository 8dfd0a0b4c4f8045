"""What was refused, said to the clerk: place in the file as typed, excerpt, what to type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from drafter.finding import Finding, Place
from drafter.source.characters import name
from drafter.source.homes import LINE, LISTED, is_part
from drafter.source.model import typed
from drafter.source.repair import Repaired
from drafter.source.rules import error, warn
from drafter.source.tree import DEPTH, Fault
from drafter.source.values import MOST

_ONE = "只留一处；两处的内容都要的，先并到一处，再删去另一处"
_ITEM = re.compile(r"\s*(?:[-－—–]\s*\S|[^：:，。；\s]{1,15}[：:])")
_COPY = "要用的内容请照抄一遍"
_MESSAGES = {
    "Y038": (f"不支持锚点和引用“{{}}”，{_COPY}", "确实是文字时整句加单引号"),
    "Y031": ("不支持类型标记“{}”，内容一律按文字读", "删去这个标记；确实是文字时整句加单引号"),
    "Y032": (f"不支持合并键“{{}}”，{_COPY}", "删去这一行，把内容逐行写出来"),
    "Y034": ("从这里起是第二份资料，一个文件只能写一份", "删去这一行的 ---；确是两份时，各存成一个文件"),
    "Y035": (f"层次太深，超过 {DEPTH} 层", "把内容写成几行短句，少套括号，少缩进"),
}


FATAL = frozenset({"Y034", "Y035"})
"""Rules that end the reading: what follows in the file was not read."""


class Sheet(NamedTuple):
    """The lines as typed beside the lines as repaired."""

    file: str
    lines: list[str]
    repaired: Repaired

    def place(self, spot: tuple[int, int]) -> Place:
        """Return the place as typed, never behind the end of the file."""
        line = min(spot[0], len(self.lines) - 1)
        return typed(self.file, self.repaired.edits, (line, spot[1] if line == spot[0] else 0))

    def line(self, place: Place) -> str:
        """Return the line of a place as typed."""
        return self.lines[place.line - 1]


def report(faults: Iterable[Fault], sheet: Sheet) -> list[Finding]:
    """Return the finding of every fault."""
    found: list[Finding] = []
    # Where not all can be said, what ends the reading comes first and warnings last.
    for fault in islice(sorted(faults, key=lambda fault: (fault.rule not in FATAL, fault.rule == "Y021")), MOST):
        if fault.rule == "Y021":
            found += _folded(fault, sheet)
        else:
            found.append(_finding(fault, sheet))
    return found


def _finding(fault: Fault, sheet: Sheet) -> Finding:
    place = sheet.place(fault.spot)
    excerpt = sheet.line(place)
    if fault.message:
        if fault.first is None:
            return error(fault.rule, fault.message, place, fault.word, excerpt)
        first = sheet.place(fault.first)
        return error(fault.rule, fault.message, place, fault.word.replace(LINE, str(first.line)), excerpt, (first,))
    if fault.rule == "Y033":
        return _twice(fault, place, excerpt, sheet)
    if fault.rule == "Y006":
        message = f"双引号里用反斜杠写出了{name(fault.word)}，印不出来"
        return error("Y006", message, place, "删去这个反斜杠和后面的代码", excerpt)
    if fault.rule == "Y036":
        return _key(fault, place, excerpt)
    message, hint = _MESSAGES[fault.rule]
    word = fault.word.replace("tag:yaml.org,2002:", "!!")
    return error(fault.rule, message.format(word), place, hint, excerpt)


def _twice(fault: Fault, place: Place, excerpt: str, sheet: Sheet) -> Finding:
    if fault.first is None:
        return error("Y033", f"“{fault.word}”写了两次", place, _ONE, excerpt)
    first = sheet.place(fault.first)
    message = f"“{fault.word}”写了两次，第 {first.line} 行已经有了"
    return error("Y033", message, place, _as_one(fault.word, sheet.line(first), excerpt), excerpt, (first,))


def _as_one(name: str, first: str, second: str) -> str:
    """Return how two equal keys become one, without anything being lost."""
    words = [re.split("[:：]", line, maxsplit=1)[-1].strip() for line in (first, second)]
    if is_part(second):
        return f"往里缩进，和上面那一条对齐：\n  {second.strip()}"
    if name not in LISTED or not all(words):
        return _ONE
    return f"两行并成一项：\n{name}:\n- {words[0]}\n- {words[1]}"


def _key(fault: Fault, place: Place, excerpt: str) -> Finding:
    key, colon, value = excerpt.strip().partition(":")
    if not fault.word:
        return error("Y036", "冒号前面没有项目名", place, f"项目名: {value.strip()}", excerpt)
    if fault.word in "[{":
        hint = f"{key}: '{value.strip()}'" if colon else "项目名: 内容"
        return error("Y036", "项目名要写成文字，不能用括号；括号是内容的一部分时，整句加单引号", place, hint, excerpt)
    clean = "".join(mark for mark in excerpt if mark.isprintable()).strip()
    return error("Y036", f"项目名里有看不见的字符（U+{ord(fault.word):04X}），请重新打一遍", place, clean, excerpt)


def _folded(fault: Fault, sheet: Sheet) -> Iterator[Finding]:
    """Warn of what looks like an item of its own inside a value that goes on over several lines."""
    first, last = fault.spot
    for number in range(first + 1, min(last + 1, len(sheet.lines))):
        text = sheet.lines[number]
        if _ITEM.match(text):
            body = len(text) - len(text.lstrip())
            place = Place(sheet.file, number + 1, body + 1)
            message = f"这一行像是另一项，现在接在第 {first + 1} 行后面当作同一句话；是另一项时，缩进要和它那一组对齐"
            yield warn("Y021", message, place, re.sub("\\s*[：:]\\s*", ": ", text.strip(), count=1), text)
