"""C12: a part is not greater than its whole."""

from collections.abc import Iterator
from decimal import Decimal

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.profile import Entry


def check(paper: Paper) -> Iterator[Finding]:
    """Yield counts greater than the count they are a part of; where the relation holds only as a rule, as a question."""
    if paper.profile is None:
        return
    counted: dict[str, Entry | None] = {}
    for entry in paper.profile.entries():
        if _amount(entry) is not None:
            counted[entry.indicator.id] = None if entry.indicator.id in counted else entry
    known = {name: entry for name, entry in counted.items() if entry}
    for entry in known.values():
        relations = ((RULE.severity, entry.indicator.at_most), (Severity.WARN, entry.indicator.usually_at_most))
        for severity, wholes in relations:
            for whole in (known[name] for name in wholes if name in known):
                part, limit = _amount(entry), _amount(whole)
                if part is not None and limit is not None and part > limit:
                    message = f"“{entry.typed}”{entry.amount.fact.text}，多于“{whole.typed}”{whole.amount.fact.text}"
                    yield paper.about(RULE.id, severity, message, entry.amount.fact.at, RULE.hint, (whole.amount.fact.at,))


def _amount(entry: Entry) -> Decimal | None:
    """Return how many there are for sure; None where the figure is inexact, blank or words."""
    if entry.amount.fact.none:
        return Decimal(0)
    figure = entry.amount.figure
    return figure.amount if figure and figure.exact else None


RULE = Rule("C12", "部分不大于整体", Severity.ERROR, "统计口径：部分不大于整体（如调解成功不大于调解）",
            "核对两个数；口径不同的，在做法里写明各指什么", check)
