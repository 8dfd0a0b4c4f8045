"""Lines of printed pages put together to paragraphs again, by indents, short lines, gaps, sentence ends and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from drafter.read.paragraphs import is_ended, is_numbered

PAGE_NUMBER = re.compile(r"[-—–－·•~\s]*\d{1,4}[-—–－·•~\s]*|第\s*\d{1,4}\s*页[，,、\s/]*(?:共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}")
INDENT = 1.2
"""In letters; a paragraph is indented by two."""
SHORT, SHORT_WHERE_INDENTED = 2.5, 6.0
"""Letters that a last line lacks; where paragraphs are indented, a figure that did not fit leaves less."""
WIDE_GAP = 1.6
"""Line pitches between paragraphs that are set apart."""
INDENTED = 0.15
"""Share of lines that are indented where paragraphs are."""
RARE = 0.03
"""Share of lines that keep to the left edge of the page, at the least."""
LARGER = 1.15
"""A title against running text; letters of one size differ by less."""


class Line(NamedTuple):
    """A printed line: its words, its edges and the height of its letters in points, and its page."""

    text: str
    left: float
    right: float
    top: float
    size: float
    page: int


class _Measure(NamedTuple):
    """What is usual on these pages."""

    left: float
    right: float
    size: float
    pitch: float
    indented: bool


def without_page_numbers(pages: Iterable[list[Line]]) -> list[Line]:
    """Return the lines of all pages, without page numbers at the head or the foot."""
    kept: list[Line] = []
    for lines in pages:
        edges = {0, len(lines) - 1}
        kept += [line for at, line in enumerate(lines) if at not in edges or not PAGE_NUMBER.fullmatch(line.text.strip())]
    return kept


def flowing(lines: list[Line]) -> str:
    """Return the paragraphs that lines make, one a line."""
    if not lines:
        return ""
    usual = _measured(lines)
    made = [lines[0].text]
    for before, line in pairwise(lines):
        if _begins(before, line, usual) and not _title_goes_on(before, line, usual):
            made.append(line.text)
        else:
            made[-1] += _blank(made[-1], line.text) + line.text
    return "\n".join(text.strip() for text in made)


def _measured(lines: list[Line]) -> _Measure:
    size = _usual(line.size for line in lines)
    long = [line for line in lines if len(line.text) > 10] or lines
    right = max(line.right for line in long)
    # Where paragraphs are short most lines are first lines, so that the commonest edge is that of the indent.
    edges = Counter(round(line.left) for line in long)
    left = min(edge for edge, count in edges.items() if count >= RARE * len(long))
    steps = [before.top - line.top for before, line in pairwise(lines) if before.page == line.page and before.top > line.top]
    indented = sum(size * INDENT < line.left - left < size * 3 for line in lines) >= INDENTED * len(lines)
    return _Measure(left, right, size, _usual(steps) if steps else size * 2, indented)


def _usual(values: Iterable[float]) -> float:
    """Return the commonest of lengths, to the half point."""
    return Counter(round(value * 2) / 2 for value in values).most_common(1)[0][0]


def _begins(before: Line, line: Line, usual: _Measure) -> bool:
    """Tell whether a line begins a paragraph."""
    if line.left - usual.left > INDENT * usual.size:
        return True
    if usual.right - before.right > (SHORT_WHERE_INDENTED if usual.indented else SHORT) * usual.size:
        return True
    if before.page == line.page and before.top - line.top > WIDE_GAP * usual.pitch:
        return True
    return is_ended(before.text) and is_numbered(line.text)


def _title_goes_on(before: Line, line: Line, usual: _Measure) -> bool:
    """Tell the second line of a title: as large as the first, larger than the text, both in the middle."""
    if before.page or min(before.size, line.size) < LARGER * usual.size or is_ended(before.text):
        return False
    if max(before.size, line.size) > LARGER * min(before.size, line.size):
        return False
    middle = (usual.left + usual.right) / 2
    return all(abs((one.left + one.right) / 2 - middle) < 2 * line.size for one in (before, line))


def _blank(before: str, after: str) -> str:
    """Return what stood at a line's end: a blank between Latin words, nothing between hanzi."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return " " if latin else ""
