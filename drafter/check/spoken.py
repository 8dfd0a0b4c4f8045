"""What a paper says line by line: the lines of its profile where there is one, else its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.check.last import planned
from drafter.check.paper import Line, Paper
from drafter.check.rule import Rule
from drafter.finding import Address, Finding, Severity

PLANS = "安排"


class Spoken(NamedTuple):
    """A line, where it stands, and the year it speaks of."""

    text: str
    year: int
    """The year reported on; the year planned for where the line is a plan."""
    plan: bool
    at: Address = ()
    line: Line | None = None

    def remark(self, paper: Paper, rule: Rule, message: str, severity: Severity | None = None) -> Finding:
        """Return what a rule has to say of the line."""
        weight = severity or rule.severity
        if self.line:
            return paper.say(rule.id, weight, message, self.line, rule.hint)
        return paper.about(rule.id, weight, message, self.at, rule.hint)


def said(paper: Paper) -> Iterator[Spoken]:
    """Yield what a paper says; headings and title are checked by rules of their own."""
    profile = paper.profile
    if profile:
        following = int(profile.period.following[:4])
        plans = {fact.at for fact in planned(profile)}
        yield from (Spoken(fact.text, following if fact.at in plans else paper.year, fact.at in plans, fact.at)
                    for fact in profile.facts())
        return
    numbers = {line.number for section in paper.sections if section.role == PLANS for line in section.body}
    for line in paper.lines[1:]:
        if not line.level or line.run_in:
            plan = line.number in numbers
            yield Spoken(line.text, paper.year + plan, plan, line=line)
