"""Sentences of a report cut into lines of a profile: at clause marks, never inside quotes or brackets, no line without its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from drafter.mine.clauses import cut

LONGEST = 60
STOP = re.compile("[。！？；]")
ITEM = re.compile(r"(?:^|(?<=[。；：，！]))第?([一二三四五六七八九十]{1,3})是(?:要)?[：，]?|(?:^|(?<=[。；]))(?:\d{1,2}[.．、](?!\d)|（\d{1,2}）)")
LEANS = re.compile(
    "(?:并(?!购)|且|也|而|但|从而|进而|使|让|以(?!案|赛|学|法)|即|同时|其中|则|又|还|均|都|由此|为此|切实|有效|真正|共同|不断|进一步|着力|努力|确保|"
    "为(?!民|主)|实现|营造|形成|促进|增强|提升|提高|推动|影响|力争|做到|达到|并使|引导|极大|有力|持续|其|该|对此|有利于|导致)"
)
"""Clauses that go on with what was said before; a line rather begins elsewhere."""
BOUND = re.compile("(?:并(?!购)|且|也|而|但|从而|进而|使|让|即|其中|则|又|还|均|由此|极大|有利于|导致|影响)")
"""Clauses that say nothing without the one before them."""
OPENS = re.compile(
    "(?:以|在|通过|利用|借助|依托|围绕|针对|按照|根据|对照|结合|聚焦|立足|本着|坚持以|随着|鉴于|基于|虽然?|尽管|凡是?|为(?!民)|"
    "对(?!接|标)|充分利用|面向|抓住|紧扣|紧盯|瞄准|作为|自|当|除|不仅|既|一方面|从|运用|采取|采用).*"
)
"""Clauses that only lead up to what follows."""
MEANS = re.compile(
    "通过((?:举办|开展|组织|发放|悬挂|张贴|设立|制作|播放|召开|利用|走访|编印|印发|开设|邀请)[^，。]*?)等(?:多种|"
    "各种)?(?:形式|方式|途径|活动|手段|渠道)"
)
"""Means that are deeds themselves, and can stand alone."""
LEAD_END = re.compile(
    "(?:形式|方式|节点|时机|契机|之机|抓手|核心|重点|主线|目标|引领|模式|平台|渠道|途径|要求|原则|精神|阵地|优势|领域|基础上|"
    "过程中|情况|前提下|之[前后]|[等为])$"
)
DOES = re.compile("开展|举办|配备|组织|建立|制定|提供|化解|实施|进行|成立|推动|加强|推进|编制|梳理|落实|设立|召开|完善|纳入|实行|推行|做好|发放|评估|"
                  "宣传|培训|排查|整治|检查|教学|部署|聘用|聘请|融合|明确|规范|审查|公开|解决|解读|清理|健全|强化|调解|督促|支持|保障|优化|打造|讲解|宣讲|发现")
BARE = re.compile("(?:20\\d\\d年(?:度)?|今年以来|一年来|今年|全年|本年度)(?=，|$)")


class Clause(NamedTuple):
    """A stretch between marks; offsets count characters of the line it stands in."""

    text: str
    start: int
    end: int
    mark: str


class Sentence(NamedTuple):
    """The clauses up to a full stop or a semicolon, and which line of the report they stand in."""

    line: int
    clauses: tuple[Clause, ...]
    item: bool = False
    """True for the first sentence of an item: 一是 …"""

    @property
    def text(self) -> str:
        """Return the sentence without its stop."""
        return joined(self.clauses)


def joined(clauses: Sequence[Clause]) -> str:
    """Return clauses as they stood, without the mark behind the last."""
    return "".join(clause.text + clause.mark for clause in clauses[:-1]) + (clauses[-1].text if clauses else "")


def sentences(text: str, line: int, begin: int = 0, end: int | None = None, *, item: bool = False) -> Iterator[Sentence]:
    """Yield the sentences of a stretch of a line; ``item`` marks the first."""
    held: list[Clause] = []
    first = item
    for start, stop, mark in cut(text[begin:end]):
        words = text[begin + start:begin + stop]
        held.append(Clause(words, begin + start, begin + stop, mark))
        if STOP.search(mark):
            yield Sentence(line, tuple(held), first)
            held, first = [], False
    if held:
        yield Sentence(line, tuple(held), first)


def phrases(clauses: Sequence[Clause], longest: int = LONGEST) -> list[tuple[Clause, ...]]:
    """Return clauses gathered into lines, each as long as may be; none begins with what leans on the one before."""
    ends = list(accumulate(len(clause.text) + len(clause.mark) for clause in clauses))
    waiting, found = [(0, len(clauses))] if clauses else [], []
    while waiting:
        begin, end = waiting.pop()
        start = ends[begin - 1] if begin else 0
        whole = ends[end - 1] - len(clauses[end - 1].mark) - start
        if whole <= longest or end - begin == 1:
            found.append(tuple(clauses[begin:end]))
            continue
        at = max(range(begin + 1, end), key=lambda place: _fitness(clauses, place, ends[place - 1] - start, whole, longest))
        waiting += [(at, end), (begin, at)]
    return found


def _fitness(clauses: Sequence[Clause], place: int, before: int, whole: int, longest: int) -> float:
    """Return how well clauses are parted before one of them: whole thoughts first, then lines of like length."""
    score = -abs(2 * before - whole) / whole
    score -= 4 if BOUND.match(clauses[place].text) else 1 if LEANS.match(clauses[place].text) else 0
    score -= 5 if OPENS.fullmatch(clauses[place - 1].text) else 0
    return score - (0.5 if max(before, whole - before) > longest else 0)


def leads(clause: Clause) -> bool:
    """Tell whether a clause only leads up to the one behind it."""
    return bool(OPENS.fullmatch(clause.text) and (LEAD_END.search(clause.text) or not DOES.search(clause.text, 2))) and "；" not in clause.mark


def bare(clauses: Sequence[Clause], unit: str, level: str) -> tuple[Clause, ...]:
    """Return clauses without the time and the subject that the report gives anyway."""
    kept = list(clauses)
    while len(kept) > 1 and BARE.fullmatch(kept[0].text):
        kept = kept[1:]
    if kept:
        text = without_subject(kept[0].text, unit, level)
        kept[0] = kept[0]._replace(text=text, start=kept[0].end - len(text))
    return tuple(kept)


def without_subject(text: str, unit: str, level: str) -> str:
    """Return a clause without the township as its subject; what is a part of it stays, named as it is from within."""
    text = re.sub("^20\\d\\d年(?:度)?(?=[一-鿿])(?![是为])", "", text)
    names = [name for name in (unit, f"我{level}", f"本{level}") if len(name) > 1]
    for name in names:
        if not text.startswith(name):
            continue
        rest = text[len(name):]
        if re.match("(?:党委|党工委|政府|办事处|人大|纪委|党政|主要|域|内|辖)", rest):
            return f"{level}{rest}" if rest.startswith(("党委", "党工委", "政府", "办事处", "人大", "纪委")) else rest
        if len(rest) > 1 and not re.match("[的、和与及在]", rest):
            return rest.lstrip("，")
    return text
