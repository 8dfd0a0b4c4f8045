"""What became of the figures of a line that was edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from drafter.compare.base import BaseFigure
from drafter.words import Piece, pieces

UNIT = re.compile("[%‰℃㎡]|[一-鿿]{1,3}")


class Became(NamedTuple):
    """A figure of the draft and what stands in its place; empty where it is gone."""

    figure: BaseFigure
    now: str
    start: int
    """Where it stands in the edited text."""


def became(old: str, new: str, figures: Sequence[BaseFigure]) -> tuple[list[Became], list[str]]:
    """Return the figures that changed or went, and the numbers that nobody knows."""
    before, after = pieces(old), pieces(new)
    matched = _matched(before, after)
    made: list[Became] = []
    used: set[int] = set()
    for figure in figures:
        inside = [index for index, piece in enumerate(before) if figure.start <= piece.start < figure.end]
        number = next((index for index in inside if before[index].number), None)
        if number is None:
            continue
        other = matched.get(number)
        if other is None:
            made.append(Became(figure, "", -1))
            continue
        used.add(other)
        now = after[other].text + _unit(before, after, inside, number, other, matched)
        if now != figure.text:
            made.append(Became(figure, now, after[other].start))
    known = {matched[index] for index, piece in enumerate(before) if piece.number and index in matched}
    strangers = [piece.text for index, piece in enumerate(after) if piece.number and index not in used | known]
    return made, strangers


def _matched(before: list[Piece], after: list[Piece]) -> dict[int, int]:
    """Return which piece became which: those in equal surroundings, then numbers that only moved, then those that were replaced."""
    blocks = SequenceMatcher(None, [piece.key for piece in before], [piece.key for piece in after], autojunk=False).get_opcodes()
    matched: dict[int, int] = {}
    for tag, low, high, start, _ in blocks:
        if tag == "equal":
            matched.update({index: start + index - low for index in range(low, high)})
    _same(before, after, matched)
    for tag, low, high, start, end in blocks:
        if tag == "replace":
            taken = set(matched.values())
            ours = [index for index in range(low, high) if before[index].number and index not in matched]
            theirs = [index for index in range(start, end) if after[index].number and index not in taken]
            if len(ours) == len(theirs):
                matched.update(zip(ours, theirs, strict=True))
    return matched


def _same(before: list[Piece], after: list[Piece], matched: dict[int, int]) -> None:
    """Match numbers that stand elsewhere now: those left over, with the same number among those left over."""
    taken = set(matched.values())
    for index, piece in enumerate(before):
        if piece.number and index not in matched:
            other = next((at for at, found in enumerate(after) if found.number and found.text == piece.text and at not in taken), None)
            if other is not None:
                matched[index] = other
                taken.add(other)


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
