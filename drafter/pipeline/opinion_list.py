"""意见清单: every change and every remark of the edited copies, for the office to accept or refuse by hand."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.compare.change import Change, What
from drafter.edited import Hand
from drafter.pipeline.reconcile import Reconciled, where
from drafter.write.opinions import opinions

COLUMNS = (("序号", 5), ("谁", 8), ("时间", 10), ("位置", 14), ("原来", 26), ("改成或意见", 26), ("采纳", 6), ("说明", 12))
REMARK = "批注"
GONE = "（所批的话已经不在稿子里）"
LONGEST = 200
"""Characters of a passage that are shown."""


def opinion_list(found: Reconciled) -> bytes:
    """Return the list as a Word file."""
    report = found.draft.report
    rows = [[str(number), *row] for number, row in enumerate(_rows(found), start=1)]
    title = f"{report.head.unit}{found.draft.profile.period.text}法治政府建设报告意见清单"
    files = "、".join(copy.edited.name for copy, _ in found.copies)
    lead = [f"来自：{files}", "“采纳”一栏请填：采纳、未采纳、部分采纳。"]
    return opinions(title, lead, COLUMNS, rows, report.head)


def _rows(found: Reconciled) -> Iterator[list[str]]:
    """Yield one row for each change of each copy and one for each remark, in the order of the draft."""
    quarrels = {id(change) for dispute in found.disputes for change in dispute.changes}
    rows = []
    for number, (copy, compared) in enumerate(found.copies):
        for change in compared.changes:
            note = "几份稿子意见不一致" if id(change) in quarrels else change.what.value
            rows.append(((change.line, number), _row(found, number, change, note)))
        for remark in copy.edited.remarks:
            held = 0 <= remark.line < len(compared.lines)
            line = compared.lines[remark.line] if held else len(copy.base)
            place = where(line, copy.base) if held else GONE
            shown = [*_hand(remark.hand, copy.edited.name), place, remark.quoted[:LONGEST], remark.text, "", REMARK]
            rows.append(((line, number), shown))
    yield from (row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _row(found: Reconciled, number: int, change: Change, note: str) -> list[str]:
    copy, _ = found.copies[number]
    hands = change.hands or (Hand(copy.edited.saved_by if copy.edited.saved_by != found.draft.report.head.unit else ""),)
    names = [_hand(hand, copy.edited.name) for hand in hands]
    who, when = "\n".join(name for name, _ in names), "\n".join(time for _, time in names)
    new = "\n".join(change.new) or "（删去）"
    if change.what is What.MOVED:
        new = f"（移到“{change.behind[-20:]}”后面）"
    return [who, when, where(change.line, copy.base), "\n".join(change.old)[:LONGEST] or "（新增）", new[:LONGEST], "", note]


def _hand(hand: Hand, file: str) -> tuple[str, str]:
    return hand.author or file, hand.date
