"""B01: years in headings are the year reported on, or the next one where plans are made."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
TITLE = re.compile("《[^》]*》")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield headings with a year that belongs to another report."""
    if not paper.year:
        return
    for section in paper.sections:
        right = {paper.year, paper.year + 1} if section.role in ("安排", "不足") else {paper.year}
        for match in YEAR.finditer(TITLE.sub("", section.line.heading)):
            if int(match[1]) not in right:
                yield paper.say(RULE.id, RULE.severity, f"标题里的年份“{match[0]}”与报告年度{paper.year}年不符", section.line, RULE.hint)


RULE = Rule("B01", "标题年份正确", Severity.MUST, "报告写哪一年，标题就是哪一年；安排部分写下一年", "改成报告的年度，安排部分改成下一年", check)
