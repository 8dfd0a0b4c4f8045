"""Headings of a past report: told from paragraphs by their number, and cut off where the text runs on behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.mine.marks import Words

NUMERAL = "一二三四五六七八九十百"
STYLES = (
    (1, re.compile(rf"第[{NUMERAL}]+部分[、：，]?|[{NUMERAL}]{{1,3}}[、.．]")),
    (2, re.compile(rf"[（(]?[{NUMERAL}]{{1,3}}[）)][、.，]?")),
    (4, re.compile(r"[（(]\d{1,2}[）)][、.]?|[①-⑳]|\d{1,2}[）)]")),
    (3, re.compile(r"\d{1,2}(?:[、．]|\.(?!\d))")),
)
LONGEST = 45
"""Characters up to which the first sentence of a numbered paragraph may be a heading."""
LONGEST_ALONE = 80
"""The same where the whole paragraph is the heading and holds no full stop."""
LONGEST_LABEL = 20
LONGEST_UNNUMBERED = 30
ITEM_STYLES = (3, 4)
DIGIT = re.compile(r"(?<![“年])\d+(?!年|[·+])")


class Part(NamedTuple):
    """A heading or running text; ``style`` is that of the number (1 for 一、 to 4 for （1）), 0 where there is none."""

    words: Words
    style: int
    number: str
    heading: bool


def number_of(text: str) -> tuple[int, str]:
    """Return the style and the number that a paragraph begins with; 0 and nothing where it has none."""
    for style, pattern in STYLES:
        match = pattern.match(text)
        if match and match.end() < len(text):
            return style, match[0]
    return 0, ""


def parts(lines: Sequence[Words], hints: Sequence[str]) -> list[Part]:
    """Return the headings and the running texts of a report; ``hints`` tell a heading that lost its number."""
    numbers = [number_of(line.text) for line in lines]
    made: list[Part] = []
    for index, line in enumerate(lines):
        style, number = numbers[index]
        following = numbers[index + 1][0] if index + 1 < len(lines) else style
        if style:
            made += _numbered(line.part(len(number)), style, number, following)
        else:
            last = index + 1 == len(lines)
            made.append(Part(line, 0, "", not last and _unnumbered(line.text, hints)))
    return made


def _numbered(words: Words, style: int, number: str, following: int) -> list[Part]:
    """Take a numbered paragraph apart: its heading, and the text behind; an item that is no heading stays whole."""
    end = _end(words.text, style)
    alone = end >= len(words.text.rstrip("。；：，"))
    if not end or (alone and _is_item(words.text, style, following)):
        return [Part(words, style, number, heading=False)]
    head = Part(words.part(0, end), style, number, heading=True)
    rest = words.part(end + 1)
    return [head, Part(rest, 0, "", heading=False)] if rest.text.strip("。；") else [head]


def _end(text: str, style: int) -> int:
    """Return where the heading at the beginning of a paragraph ends; 0 where there is none."""
    stop = text.find("。")
    if stop < 0:
        bare = text.rstrip("：；，")
        if len(bare) <= LONGEST_ALONE and "；" not in bare and (style < ITEM_STYLES[0] or len(bare) <= LONGEST):
            return len(bare) if "：" not in bare else _label(text)
        return _label(text)
    label = _label(text)
    if label and label < stop:
        return label
    return stop if 0 < stop <= LONGEST else 0


def _label(text: str) -> int:
    """Return the length of a label like 学习方面： that opens a paragraph."""
    colon = text.find("：")
    return colon if 0 < colon <= LONGEST_LABEL and not re.search("[，。；、“]", text[:colon]) else 0


def _is_item(text: str, style: int, following: int) -> bool:
    """Tell whether a numbered sentence that stands alone is one of a list of things done, not a heading."""
    if style in ITEM_STYLES and DIGIT.search(text):
        return True
    return text.endswith(("。", "；")) and style > 1 and following == style


def _unnumbered(text: str, hints: Sequence[str]) -> bool:
    """Tell whether a short line is a heading whose number was lost."""
    return len(text) <= LONGEST_UNNUMBERED and not re.search("[。；：，！]", text) and any(hint in text for hint in hints)
