"""Clause phrases, openers, closers and halves of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from drafter.mine.cluster import Cluster, similarity
from drafter.mine.frame import Frame
from drafter.mine.terms import Terms
from drafter.mine.wording import Wording, source_of
from drafter.past import Clause, Past
from drafter.phrases.entry import CLAUSE, CLOSER, HEADING, OPENER
from drafter.phrases.same import same_key

SHORTEST, LONGEST = 6, 40
VARIANT = 80.0
"""Similarity from which wordings with the same content words are variants of one another."""
LOCAL_KINDS = frozenset(("数", "率", "年", "单位", "地名", "上级"))
LOCAL = re.compile(r"(?<![各本行乡农镇])(?:[一-鿿]{2}(?:村|社区|街|路|河|湖|山|水库|工业园|景区|小区))|[A-Za-z]{2,}|\d")
LOOSE_END = re.compile(r"(?:的|和|与|及|等|对|在|将|把|为|以|、|“|（)$")
LOOSE_START = re.compile(r"^(?:的|和|与|及|等|、|以及|并且|其中|从而|而|但|却|也|又|则|之|上|下|中|内)")
CLOSERS = re.compile("^(?:形成|营造|确保|推动|实现|筑牢|夯实|提升|提高|增强|促进|维护|打通|构建|不断|有效|切实|让|使)")
OPENERS = re.compile("^(?:以|围绕|聚焦|坚持|按照|结合|充分|紧扣|立足|根据|为|针对|依托|通过|把|将)")
YEAR_BOUND = re.compile("开局之年|收官之年|关键之年|周年|换届|疫情")


SURNAMES = ("王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁蒋沈卢魏贾丁薛叶阎余杜戴夏钟汪邱秦侯姚"
            "谭廖邹熊陆郝孔崔康毛顾邵段雷钱汤尹黎武贺龚")
PERSON = re.compile(
    f"(?:镇长|乡长|书记|主任|所长|庭长|院长|局长|委员|同志|法官|律师|检察官|民警|教授|先生|女士)[{SURNAMES}][一-鿿]{{1,2}}"
    f"(?=[牵担任主听带在到授讲作为、，]|$)|[{SURNAMES}][一-鿿]{{1,2}}(?:法官|律师|检察官|警官|同志|老师|教授|先生|女士)")
"""A person by name: what one office's people did is no wording for another."""


def reusable(wording: Wording) -> bool:
    """Tell whether a clause can be said again by others: whole, of fair length, and without anything local left."""
    text = wording.slotted.text
    bare = re.sub(r"\{[^{}]*\}", "", text)
    return (wording.sound and bool(wording.key) and SHORTEST <= len(bare) + 2 * text.count("{") <= LONGEST and len(bare) >= SHORTEST - 1
            and not LOCAL.search(bare) and not PERSON.search(bare) and not LOOSE_END.search(text) and not LOOSE_START.search(text)
            and not YEAR_BOUND.search(text) and bare.count("“") == bare.count("”"))


def clause_frames(found: Iterable[Cluster], terms: Terms) -> Iterator[Frame]:
    """Yield one phrase for each cluster that has a member which can be said again."""
    for cluster in found:
        fit = [member for member in cluster.members if reusable(member)]
        if not fit:
            continue
        best = fit[0]
        texts = list(dict.fromkeys(member.slotted.text for member in fit if member.slotted.text != best.slotted.text))
        variants = [text for text in texts if interchangeable(text, best.slotted.text, terms)]
        yield Frame(CLAUSE, best.slotted.text, "", best.role, best.topic, best.lack, best.plan, tuple(variants),
                    tuple(text for text in texts if text not in variants), tuple(member.source for member in cluster.members), usable=False)


def interchangeable(one: str, other: str, terms: Terms) -> bool:
    """Tell whether two wordings hold the same words but for idle ones, perhaps in another order."""
    first, second = (same_key(terms.idle.sub("", text)) for text in (one, other))
    same_time = ("了" in one) == ("了" in other)
    return same_time and sorted(first) == sorted(second) and similarity(first, second) >= VARIANT


def plain_clauses(found: Iterable[Wording], words: Mapping[str, str]) -> Iterator[Frame]:
    """Yield every clause without figures as it stands, words of the level apart: what an office may say again in its own name."""
    ranked = [(slot, word) for slot, word in sorted(words.items(), key=lambda pair: -len(pair[1])) if len(word) > 1]
    for wording in found:
        if not LOCAL_KINDS.isdisjoint(wording.slotted.kinds) or not reusable(wording):
            continue
        yield Frame(CLAUSE, unlevelled(wording.clause.text, ranked), "", wording.role, wording.topic,
                    wording.lack, wording.plan, sources=(wording.source,))


def unlevelled(text: str, words: Iterable[tuple[str, str]]) -> str:
    """Return a text with slots for the words of its level, the longest of which come first."""
    for slot, word in words:
        if word in text:
            text = text.replace(word, f"{{{slot}}}")
    return text


def edges(listed: list[Wording]) -> Iterator[Frame]:
    """Yield openers (the first clause of a paragraph) and closers (the last clause of a sentence that says what for)."""
    for at, wording in enumerate(listed):
        following = listed[at + 1] if at + 1 < len(listed) else None
        last = following is None or (following.clause.line, following.clause.sentence) != (wording.clause.line, wording.clause.sentence)
        first = wording.clause.sentence == 0 and (at == 0 or listed[at - 1].clause.line != wording.clause.line)
        kind = OPENER if first and OPENERS.match(wording.clause.text) else CLOSER if last and CLOSERS.match(wording.clause.text) else ""
        if kind and reusable(wording):
            yield Frame(kind, wording.slotted.text, "", wording.role, wording.topic, wording.lack, wording.plan,
                        sources=(wording.source,), usable=False)


def headings(past: Past, report: int, clauses: Iterable[Clause], terms: Terms) -> Iterator[Frame]:
    """Yield the halves of the headings of a report."""
    for clause in clauses:
        line = past.lines[clause.line]
        if line.level > 1 and 4 <= len(clause.text) <= 16 and not LOCAL.search(clause.text) and not terms.slips.search(clause.text):
            yield Frame(HEADING, clause.text, "", line.role, line.topic, plan=line.role == "安排",
                        sources=(source_of(past, report, clause),), usable=False)
