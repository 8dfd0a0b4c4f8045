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
    fillers: tuple[tuple[str, str], ...]
    """The kind of each slot and what stood there."""

    @property
    def symbols(self) -> str:
        """Return the clause with one character for each slot."""
        return SLOTTED.sub(lambda slot: SYMBOLS[slot[0][1:-1]], self.text)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of its slots in order."""
        return tuple(kind for kind, _ in self.fillers)


class Slotter:
    """Takes the slots out of the clauses of one report."""

    def __init__(self, past: Past, kind: Kind, terms: Terms, common: Set[str] = frozenset()) -> None:
        words = dict(kind.levels.get(past.level, {}))
        superior = _superior(past.original.text, kind)
        own = [past.unit, past.unit.removeprefix("示例")] if past.unit else []
        local = [re.escape(word) for word in own if word]
        level = sorted({word for word in words.values() if len(word) > 1 and past.level[-1:] in word}, key=len, reverse=True)
        said = {word for word in superior.values() if len(word) > 1}
        above = sorted(said | {word.replace("、", "") for word in said}, key=len, reverse=True)
        groups = [("单位", local), ("级别词", [re.escape(word) for word in level]), ("上级", [re.escape(word) for word in above])]
        own_words = "|".join(f"(?P<{name}>{'|'.join(found)})" for name, found in groups if found)
        parts = [FIXED.pattern, own_words, f"(?P<地名>{terms.provinces.pattern})"]
        self._pattern = re.compile("|".join(filter(None, parts)))
        self._common = terms.common | common

    def __call__(self, text: str) -> Slotted:
        """Return a clause with its slots."""
        fillers: list[tuple[str, str]] = []

        def take(found: re.Match[str]) -> str:
            name = found.lastgroup or ""
            if name == "引" and found[0].strip("“”") in self._common:
                return found[0]
            fillers.append((name, found[0]))
            return f"{{{name}}}"

        return Slotted(self._pattern.sub(take, text), tuple(fillers))


def _superior(text: str, kind: Kind) -> dict[str, str]:
    """Return the words for the superior that a report speaks of most."""
    counts = {name: text.count(words["上级"] + "委") for name, words in kind.superiors.items()}
    best = max(counts, key=lambda name: counts[name], default="")
    return dict(kind.superiors[best]) if best and counts[best] else {}
