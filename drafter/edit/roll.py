"""Next year's profile from this year's, one file: every field is 照抄, 清空 or 提示, as the kind and its catalogue say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.edit.leaf import Leaf
from drafter.edit.lines import silent
from drafter.edit.promises import BLOCK, promises
from drafter.edit.turn import Turn
from drafter.edit.unfold import unfold
from drafter.figure import read_figure
from drafter.finding import Address, Finding, Severity, spell
from drafter.profile import Rewording
from drafter.profile.format import KEY as FORMAT
from drafter.source import Data, Source, parse
from drafter.source.lines import BLANKS

COPY, CLEAR = "照抄", "清空"
FIGURES = "指标"
NEW_FROM = "# 新建自"
LEGEND = "# 冒号后面空着的，填今年的数；行首的“#”后面紧跟着字的，是{label}的写法，不会印：今年还这样做的，改好后去掉这个“#”；用不上的整行删掉"
CHECK = "请核："


class Given(NamedTuple):
    """A value that the new year gives instead of the old one, and what is to be checked about it."""

    value: str
    remark: str = ""


class Rolled(NamedTuple):
    """The new text of one file, and how much in it was suggested, blanked, promised and doubted."""

    text: str
    put: frozenset[str]
    """The lines that are only suggested, and last year's values beside the blanks."""
    suggested: int
    blanked: int
    promised: int
    doubted: int


class Order(NamedTuple):
    """What rolling one file needs beside the turn of the year."""

    origin: str
    """The name of the file, for its successor's head."""
    given: Mapping[Address, Given]
    ours: frozenset[str] = frozenset()
    """What the last turn put into the file: suggestions that nobody touched since go, and so do values of the year before last."""
    rewordings: tuple[Rewording, ...] = ()
    """What people changed in last year's draft."""


def roll(source: Source, turn: Turn, order: Order) -> tuple[Rolled | None, list[Finding]]:
    """Return the next year's text of one file."""
    kind, head = turn.kind, {at[0] for at in order.given}
    if source.line(source.places[()].line).lstrip(BLANKS).startswith("{"):
        return None, [_odd(source, ())]
    unfolded = unfold(source, lambda name: kind.carried.top.get(name) != COPY or name in head)
    if unfolded != source.text:
        again, _ = parse(unfolded.encode("utf-8", "surrogatepass"), source.file)
        if again is None:
            return None, [_odd(source, ())]
        source = again
    work = _Work(source, turn, order)
    try:
        work.walk()
    except _OddError as odd:
        return None, [_odd(source, odd.at)]
    promised = work.promise(order.rewordings)
    work.head(order.origin)
    leaf = work.leaf
    return Rolled(leaf.text(), frozenset(leaf.put), leaf.suggested, leaf.blanked, promised, work.doubted), []


def _figures(at: Address, value: Data) -> Iterator[tuple[Address, str]]:
    """Yield the figures that stand behind a key of their own, at any depth."""
    steps: Iterable[tuple[str | int, Data]] = value.items() if isinstance(value, dict) else enumerate(value)
    for step, inner in steps if not isinstance(value, str) else ():
        if not isinstance(inner, str):
            yield from _figures((*at, step), inner)
        elif isinstance(step, str) and read_figure(inner).figure is not None:
            yield (*at, step), inner


class _OddError(Exception):
    """A line that cannot be changed; carries its address."""

    def __init__(self, at: Address) -> None:
        super().__init__(at)
        self.at = at


def _odd(source: Source, at: Address) -> Finding:
    """Return the finding that a line is written too oddly to be carried over."""
    place, what = source.key(at), f"“{spell(at)}”" if at else "这份资料"
    hint = "写成一行一项：名称: 内容"
    return Finding("V005", Severity.ERROR, f"{what}的写法特别，不能带到新的一年", place, hint, source.line(place.line))


