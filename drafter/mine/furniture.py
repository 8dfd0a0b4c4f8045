"""What a site puts around a report: sources, counters, buttons, ways to other pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.mine.marks import Words
from drafter.mine.words import words

LONGEST = 120
"""Characters up to which a line without a full stop may be furniture."""


class Signs(NamedTuple):
    """Patterns of furniture."""

    line: re.Pattern[str]
    tail: re.Pattern[str]


@lru_cache(maxsize=4)
def signs(folder: Path) -> Signs:
    """Return the patterns of furniture of a kind."""
    lists: Mapping[str, tuple[str, ...]] = words(folder)
    label, whole, inside, tail = (_any(lists.get(name, ())) for name in ("标签", "整行", "含有", "页尾"))
    mark = r"[\s\d|｜/>＞»→·•\-—_:：，、。.;；【】\[\]（）()×]"
    return Signs(
        line=re.compile(rf"[【\[（(]?(?:{label})[：:]|(?:{mark}|{whole})+$|.*(?:{inside})|20\d\d[-/.年]\d\d?[-/.月]\d\d?日?(?:\d\d?[:：]\d\d.*)?$"
                        r"|[^，。]{2,20}〔20\d\d〕\d+号$|(?:https?:|www\.)"),
        tail=re.compile(tail),
    )


def _any(listed: tuple[str, ...]) -> str:
    """Return an alternation, the longest words first."""
    return "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True)) or r"(?!)"


def without_furniture(lines: list[Words], folder: Path) -> tuple[list[Words], list[str]]:
    """Return the lines that belong to a report, and the words of those that do not."""
    patterns = signs(folder)
    kept: list[Words] = []
    dropped: list[str] = []
    body = False
    over = False
    for line in lines:
        prose = "。" in line.text or len(line.text) > LONGEST
        if over or (not prose and patterns.line.match(line.text)):
            dropped.append(line.text)
            # Before the body the same words are a bar of buttons; behind it everything that follows is.
            over = over or (body and not prose and bool(patterns.tail.search(line.text)) and len(dropped) > 0)
        else:
            kept.append(line)
            body = body or prose
    return kept, dropped
