"""Figures that fill no indicator of this year: last year's, those by how much something changed, per head, or of what was not done."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.mine.around import Around
from drafter.mine.counted import SHARES
from drafter.mine.numbers import measures
from drafter.mine.words import words

LAST_YEAR = re.compile("(?:上年|去年|上一年|前一年|往年|上年度|去年同期|上年同期)(?:的|为|同期|有)?$")
FROM = re.compile("(?:由|从)(?:原来的?|原有的?|年初的?|最初的?)?$")
TO = re.compile("(?:增|提|上升|下降|降|减|扩|压|缩|增长|拓展|扩展)[^，。；]{0,4}[到至为]")
EACH = re.compile("(?:每|平均|人均|户均|村均|场均)[^，。；、]{0,12}$|各(?:配备|聘请|有|设|开展|安排|明确|培养)?$")
LOOKED = 8
"""Characters behind a figure in which a word that denies it stands."""


class Doubts(NamedTuple):
    """Patterns of a kind."""

    share: re.Pattern[str]
    amount: re.Pattern[str]
    denied: re.Pattern[str]


@lru_cache(maxsize=4)
def doubts(folder: Path) -> Doubts:
    """Return the patterns of a kind."""
    lists = words(folder)
    share, count = ("|".join(lists.get(name, ())) or r"(?!)" for name in ("变动", "数的变动"))
    return Doubts(
        share=re.compile(f"(?:{share})(?:了|约|近|率)?$"), amount=re.compile(f"(?:{count})(?:了|约|近)?$"),
        denied=re.compile(measures(lists.get("不算数", ())) or r"(?!)"),
    )


def is_change(one: Around, folder: Path) -> bool:
    """Tell whether a figure says by how much something changed, or how much it was last year."""
    rules = doubts(folder)
    pattern = rules.share if one.number.figure.unit in SHARES else rules.amount
    if pattern.search(one.before) or LAST_YEAR.search(one.before):
        return True
    return bool(FROM.search(one.before) and TO.match(one.after))


def is_doubtful(one: Around, folder: Path) -> bool:
    """Tell whether a figure stands for each of several, or for what was not done."""
    return bool(EACH.search(one.before) or doubts(folder).denied.search(f"{one.before[-LOOKED:]}|{one.after[:LOOKED]}"))


@lru_cache(maxsize=4)
def another_thing(folder: Path) -> re.Pattern[str]:
    """Return the pattern of verbs behind a figure that bring in another thing: 5个社区设立调委会 counts no 调委会."""
    return re.compile("|".join(words(folder).get("另立", ())) or r"(?!)")
