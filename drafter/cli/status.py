"""The command ``status``: how far a profile has come, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.codes import DONE, LACKING, WRONG
from drafter.cli.ready import meant, ready, ready_for
from drafter.cli.screen import named, say, show
from drafter.pipeline.offices import NOBODY

if TYPE_CHECKING:
    from drafter.pipeline.status import Missing, Status

FEW = 5
"""How many things of a sort are named."""
BAR = 10


def show_status(name: str) -> int:
    """Show how far a profile has come; 1 where it has mistakes of form."""
    from drafter.pipeline.status import status

    setup = ready()
    if setup is None:
        return LACKING
    path = meant(name)
    setup = ready_for(path, setup)
    if setup is None:
        return WRONG
    found, findings = status(path, setup)
    if found is None:
        show(findings)
        say("下一步：改正上面的错误，再看")
        return WRONG
    if found.errors:
        show(found.errors)
        say("写错的地方先不算，其余的是：")
    _shares(found)
    _shifts(found)
    _rest(found)
    say(f"下一步：{_next(found, path)}")
    return WRONG if found.errors else DONE


def _shares(found: Status) -> None:
    """Say what each office has delivered, and what it owes."""
    from drafter.show.terminal import width

    filled, asked = sum(share.filled for share in found.shares), sum(share.asked for share in found.shares)
    say(f"填了多少：{asked}项里填了{filled}项")
    widest = max((width(share.office) for share in found.shares), default=0)
    for share in found.shares:
        full = BAR * share.filled // share.asked
        name = share.office + " " * (widest - width(share.office))
        owes = "√" if not share.missing else "还没有交" if not share.filled else f"还缺{len(share.missing)}项"
        say(f"  {named(name)}  [{'=' * full}{' ' * (BAR - full)}] {share.filled}/{share.asked}  {owes}")
        if share.missing:
            say(f"      {_listed(share.missing)}")


def _shifts(found: Status) -> None:
    """Say what changed most against last year."""
    if not found.before:
        say("和去年比：旁边没有去年的资料，没有比")
        return
    if not found.shifts:
        same = f"两年都有的{found.compared}个数都没有变化，请看是不是还没有更新"
        say(f"和去年比（{found.before}）：{same if found.compared else '今年还没有能比的数'}")
        return
    say(f"和去年比（{found.before}），变化最大的：")
    for shift in found.shifts:
        say(f"  {shift.name}：{shift.old} → {shift.new}（{shift.change}）")


def _rest(found: Status) -> None:
    """Say what is odd, and what problems and promises lack."""
    if found.odd:
        say(f"数据有疑问的{len(found.odd)}处：")
        for finding in found.odd[:FEW]:
            line = f"第{finding.place.line}行 " if finding.place and finding.place.line else ""
            say(f"  {line}{finding.rule} {finding.message}")
        if len(found.odd) > FEW:
            say("  ……")
    if found.unanswered:
        say(f"问题和去年打算，还没有交代完的{len(found.unanswered)}处：")
        for missing in found.unanswered[:FEW]:
            say(f"  第{missing.place.line}行 {missing.name}（{'、'.join(missing.offices)}）")
        if len(found.unanswered) > FEW:
            say("  ……")


def _next(found: Status, path: Path) -> str:
    """Return the one thing to do next."""
    shown = named(path)
    if found.errors:
        return f"改正上面的错误，再看  drafter status {shown}"
    owing = [share.office for share in found.shares if share.missing]
    if owing == [NOBODY]:
        return f"在缺材料的主题下面写上“提供: 科室”，再用  drafter table {shown}  导出填报表"
    if owing or found.unanswered:
        who = "、".join(named(office) for office in owing[:FEW] if office != NOBODY)
        return f"{f'找{who}要材料' if who else '把没有交代完的问清'}，用  drafter table {shown}  导出填报表"
    if found.odd:
        return f"核一核有疑问的数据  drafter check {shown}"
    return f"可以起草了  drafter draft {shown}"


def _listed(missing: Iterable[Missing]) -> str:
    """Return the names of what is missing, the first few of them."""
    names = [f"{one.name}（第{one.place.line}行）" for one in missing]
    return "、".join(names[:FEW]) + (f"……共{len(names)}项" if len(names) > FEW else "")
