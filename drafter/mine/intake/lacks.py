"""Problems with their causes and rectifications, and plans: paired as the report itself pairs them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from drafter.mine.intake.model import Doubt, Intent, Lack, Line
from drafter.mine.intake.pieces import Clause, Sentence, phrases

LONGEST_NAME = 32
"""Characters from which the name of a problem has probably lost a full stop."""
PLAIN = re.compile(
    "存在|主要|突出|不足|问题|短板|困难|原因|分析|整改|情况|措施|之处|及其?|和|与|、|，|的|工作|方面|薄弱环节|"
    "法治(?:政府)?建设|推进|年度|上一|本|20\\d\\d|年"
)
CAUSE = re.compile("(?:究其)?(?:主要)?(?:原因)(?:在于|主要在于|主要是|是|为|有|：)|(?:这)?主要(?:是)?(?:由于|因为)|(?:是)?由于(?!.*，.*)|归根到底")
MAINLY = re.compile("主要(?:问题|表现)?(?:是|有|为|表现在|体现在|表现为)(?=：|$)")
COMMON = frozenset(
    ["法治", "建设", "工作", "政府", "推进", "加强", "强化", "提升", "开展", "进一", "一步", "持续", "不断", "深化",
     "完善", "健全", "需要", "有待", "提高", "不够", "还需", "不足"]
)
PARTS = ("原因", "整改")
Worded = Callable[[Sentence, Sequence[Clause]], Line]
"""Makes a line of some clauses of a sentence, with the remarks that belong to it."""


class Spoken(NamedTuple):
    """One item of a list: its name and the lines that say more."""

    name: Line
    rest: tuple[Line, ...]
    causes: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return all lines."""
        return (self.name, *self.rest, *self.causes)


def about(heading: str) -> str:
    """Return which part of the problems a heading opens (原因, 整改, 问题); empty where it is itself the name of a problem."""
    if len(PLAIN.sub("", heading)) > 2:
        return ""
    found = [part for part in PARTS if part in heading]
    return found[0] if len(found) == 1 and not re.search("不足|问题|短板|困难", heading) else "问题"


def spoken(paragraph: Sequence[Sentence], worded: Worded, heading: str = "") -> Spoken:
    """Return an item: its first sentence, or first clause where more follows at once, names it."""
    first, *others = paragraph or (None,)
    if first is not None:
        mainly = MAINLY.match(first.clauses[0].text)
        first = first._replace(clauses=_without(first.clauses, mainly.end())) if mainly else first
    rest: list[Line] = []
    causes: list[Line] = []
    if first is None or heading:
        name, others = Line(heading), list(paragraph)
    else:
        at = 1 if len(first.clauses) > 1 and (len(first.text) > LONGEST_NAME or not others) else len(first.clauses)
        name = worded(first, first.clauses[:at])
        rest += [worded(first, phrase) for phrase in phrases(first.clauses[at:])]
    if len(name.text) > LONGEST_NAME and not name.remark:
        name = name._replace(remark="这一句长，原文可能漏了句号")
    for sentence in others:
        led = CAUSE.match(sentence.text)
        clauses = _without(sentence.clauses, led.end()) if led else sentence.clauses
        (causes if led else rest).extend(worded(sentence, phrase) for phrase in phrases(clauses))
    return Spoken(name, tuple(rest), tuple(causes))


def told(paragraph: Sequence[Sentence], worded: Worded) -> tuple[Line, ...]:
    """Return the lines of a paragraph whose heading names it already."""
    return tuple(worded(sentence, phrase) for sentence in paragraph for phrase in phrases(sentence.clauses))


def _without(clauses: tuple[Clause, ...], length: int) -> tuple[Clause, ...]:
    """Return clauses without the words that only lead up to a cause."""
    first = clauses[0]
    bare = first.text[length:].lstrip("，：")
    return (first._replace(text=bare), *clauses[1:]) if bare else clauses[1:]


def paired(lacks: Sequence[Lack], found: Sequence[Spoken], part: str, doubts: list[Doubt]) -> list[Lack]:
    """Return problems with their causes or rectifications: by their order where they are as many, else by their words."""
    made = list(lacks)
    for number, item in enumerate(found):
        at = number if len(found) == len(lacks) else _likest(item, lacks)
        sure = len(found) == len(lacks)
        lines = item.lines
        if not sure:
            doubts.append(Doubt(f"{part}没有和问题一一对应，记在“{lacks[at].name.text}”下面", item.name.text, "问题"))
            lines = (lines[0]._replace(remark="原文没有写明对应哪个问题"), *lines[1:])
        made[at] = made[at]._replace(causes=made[at].causes + lines) if part == "原因" else made[at]._replace(fixes=made[at].fixes + lines)
    return made


def _likest(item: Spoken, lacks: Sequence[Lack]) -> int:
    scores = [shared(item.name.text, lack.name.text) for lack in lacks]
    return scores.index(max(scores))


def shared(one: str, other: str) -> int:
    """Return how many pairs of characters two heads have in common, those that stand in any head left out."""
    pairs = ({text[at:at + 2] for at in range(len(text) - 1)} for text in (one, other))
    first, second = pairs
    return len((first & second) - COMMON)


def answered(lacks: Sequence[Lack], plans: Sequence[Intent]) -> tuple[list[Lack], list[Intent]]:
    """Return problems with the plans that answer them, and the other plans: the same order or the same head pairs them."""
    made = list(lacks)
    by_head = {number: _answer(lack, plans) for number, lack in enumerate(lacks)}
    in_order = sum(at == number for number, at in by_head.items())
    if lacks and in_order * 2 >= len(lacks) and len(plans) >= len(lacks):
        by_head = {number: number for number in by_head}
    pairs: dict[int, int] = {}
    for number, at in by_head.items():
        if at is not None and at not in pairs.values():
            pairs[number] = at
    if not _in_order(pairs, plans):
        pairs = {}
    for number, at in pairs.items():
        made[number] = made[number]._replace(plans=plans[at].texts, topic=made[number].topic or plans[at].topic)
    return made, [plan for at, plan in enumerate(plans) if at not in pairs.values()]


def _in_order(pairs: Mapping[int, int], plans: Sequence[Intent]) -> bool:
    """Tell whether the plans under each heading keep their order where those that answer a problem are printed first."""
    printed = [*(pairs[number] for number in sorted(pairs)), *(at for at in range(len(plans)) if at not in pairs.values())]
    return all(one < other or plans[one].topic != plans[other].topic
               for place, one in enumerate(printed) for other in printed[place + 1:])


def _answer(lack: Lack, plans: Sequence[Intent]) -> int | None:
    """Return the plan whose head is like that of a problem; None where none is clearly so."""
    scores = [shared(lack.name.text, plan.texts[0].text) for plan in plans]
    top = max(scores, default=0)
    return scores.index(top) if top >= 2 and scores.count(top) == 1 else None


