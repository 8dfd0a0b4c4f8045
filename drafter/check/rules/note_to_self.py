"""S04: what an office wrote for itself is not left standing among the words that are printed."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.check.spoken import said
from drafter.finding import Finding, Severity

NOTE = ("还没有?(?:讨论|研究|商量|定下|统计|想好|问|报上?来|收到)|待(?:统计|确认|(?:定|补)(?=$|[，。；、）)]))|先(?:空|写|放)着|记不清|回头再"
        "|(?:再|先|回头|明天|下周)(?:问一?下|问问|核一下|查一下|想想)|[?？]{2,}|(?i:todo)|[Xx×]{2,}(?=[次件人场个元宗起万])")
"""Words in which offices remind themselves; a report does not say them."""


def check(paper: Paper) -> Iterator[Finding]:
    """Yield words that remind the office of something still to be done."""
    for line in said(paper):
        for found in re.finditer(NOTE, line.text):
            yield line.remark(paper, RULE, f"“{found[0]}”像是写给自己看的话，会照样印出来")


RULE = Rule("S04", "没有写给自己看的话", Severity.MUST, "各地校核通例：草稿里的备注不进正文",
            "定下来了就改成正式的话；还没定的，先在这一行前面加 #，定了再去掉", check)
