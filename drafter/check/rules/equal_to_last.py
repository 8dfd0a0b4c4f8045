"""C18: a figure that is the same as last year's is looked at again."""

from collections.abc import Iterator

from drafter.check.last import Last, counted
from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.profile import Entry

FULL = 100
"""The per cent at which a rate ends: two years that reach it say nothing."""


def check(paper: Paper) -> Iterator[Finding]:
    """Yield one list of the figures that did not change, and a lighter one of those so small that chance explains it."""
    if paper.profile is None or paper.last is None:
        return
    same = {entry.amount.fact.at: entry for entry in paper.profile.entries() if _is_same(entry, paper.last)}
    large = [entry for entry in same.values() if entry.amount.figure and entry.amount.figure.amount >= paper.kind.against.small]
    small = [entry for entry in same.values() if entry not in large]
    for entries, severity, said in ((large, RULE.severity, "{}个数"), (small, Severity.NOTE, "{}个小数目")):
        if entries:
            named = "、".join(f"{entry.typed}{entry.amount.fact.text}" for entry in entries)
            yield paper.about(RULE.id, severity, f"有{said.format(len(entries))}和{paper.last.called}一样：{named}",
                              entries[0].amount.fact.at, RULE.hint, tuple(entry.amount.fact.at for entry in entries[1:]))


def _is_same(entry: Entry, last: Last) -> bool:
    """Tell whether a figure of the year is the one of last year; what is there and lasts is the same every year."""
    figure, indicator = counted(entry.amount), entry.indicator
    if figure is None or not figure.amount or indicator.standing or indicator.lasting or (indicator.is_rate and figure.amount == FULL):
        return False
    return any(before.figure.text == figure.text for before in last.figures.get(indicator.id, ()))


RULE = Rule("C18", "数不照抄去年", Severity.WARN, "各地校核通例：全年的数逐年重新统计，与去年一样的逐个核对",
            "对照今年的台账核一遍；确实一样的不用改", check)
