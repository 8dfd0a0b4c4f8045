"""B02: a list of congress and plenums is complete for the day of the text."""

import re
from collections.abc import Iterator

from drafter.check.congress import lists, plenums_until
from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity


def check(paper: Paper) -> Iterator[Finding]:
    """Yield lists that leave out a plenum held by then; 历次全会 is always complete."""
    for line in paper.lines if paper.year else ():
        for found in lists(line.text):
            held = plenums_until(paper, found.congress)
            missing = "、".join(plenum for plenum in held if plenum not in found.plenums)
            if not missing or found.all:
                continue
            if found.plenums:
                severity = Severity.WARN if held[-1] in found.plenums else RULE.severity
                message = f"“{found.text}”少了{missing}全会（按{paper.day}核）"
                yield paper.say(RULE.id, severity, message, line, RULE.hint)
            elif found.text.endswith("精神") and found.congress == newest(paper) and not found.marks_year:
                message = f"“{found.text}”没有提到全会，到{paper.day}已开过{missing}全会"
                yield paper.say(RULE.id, Severity.WARN, message, line, RULE.hint)


def newest(paper: Paper) -> str:
    """Return the last congress held by the day of the text: 十九 or 二十."""
    held = [entry.text for entry in paper.kind.events if entry.since <= paper.day and entry.text.endswith("大")]
    match = re.search(r"(十九|二十)大", held[-1]) if held else None
    return match[1] if match else ""


RULE = Rule("B02", "会议提法完整", Severity.MUST, "全会公报；按成文日期核（templates/…/dated/会议.yaml）",
            "按成文那天补全，或写“历次全会”", check)
