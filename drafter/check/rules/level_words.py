"""F03: the text speaks of its own level and its own superior: no 镇政府 in a 街道."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity

GENERIC = "乡"
"""乡镇政府 and the like speak of townships in general."""
PLAIN = {"辖区", "人民政府", "党政主要负责人"}
"""Words of some levels that are ordinary words everywhere."""


def check(paper: Paper) -> Iterator[Finding]:
    """Yield words that belong to units of another level, or under another superior."""
    if paper.profile is None:
        return
    own = {*paper.kind.levels[paper.profile.level].values(), *paper.kind.superiors[paper.profile.superior].values()}
    others = {word for table in (paper.kind.levels, paper.kind.superiors) for words in table.values() for word in words.values()}
    foreign = sorted(word for word in others - own - PLAIN if len(word) > 1 and not any(word in mine for mine in own))
    whole = "\n".join(line.text for line in paper.lines[1:])
    foreign = [word for word in foreign if word in whole]
    if not foreign:
        return
    pattern = re.compile("|".join(f"(?<!{GENERIC}){re.escape(word)}" for word in sorted(foreign, key=len, reverse=True)))
    for line in paper.lines[1:]:
        for found in dict.fromkeys(pattern.findall(line.text)):
            yield paper.say(RULE.id, RULE.severity, f"“{found}”不是{paper.profile.level}（上级是{paper.profile.superior}）的说法", line, RULE.hint)


RULE = Rule("F03", "级别的说法正确", Severity.MUST, "《地方各级人民代表大会和地方各级人民政府组织法》关于乡、镇、街道的规定",
            "改成本单位的说法；说的确实是别的单位，就不用改", check)
