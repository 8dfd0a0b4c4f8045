"""B03: no plenum is named that was not yet held on the day of the text."""

from collections.abc import Iterator

from drafter.check.congress import named, plenums_until
from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity


def check(paper: Paper) -> Iterator[Finding]:
    """Yield plenums named, in a list or alone, before they were held."""
    for line in paper.lines if paper.year else ():
        for words, congress, plenum in named(line.text):
            if plenum not in plenums_until(paper, congress):
                message = f"“{words}”里的{plenum}全会到{paper.day}还没有开（或不在会议表里）"
                yield paper.say(RULE.id, RULE.severity, message, line, RULE.hint)


RULE = Rule("B03", "会议提法不超前", Severity.MUST, "全会公报；按成文日期核（templates/…/dated/会议.yaml）",
            "核对成文日期；会议确已召开的，先在会议表里补上", check)
