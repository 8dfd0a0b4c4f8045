"""A02: a heading that promises 原因 is followed by causes."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

CAUSE = re.compile(r"因为|由于|原因|究其|导致|主要是|根源|造成|所致|在于")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield headings that name 原因 while no cause is given under them; a heading of 原因 alone lists nothing else."""
    for section in paper.sections:
        heading = section.line.heading
        alone = "不足" not in heading and "问题" not in heading
        if "原因" in heading and section.text.strip() and "【待填：问题】" not in section.text and not alone and not CAUSE.search(section.text):
            yield paper.say(RULE.id, RULE.severity, "标题写了“原因”，下面没有讲原因", section.line, RULE.hint)
        elif "原因" in heading and paper.profile:
            yield from _silent(paper)


def _silent(paper: Paper) -> Iterator[Finding]:
    """Yield the problems of a profile that give no cause while others do."""
    for problem in paper.profile.problems if paper.profile else ():
        if not problem.causes and problem.name.text:
            yield paper.about(RULE.id, RULE.severity, f"问题“{problem.name.text}”没有讲原因", problem.name.at, RULE.hint)


RULE = Rule("A02", "标题写原因就要讲原因", Severity.MUST, "《法治政府建设与责任落实督察工作规定》要求报告存在的不足和原因",
            "在资料每个问题的“原因”里写一句", check)
