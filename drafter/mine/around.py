"""The words around a figure: those of its own, on both sides, and those that went before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from drafter.mine.numbers import Number
from drafter.past import Clause

BRACKET = re.compile("（[^（）]*）")
PARTED = re.compile("^(?:、|，|和|与|及|以及|或|并|；)")
PARTS = re.compile("(?:、|和|与|及|以及|并|或)$")
SUBSET = re.compile("其中")
AMONG = re.compile(r".*[^集途](?<!其)中(?:仅有|仅|有|共有|已有|已)?$")
RESPECTIVE = re.compile("分别(?:为|是|达|达到|有)?$")
JOINED = re.compile("、|和|与|及|以及")
LEADING = re.compile("^(?:全年|今年|年内|共计|累计|共|先后|开展|办理)+")
BECAME = re.compile("(?:了|又|再|已)?(?:增加|提高|提升|上升|下降|降低|减少|扩大|压减|压缩|缩减|增长|缩短|拓展|扩展|降|增)(?:到|至|为)(?:了|约|近)?$")
BEFORE_IT = re.compile("(?:由|从)(?:上年|去年|上一年|原来|原有|年初|最初)?的?$|(?:上年|去年|上一年)的?$")


class Around(NamedTuple):
    """A figure with the words that belong to it."""

    number: Number
    clause: Clause
    before: str
    """What stands before it in its clause, behind the figure before it."""
    after: str
    """What stands behind it, up to the next figure or mark."""
    shared: bool
    """True where what stands behind it stands right before the next figure, too."""
    first: bool
    """True for the first figure of its clause or bracket."""
    inside: bool
    """True in brackets."""
    subset: bool
    """True for a part of the figure before: 其中3人."""


def around(text: str, clause: Clause, numbers: Sequence[Number]) -> list[Around]:
    """Return the figures of one clause of a text with the words that belong to each."""
    end = clause.start + len(clause.text)
    brackets = [(match.start() + clause.start, match.end() + clause.start) for match in BRACKET.finditer(clause.text)]
    groups: dict[tuple[int, int], list[Number]] = {}
    for number in numbers:
        span = next(((low + 1, high - 1) for low, high in brackets if low < number.start < high), (clause.start, end))
        groups.setdefault(span, []).append(number)
    made = [one for span, peers in groups.items() for one in _peers(text, clause, span, peers, bool(span[0] != clause.start))]
    return _respective(sorted(made, key=lambda one: one.number.start))


def _peers(text: str, clause: Clause, span: tuple[int, int], peers: Sequence[Number], inside: bool) -> list[Around]:
    """Return the figures that stand in one clause or bracket, the words between two given to the one they belong to."""
    low, high = span
    gaps = [_plain(text[begin:end]) for begin, end in zip(
        [low, *(number.end for number in peers)], [*(number.start for number in peers), high], strict=True)]
    made = []
    subset = False
    for index, number in enumerate(peers):
        before = gaps[index] if index == 0 else _split(gaps[index])[1]
        if index and BECAME.fullmatch(before):
            before = BEFORE_IT.sub("", gaps[0])
        last = index + 1 == len(peers)
        after = gaps[index + 1] if last else _split(gaps[index + 1])[0]
        shared = not last and bool(after) and _split(gaps[index + 1])[1] == after
        subset = subset or bool(SUBSET.search(before) or (AMONG.match(before) and index))
        made.append(Around(number, clause, before, after, shared, index == 0, inside, subset))
    return made


def _plain(words: str) -> str:
    """Return words without the brackets that hold a figure."""
    return BRACKET.sub(lambda held: "" if re.search(r"\d", held[0]) else held[0], words)


def _split(gap: str) -> tuple[str, str]:
    """Part the words between two figures into those behind the first and those before the second."""
    opened, closed = PARTED.match(gap), PARTS.search(gap)
    if opened:
        return "", gap[opened.end():]
    if closed:
        return gap[:closed.start()], ""
    first, mark, second = gap.rpartition("、")
    return (first, second) if mark else (gap, gap)


def _respective(made: list[Around]) -> list[Around]:
    """Give each of several figures behind 分别为 the word of the list that it belongs to."""
    head = made[0] if made else None
    if head is None or not RESPECTIVE.search(head.before):
        return made
    items = JOINED.split(LEADING.sub("", RESPECTIVE.sub("", head.before)))
    run = [one for one in made if not one.inside]
    if len(items) != len(run) or any(one.before for one in run[1:]):
        return made
    # 排查、受理、化解纠纷 shares its last noun; 行政检查、行政指导 does not.
    shared = items[-1][2:] if len(items) > 1 and all(len(item) == 2 for item in items[:-1]) else ""
    named = {one.number.start: item if index + 1 == len(items) else item + shared
             for index, (one, item) in enumerate(zip(run, items, strict=True))}
    return [one._replace(before=named.get(one.number.start, one.before)) for one in made]
