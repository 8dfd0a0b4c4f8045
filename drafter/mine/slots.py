"""Typed slots: what is of one town, one year or one event is taken out of a clause, so that the wording remains."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import NamedTuple

from drafter.kind import Kind
from drafter.mine.terms import Terms
from drafter.past import Past

NUMBER = r"(?:约|近|超过?|逾|仅|不少于|至少)?\d[\d.,]*(?:[余多])?(?:[万亿])?(?:[余多])?"
UNIT = (r"(?:人次|件次|场次|批次|户次|家次|万元|亿元|百分点|个百分点|公里|平方米"
        r"|[份人次件名元户个家册条场宗起袋亩项期处支块幅卷篇辆台套本批对组轮堂遍例栋座间届讲])")
KINDS = ("法", "引", "全会", "规划期", "年", "单位", "级别词", "上级", "地名", "率", "数")
FIRST_SYMBOL = "\ue100"
SYMBOLS = {kind: chr(ord(FIRST_SYMBOL) + number) for number, kind in enumerate(KINDS)}
SLOTTED = re.compile(r"\{(?:" + "|".join(SYMBOLS) + r")\}")
FIXED = re.compile(
    r"(?P<法>《[^《》]{2,60}》(?:（[^（）]{2,20}）)?)|(?P<规划期>“?(?:十[三四五六]五|[七八九]五)”?)|(?P<引>“[^“”。]{1,30}”)"
    r"|(?P<全会>(?:党的)?(?:十[八九]|二十)(?:大(?!道|队)|届)(?:[和、]?(?:党的)?(?:十[八九]|二十)?届?[一二三四五六七]中(?:全会)?)*(?:和历次全会)?)"
    r"|(?P<年>20\d\d(?:年度?)?|\d{1,2}[·.]\d{1,2}(?=[”国全消世“])|\d{1,2}月(?:\d{1,2}日)?)"
    rf"|(?P<率>{NUMBER}[%‰]|百分之百)|(?P<数>{NUMBER}{UNIT}?|(?<![一二三四五六七八九十第])[两三四五六七八九十]{UNIT}(?=[一-鿿]))")


class Slotted(NamedTuple):
    """A clause with slots."""

    text: str
    """With slots as {法} {数} …"""
    kinds: tuple[str, ...]
    """The kinds of its slots in order."""

    @property
    def symbols(self) -> str:
        """Return the clause with one character for each slot."""
        return SLOTTED.sub(lambda slot: SYMBOLS[slot[0][1:-1]], self.text)


class Slotter:
    """Takes the slots out of the clauses of one report."""

    def __init__(self, past: Past, kind: Kind, terms: Terms, common: Set[str] = frozenset()) -> None:
        self._unit = [word for word in (past.unit, past.unit.removeprefix("示例")) if word]
        self._pattern = _pattern(past.level, _superior(past.original.text, kind), kind, terms.provinces.pattern)
        self._common = terms.common | common

    def __call__(self, text: str) -> Slotted:
        """Return a clause with its slots."""
        kinds: list[str] = []

        def take(found: re.Match[str]) -> str:
            name = found.lastgroup or ""
            if name == "引" and found[0].strip("“”") in self._common:
                return found[0]
            kinds.append(name)
            return f"{{{name}}}"

        for unit in self._unit:
            if unit in text:
                kinds.append("单位")
                text = text.replace(unit, "{单位}")
        return Slotted(self._pattern.sub(take, text), tuple(kinds))


_patterns: dict[tuple[str, str], re.Pattern[str]] = {}
"""What is slotted, by level and superior: compiling it takes longer than a report."""


def _pattern(level: str, superior: str, kind: Kind, provinces: str) -> re.Pattern[str]:
    """Return the pattern of everything that is slotted in the reports of one level."""
    if (level, superior) not in _patterns:
        own = [word for word in kind.levels.get(level, {}).values() if len(word) > 1 and level[-1:] in word]
        above = {word for word in kind.superiors.get(superior, {}).values() if len(word) > 1}
        groups = (("级别词", own), ("上级", above | {word.replace("、", "") for word in above}))
        named = [f"(?P<{name}>{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})" for name, words in groups if words]
        _patterns[level, superior] = re.compile("|".join([FIXED.pattern, *named, f"(?P<地名>{provinces})"]))
    return _patterns[level, superior]


def _superior(text: str, kind: Kind) -> str:
    """Return the superior that a report speaks of most; empty where it speaks of none."""
    counts = {name: text.count(words["上级"] + "委") for name, words in kind.superiors.items()}
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] else ""
