"""A15: every problem is answered by a plan."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

COMMON = frozenset(("法治", "不足", "不够", "不强", "工作", "建设", "政府", "有待", "加强", "提升", "还需", "部分", "存在", "问题"))
"""Pairs that every problem and every plan may hold."""


def check(paper: Paper) -> Iterator[Finding]:
    """Yield the problems of a profile without a plan of their own, and with no other plan that speaks of the same thing."""
    if paper.profile is None:
        return
    others = [_pairs("".join(fact.text for fact in plan.texts)) for plan in paper.profile.plans]
    for problem in paper.profile.problems:
        if not problem.plans and not any(_pairs(problem.name.text) & plan for plan in others):
            yield paper.about(RULE.id, RULE.severity, f"问题“{problem.name.text}”没有打算回应", problem.name.at, RULE.hint)


def _pairs(text: str) -> set[str]:
    """Return the pairs of characters in a text that tell what it is about."""
    return {text[at:at + 2] for at in range(len(text) - 1)} - COMMON


RULE = Rule("A15", "问题有打算回应", Severity.WARN, "各地校核通例：安排部分逐条回应不足部分",
            "在这条问题下面写“打算”；“另外打算”里已经回应的，就不用改", check)
