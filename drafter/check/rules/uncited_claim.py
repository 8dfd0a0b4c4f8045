"""N02: every sentence outside set formulas leads back to a line of the profile."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.report import Cited, Paragraph, Run

PIECE = re.compile("[^。]*。|[^。]+")
PRESCRIBED = ("规定:", "提纲")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield sentences that say something which no line of the profile says."""
    for block in paper.report.blocks if paper.report else ():
        for sentence in sentences(block.runs) if isinstance(block, Paragraph) else ():
            text = "".join(run.text for run in sentence)
            cited = any(isinstance(run, Cited) for run in sentence)
            if text.strip("。") and not cited and not all(run.origin.startswith(PRESCRIBED) for run in sentence if run.text.strip("。；，")):
                yield paper.say(RULE.id, RULE.severity, f"“{text[:30]}”没有出处", None, RULE.hint)


def sentences(runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    """Yield the runs of each sentence, a run that holds several cut at its full stops."""
    held: list[Run] = []
    for run in runs:
        for words in PIECE.findall(run.text):
            held.append(run._replace(text=words))
            if words.endswith("。"):
                yield held
                held = []
    if held:
        yield held


RULE = Rule("N02", "每句话都有出处", Severity.ERROR, "本软件的承诺：资料没写的事不印", "模板里不能直接写叙述性的话，改成从资料里取", check)
