"""Figures that people changed in Word, on their way back to the lines of the profile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from drafter.compare.change import Change
from drafter.compare.numbers import Became
from drafter.figure import read_figure, tidy
from drafter.finding import Address
from drafter.kind import Kind
from drafter.schema import LONGEST, NONE
from drafter.source import Data, Sources, found
from drafter.words import pieces


class Returned(NamedTuple):
    """A figure that was changed, and what that means for the profile."""

    figure: Became
    change: Change
    at: Address
    """The address of the value that holds it."""
    now: str
    value: str = ""
    """What the value is to be; empty where the profile is not changed."""
    why: str = ""
    """Why it is not changed, in Chinese."""
    files: tuple[str, ...] = ()
    worded: bool = False
    """True where the profile's line cannot hold it, so that the words of the draft are kept instead."""


def figures_back(changes: Iterable[Change], sources: Sources, kind: Kind) -> list[Returned]:
    """Return every changed figure once, with what the profile's line is to become."""
    seen: dict[tuple[Address, str, int], list[tuple[Became, Change]]] = {}
    for change in changes:
        for one in change.figures:
            if one.now:
                seen.setdefault((one.figure.at, one.figure.text, one.figure.nth), []).append((one, change))
    made = [_returned(group, sources, kind) for group in seen.values()]
    return _several(made, sources)


def _returned(group: list[tuple[Became, Change]], sources: Sources, kind: Kind) -> Returned:
    """Judge one figure, changed in one or more places and copies."""
    one, change = group[0]
    wanted = list(dict.fromkeys(became.now for became, _ in group))
    files = tuple(dict.fromkeys(other.file for _, other in group))
    at = _value_at(one.figure.at, one.figure.text, sources)
    result = Returned(one, change, at, wanted[0], files=files)
    if len(wanted) > 1:
        return result._replace(now="、".join(wanted), why="几处改得不一样，请定一个再改资料")
    current = found(sources.data, at)
    if one.figure.blank:
        return _filled(result, current, kind)
    if not isinstance(current, str):
        return result._replace(why="资料里找不到这个数了，请对照着自己改")
    if one.figure.whole:
        return _whole(result, current)
    numbers = [piece.text for piece in pieces(tidy(current)) if piece.number]
    if numbers.count(one.figure.text) == one.figure.among:
        return result._replace(value=_put(tidy(current), [one]))
    if one.now in numbers and one.figure.text not in numbers:
        return result._replace(why="资料里已经是这个数")
    count = numbers.count(one.figure.text)
    return result._replace(why=f"这一行里有{count}个“{one.figure.text}”，请自己改" if count else f"资料里现在写的是“{current[:30]}”，请定下来自己改")


def _filled(result: Returned, current: Data | None, kind: Kind) -> Returned:
    """Judge what somebody wrote where the draft said that something is to be filled in."""
    value = result.now.strip("，。；：")
    indicator = kind.indicators.get(str(result.at[-1]))
    if current != "" or len(value) > LONGEST:
        return result._replace(why="资料里没有一行正好是它，先当一句改写记下；请把内容填进资料，再删掉那条改写", worded=True)
    if indicator is not None and indicator.type != "文字" and read_figure(value).figure is None and value not in NONE:
        return result._replace(why="填的不是“数字加量词”，先当一句改写记下；数据这一行请自己填", worded=True)
    return result._replace(value=value)


def _whole(result: Returned, current: str) -> Returned:
    """Judge a figure that is a value of its own."""
    reading = read_figure(current).figure
    shown = reading.text if reading else current
    if shown == result.now:
        return result._replace(why="资料里已经是这个数")
    if shown != result.figure.figure.text:
        return result._replace(why=f"资料里现在是“{current}”，请定下来自己改")
    if reading is not None and read_figure(result.now).figure is None:
        return result._replace(why="改成的不是“数字加量词”，先当一句改写记下；数据这一行请自己改", worded=True)
    return result._replace(value=result.now)


def _value_at(at: Address, text: str, sources: Sources) -> Address:
    """Return the single value that holds a figure: the address itself, or the words under it that have the number."""
    data = found(sources.data, at)
    if isinstance(data, str):
        return at
    under = [(*at, *steps) for steps, value in _values(data) if text in [piece.text for piece in pieces(value)]]
    return under[-1] if under else at


def _values(data: Data | None) -> list[tuple[Address, str]]:
    """Return the single values under some data with their steps."""
    if isinstance(data, str):
        return [((), data)]
    pairs: Iterable[tuple[str | int, Data]] = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [((step, *rest), value) for step, inner in pairs for rest, value in _values(inner)]


def _put(text: str, some: Iterable[Became]) -> str:
    """Return a text with other numbers in the place of some of its own, each told from its equals by its order."""
    fresh = {(one.figure.text, one.figure.nth): one.now for one in some}
    made, met = "", Counter[str]()
    for piece in pieces(text):
        made += fresh.get((piece.text, met[piece.text]), piece.text) if piece.number else piece.text
        met[piece.text] += piece.number
    return made


def _several(made: list[Returned], sources: Sources) -> list[Returned]:
    """Bring the changes of several numbers in one value together."""
    parts: dict[Address, list[Became]] = {}
    for one in made:
        if one.value and not one.figure.figure.whole:
            parts.setdefault(one.at, []).append(one.figure)
    values = {at: _put(tidy(str(found(sources.data, at))), some) for at, some in parts.items()}
    return [one._replace(value=values.get(one.at, one.value)) if one.value else one for one in made]
