"""Which topic the words under each heading become, so that every line lands where it stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from drafter.kind import Kind
from drafter.kind import Node as Shipped
from drafter.kind.outline import ITEM_LEVEL
from drafter.mine.intake.parts import Part
from drafter.mine.intake.placing import Figures
from drafter.mine.sections import LEAD, SURE_TEXT, best

SHORTEST, LONGEST = 3, 14
"""Characters of a heading's first half that may name a topic."""
VERBS = re.compile(
    "(?:进一步|不断|持续|切实|着力|全面|深入|大力|纵深|精准|强化|加强|加大|推进|坚持|健全|完善|规范|提升|提高|抓好|抓实|做好|"
    "严格|落实|聚焦|改进|深化|压实|开展|认真|在|对|是)+"
)
ENDS = re.compile("(?:方面|上|的?情况)$")
LEADS = {"不足": "问题说明", "安排": "打算说明"}
"""What a topic is called that holds the words before a list of problems or plans."""
OWN_ROLES = ("成效", "第一责任人")
MANY = 2
"""Figures of another topic that weigh more than the words of a heading."""


class Named(NamedTuple):
    """The topics of one part: where its words go, and which others its figures may go to."""

    main: str
    allowed: frozenset[str] = frozenset()


def named(parts: Sequence[Part], figures: Figures, kind: Kind, reserved: Collection[str]) -> list[Named]:
    """Return the topics of every part that has words; a name is given once."""
    indicators = {indicator.id: indicator.topic for indicator in kind.catalogue()}
    votes = [_votes(part, figures, indicators) for part in parts]
    mains = _mains(parts, votes, kind, reserved)
    homes = _homes(parts, votes, {name for name in mains if name})
    return [Named(main, frozenset(topic for topic, at in homes.items() if at == index)) for index, main in enumerate(mains)]


def _votes(part: Part, figures: Figures, indicators: Mapping[str, str]) -> Counter[str]:
    """Return how many sure figures under a part are of each topic."""
    found = (figure for sentence in part.sentences
             for figure in figures(sentence.line, sentence.clauses[0].start, sentence.clauses[-1].end))
    return Counter(indicators[figure.indicator] for figure in found if figure.indicator in indicators and not figure.plan)


def _mains(parts: Sequence[Part], votes: Sequence[Counter[str]], kind: Kind, reserved: Collection[str]) -> list[str]:
    """Return the topic of the words of each part; the parts that a heading or figures name most clearly choose first."""
    made = [""] * len(parts)
    taken: set[str] = set(reserved)
    worded = [index for index, part in enumerate(parts) if part.level and part.paragraphs]
    for index in sorted(worded, key=lambda index: (parts[index].role not in OWN_ROLES, not parts[index].leaf, index)):
        part = parts[index]
        wished = _wished(part, votes[index], kind) if part.role in OWN_ROLES else ""
        made[index] = wished if wished and wished not in taken else _own_name(part, wished, taken)
        taken.add(made[index])
    return made


def _wished(part: Part, votes: Counter[str], kind: Kind) -> str:
    """Return the topic that a part is about: by its heading, unless words and figures agree on another; else by its words."""
    if part.role != "成效":
        return part.role if part.level < ITEM_LEVEL and part.role in kind.topics else ""
    spoken = best([("。".join(sentence.text for sentence in part.sentences), 1.0)], kind.topics, SURE_TEXT, LEAD)
    most = votes.most_common(1)
    if most and not votes[part.topic] and most[0][1] >= MANY and most[0][0] == spoken:
        return spoken
    return part.topic or spoken


def _own_name(part: Part, wished: str, taken: Collection[str]) -> str:
    """Return a name for a topic that no office has yet: what a lead is to, or the words of the heading."""
    if part.role in LEADS and (part.role == "不足" or part.level == 1):
        bases = [LEADS[part.role]]
    else:
        half = re.sub("[“”‘’《》（）()：:·\\s]", "", re.split("[，,、；;。]", part.heading)[0])
        short = VERBS.sub("", ENDS.sub("", half))
        bases = [name for name in (short, half) if SHORTEST <= len(name) <= LONGEST and not re.search(r"\d", name)]
    bases = bases or [wished or "材料"]
    names = chain(bases, (f"{bases[0]}{number}" for number in count(2)))
    return next(name for name in names if name not in taken)


def _homes(parts: Sequence[Part], votes: Sequence[Counter[str]], mains: Collection[str]) -> dict[str, int]:
    """Return under which part the figures of each topic that no part is about may stand: where most of them are."""
    homes: dict[str, int] = {}
    for index, (part, counted) in enumerate(zip(parts, votes, strict=True)):
        for topic, figures in counted.items():
            if topic in mains or part.role != "成效" or not part.level:
                continue
            if topic not in homes or figures > votes[homes[topic]][topic]:
                homes[topic] = index
    return homes


def within(parts: Sequence[Part], nodes: Sequence[Shipped | None], kind: Kind) -> list[Named]:
    """Return the topics of parts whose headings are those of a shipped outline: only names that stand there."""
    made = []
    for part, node in zip(parts, nodes, strict=True):
        topics = node.topics if node else ()
        scored = best([(part.heading, 1.0)], {name: kind.topics[name] for name in topics if name in kind.topics}, 0.0, 1.0)
        made.append(Named(scored or next(iter(topics), ""), frozenset(topics)))
    return made
