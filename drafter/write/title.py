"""A long title in two lines, broken where its sense allows (GB/T 9704—2012, 7.3.1)."""

from __future__ import annotations

import re

from drafter.report import Cited, Run, Text, plain
from drafter.write import official
from drafter.write.cells import width

SEAM = re.compile(r"(?<=人民政府)|(?<=委员会)|(?<=办事处)|(?<=年度)|(?<=年)(?!度)|(?=关于)|(?=法治政府)|(?=推进)")


def broken(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return a title's runs with a line break in them where one line does not hold them."""
    text = plain(runs)
    if width(text) <= official.TITLE_CELLS:
        return runs
    seams = [seam.start() for seam in SEAM.finditer(text) if 0 < seam.start() < len(text)]
    fitting = [seam for seam in seams if max(width(text[:seam]), width(text[seam:])) <= official.TITLE_CELLS]
    if not fitting:
        return runs
    best = min(fitting, key=lambda seam: abs(width(text[:seam]) - width(text[seam:])))
    return tuple(_cut(runs, best))


def _cut(runs: tuple[Run, ...], at: int) -> list[Run]:
    """Return the runs with a line break before one character of their text."""
    made: list[Run] = []
    for run in runs:
        words = f"{run.text[:at]}\n{run.text[at:]}" if 0 <= at < len(run.text) else run.text
        made.append(Cited(words, run.at, run.origin, run.figure) if isinstance(run, Cited) else Text(words, run.origin))
        at -= len(run.text)
    return made
