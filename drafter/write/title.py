"""A long title in two lines, broken where its sense allows (GB/T 9704—2012, 7.3.1)."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from drafter.report import Cited, Run, Text, plain
from drafter.write.cells import width
from drafter.write.layout import GBT9704, PageLayout

SEAM = re.compile(r"(?<=人民政府)|(?<=委员会)|(?<=办事处)|(?<=年度)|(?<=年)(?!度)|(?=关于)|(?=法治政府)|(?=推进)")


def broken(runs: tuple[Run, ...], layout: PageLayout = GBT9704) -> tuple[Run, ...]:
    """Return a title's runs with a line break in them where one line does not hold them."""
    text = plain(runs)
    if width(text) <= layout.title_cells:
        return runs
    seams = [seam.start() for seam in SEAM.finditer(text) if 0 < seam.start() < len(text)]
    fitting = [seam for seam in seams if max(width(text[:seam]), width(text[seam:])) <= layout.title_cells]
    if not fitting:
        return runs
    best = min(fitting, key=lambda seam: abs(width(text[:seam]) - width(text[seam:])))
    return tuple(_cut(runs, best))


STRONG = re.compile(r"(?<=人民政府)|(?<=委员会)|(?<=办事处)|(?=关于)")
FAIR = re.compile(r"(?<=年度)|(?<=年)(?!度)|(?<=半年)|(?<=季度)|(?<=[、》）])|(?=法治政府)|(?=推进)|(?=的报告$)|(?=情况的报告$)")
WEAK = re.compile(r"(?<=自治县)|(?<=自治州)|(?<=[省市县区旗盟州])(?=[^省市县区旗盟州]{2,}(?:镇|乡|街道|苏木))|(?=法治建设)|(?=建设)")
COSTS = ((STRONG, 0.0), (FAIR, 2.0), (WEAK, 5.0))
"""Where a line may end, and how little each kind of place is wanted."""
LONGEST, SHORTEST, ALIKE, LIKE_RECTANGLE = 4, 3, 1.5, 1.0
"""Lines of a title at most, characters of a line at least; lines that differ by less look equally long."""
INVERTED, DIAMOND, ANOTHER_LINE = 4.0, 1.0, 6.0


def shaped(runs: tuple[Run, ...], layout: PageLayout = GBT9704) -> tuple[Run, ...]:
    """Return a title's runs in lines that form a 梯形 or 菱形, never a rectangle or an hourglass (7.3.1)."""
    text = plain(runs)
    if width(text) <= layout.title_cells:
        return runs
    costs = _seams(text)
    judged = [(found + sum(costs[at] for at in cuts), cuts) for count in range(1, LONGEST) for cuts in combinations(sorted(costs), count)
              if (found := _cost(_lines(text, cuts), layout.title_cells)) is not None]
    if not judged:
        return broken(runs, layout)
    for turn, at in enumerate(min(judged)[1]):
        runs = tuple(_cut(runs, at + turn))
    return runs


def _seams(text: str) -> dict[int, float]:
    """Return where a line of a title may end, and how little that place is wanted."""
    costs: dict[int, float] = {}
    for form, cost in COSTS:
        for seam in form.finditer(text):
            if 0 < seam.start() < len(text):
                costs.setdefault(seam.start(), cost)
    return costs


def _lines(text: str, cuts: tuple[int, ...]) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *cuts, len(text)))]


def _cost(lines: list[str], room: int) -> float | None:
    """Return how little a division is wanted; None where it is not allowed."""
    widths = [width(line) for line in lines]
    if max(widths) > room or min(map(len, lines)) < SHORTEST or max(widths) - min(widths) < LIKE_RECTANGLE:
        return None
    shape = _shape(widths)
    if shape is None:
        return None
    return shape + ANOTHER_LINE * (len(lines) - 2) + (max(widths) - min(widths)) / 4


def _shape(widths: list[float]) -> float | None:
    """Return how little a shape is wanted: growing, then 菱形, then shrinking; any other is not allowed."""
    def rising(part: list[float]) -> bool:
        return all(right >= left - ALIKE for left, right in pairwise(part))

    if widths[-1] > widths[0] and rising(widths):
        return 0.0
    top = widths.index(max(widths))
    if 0 < top < len(widths) - 1 and rising(widths[:top + 1]) and rising(widths[:top - 1:-1]):
        return DIAMOND
    return INVERTED if rising(widths[::-1]) else None


def _cut(runs: tuple[Run, ...], at: int) -> list[Run]:
    """Return the runs with a line break before one character of their text."""
    made: list[Run] = []
    for run in runs:
        words = f"{run.text[:at]}\n{run.text[at:]}" if 0 <= at < len(run.text) else run.text
        made.append(Cited(words, run.at, run.origin, run.figure) if isinstance(run, Cited) else Text(words, run.origin))
        at -= len(run.text)
    return made
