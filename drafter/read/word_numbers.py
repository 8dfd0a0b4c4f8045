"""The numbers that Word draws before a paragraph and that stand in no run: 一、 （一） 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{W}val"
TOKEN = re.compile("%([1-9])")
DIGITS = "〇一二三四五六七八九"
PLACES = ("", "十", "百", "千")
STEMS = "甲乙丙丁戊己庚辛壬癸"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
         (1, "i"))
CHINESE = {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital",
           "koreanCounting"}
FIRST_SIGN = {"decimalEnclosedCircle": "①", "decimalEnclosedCircleChinese": "①", "decimalEnclosedParen": "⑴", "decimalEnclosedFullstop": "⒈"}
SILENT = {"bullet", "none"}
LONGEST = 20
"""Characters that the pattern of a number may have."""
LARGEST = 9999
DEPTH = 20
"""Styles that may be based on one another."""


class Level(NamedTuple):
    """How one level of a list is numbered."""

    start: int
    format: str
    pattern: str
    style: str
    decimal: bool
    """True where the higher levels print as 1, 2, 3 in it."""


class Numbers:
    """The counters of a document, and how its lists and styles are numbered."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()
        if numbering is not None:
            self._read_lists(numbering)
            self._read_styles(styles)

    def next(self, properties: Any) -> str:
        """Return the number of the next paragraph, from its properties; empty where it has none."""
        if not self._lists or properties is None:
            return ""
        number, depth = _own(properties) or self._styles.get(_value(properties, "pStyle"), ("", 0))
        if number not in self._lists:
            return ""
        shared, levels, restarts = self._lists[number]
        counts = self._counts.setdefault(shared, {})
        if depth in restarts and (number, depth) not in self._restarted:
            self._restarted.add((number, depth))
            counts[depth] = restarts[depth] - 1
        level = levels.get(depth)
        if level is None:
            return ""
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        return "" if level.format in SILENT else _drawn(level, levels, counts)

    def _read_lists(self, numbering: Any) -> None:
        patterns = {found.get(f"{W}abstractNumId", ""): found for found in numbering.iterfind(f"{W}abstractNum")}
        linked = {_value(found, "styleLink"): key for key, found in patterns.items()}
        for found in numbering.iterfind(f"{W}num"):
            shared = _value(found, "abstractNumId")
            pattern = patterns.get(shared)
            if pattern is None:
                continue
            shared = linked.get(_value(pattern, "numStyleLink") or "-", shared)
            levels = dict(_levels(patterns[shared]))
            restarts: dict[int, int] = {}
            for override in found.iterfind(f"{W}lvlOverride"):
                levels.update(_levels(override))
                if override.find(f"{W}startOverride") is not None:
                    restarts[_integer(override.get(f"{W}ilvl"))] = _integer(_value(override, "startOverride"), 1)
            self._lists[found.get(f"{W}numId", "")] = (shared, levels, restarts)

    def _read_styles(self, styles: Any) -> None:
        known = {} if styles is None else {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")}
        for name in known:
            at = name
            for _ in range(DEPTH):
                properties = known[at].find(f"{W}pPr")
                own = None if properties is None else _own(properties)
                if own is not None:
                    self._styles[name] = self._of_style(own, at)
                at = _value(known[at], "basedOn")
                if own is not None or at not in known:
                    break

    def _of_style(self, own: tuple[str, int], style: str) -> tuple[str, int]:
        """Return the list and the level of a style: the level may name the style, and not the other way round."""
        levels = self._lists[own[0]][1] if own[0] in self._lists else {}
        return own[0], next((depth for depth, level in levels.items() if level.style == style), own[1])


def _own(properties: Any) -> tuple[str, int] | None:
    found = properties.find(f"{W}numPr")
    number = None if found is None else found.find(f"{W}numId")
    return None if number is None else (number.get(VALUE, ""), _integer(_value(found, "ilvl")))


def _levels(element: Any) -> Iterator[tuple[int, Level]]:
    for found in element.iterfind(f"{W}lvl"):
        start, form, pattern, style = (_value(found, name) for name in ("start", "numFmt", "lvlText", "pStyle"))
        legal = found.find(f"{W}isLgl") is not None
        yield _integer(found.get(f"{W}ilvl")), Level(_integer(start, 1), form or "decimal", pattern[:LONGEST], style, legal)


def _drawn(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def one(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        known = levels.get(depth, level)
        return spelled(counts.get(depth, known.start), "decimal" if level.decimal else known.format)

    return TOKEN.sub(one, level.pattern)


def spelled(number: int, form: str) -> str:
    """Return a number as a list of this format prints it."""
    if form in SILENT:
        return ""
    if not 0 < number <= LARGEST:
        return str(number)
    if form in CHINESE:
        return chinese(number)
    if form in FIRST_SIGN and number <= 20:
        return chr(ord(FIRST_SIGN[form]) + number - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form == "ideographTraditional" and number <= len(STEMS):
        return STEMS[number - 1]
    return _latin(number, form)


def _latin(number: int, form: str) -> str:
    text = str(number)
    if form.endswith("Letter"):
        text = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, LONGEST)
    elif form.endswith("Roman"):
        text = ""
        for worth, sign in ROMAN:
            text += sign * (number // worth)
            number %= worth
    return text.upper() if form.startswith("upper") else text


def chinese(number: int) -> str:
    """Return a number below ten thousand in hanzi: 十二, 一百零三."""
    digits = str(number)
    text = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit != "0":
            text += DIGITS[int(digit)] + PLACES[place]
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text[1:] if text.startswith("一十") else text


def _value(element: Any, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(VALUE, "")


def _integer(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and len(text) <= 6 and text.isascii() and text.isdigit() else otherwise
