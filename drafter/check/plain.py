"""A report that is only text: its headings are known by their marks."""

from __future__ import annotations

import re

from drafter.check.paper import Line
from drafter.report import CHINESE

HEADING = (
    (1, re.compile(rf"([{CHINESE}]{{1,3}})、(.+)")),
    (2, re.compile(rf"[（(]([{CHINESE}]{{1,3}})[）)](.+)")),
    (3, re.compile(r"(\d{1,2})[.．、](?!\d)(.+)")),
    (4, re.compile(r"[（(](\d{1,2})[）)](.+)")),
)
LONGEST_HEADING = 60
RUN_IN = re.compile("([，,；;：:])")


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text, its headings recognised by their marks."""
    return tuple(_line(raw.strip(), number) for number, raw in enumerate(text.splitlines(), start=1) if raw.strip())


def _line(text: str, number: int) -> Line:
    for level, pattern in HEADING:
        match = pattern.fullmatch(text)
        if match:
            heading, stop, rest = match[2].partition("。")
            if len(heading) > LONGEST_HEADING:
                heading, stop, rest = RUN_IN.split(match[2], maxsplit=1) if RUN_IN.search(match[2]) else (heading, "", "")
            if len(heading) <= LONGEST_HEADING:
                return Line(text, number, level, text[:text.index(heading)] if heading else match[1], heading.strip(),
                            run_in=bool(stop and rest.strip()))
    return Line(text, number)
