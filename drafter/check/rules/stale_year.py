"""L02: the years in the text are this year, last year or the next."""

import re
from collections.abc import Iterator

from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.check.spoken import Spoken, said
from drafter.finding import Finding, Severity

# Patterns are compiled when a line needs them: most profiles name no year at all.
SOME = "年"
YEAR = r"(?<!\d)((?:19|20)\d{2})(?:年?[—－\-–~～至到]+((?:19|20)\d{2}))?年度?"
NAMES = "《[^》]*》|“[^”]*”|〔[^〕]*〕"
CLAUSE = "[，。；：]"


def check(paper: Paper) -> Iterator[Finding]:
    """Yield years that belong to another report; names of laws and plans, and words of history, may hold any year."""
    for line in said(paper) if paper.year else ():
        for clause in re.split(CLAUSE, re.sub(NAMES, "", line.text)) if SOME in line.text else ():
            for match in re.finditer(YEAR, clause):
                if not _fits(match, paper.year) and not _tells_history(clause, match, paper):
                    yield _stale(paper, line, match[0])


def _fits(match: re.Match[str], year: int) -> bool:
    """Tell whether a year, or a span of years, goes with the year reported on."""
    first, last = int(match[1]), int(match[2] or match[1])
    return first <= year + 1 and last >= year - 1


def _tells_history(clause: str, match: re.Match[str], paper: Paper) -> bool:
    """Tell whether a clause says by its other words that it speaks of another time."""
    marked = f"{clause[:match.start()]}{{年}}{clause[match.end():]}"
    return any(word in marked for word in paper.kind.against.history)


def _stale(paper: Paper, line: Spoken, year: str) -> Finding:
    return line.remark(paper, RULE, f"这里写的是{year}，报告写的是{paper.year}年")


RULE = Rule("L02", "没有过时的年份", Severity.WARN, "各地校核通例：沿用旧稿时年份逐处更新",
            "是旧稿留下来的就改掉；确实说往年的事，写成“自2021年以来”的样子", check)
