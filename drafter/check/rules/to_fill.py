"""S03: nothing is left to fill in."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

LEFT = re.compile(r"【待填：?([^】]*)】")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield what still waits for words in a text; a draft made just now lists them by itself."""
    if paper.report is not None:
        return
    for line in paper.lines:
        for left in LEFT.finditer(line.text):
            yield paper.say(RULE.id, RULE.severity, f"还有待填：{left[1] or '没有写明是什么'}", line, RULE.hint)


RULE = Rule("S03", "没有留下待填", Severity.MUST, "【待填】是给填报人看的，定稿里不能有",
            "在资料里填上再生成；确实没有的，把那一项整行删掉", check)
