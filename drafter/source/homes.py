"""Where a line that stands in the wrong place belongs, so that following the hint leads to no second mistake."""

from __future__ import annotations

import re
from collections.abc import Sequence

PARTS = ("表现", "原因", "整改", "打算", "结果")
"""Keys that are never on top: they are a part of the list item above them."""
LISTED = frozenset((*PARTS, "做法", "机制", "活动", "本地数据", "前言", "结语"))
"""Keys that may hold several lines: two of them are made one."""
LINE = "{line}"
"""Stands in a hint for the number of the line that a fault names first."""
HOME = "做法"
_HOME = re.compile(rf"\s+{HOME}\s*[:：]\s*(?:#.*)?$")
_PART = re.compile(rf"(?:{'|'.join(PARTS)})\s*[:：]")
_SENTENCE = re.compile("[、，。；！？]")
_LONGEST = 12


def home(lines: Sequence[str], number: int) -> int | None:
    """Return which line of the same block is the 做法 that waits for items; None where there is none."""
    first = next((at for at in range(number, -1, -1) if _top(lines[at])), 0)
    end = next((at for at in range(number + 1, len(lines)) if _top(lines[at])), len(lines))
    return next((at for at in range(first, end) if _HOME.match(lines[at])), None)


def _top(line: str) -> bool:
    """Tell whether a line begins a block."""
    return bool(line) and line[0] not in " \t\u3000\xa0#]}-－—–"


def is_part(line: str) -> bool:
    """Tell whether a line without indent is a part of the item above it."""
    return _PART.match(line) is not None


def as_item(words: str, where: str = "") -> str:
    """Return how a sentence becomes an item: under the 做法 that is there, or with one of its own."""
    return f"移到第{where}行“{HOME}”下面：\n- {words}" if where else f"{HOME}:\n- {words}"


def without_colon(words: str, where: str) -> str:
    """Return what to type for an indented line of words without a colon: a sentence, or a key that is still blank."""
    if _SENTENCE.search(words) or len(words) > _LONGEST:
        return as_item(words, where)
    return f"{words}:\n（是一句做法的，前面加“- ”，放到{f'第{where}行' if where else ''}“{HOME}”下面）"
