"""N03: every fact of the profile stands in the report."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity, spell
from drafter.report import Cited


def check(paper: Paper) -> Iterator[Finding]:
    """Yield the facts of a profile that no run of the report leads back to."""
    if paper.profile is None or paper.report is None:
        return
    printed = {at for block in paper.report.blocks for run in block.runs if isinstance(run, Cited) for at in run.at}
    for fact in paper.profile.facts():
        if fact.at not in printed and fact.at not in paper.dropped:
            yield paper.about(RULE.id, RULE.severity, f"“{spell(fact.at)}”没有印进报告", fact.at, RULE.hint)


RULE = Rule("N03", "资料都印进报告", Severity.MUST, "本软件的承诺：写进资料的不会悄悄漏掉",
            "比率没有分母（分母是0或无）的不印；别的，看看是不是同一件事写了两遍，或提纲里没有这一部分", check)
