"""Reports of our own wording with the right answer beside each figure: [[12场次|words of the label|indicator]].

The words of the label are alternatives parted by /; an indicator that is - has none, one that ends in ! is a plan. Where the grammar of
figures cannot read what is written, the right value follows it: [[两次=2次|…]].
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from drafter.figure import read_figure

MARKED = re.compile(r"\[\[(?P<written>[^=|\]]+)(?:=(?P<value>[^|\]]+))?\|(?P<words>[^|\]]*)\|(?P<id>[^!\]]*)(?P<plan>!?)\]\]")
VALUE = re.compile(r"([\d.]+)(.*)")


class Right(NamedTuple):
    """What a report really says at an offset."""

    start: int
    written: str
    amount: Decimal
    unit: str
    words: tuple[str, ...]
    indicator: str
    plan: bool


def annotated(path: Path) -> tuple[str, list[Right]]:
    """Return the plain text of an annotated report, and its figures."""
    text = path.read_text(encoding="utf-8")
    plain, answers, begun = "", [], 0
    for mark in MARKED.finditer(text):
        plain += text[begun:mark.start()]
        answers.append(_right(mark, len(plain)))
        plain += mark["written"]
        begun = mark.end()
    return plain + text[begun:], answers


def _right(mark: re.Match[str], start: int) -> Right:
    amount, unit = _value(mark["value"] or mark["written"])
    return Right(start, mark["written"], amount, unit, tuple(mark["words"].split("/")), mark["id"].replace("-", ""), bool(mark["plan"]))


def _value(written: str) -> tuple[Decimal, str]:
    figure = read_figure(written).figure
    if figure is None:
        match = VALUE.fullmatch(written)
        assert match, written
        return Decimal(match[1]), match[2]
    # 15万元 is read as 150000 of 元 already.
    return figure.amount, figure.unit
