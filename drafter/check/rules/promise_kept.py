"""L03: what was promised last year is reported on."""

import re
from collections.abc import Iterator
from itertools import chain

from drafter.check.last import Last, Said
from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.profile import Profile

PROMISES = "去年打算"
CLAUSE = "[，；。]"
SHORTEST = 5
"""Characters of a clause that says what is to be done."""
LONGEST = 30
NAMED = 3
"""How many forgotten promises are named in one message."""


def check(paper: Paper) -> Iterator[Finding]:
    """Yield promises without a result, and last year's plans of which nothing is said at all."""
    if paper.profile is None:
        return
    pairs = [pair for material in paper.profile.materials if material.topic == PROMISES for pair in material.pairs()]
    open_ = [done.at for _, done in pairs if done.blank]
    if open_:
        yield paper.about(RULE.id, RULE.severity, f"“{PROMISES}”里有{len(open_)}条还没有写结果", open_[0], RULE.hint, tuple(open_[1:]))
    forgotten = _forgotten(paper.profile, paper.last, paper.kind.against.alike) if paper.last else []
    if forgotten and paper.last:
        named = "；".join(plan.text[:LONGEST] for plan in forgotten[:NAMED]) + ("…" if len(forgotten) > NAMED else "")
        at = next((material.at for material in paper.profile.materials if material.topic == PROMISES), paper.profile.period_fact.at)
        yield paper.about(RULE.id, RULE.severity, f"{paper.last.called}里有{len(forgotten)}条打算，看不出今年做到没有：{named}", at,
                          RULE.hint, tuple(plan.place for plan in forgotten))


def _forgotten(profile: Profile, last: Last, alike: int) -> list[Said]:
    """Return the plans that share too little with every single line of this year."""
    told = [_pairs(fact.text) for fact in chain.from_iterable(material.facts() for material in profile.materials)]

    def answered(clause: str) -> bool:
        wanted = _pairs(clause)
        return len(clause) >= SHORTEST and any(len(wanted & pairs) * 100 >= alike * len(wanted) for pairs in told)

    return [plan[0] for plan in last.promises if not any(answered(clause) for said in plan for clause in re.split(CLAUSE, said.text))]


def _pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring characters of a text."""
    return {text[at:at + 2] for at in range(len(text) - 1)}


RULE = Rule("L03", "去年的打算有交代", Severity.WARN, "各地校核通例：上一年安排的工作，下一年报告要有着落",
            "在“去年打算”下面一件写一条：打算、结果；没有做成的照实写", check)
