"""B10: the 普法 and five-year plans that a text names are those in force."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.check.spoken import Spoken, said
from drafter.finding import Finding, Severity
from drafter.kind import FiveYears

MARKS = "“”\"‘’'·"
TITLED = r"《[^》]*（((?:19|20)\d{2})\s*[—－\-–~～至到]+\s*((?:19|20)\d{2})年?）》"
"""A title that ends with its years; compiled where a title is met."""


class Plan(NamedTuple):
    """A plan that a text may name, and its years, both included."""

    name: str
    first: int
    last: int


def check(paper: Paper) -> Iterator[Finding]:
    """Yield plans that had run out, or not begun, by the year a line speaks of; a line may look back or ahead."""
    limits = paper.kind.against
    known = [(_bare(name), Plan(name, span.first, span.last)) for span in paper.kind.five_years for name in _names(span)]
    for line in said(paper) if paper.year else ():
        for plan in _named(line.text, known):
            if plan.last < line.year and not any(word in line.text for word in limits.review):
                yield _other(paper, line, f"{plan.name}到{plan.last}年为止")
            elif plan.first > line.year and not any(word in line.text for word in limits.ahead):
                yield _other(paper, line, f"{plan.name}从{plan.first}年开始")


def _names(span: FiveYears) -> list[str]:
    """Return the names of a span that are no titles: a title bears its years itself."""
    return [name for name in span.names.values() if name and not name.startswith("《")]


def _bare(text: str) -> str:
    """Return a text without quotes, which people write or leave out."""
    for mark in MARKS:
        text = text.replace(mark, "")
    return text


def _named(text: str, known: list[tuple[str, Plan]]) -> Iterator[Plan]:
    """Yield the plans that a text names: by a title with its years, or by a name of the table."""
    if "）》" in text:
        yield from (Plan(match[0], int(match[1]), int(match[2])) for match in re.finditer(TITLED, text))
    bare = _bare(text)
    yield from (plan for name, plan in known if name in bare)


def _other(paper: Paper, line: Spoken, runs: str) -> Finding:
    """Return the finding that a plan is of other years: one thing where the year is over, another where it is only planned."""
    severity = RULE.severity if line.year == paper.year else Severity.WARN
    now = next((_names(span) for span in paper.kind.five_years if span.first <= line.year <= span.last), [])
    instead = f"；{line.year}年是{'、'.join(now)}" if now else ""
    return line.remark(paper, RULE, f"{runs}，这里说的是{line.year}年的事{instead}", severity)


RULE = Rule("B10", "规划是当年的规划", Severity.MUST, "五年规划、普法规划各有起止年份（templates/…/dated/五年规划.yaml）",
            "改成那一年的规划；回顾旧规划的写明是总结、验收，新规划还没开始的写明是谋划、编制", check)
