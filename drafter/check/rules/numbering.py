"""A04: the numbers of headings run on without gap, repeat or restart."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.report import chinese

NUMBERS = {chinese(number): number for number in range(1, 40)}


def check(paper: Paper) -> Iterator[Finding]:
    """Yield headings whose number does not follow the one before it."""
    counts = [0, 0, 0, 0]
    for line in paper.lines:
        if not line.level:
            continue
        bare = line.mark.strip("（）()、.． ")
        number = int(bare) if bare.isdigit() else NUMBERS.get(bare, 0)
        wanted = counts[line.level - 1] + 1
        if number != wanted:
            yield paper.say(RULE.id, RULE.severity, f"序号不连续：这里应当是第{wanted}个，写的是“{line.mark}”", line, RULE.hint)
        counts[line.level - 1] = number or wanted
        counts[line.level:] = [0] * (4 - line.level)


RULE = Rule("A04", "标题序号连续", Severity.ERROR, "GB/T 9704—2012 第7.3.3条（结构层次序数）", "把序号改成连续的", check)
