"""附表: the figures that a report prints, beside those of last year, as an attachment of the formal form."""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

from drafter.check.last import Counted as Earlier
from drafter.figure import Figure, read_figure
from drafter.pipeline.counted import Counted, counted
from drafter.pipeline.draft import Draft
from drafter.report import Attachment, Cited, Run, Table, Text

HEAD = ("指标", "单位", "去年", "今年", "增减", "增幅")
WIDTHS = (7, 3, 4, 4, 6, 5)
NAME = "主要数据对比表"
NOTHING = "—"
SHARES = {"%": "个百分点", "‰": "个千分点"}
"""What the difference of two shares is counted in; growth of a share in per cent would mislead."""
ORIGIN, BEFORE, WORKED_OUT = "资料", "去年", "算出"


def year_table(made: Draft) -> Attachment | None:
    """Return the table of the figures that a draft prints as values of their own, in the order of print; None where it prints none."""
    runs = [run for block in made.report.blocks for run in block.runs if isinstance(run, Cited) and run.figure and run.at]
    once = {run.at[0]: run for run in reversed(runs)}
    known = counted(made.profile)
    printed = [(known[at], once[at]) for at in dict.fromkeys(run.at[0] for run in runs) if at in known]
    often = Counter(what.indicator for what, _ in printed)
    rows = [_row(made, what, run, often) for what, run in printed if read_figure(run.text).figure]
    if not rows:
        return None
    period = made.profile.period_fact
    head = tuple((Text(name),) for name in HEAD)
    return Attachment((Cited(period.text, (period.at,), ORIGIN), Text(NAME)), (Table((head, *rows), WIDTHS, "year-table"),))


def _row(made: Draft, what: Counted, run: Cited, often: Counter[str]) -> tuple[tuple[Run, ...], ...]:
    """Return the cells of one figure; an indicator that stands more than once in a year has no one figure to compare."""
    now = read_figure(run.text).figure
    earlier = made.last.figures.get(what.indicator, ()) if made.last else ()
    last = _single(earlier) if often[what.indicator] == 1 else None
    unit = now.unit if now else ""
    change, growth = _compared(now, last) if now and last else (NOTHING, NOTHING)
    before = _bare(last.text, unit) if last else NOTHING
    return (
        (Text(what.name),), (Text(unit or NOTHING),), (Text(before, BEFORE),), (Cited(_bare(run.text, unit), run.at, ORIGIN),),
        (Text(change, WORKED_OUT),), (Text(growth, WORKED_OUT),),
    )


def _single(earlier: tuple[Earlier, ...]) -> Figure | None:
    return earlier[0].figure if len(earlier) == 1 else None


def _compared(now: Figure, last: Figure) -> tuple[str, str]:
    """Return difference and growth; a dash where about-figures or different measure words leave nothing to compare."""
    if not (now.exact and last.exact) or (now.unit != last.unit and now.amount and last.amount):
        return NOTHING, NOTHING
    change = now.amount - last.amount
    unit = now.unit or last.unit
    if unit in SHARES:
        return f"{_plain(change)}{SHARES[unit]}", NOTHING
    if not last.amount:
        return _plain(change), NOTHING
    growth = (change / last.amount * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return _plain(change), f"{_plain(growth)}%"


def _plain(number: Decimal) -> str:
    """Return a number without zeros at its end, the minus as it is printed."""
    words = f"{number:f}"
    words = words.rstrip("0").rstrip(".") if "." in words else words
    return words.replace("-", "－") if words.strip("-0.") else "0"


def _bare(text: str, unit: str) -> str:
    """Return a figure without the measure word that its row already gives."""
    head, found, tail = text.rpartition(unit) if unit else (text, "", "")
    return head + tail if found or not unit else text
