"""Mistakes of YAML itself, found block by block so that one does not hide the next, and said in Chinese."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from drafter.source.homes import HOME, LINE, as_item, home, is_part
from drafter.source.tree import FAILURES, Builder, Fault

_ROUNDS = 20
_MOST = 60
_LARGE = 1_000_000
_COLON = re.compile(r":(?:\s|$)")
_TWO_WORDS = re.compile(r"(\S+)\s+(\S+)")
_NAMED = re.compile(r"-\s+名称\s*:")
_QUOTED = re.compile(r'"(.*)"')


def recover(lines: list[str]) -> list[Fault]:
    """Return every mistake of a text that does not parse, each block read for itself."""
    found: dict[Fault, None] = {}
    tops: dict[str, tuple[int, int]] = {}
    broken = 0
    for start, block in _blocks(lines):
        if start and is_part(block[0]) and any(line.lstrip(" ").startswith("- ") for line in lines[:start]):
            found[_shift(_outside(block[0]), start)] = None
            block[0] = ""
        rounds = max(1, min(_ROUNDS, _LARGE // (sum(map(len, block)) + 1)))
        for _ in range(rounds):
            builder = Builder()
            wrong = _parse(builder, block)
            if wrong is None or broken >= _MOST:
                break
            broken += 1
            fault = diagnose(wrong, block)
            found[_shift(fault, start)] = None
            if not block[fault.spot[0]]:
                break
            block[fault.spot[0]] = ""
        tree = builder.tree
        if tree.top == "text" and wrong is None and tree.data:
            # Read alone it is words; beside other blocks it is a line without a colon.
            spot = tree.places[()]
            message = "这一行没有冒号，看不出哪是项目、哪是内容"
            found[_shift(Fault("Y040", spot, f"{block[spot[0]].strip()}:", None, message), start)] = None
        found.update((_shift(fault, start), None) for fault in tree.faults)
        for address, spot in tree.keys.items():
            if len(address) == 1 and isinstance(address[0], str):
                here = (spot[0] + start, spot[1])
                first = tops.setdefault(address[0], here)
                if first != here:
                    found[Fault("Y033", here, address[0], first)] = None
    return list(found)


def _outside(line: str) -> Fault:
    """Return the fault of a part that lost its indent, and so its item."""
    message = f"“{line.partition(':')[0].strip()}”这一行没有缩进，和上面那一条断开了"
    return Fault("Y041", (0, 0), f"  {line.strip()}", None, message)


def _parse(builder: Builder, block: list[str]) -> Exception | None:
    try:
        builder.build("\n".join(block))
    except FAILURES as wrong:
        return wrong
    return None


def _blocks(lines: list[str]) -> list[tuple[int, list[str]]]:
    """Split at lines that begin at the edge; items of a list go with the key above them."""
    starts = [number for number, line in enumerate(lines) if line and line[0] not in " #]}-"]
    if not starts:
        starts = [number for number, line in enumerate(lines) if line.startswith("-")]
    edges = [0, *(start for start in starts if start), len(lines)]
    return [(start, lines[start:end]) for start, end in pairwise(edges)]


def _shift(fault: Fault, by: int) -> Fault:
    line, column = fault.spot
    if fault.rule == "Y021":
        return Fault(fault.rule, (line + by, column + by), fault.word)
    first = (fault.first[0] + by, fault.first[1]) if fault.first else None
    return Fault(fault.rule, (line + by, column), fault.word, first, fault.message)


def diagnose(wrong: Exception, block: list[str]) -> Fault:
    """Return what a parser's error means, at the line where the mistake is."""
    problem = str(getattr(wrong, "problem", None) or "")
    context = str(getattr(wrong, "context", None) or "")
    at = _spot(getattr(wrong, "problem_mark", None), block)
    begin = _spot(getattr(wrong, "context_mark", None) or getattr(wrong, "problem_mark", None), block)
    line = block[at[0]]
    if "escape" in problem or "hexdec" in problem or not problem:
        return Fault("Y044", at, _QUOTED.sub(r"'\1'", line).strip(), None, "双引号里的反斜杠写法不对，改用单引号")
    if "quoted" in context:
        words = block[begin[0]].strip()
        return Fault("Y042", begin, words + block[begin[0]][begin[1] : begin[1] + 1], None, "引号没有配对")
    if "tag" in context or "tag" in problem:
        return Fault("Y031", begin, "", None, "不支持类型标记，内容一律按文字读；确实是文字时整句加单引号")
    if "directive" in context or "directive" in problem:
        return Fault("Y046", begin, "", None, "不支持百分号开头的指令，请删去这一行")
    if "anchor" in context or "alias" in context:
        return Fault("Y038", begin, "", None, "不支持锚点和引用，要用的内容请照抄一遍；确实是文字时整句加单引号")
    if "flow" in context:
        spot = at if at[0] == begin[0] else begin
        return Fault("Y043", spot, "", None, "括号里的写法不对：各项用逗号隔开，括号要配对；确实是文字时整句加单引号")
    return _layout(problem, at, begin, block)


