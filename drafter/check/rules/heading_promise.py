"""A03: what a heading names is spoken of under it."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity


def check(paper: Paper) -> Iterator[Finding]:
    """Yield headings of which no topic has a word in the text below."""
    for section in paper.sections:
        words = [topic.words for topic in paper.kind.topics.values() if any(word in section.line.heading for word in topic.words)]
        text = section.text
        if words and text.strip() and "【待填" not in text and not any(word in text for group in words for word in group):
            yield paper.say(RULE.id, RULE.severity, f"标题讲“{section.line.heading}”，下面没有写到", section.line, RULE.hint)


RULE = Rule("A03", "标题说到的下面要写到", Severity.WARN, "公文标题应当准确概括内容（《党政机关公文处理工作条例》第九条）",
            "换一个标题，或补上这方面的材料", check)
