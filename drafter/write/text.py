"""The plain text of a report: one block a line, with its number."""

from __future__ import annotations

from drafter.report import Report, numbered, plain
from drafter.write.layout import GBT9704, PageLayout


def text(report: Report, layout: PageLayout = GBT9704) -> str:
    """Return title, blocks, signatures and date, one a line; of a formal copy everything that is printed."""
    if report.formal:
        from drafter.write.formal import words  # noqa: PLC0415  a draft does not pay for the formal form

        return words(report, layout)
    head = report.head
    blocks = (number + plain(block.runs) for number, block in numbered(report))
    closing = (plain(runs) for runs in (*head.signatures, head.date) if runs)
    return "".join(f"{line}\n" for line in (plain(head.title), *blocks, *closing))
