"""N02: every sentence outside set formulas leads back to a line of the profile."""

from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.finding import Finding, Severity
from drafter.report import Cited, Paragraph, Run

PRESCRIBED = ("规定:", "提纲")
MARKS = "。；，、："


def check(paper: Paper) -> Iterator[Finding]:
    """Yield sentences that say something which no line of the profile says."""
    for block in paper.report.blocks if paper.report else ():
        if not isinstance(block, Paragraph) or all(isinstance(run, Cited) or not run.text.strip(MARKS) for run in block.runs):
            continue
        for sentence in sentences(block.runs):
            if not any(isinstance(run, Cited) for run in sentence) and any(_claims(run) for run in sentence):
                text = "".join(run.text for run in sentence)
                yield paper.say(RULE.id, RULE.severity, f"“{text[:30]}”没有出处", None, RULE.hint)


def _claims(run: Run) -> bool:
    """Tell whether a run holds words that are no set formula."""
    return bool(run.text.strip(MARKS)) and not run.origin.startswith(PRESCRIBED)


def sentences(runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    """Yield the runs of each sentence; a run that goes over a full stop is cut there."""
    held: list[Run] = []
    for run in runs:
        stop = run.text.find("。")
        if stop < 0:
            held.append(run)
            continue
        if stop == len(run.text) - 1:
            yield [*held, run]
            held = []
            continue
        *ended, rest = run.text.split("。")
        for text in ended:
            yield [*held, _piece(run, f"{text}。")]
            held = []
        if rest:
            held.append(_piece(run, rest))
    if held:
        yield held


def _piece(run: Run, text: str) -> Run:
    """Return a run with other words."""
    return run._replace(text=text)


RULE = Rule("N02", "每句话都有出处", Severity.ERROR, "本软件的承诺：资料没写的事不印", "模板里不能直接写叙述性的话，改成从资料里取", check)