class _Work:
    """One file being rolled."""

    def __init__(self, source: Source, turn: Turn, order: Order) -> None:
        self.leaf = Leaf(source, turn.label, order.ours)
        self.doubted = 0
        self._source, self._turn, self._given = source, turn, order.given
        self._carried = turn.kind.carried

    def walk(self) -> None:
        """Do with every key what the kind says."""
        data = self._source.data
        for name, value in data.items() if isinstance(data, dict) else ():
            at: Address = (name,)
            word = self._carried.top.get(name)
            if name == BLOCK:
                self._make_room(at)
            elif word is None:
                self._topic(at, value)
            else:
                self._key(at, value, word, live=False)

    def _make_room(self, at: Address) -> None:
        """Take the promises of the year before out, and the blank line behind them."""
        self.leaf.drop_block(at)
        _, end = self.leaf.key_span(at)
        if end < len(self.leaf.lines) - 1 and not self.leaf.lines[end].strip(BLANKS):
            self.leaf.drop([end])

    def _topic(self, at: Address, value: Data) -> None:
        """Carry one topic over: a bare list is its measures."""
        if isinstance(value, dict):
            for key, inner in value.items():
                self._key((*at, key), inner, self._word(key), live=True)
        elif isinstance(value, list):
            self._items(at, value, live=True)
        elif value:
            self._blank(at, value)

    def _word(self, key: str) -> str:
        """Return what becomes of a key under a topic."""
        indicator = self._turn.kind.indicators.get(key)
        own = indicator.carried if indicator else self._carried.topic.get(key, "")
        return own or self._carried.topic.get(FIGURES, CLEAR)

    def _key(self, at: Address, value: Data, word: str, *, live: bool) -> None:
        """Carry one key over; a suggestion keeps its key, so that the draft asks for it."""
        if word == COPY:
            self._copy(at, value)
        elif isinstance(value, str):
            self._blank(at, value)
        elif word == CLEAR:
            self.leaf.drop_block(at)
        elif isinstance(value, list):
            self._items(at, value, live=live)
        else:
            first, end = self.leaf.key_span(at)
            self._suggest(at, value, first + 1, end)

    def _copy(self, at: Address, value: Data) -> None:
        """Leave a value as it is, but for what the new year gives instead."""
        below = [at, *((*at, index) for index in range(len(value)))] if isinstance(value, list) else [at]
        for one in below:
            if one in self._given:
                new, remark = self._given[one]
                self.leaf.replace(one, new, remark)
                self.doubted += bool(remark)

    def _blank(self, at: Address, value: str) -> None:
        """Empty one value."""
        if not self.leaf.blank(at, value):
            raise _OddError(at)

    def _items(self, at: Address, items: list[Data], *, live: bool) -> None:
        """Carry the entries of a list over; one that holds figures stays, with its values blank."""
        for index, item in enumerate(items):
            here = (*at, index)
            if live and isinstance(item, dict) and any(key in self._turn.kind.indicators for key in item):
                for key, value in item.items():
                    self._key((*here, key), value, self._word(key), live=False)
            else:
                self._suggest(here, item, *self.leaf.item_span(here))

    def _suggest(self, at: Address, value: Data, first: int, end: int) -> None:
        """Make some lines a suggestion; figures in it are blanked all the same."""
        for here, figure in _figures(at, value):
            self._blank(here, figure)
        for number in range(first, end):
            if silent(self.leaf.lines[number]):
                continue
            text, doubts = self._turn.advanced(self.leaf.lines[number])
            self.leaf.lines[number] = text
            if doubts:
                self.leaf.remark(number, CHECK + "、".join(doubts))
                self.doubted += 1
        self.leaf.suggest(first, end)

    def promise(self, rewordings: Sequence[Rewording]) -> int:
        """Put last year's plans where this year reports on them: above the problems; return how many there are.

        Where a year was passed over they are not last year's, and stay suggestions only.
        """
        lines = promises(self._source, self._turn.label, rewordings) if self._turn.follows else []
        tops = [place.line - 1 for key in ("问题", "另外打算") if (place := self._source.keys.get((key,)))]
        if not lines or not tops:
            return 0
        at = min(tops)
        while at and silent(above := self._source.line(at)) and above.strip(BLANKS):
            at -= 1
        self.leaf.insert(at, [*lines, ""])
        return sum(line.startswith("- ") for line in lines)

    def head(self, origin: str) -> None:
        """Bring the remarks at the head into the new year, and say what is to be done with this file."""
        lines = self.leaf.lines
        end = next((number for number, line in enumerate(lines) if not line.lstrip(BLANKS).startswith("#")), len(lines))
        legend = LEGEND.format(label=self._turn.label)
        for number in range(end):
            lines[number] = lines[number].replace(self._turn.old.text, self._turn.new.text)
        self.leaf.drop([number for number in range(end) if lines[number].startswith((NEW_FROM, LEGEND[:10]))])
        self.leaf.insert(end, [f"{NEW_FROM} {origin}", legend])
        if (FORMAT,) in self._given and (FORMAT,) not in self._source.keys:
            self.leaf.insert(end, [f"{FORMAT}: {self._given[FORMAT,].value}"])
