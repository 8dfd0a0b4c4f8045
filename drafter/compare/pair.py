"""Which line of an edited file is which line of the draft: by bookmark, by words, whole, split or joined, in place or moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from drafter.compare.base import BaseLine
from drafter.edited import EditedLine
from drafter.words import bare, headed

ALIKE, KNOWN, HELD = 0.5, 0.2, 0.6
"""Likeness from which two lines are one: by their words alone, with a bookmark in common, as a part of another."""
NEAR = 3
"""Lines between the parts of a line, for something else may have been put there or taken away."""


class Pair(NamedTuple):
    """Some lines of the draft and what became of them; either side may be empty, more than one line is a split or a join."""

    base: tuple[int, ...]
    edited: tuple[int, ...]
    moved: bool = False


def pair(base: Sequence[BaseLine], edited: Sequence[EditedLine]) -> list[Pair]:
    """Pair the lines, in the order of the edited file; what is gone stands where it was."""
    old = [bare(line.text) for line in base]
    new = [bare(headed(line.text)[2]) if _is_heading(line) else bare(line.text) for line in edited]
    found = _equal(old, new)
    _by_bookmark(base, edited, old, new, found)
    _by_words(old, new, found)
    groups = _parts(old, new, {mine: [theirs] for mine, theirs in found.items()})
    return _ordered(groups, len(base), len(edited))


def _is_heading(line: EditedLine) -> bool:
    return headed(line.text)[0] > 0


def _equal(old: list[str], new: list[str]) -> dict[int, int]:
    """Pair the lines that say the same but for figures: those in order first, then those that moved."""
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        found.update({block.a + step: block.b + step for step in range(block.size)})
    taken = set(found.values())
    for mine, text in enumerate(old):
        if mine not in found:
            theirs = next((index for index, other in enumerate(new) if other == text and index not in taken), None)
            if theirs is not None:
                found[mine] = theirs
                taken.add(theirs)
    return found


def _by_bookmark(base: Sequence[BaseLine], edited: Sequence[EditedLine], old: list[str], new: list[str], found: dict[int, int]) -> None:
    """Pair lines with a hidden bookmark in common, of several the most alike."""
    taken = set(found.values())
    for mine, line in enumerate(base):
        if mine in found or not line.bookmarks:
            continue
        near = [(likeness(old[mine], new[theirs]), -theirs) for theirs, other in enumerate(edited)
                if theirs not in taken and line.bookmarks & other.bookmarks]
        best = max(near, default=(0.0, 0))
        if best[0] >= KNOWN:
            found[mine] = -best[1]
            taken.add(-best[1])


def _by_words(old: list[str], new: list[str], found: dict[int, int]) -> None:
    """Pair what is left by its words, the most alike first."""
    mine_left = [index for index in range(len(old)) if index not in found]
    taken = set(found.values())
    theirs_left = [index for index in range(len(new)) if index not in taken]
    scored = sorted(((likeness(old[mine], new[theirs]), -abs(_gap(mine, theirs, found)), -mine, -theirs)
                     for mine in mine_left for theirs in theirs_left), reverse=True)
    for score, _, mine, theirs in scored:
        if score >= ALIKE and -mine not in found and -theirs not in taken:
            found[-mine] = -theirs
            taken.add(-theirs)


def _gap(mine: int, theirs: int, found: dict[int, int]) -> int:
    """Return how far a pairing lies from where its neighbours went."""
    before = [known for known in found if known < mine]
    return theirs - found[max(before)] if before else theirs - mine


def likeness(first: str, second: str) -> float:
    """Return how much of two texts is the same, 0 to 1; cheap bounds first."""
    if not first or not second:
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < KNOWN or matcher.quick_ratio() < KNOWN:
        return 0.0
    return matcher.ratio()


def _held(part: str, whole: str) -> float:
    """Return how much of a text is found in another, in pieces of four and more."""
    blocks = SequenceMatcher(None, part, whole, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= min(4, len(part))) / len(part) if part else 0.0


def _parts(old: list[str], new: list[str], found: dict[int, list[int]]) -> list[tuple[list[int], list[int]]]:
    """Gather lines that were split in two, or joined into one, with the line that they are a part of."""
    groups = [([mine], list(theirs)) for mine, theirs in found.items()]
    taken = {index for _, theirs in groups for index in theirs}
    for theirs in range(len(new)):
        if theirs not in taken:
            near = [group for group in groups if _near(theirs, group[1])]
            best = max(near, key=lambda group: _held(new[theirs], old[group[0][0]]), default=None)
            if best and _left(old[best[0][0]], [new[index] for index in best[1]], new[theirs]) >= HELD:
                best[1].append(theirs)
                best[1].sort()
                taken.add(theirs)
    known = {index for mine, _ in groups for index in mine}
    for mine in range(len(old)):
        if mine not in known:
            near = [group for group in groups if _near(mine, group[0])]
            best = max(near, key=lambda group: _held(old[mine], new[group[1][0]]), default=None)
            if best and _left(new[best[1][0]], [old[index] for index in best[0]], old[mine]) >= HELD:
                best[0].append(mine)
                best[0].sort()
                known.add(mine)
    return groups


def _near(index: int, others: list[int]) -> bool:
    return any(abs(index - other) <= NEAR for other in others)


def _left(whole: str, known: list[str], part: str) -> float:
    """Return how much of a part is found in what its known parts leave of the whole."""
    rest = whole
    for one in known:
        kept, at = "", 0
        for block in SequenceMatcher(None, rest, one, autojunk=False).get_matching_blocks():
            if block.size >= 4 or block.size == len(one):
                kept += rest[at:block.a]
                at = block.a + block.size
        rest = kept + rest[at:]
    return _held(part, rest)


def _ordered(groups: list[tuple[list[int], list[int]]], base: int, edited: int) -> list[Pair]:
    """Return the pairs in the order of the edited file, those out of the longest common order marked as moved."""
    groups.sort(key=lambda group: group[0][0])
    kept = _rising([group[1][0] for group in groups])
    made = [Pair(tuple(mine), tuple(theirs), number not in kept) for number, (mine, theirs) in enumerate(groups)]
    known = {index for mine, _ in groups for index in mine}
    taken = {index for _, theirs in groups for index in theirs}
    made += [Pair((), (index,)) for index in range(edited) if index not in taken]
    place = {index: one.edited[0] for one in made if not one.moved for index in one.base}
    for index in range(base):
        if index not in known:
            made.append(Pair((index,), ()))
            place[index] = next((place[before] for before in range(index - 1, -1, -1) if before in place), -1)
    return sorted(made, key=lambda one: (one.edited[0], 0, 0) if one.edited else (place[one.base[0]], 1, one.base[0]))


def _rising(values: list[int]) -> set[int]:
    """Return the positions of a longest rising row of values."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at:at + 1] = [value]
        ends[at:at + 1] = [position]
    row: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        row.add(at)
        at = before[at]
    return row
