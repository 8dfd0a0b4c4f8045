"""C01: a count has a measure word."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

BARE = re.compile(r"(?<![\d.+\-—·/〔（(“A-Za-z])(?<!\d[:：])(?<!拨打)(?<!热线)(?<!电话)"
                  r"(\d+(?:\.\d+)?)(?=[，,。；;！？]|$)")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield digits that end a clause; document numbers, brands (1+5), dates, clocks, hotlines and a plain 0 are none."""
    for line in paper.lines[1:]:
        body = line.text.removeprefix(line.mark)
        for match in BARE.finditer(body):
            if match[1] != "0":
                yield paper.say(RULE.id, RULE.severity, f"“{body[max(0, match.start() - 8):match.end()]}”后面缺量词", line, RULE.hint)


RULE = Rule("C01", "数据有量词", Severity.MUST, "《出版物上数字用法》（GB/T 15835—2011）；各地校核通例", "在数字后面补上量词，例如 8次", check)