def _layout(problem: str, at: tuple[int, int], begin: tuple[int, int], block: list[str]) -> Fault:
    line = block[at[0]]
    if line.startswith(("---", "...")):
        return Fault("Y034", at)
    if "mapping values" in problem:
        return _hanging(at[0], block)
    if "expected ':'" in problem:
        words = block[begin[0]].strip()
        return Fault("Y040", begin, f"{words}:", None, "这一行没有冒号，看不出哪是项目、哪是内容")
    if "sequence entries" in problem:
        key, _, words = line.strip().partition(":")
        return Fault("Y045", at, f"{key}:\n{words.strip()}", None, "列表项要另起一行写")
    if line.lstrip().startswith("-"):
        return _stray(at[0], block)
    if "block" in problem or "expected" in problem:
        item = _items_above(at[0], block)
        if item is not None:
            message = f"上面几行是一句一句的做法，这一行是数据；有数据时，“{HOME}:”这一行不能省"
            return Fault("Y041", (at[0], _lead(line)), f"在第{LINE}行前面加一行：\n{' ' * _lead(line)}{HOME}:", (item, 0), message)
        hint = _aligned(at[0], block, inner=True)
        return Fault("Y041", (at[0], _lead(line)), hint, None, "这一行的缩进和上面哪一行都对不齐")
    return Fault("Y049", at, "", None, "这一行的写法读不懂；内容里有特殊符号时整句加单引号")


def _stray(number: int, block: list[str]) -> Fault:
    """Return what is wrong with an item where no list is: it belongs to the 做法 of its block, or beside the items above it."""
    line = block[number]
    spot, words = (number, _lead(line)), line.strip()
    place = None if _NAMED.match(words) else home(block, number)
    if place is not None:
        hint = as_item(words[1:].strip(), LINE)
        return Fault("Y045", spot, hint, (place, 0), f"列表项放错了地方，它要放在“{HOME}”下面")
    above = next((other for other in reversed(block[:number]) if other.lstrip(" ").startswith("- ")), None)
    if above is not None:
        hint = " " * _lead(above) + words
        if hint != line.rstrip():
            return Fault("Y045", spot, hint, None, "列表项的缩进和上面几条没有对齐")
    message = "列表项放错了地方：上面要有一个只写项目名的行，缩进也要对齐"
    return Fault("Y045", spot, f"{HOME}:\n{words}", None, message)


def _items_above(number: int, block: list[str]) -> int | None:
    """Return where the items begin that stand under the name of the block alone, at the indent of a line below them."""
    lead = _lead(block[number])
    said = [at for at in range(number) if block[at].strip() and block[at].lstrip()[0] != "#"]
    if len(said) < 2 or not block[said[0]].rstrip().endswith(":") or not all(_lead(block[at]) >= lead for at in said[1:]):
        return None
    return said[1] if _lead(block[said[1]]) == lead and block[said[1]].lstrip().startswith("- ") else None


def _hanging(number: int, block: list[str]) -> Fault:
    """Return what is wrong where a key hangs under words: the line above lacks its colon, or this one is too far in."""
    line = block[number]
    before = next((above for above in reversed(range(number)) if block[above].strip(" ")[:1] not in ("", "#")), 0)
    above = block[before].strip()
    if not above.startswith("- ") and not _COLON.search(above):
        hint = _TWO_WORDS.sub(r"\1: \2", above) if _TWO_WORDS.fullmatch(above) else f"{above}:"
        return Fault("Y040", (before, _lead(block[before])), hint, None, "这一行没有冒号，看不出哪是项目、哪是内容")
    if above.startswith("- "):
        hint = f"- 做法: {above[2:].strip()}\n{line.rstrip()}"
        message = "上一行是一句话，下面不能直接挂项目；要挂数据，上一行写成“- 做法: …”"
        return Fault("Y041", (number, _lead(line)), hint, None, message)
    message = "这一行往里缩进了，可上一行已经写了内容，下面不能再挂项目"
    return Fault("Y041", (number, _lead(line)), _aligned(number, block, inner=False), None, message)


def _spot(mark: Any, block: list[str]) -> tuple[int, int]:
    """Return a mark's line that says something: the end of the block is never the mistake."""
    if mark is None:
        return 0, 0
    line, column = min(mark.line, len(block) - 1), mark.column
    if line != mark.line or not block[line].strip():
        while line and not block[line].strip():
            line -= 1
        return line, _lead(block[line])
    return line, column


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _aligned(number: int, block: list[str], *, inner: bool) -> str:
    """Return a line with the indent above it that comes nearest."""
    own = _lead(block[number])
    above = [line for line in block[:number] if line.strip() and line.lstrip()[0] != "#"]
    columns = [_lead(line) + (2 if line.lstrip().startswith("- ") else 0) for line in above]
    if not inner:
        columns = columns[-1:]
    best = min(columns, key=lambda column: (abs(column - own), -column), default=0)
    return " " * best + block[number].strip()
