"""A01: the contents that the regulation requires each have a section."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.kind import role_of

LEADERS = "第一责任人"
"""The content that some outlines put under a heading of a lower level."""


def check(paper: Paper) -> Iterator[Finding]:
    """Yield every required content without a section; an office's own outline softens it to 必看."""
    roles = {section.role for section in paper.sections if section.line.level == 1}
    severity = Severity.MUST if paper.outline else RULE.severity
    for role, wanted in paper.kind.required:
        if role not in roles:
            inner = role == LEADERS and any(role_of(section.line.heading, paper.kind, "") == role for section in paper.sections)
            where = "只有小标题写到，" if inner else ""
            yield paper.say(RULE.id, severity, f"{where}没有单独的一部分写“{wanted}”", None, RULE.hint)


RULE = Rule("A01", "规定的内容齐全", Severity.ERROR, "《法治政府建设与责任落实督察工作规定》关于年度报告内容的规定",
            "补上这一部分；县里提纲没有的，要在别的部分写到，并与县里核对", check)
