"""The review list: what a person has to look at, each with the sentence it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.mine.intake.model import Doubt
from drafter.past import Past

NOTHING = "没有要核对的。"


def review(doubts: Sequence[Doubt], left: Sequence[Doubt], past: Past, file: str, whose: str) -> str:
    """Return the review list of an imported report."""
    lines = ["导入核对单", f"来自：{file}", whose, "看一条，改一条；资料里同一处有“# 请核”，看过就删掉。", "", f"一、要核对的（{len(doubts)}条）"]
    lines += [row for number, doubt in enumerate(doubts, start=1) for row in _doubt(number, doubt)] or [NOTHING]
    lines += ["", f"二、留在句子里的数（{len(left)}个）：句子照原样在资料里；有括号的认得出是什么，想单列一行就用括号里的名称"]
    lines += [f"- {one.what}　原文：{one.sentence}" for one in left] or ["没有。"]
    lines += ["", "三、没有抄进资料的行（网页上的东西、题目上面和落款）", *(past.dropped or ("没有。",)), ""]
    return "\n".join(lines)


def _doubt(number: int, doubt: Doubt) -> list[str]:
    where = f"{doubt.where}：" if doubt.where else ""
    return [f"{number}. {where}{doubt.what}", *([f"   原文：{doubt.sentence}"] if doubt.sentence else [])]
