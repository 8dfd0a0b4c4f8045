"""A long title in two lines, broken where its sense allows (GB/T 9704—2012, 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

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
    return cut(runs, best)


STRONG = re.compile(r"(?<=人民政府)|(?<=委员会)|(?<=办事处)|(?=关于)")
FAIR = re.compile(r"(?<=年度)|(?<=年)(?!度)|(?<=半年)|(?<=季度)|(?<=[、》）])|(?=法治政府)|(?=推进)|(?=的报告$)|(?=情况的报告$)")
WEAK = re.compile(r"(?<=自治县)|(?<=自治州)|(?<=[省市县区旗盟州])(?=[^省市县区旗盟州]{2,}(?:镇|乡|街道|苏木))|(?=法治建设)|(?=建设)")
COSTS = ((STRONG, 0.0), (FAIR, 2.0), (WEAK, 5.0))
"""Where a line may end, and how little each kind of place is wanted."""
NOT_FIRST = frozenset("、，；：》）”")
LONGEST, SHORTEST, LIKE_RECTANGLE = 6, 3, 1.0
"""Lines of a title at most, characters of a line at least; lines that differ by less than a character make a rectangle."""
ALIKE = (1.0, 1.5, 40.0)
"""Lines that differ by less look equally long. More is allowed where nothing else can be had, in the end any shape: two very long
names in one title leave none, and then a line still ends where a word does.
"""
INVERTED, DIAMOND, ANOTHER_LINE = 4.0, 1.0, 6.0


def shaped(runs: tuple[Run, ...], layout: PageLayout = GBT9704) -> tuple[Run, ...]:
    """Return a title's runs in lines that form a 梯形 or 菱形, never a rectangle or an hourglass (7.3.1)."""
    text = plain(runs)
    if width(text) <= layout.title_cells:
        return runs
    costs = _seams(text)
    divisions = list(_divisions(text, sorted(costs), layout.title_cells))
    for alike in ALIKE:
        judged = [(found + sum(costs[at] for at in cuts), cuts) for cuts in divisions if (found := _cost(_lines(text, cuts), alike)) is not None]
        if judged:
            for turn, at in enumerate(min(judged)[1]):
                runs = cut(runs, at + turn)
            return runs
    return broken(runs, layout)


def _divisions(text: str, seams: list[int], room: int, cuts: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Yield every way to cut a text at some seams so that each line has its room."""
    start = cuts[-1] if cuts else 0
    if cuts and width(text[start:]) <= room:
        yield cuts
    for seam in seams if len(cuts) + 1 < LONGEST else ():
        if seam - start >= SHORTEST and width(text[start:seam]) <= room:
            yield from _divisions(text, seams, room, (*cuts, seam))


def _seams(text: str) -> dict[int, float]:
    """Return where a line of a title may end, and how little that place is wanted."""
    costs: dict[int, float] = {}
    for form, cost in COSTS:
        for seam in form.finditer(text):
            if 0 < seam.start() < len(text) and text[seam.start()] not in NOT_FIRST:
                costs.setdefault(seam.start(), cost)
    return costs


def _lines(text: str, cuts: tuple[int, ...]) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *cuts, len(text)))]


def _cost(lines: list[str], alike: float) -> float | None:
    """Return how little a division is wanted; None where it is not allowed."""
    widths = [width(line) for line in lines]
    if min(map(len, lines)) < SHORTEST or max(widths) - min(widths) < LIKE_RECTANGLE:
        return None
    shape = _shape(widths, alike)
    if shape is None:
        return None
    return shape + ANOTHER_LINE * (len(lines) - 2) + (max(widths) - min(widths)) / 4


def _shape(widths: list[float], alike: float) -> float | None:
    """Return how little a shape is wanted: growing, then 菱形, then shrinking; any other is not allowed."""
    def rising(part: list[float]) -> bool:
        return all(right >= left - alike for left, right in pairwise(part))

    if widths[-1] > widths[0] and rising(widths):
        return 0.0
    top = widths.index(max(widths))
    if 0 < top < len(widths) - 1 and rising(widths[:top + 1]) and rising(widths[:top - 1:-1]):
        return DIAMOND
    return INVERTED if rising(widths[::-1]) else None


def cut(runs: tuple[Run, ...], at: int) -> tuple[Run, ...]:
    """Return the runs with a line break before one character of their text."""
    made: list[Run] = []
    for run in runs:
        words = f"{run.text[:at]}\n{run.text[at:]}" if 0 <= at < len(run.text) else run.text
        made.append(Cited(words, run.at, run.origin, run.figure) if isinstance(run, Cited) else Text(words, run.origin))
        at -= len(run.text)
    return tuple(made)
