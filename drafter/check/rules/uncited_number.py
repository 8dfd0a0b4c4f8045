"""N01: no digit without an address in the profile."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.report import Paragraph, Text

DIGIT = re.compile(r"\d")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield digits that came neither from the profile nor from the outline nor from declared set phrases."""
    for block in paper.report.blocks if paper.report else ():
        for run in block.runs if isinstance(block, Paragraph) else ():
            if isinstance(run, Text) and run.origin != "提纲":
                if not DIGIT.search(run.text):
                    continue
                bare = run.text
                for fixed in paper.kind.fixed_numbers:
                    bare = bare.replace(fixed, "")
                if DIGIT.search(bare):
                    yield paper.say(RULE.id, RULE.severity, f"“{run.text[:20]}”里的数字没有出处（{run.origin}）", None, RULE.hint)


RULE = Rule("N01", "数字都有出处", Severity.ERROR, "本软件的承诺：没有出处的数字不印", "模板或句式里不能直接写数字，改成从资料里取", check)
