"""A05: headings of one level, under one heading, are set the same way."""

from collections.abc import Iterator

from drafter.check.paper import Line, Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity


def check(paper: Paper) -> Iterator[Finding]:
    """Yield headings that differ from the first of their siblings: own line or run-in, with or without a full stop."""
    first: dict[int, Line] = {}
    for line in paper.lines:
        if not line.level:
            continue
        for deeper in range(line.level + 1, 5):
            first.pop(deeper, None)
        model = first.setdefault(line.level, line)
        if (line.run_in, line.text.endswith("。")) != (model.run_in, model.text.endswith("。")):
            yield paper.say(RULE.id, RULE.severity, f"同级标题写法不一致：与“{model.heading}”不同", line, RULE.hint)


RULE = Rule("A05", "同级标题写法一致", Severity.WARN, "GB/T 9704—2012 第7.3.3条",
            "同一级的标题要么都单独成行、不加句号，要么都接着写正文", check)
