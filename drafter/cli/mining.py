"""The command ``mine``."""

from __future__ import annotations

import sys
import time

from drafter.cli.codes import DONE, LACKING, UNWRITTEN, WRONG
from drafter.cli.ready import ready
from drafter.cli.screen import say, show
from drafter.pipeline.mine import mine, save

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def mine_all() -> int:
    """Mine the past reports of the project; 1 where one of them was not usable."""
    setup = ready()
    if setup is None:
        return LACKING
    made = mine(setup.seeds, setup.kind, setup.library.constructions, _Progress().show)
    show([*made.skipped, *made.notes])
    failures = save(setup.seeds, made.shelves)
    if failures:
        show(failures)
        say("× 措辞库没有写成，原来的没有动")
        return UNWRITTEN
    used, offered = made.shelves.used.entries, made.shelves.offered.entries
    counts = {kind: sum(entry.kind == kind for entry in used) for kind in dict.fromkeys(entry.kind for entry in used)}
    named = "、".join(f"{kind}{count}条" for kind, count in counts.items())
    lost = f"，没有用上的{len(made.skipped)}份" if made.skipped else ""
    say(f"√ 已整理往年报告{made.reports}份{lost}")
    say(f"  起草时可用的措辞{len(used)}条（{named or '还没有'}）；供挑选的{len(offered)}条")
    if not made.reports:
        say("下一步：把往年报告（Word、网页、PDF 或文本）放进 seeds/reports 文件夹，再来一次")
    else:
        say("下一步：drafter phrases list 看一看；不合适的 drafter phrases reject 编号；直接起草也可以")
    return WRONG if made.skipped else DONE


class _Progress:
    """How far a long run has come, on the error screen."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._shown = 0.0

    def show(self, number: int, among: int) -> None:
        """Say which report is being read, where it takes long and somebody looks."""
        now = time.monotonic()
        if now - self._begun > PATIENCE and (now - self._shown > 0.1 or number == among) and sys.stderr.isatty():
            self._shown = now
            width = 20 * number // among
            say(f"正在整理 [{'=' * width}{' ' * (20 - width)}] 第{number}份，共{among}份", sys.stderr, end="\r" if number < among else "\n")
