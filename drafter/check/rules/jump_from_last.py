"""L01: a figure that is far from last year's is looked at again."""

from collections.abc import Iterator
from decimal import Decimal

from drafter.check.last import Counted, counted
from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.figure import Figure
from drafter.finding import Finding, Severity
from drafter.profile import Entry


def check(paper: Paper) -> Iterator[Finding]:
    """Yield figures that grew or fell by more than the kind lets pass; small ones, and other units, are not compared."""
    if paper.profile is None or paper.last is None:
        return
    by_indicator: dict[str, list[Entry]] = {}
    for entry in paper.profile.entries():
        by_indicator.setdefault(entry.indicator.id, []).append(entry)
    for name, entries in by_indicator.items():
        before = paper.last.figures.get(name, ())
        # Two values of one indicator count different things, and nothing says which belongs to which.
        if len(entries) == len(before) == 1:
            yield from _jump(paper, entries[0], before[0], paper.last.called)


def _jump(paper: Paper, entry: Entry, before: Counted, called: str) -> Iterator[Finding]:
    """Yield the finding that one figure jumped."""
    figure, old = counted(entry.amount), before.figure
    if figure is None or not _comparable(figure, old):
        return
    change = figure.amount - old.amount
    limits = paper.kind.against
    if abs(change) >= limits.small and abs(change) * 100 > limits.jump * old.amount:
        yield paper.about(RULE.id, RULE.severity, f"“{entry.typed}”{figure.text}，{called}是{old.text}，{_said(change, old.amount)}",
                          entry.amount.fact.at, RULE.hint, (before.place,))


def _comparable(figure: Figure, old: Figure) -> bool:
    """Tell whether two figures count by one measure word; a 0 and 无 fit every one."""
    return figure.unit == old.unit or not figure.amount or not old.amount


def _said(change: Decimal, old: Decimal) -> str:
    """Say how much a figure changed."""
    if not old:
        return "去年还没有"
    share = abs(change) * 100 / old
    return f"{'多出' if change > 0 else '少了'}{share:.0f}%"


RULE = Rule("L01", "数与去年相差不太大", Severity.WARN, "各地校核通例：与上年相差一半以上的数据逐个说明原因",
            "看是不是多打、少打了一位，口径和去年是不是一样；没有错就不用改", check)
