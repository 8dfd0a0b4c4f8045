"""C03: a rate equals its part divided by its whole."""

from collections.abc import Iterator
from decimal import Decimal

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.profile import Entry, Profile

TOLERANCE = Decimal("0.05")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield rates that their parts contradict, and parts greater than their whole; inexact figures are passed over."""
    if paper.profile is None:
        return
    exact = _exact(paper.profile)
    for entry in exact.values():
        rate = entry.amount.figure
        parts, whole = _sum(exact, entry.indicator.numerator), _sum(exact, entry.indicator.denominator)
        if not rate or parts is None or not whole:
            continue
        places = tuple(exact[name].amount.fact.at for name in (*entry.indicator.numerator, *entry.indicator.denominator))
        if parts > whole:
            yield paper.about(RULE.id, RULE.severity, f"“{entry.typed}”的分子{parts:f}大于分母{whole:f}", entry.amount.fact.at, RULE.hint, places)
        elif abs(parts / whole * 100 - rate.amount) > TOLERANCE:
            right = f"{parts / whole * 100:.2f}".rstrip("0").rstrip(".")
            yield paper.about(RULE.id, RULE.severity, f"“{entry.typed}”写{rate.text}，按{parts:f}÷{whole:f}应为{right}%",
                              entry.amount.fact.at, RULE.hint, places)


def _exact(profile: Profile) -> dict[str, Entry]:
    """Return the exact figures by indicator; one that stands twice with two values is left to C02."""
    found: dict[str, Entry] = {}
    twice = set()
    for entry in profile.entries():
        figure = entry.amount.figure
        if figure and figure.exact:
            known = found.setdefault(entry.indicator.id, entry)
            if known.amount.fact.text != figure.text:
                twice.add(entry.indicator.id)
    return {name: entry for name, entry in found.items() if name not in twice}


def _sum(exact: dict[str, Entry], names: tuple[str, ...]) -> Decimal | None:
    """Return the sum of some indicators; None where one is missing."""
    figures = [exact[name].amount.figure for name in names if name in exact]
    if not names or len(figures) < len(names):
        return None
    return sum((figure.amount for figure in figures if figure), Decimal(0))


RULE = Rule("C03", "比率与分子分母相符", Severity.ERROR, "统计口径：比率＝分子÷分母", "核对三个数，改正写错的一个", check)
