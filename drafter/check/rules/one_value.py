"""C02: one indicator has one value in a report."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.profile import Entry


def check(paper: Paper) -> Iterator[Finding]:
    """Yield indicators that stand in the profile with two values; both are printed, each in its section."""
    if paper.profile is None:
        return
    by_indicator: dict[str, list[Entry]] = {}
    for entry in paper.profile.entries():
        if entry.amount.figure or entry.amount.fact.none:
            by_indicator.setdefault(entry.indicator.id, []).append(entry)
    for entries in by_indicator.values():
        values = list(dict.fromkeys(entry.amount.fact.text for entry in entries))
        if len(values) > 1:
            yield paper.about(RULE.id, RULE.severity, f"“{entries[0].indicator.name}”有两个数：{'、'.join(values)}",
                              entries[-1].amount.fact.at, RULE.hint, tuple(entry.amount.fact.at for entry in entries[:-1]))


RULE = Rule("C02", "一个指标一个数", Severity.MUST, "各地校核通例：同一口径前后一致", "口径相同的改成一个数；口径不同的，在做法里写明各指什么", check)
