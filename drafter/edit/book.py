"""The sheet that an office fills in, as data: its rows, its columns, and the hidden key by which each row is found again."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from drafter.finding import Address

SHEET = "数据"
KEY, GROUP, NAME, UNIT, LAST, NOW, REMARK, ORIGIN, HELP = COLUMNS = (
    "编号", "分类", "指标", "单位", "去年", "今年", "备注", "数据来源", "怎么填")
"""The columns from the left; the first one is hidden."""
MARK = "填报表"
FORM = "1"
"""The version of the layout; a sheet of another one is not read."""
NEW, BEFORE = "+", "="
"""How the last step of an address begins for a line that the profile does not have yet, and for one of last year's."""


class Row(NamedTuple):
    """One row: what is asked, what is known, and where in the profile the answer goes."""

    at: Address
    group: str
    name: str
    unit: str = ""
    last: str = ""
    now: str = ""
    help: str = ""
    words: bool = False
    """True for a row that takes a sentence; its text spans the columns from 单位 to 备注."""

    @property
    def locked(self) -> bool:
        """Tell whether the row only shows something."""
        return str(self.at[-1]).startswith(BEFORE)


class Book(NamedTuple):
    """The sheet of one office."""

    unit: str
    period: str
    before: str
    """The period that stands in the column 去年; empty where there is no profile of it."""
    office: str
    figures: tuple[Row, ...]
    words: tuple[Row, ...]


class Guard(NamedTuple):
    """Whose sheet it is."""

    unit: str
    period: str
    office: str

    @property
    def text(self) -> str:
        """Return what stands over the hidden column."""
        return json.dumps([MARK, FORM, *self], ensure_ascii=False)


class Key(NamedTuple):
    """The hidden key of a row."""

    at: Address
    own: bool
    """False where the row was made for another sheet, or the key was changed by hand."""
    was: str
    """What ``trace`` gives for the value that the row was handed out with."""
    words: bool
    """True for a row that takes a sentence."""


def trace(*words: str) -> str:
    """Return a short mark by which some words are known again."""
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def key(guard: Guard, row: Row) -> str:
    """Return the hidden key of a row."""
    return json.dumps([list(row.at), _owner(guard, row.at), trace(row.now), row.words], ensure_ascii=False)


def read_guard(text: str) -> Guard | None:
    """Return whose sheet it is by what stands over the hidden column; None where that is no such text."""
    data = _parsed(text)
    if isinstance(data, list) and len(data) == 5 and data[:2] == [MARK, FORM] and all(isinstance(part, str) for part in data):
        return Guard(*data[2:])
    return None


def read_key(text: str, guard: Guard) -> Key | None:
    """Return the key of a row; None where the cell does not hold one."""
    data = _parsed(text)
    if not (isinstance(data, list) and len(data) == 4 and isinstance(data[0], list) and data[0]):
        return None
    at = tuple(data[0])
    if not all(isinstance(step, str) or type(step) is int for step in at):
        return None
    return Key(at, data[1] == _owner(guard, at), str(data[2]), data[3] is True)


def _owner(guard: Guard, at: Address) -> str:
    return trace(*guard, json.dumps(at, ensure_ascii=False))


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
