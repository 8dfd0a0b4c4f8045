"""Last year's plans as promises to report on: the block 去年打算 of the new year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from drafter.edit.leaf import DETAIL
from drafter.figure import DIGIT, tidy
from drafter.finding import Address
from drafter.profile import Rewording
from drafter.schema import typeset
from drafter.source import Data, Source, found, typed

BLOCK = "去年打算"
HEAD = f"{BLOCK}:                   # 上一年报告里说要做的，“结果”写办得怎么样；不写进报告的整条删掉"
PLANNED = (("问题", "打算"), ("另外打算", "打算"))
ORDINAL = re.compile("^[一二三四五六七八九十]{1,2}是")
NONE = ("无", "没有")


def promises(source: Source, label: str, rewordings: Sequence[Rewording] = ()) -> list[str]:
    """Return the lines of the block; none where no plan was made.

    What was promised is what the report said: where people reworded a plan in Word, their words stand here, and a plan
    that they took out was never promised. A plan is promised by its first line; what it lists stands below as remarks.
    One with digits is blank, with its words beside it: no figure of the old year may print before somebody looked at it.
    """
    lines: list[str] = []
    for words in _plans(source.data):
        said = [line for line in (_as_printed(line, rewordings) for line in words) if line]
        if not said:
            continue
        head, *details = said
        numbers = DIGIT.search(tidy(head))
        lines.append(f"- 打算:    # {label} {typed(head)}  # 里面有数字，核对后再填" if numbers else f"- 打算: {typed(head)}")
        lines += [f"  {DETAIL}{detail}" for detail in details]
        lines.append("  结果:")
    return [HEAD, *lines] if lines else []


def _as_printed(words: str, rewordings: Sequence[Rewording]) -> str:
    """Return a plan in the words that people gave it in the draft; empty where they took it out."""
    for one in rewordings:
        old, new, wanted = "".join(one.old), "".join(one.new), typeset(words)
        at = -1 if one.behind else old.find(wanted)
        if at >= 0:
            words = ORDINAL.sub("", _counterpart(old, new, at, at + len(wanted))).strip("，。；; ")
    return words


def _counterpart(old: str, new: str, begin: int, end: int) -> str:
    """Return what stands in a new text where a stretch of the old one stood."""
    first, last = 0, len(new)
    for at, to, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        if at < begin:
            first = to + min(size, begin - at)
        if at + size > end:
            last = min(last, to + max(0, end - at))
    return new[first:max(first, last)]


def _plans(data: Data) -> Iterator[list[str]]:
    """Yield the lines of each plan, those of the problems first."""
    for top, inner in PLANNED:
        for entry in _listed(found(data, (top,))):
            at: Address = (inner,)
            lines = [entry] if isinstance(entry, str) and top != "问题" else _listed(found(entry, at))
            words = [" ".join(line.split()).rstrip("。；;") for line in lines if isinstance(line, str)]
            words = [line for line in words if line and line not in NONE]
            if words:
                yield words


def _listed(data: Data | None) -> list[Data]:
    """Return data as a list: a single value is a list of one."""
    if data is None or data == "":
        return []
    return list(data) if isinstance(data, list) else [data]
