"""L04: the 普法 and five-year plans that a text names are those in force."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.check.spoken import Spoken, spoken
from drafter.finding import Finding, Severity
from drafter.kind import Kind

QUOTES = re.compile("[“”\"‘’']")
TITLED = re.compile(r"《[^》]*（(?:19|20)\d{2}\s*[—－\-–~～至到]+\s*((?:19|20)\d{2})年?）》")


def check(paper: Paper) -> Iterator[Finding]:
    """Yield plans that had run out by the year a line speaks of; a line that looks back on them may name them."""
    for line in spoken(paper) if paper.year else ():
        if any(word in line.text for word in paper.kind.against.review):
            continue
        for name, until in _named(line.text, paper.kind):
            if until < line.year:
                yield _expired(paper, line, name, until)


def _named(text: str, kind: Kind) -> Iterator[tuple[str, int]]:
    """Yield the plans that a text names, with the last year of each."""
    yield from ((match[0], int(match[1])) for match in TITLED.finditer(text))
    bare = QUOTES.sub("", text)
    yield from ((name, span.until) for span in kind.spans for name in span.names if QUOTES.sub("", name) in bare)


def _expired(paper: Paper, line: Spoken, name: str, until: int) -> Finding:
    """Return the finding that a plan ran out: one thing where the year is over, another where it is only planned."""
    severity = RULE.severity if line.year == paper.year else Severity.WARN
    now = next((span for span in paper.kind.spans if span.since <= line.year <= span.until), None)
    instead = "、".join(now.names) if now else ""
    said = f"{name}到{until}年为止，这里说的是{line.year}年的事"
    return line.remark(paper, RULE, f"{said}{f'，应当是{instead}' if instead and not name.startswith('《') else ''}", severity)


RULE = Rule("L04", "规划没有过期", Severity.MUST, "五年规划、普法规划各有起止年份（templates/…/dated/五年规划.yaml）",
            "改成现行的规划；回顾旧规划的，写明是总结、验收", check)
