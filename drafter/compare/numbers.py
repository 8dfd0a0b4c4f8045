"""What became of the figures of a line that was edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from drafter.compare.base import MARK, BaseFigure
from drafter.words import Piece, pieces

UNIT = re.compile("[%‰℃㎡]|[一-鿿]{1,3}")
SPELLED = re.compile("(?:百分之)?[〇零一二两三四五六七八九十百千万亿点几多余]+")
BETWEEN = "至到—-~～－–"
"""What stands between the two numbers of a range."""
STOP = "，。；：、！？（）\n"
CLAUSE = 16
"""Characters before a number that tell what it counts."""
SURE, LIKELY, HARDLY = 0.5, 0.3, 0.15
"""Likeness of what stands before two numbers from which one became the other: by itself, with more to say so, as the only ones left."""
MOST = 4000
"""Pairs of numbers that are weighed; of more only those in their old order are matched."""


class Became(NamedTuple):
    """A figure of the draft and what stands in its place; empty where it is gone."""

    figure: BaseFigure
    now: str
    start: int
    """Where it stands in the edited text."""


Code = tuple[str, int, int, int, int]


def became(old: str, new: str, figures: Sequence[BaseFigure]) -> tuple[list[Became], list[str]]:
    """Return the figures that changed or went, and the numbers that nobody knows."""
    before, after = pieces(old), pieces(new)
    codes = SequenceMatcher(None, [piece.key for piece in before], [piece.key for piece in after], autojunk=False).get_opcodes()
    matched = _matched(before, after, codes)
    made: list[Became] = []
    used: set[int] = set()
    for figure in figures:
        inside = [index for index, piece in enumerate(before) if figure.start <= piece.start < figure.end]
        if figure.blank:
            low, high = _place(inside[0], inside[-1], codes)
            used |= set(range(low, high))
            now = "".join(piece.text for piece in after[low:high])
            made += [] if MARK in now else [Became(figure, now, after[low].start if now else -1)]
            continue
        number = next((index for index in inside if before[index].number), None)
        if number is None:
            continue
        other = matched.get(number)
        if other is None:
            made.append(_in_words(figure, before, after, number, codes))
            continue
        low, high = (other, other) if _range(before, number) else _range(after, other) or (other, other)
        used |= {low, high}
        now = "".join(piece.text for piece in after[low:high + 1]) + _unit(before, after, inside, number, high, matched)
        if now != figure.text:
            made.append(Became(figure, now, after[low].start))
    known = {matched[index] for index, piece in enumerate(before) if piece.number and index in matched}
    strangers = [piece.text for index, piece in enumerate(after) if piece.number and index not in used | known]
    return made, strangers


def _place(first: int, last: int, codes: Sequence[Code]) -> tuple[int, int]:
    """Return where a stretch of pieces stands now: from its first piece to behind its last, or what replaced them."""
    start = end = 0
    for tag, low, high, begin, stop in codes:
        if low <= first < high:
            start = begin + first - low if tag == "equal" else begin
        if low <= last < high:
            end = begin + last - low + 1 if tag == "equal" else stop
    return start, max(start, end)


def _matched(before: list[Piece], after: list[Piece], codes: Sequence[Code]) -> dict[int, int]:
    """Return which piece became which: letters in equal surroundings, numbers by what they count, the most alike first."""
    matched: dict[int, int] = {}
    for tag, low, high, start, _ in codes:
        if tag == "equal":
            matched.update({index: start + index - low for index in range(low, high)})
    ours = [index for index, piece in enumerate(before) if piece.number]
    theirs = [index for index, piece in enumerate(after) if piece.number]
    if len(ours) * len(theirs) > MOST:
        return matched
    aligned = {index: matched.pop(index) for index in ours if index in matched}
    left = [(_clause(before, index), index) for index in ours]
    right = [(_clause(after, index), index) for index in theirs]
    weighed: list[tuple[float, int, int, int]] = []
    for clause, mine in left:
        for other, index in right:
            like = _like(clause, other)
            same, held = before[mine].text == after[index].text, _behind(before, mine) == _behind(after, index)
            here = aligned.get(mine) == index
            if same or (like >= SURE and (here or held)) or (like >= LIKELY and here and held):
                weighed.append((3 * like + same + 0.6 * here + 0.5 * held, -abs(mine - index), mine, index))
    taken: set[int] = set()
    for _, _, mine, index in sorted(weighed, reverse=True):
        if mine not in matched and index not in taken:
            matched[mine] = index
            taken.add(index)
    _last(before, after, [one for one in left if one[1] not in matched], [one for one in right if one[1] not in taken], matched)
    return matched


def _last(before: list[Piece], after: list[Piece], left: list[tuple[str, int]], right: list[tuple[str, int]], matched: dict[int, int]) -> None:
    """Match a number that is the only one left with its measure word with the only one left there."""
    for unit in {_behind(before, mine) for _, mine in left}:
        ours = [one for one in left if _behind(before, one[1]) == unit]
        theirs = [one for one in right if _behind(after, one[1]) == unit]
        if len(ours) == len(theirs) == 1 and _like(ours[0][0], theirs[0][0]) >= HARDLY:
            matched[ours[0][1]] = theirs[0][1]


def _clause(text: list[Piece], index: int) -> str:
    """Return what stands before a number in its clause, one mark for every other number."""
    start = index
    while start > 0 and index - start < CLAUSE and text[start - 1].text not in STOP:
        start -= 1
    return "".join(piece.key for piece in text[start:index])


def _like(first: str, second: str) -> float:
    return 1.0 if first == second else SequenceMatcher(None, first, second, autojunk=False).ratio()


def _behind(text: list[Piece], index: int) -> str:
    """Return the character behind a number: the first of its measure word."""
    return text[index + 1].text if index + 1 < len(text) else ""


def _range(text: list[Piece], index: int) -> tuple[int, int] | None:
    """Return from where to where a number is one end of a range; None where it stands alone."""
    for low, high in ((index - 2, index), (index, index + 2)):
        if low >= 0 and high < len(text) and text[low].number and text[high].number and text[low + 1].text in BETWEEN:
            return low, high
    return None


def _in_words(figure: BaseFigure, before: list[Piece], after: list[Piece], number: int, codes: Sequence[Code]) -> Became:
    """Return what became of a figure in whose place no number stands: one in hanzi, or nothing."""
    for tag, low, high, start, end in codes:
        words = "".join(piece.text for piece in after[start:end])
        if tag == "replace" and low <= number < high and SPELLED.fullmatch(words):
            behind = "".join(piece.text for piece in before[high:] if piece.start < figure.end)
            return Became(figure, words + behind, after[start].start)
    return Became(figure, "", -1)


def _unit(before: list[Piece], after: list[Piece], inside: list[int], number: int, other: int, matched: dict[int, int]) -> str:
    """Return the measure word that stands behind a number now: the old one where it is still there."""
    unit = "".join(before[index].text for index in inside if index > number)
    if not unit:
        return ""
    there = "".join(piece.text for piece in after[other + 1:other + 1 + len(unit)])
    if there == unit:
        return unit
    behind = inside[-1] + 1
    end = matched.get(behind, len(after) if behind == len(before) else other + 1)
    found = "".join(piece.text for piece in after[other + 1:end])
    return found if UNIT.fullmatch(found) else unit
