"""L04: what the superior found wrong has been put right, or it is said how far."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

FEEDBACK = "上级反馈问题"


def check(paper: Paper) -> Iterator[Finding]:
    """Yield the problems named by the superior that have no result."""
    for material in paper.profile.materials if paper.profile else ():
        for asked, done in material.pairs() if material.topic == FEEDBACK else ():
            if done.blank:
                yield paper.about(RULE.id, RULE.severity, f"上级反馈的“{asked.text}”没有写整改结果", done.at, RULE.hint)


RULE = Rule("L04", "上级反馈有整改结果", Severity.MUST, "《法治政府建设与责任落实督察工作规定》要求督察反馈的问题限期整改并报告结果",
            "在这一条下面写  整改: 怎么改的、改到什么程度；还没改完的，写进度和期限", check)
