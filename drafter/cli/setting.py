"""The command ``set``."""

from __future__ import annotations

from drafter.cli.codes import DONE, LACKING, UNWRITTEN, WRONG
from drafter.cli.ready import meant, ready
from drafter.cli.screen import named, say, show
from drafter.finding import spell
from drafter.pipeline.assign import assign
from drafter.pipeline.keep import Kept
from drafter.pipeline.setup import kind_of


def set_fields(profile: str, wishes: list[str]) -> int:
    """Give fields of a profile their values."""
    setup = ready()
    if setup is None:
        return LACKING
    path = meant(profile)
    kind, wrong = kind_of(path, setup)
    made, kept = assign(path, wishes, kind) if kind else ((), Kept((), tuple(wrong)))
    show(kept.findings)
    if any(finding.is_error for finding in kept.findings):
        say("× 资料没有动")
        say("下一步：照上面的提示改了再试")
        return UNWRITTEN if any(finding.rule.startswith("W") for finding in kept.findings) else WRONG
    for one in made:
        same = one.before == one.after
        say(f"{spell(one.at)} 本来就是 {one.after or '空的'}" if same else f"√ {spell(one.at)}：{one.before or '（空）'} → {one.after or '（空）'}")
    say(f"下一步：drafter check {named(path)}" if kept.files else "下一步：不用改，资料没有动")
    return DONE
