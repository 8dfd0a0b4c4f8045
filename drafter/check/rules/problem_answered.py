"""A15: every problem is answered by a plan."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity


def check(paper: Paper) -> Iterator[Finding]:
    """Yield the problems of a profile without a plan of their own."""
    for problem in paper.profile.problems if paper.profile else ():
        if not problem.plans:
            yield paper.about(RULE.id, RULE.severity, f"问题“{problem.name.text}”没有自己的打算", problem.name.at, RULE.hint)


RULE = Rule("A15", "问题有打算回应", Severity.WARN, "各地校核通例：安排部分逐条回应不足部分",
            "在这条问题下面写“打算”；“另外打算”里已经回应的，就不用改", check)
