"""A03: what a heading names is spoken of under it."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity


def check(paper: Paper) -> Iterator[Finding]:
    """Yield headings that name a matter of which no word stands in the text below."""
    for section in paper.sections:
        if section.role != "成效" or not section.text.strip() or "【待填" in section.text:
            continue
        for matter in paper.kind.matters:
            words = matter.split("｜")
            if words[0] in section.line.heading and not any(word in section.text for word in words):
                yield paper.say(RULE.id, RULE.severity, f"标题讲“{words[0]}”，下面没有写到", section.line, RULE.hint)


RULE = Rule("A03", "标题说到的下面要写到", Severity.WARN, "公文标题应当准确概括内容（《党政机关公文处理工作条例》第九条）",
            "换一个标题，或补上这方面的材料", check)
