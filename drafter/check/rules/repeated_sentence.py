"""S01: no sentence stands twice."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

SHORTEST = 12


def check(paper: Paper) -> Iterator[Finding]:
    """Yield sentences that were said before."""
    seen: set[str] = set()
    for line in paper.lines:
        for sentence in line.text.split("。"):
            if len(sentence) >= SHORTEST and sentence in seen:
                yield paper.say(RULE.id, RULE.severity, f"这句话前面已经写过：{sentence[:30]}", line, RULE.hint)
            seen.add(sentence)


RULE = Rule("S01", "不重复一句话", Severity.WARN, "各地校核通例", "留一处，另一处删掉或改写", check)
