"""S02: what the outline demands under a heading (必须写到) is written there."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity


def check(paper: Paper) -> Iterator[Finding]:
    """Yield demanded words that do not stand under their heading."""
    wanted = {node.texts[0]: node.must for node in paper.outline.nodes if node.must} if paper.outline else {}
    for section in paper.sections if wanted else ():
        for word in wanted.get(section.line.heading, ()):
            if word not in section.text:
                yield paper.say(RULE.id, RULE.severity, f"提纲要求这里写到“{word}”，还没有写到", section.line, RULE.hint)


RULE = Rule("S02", "提纲要求的都写到", Severity.MUST, "县里通知的提纲（“必须写到”）", "在资料对应的主题里补上这方面的做法或数据", check)
