"""The changes between a draft and one edited copy of it, sentence by sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from drafter.compare.base import BaseFigure, BaseLine
from drafter.compare.numbers import Became, became
from drafter.compare.pair import Pair, pair
from drafter.edited import Edited, EditedLine, Hand
from drafter.words import headed, sentences


class What(Enum):
    """What was done; the value is the word the reader sees."""

    FIGURE = "数据改动"
    REWORDED = "改写"
    ADDED = "新增"
    DELETED = "删去"
    MOVED = "移动"
    SPLIT = "拆段"
    JOINED = "并段"
    HEAD = "标题落款"


class Change(NamedTuple):
    """One change: the words of the draft, and what stands there now; a list of lines is a list of paragraphs."""

    what: What
    old: tuple[str, ...]
    new: tuple[str, ...]
    behind: str = ""
    """For what was added or moved: the sentence of the draft that it now follows; 标题 where it comes first."""
    span: tuple[int, int] = (0, 0)
    """Which sentences of the draft it touches, counted through the whole draft; for an addition the place between two."""
    figures: tuple[Became, ...] = ()
    strangers: tuple[str, ...] = ()
    """Numbers that were put in by hand."""
    hands: tuple[Hand, ...] = ()
    line: int = -1
    """The line of the draft, or the last one before it, for saying where it is."""
    file: str = ""
    number: str = ""
    """The number of the heading that ``old`` begins with."""

    def old_with(self, taken: Collection[Became]) -> tuple[str, ...]:
        """Return the words of the draft with the new figures of some changes in them."""
        text = "\n".join(self.old).removeprefix(self.number)
        for one in sorted(self.figures, key=lambda each: -each.figure.start):
            if one in taken:
                text = text[:one.figure.start] + one.now + text[one.figure.end:]
        return tuple((self.number + text).split("\n"))


class Compared(NamedTuple):
    """What one edited copy says against the draft it was made from."""

    changes: tuple[Change, ...]
    untouched: int
    lines: tuple[int, ...]
    """For every line of the edited file the line of the draft it stands at."""
    likeness: float
    """Share of the draft's lines that were found again."""


def compare(base: Sequence[BaseLine], edited: Edited) -> Compared:
    """Return the changes of one edited copy, in its order."""
    pairs = pair(base, edited.lines)
    work = _Work(base, edited, pairs)
    changed = [(one, tuple(work.changes(one))) for one in pairs]
    touched = {index for one, changes in changed if changes for index in one.base}
    found = sum(len(one.base) for one in pairs if one.edited)
    every = tuple(change for _, changes in changed for change in changes)
    return Compared(every, len(base) - len(touched), tuple(work.places()), found / len(base) if base else 0.0)


class _Stretch(NamedTuple):
    """Some of the sentences and breaks of a text."""

    parts: list[str]
    low: int
    high: int

    @property
    def text(self) -> str:
        """Return them joined."""
        return "".join(self.parts[self.low:self.high])

    @property
    def before(self) -> str:
        """Return what stands before them."""
        return "".join(self.parts[:self.low])


class _Work:
    """One comparison."""

    def __init__(self, base: Sequence[BaseLine], edited: Edited, pairs: Sequence[Pair]) -> None:
        self._base, self._edited, self._pairs = base, edited, pairs
        self._first: list[int] = []
        count = 0
        for line in base:
            self._first.append(count)
            count += len(sentences(line.text)) + 1

    def places(self) -> Iterator[int]:
        """Yield the line of the draft at which every line of the edited file stands."""
        homes = {index: one.base[0] for one in self._pairs for index in one.edited if one.base}
        last = 0
        for index in range(len(self._edited.lines)):
            last = homes.get(index, last)
            yield last

    def changes(self, one: Pair) -> Iterator[Change]:
        """Yield the changes of one pair."""
        if not one.base:
            yield self._added(one)
        elif not one.edited:
            yield self._deleted(one)
        else:
            if one.moved:
                yield self._moved(one)
            yield from self._within(one)

    def _added(self, one: Pair) -> Change:
        line = self._edited.lines[one.edited[0]]
        before = self._before(one)
        at = self._first[before + 1] if before + 1 < len(self._base) else 10**6
        strangers = tuple(became("", line.text, ())[1])
        return Change(What.ADDED, (), (line.text,), self._anchor(one), (at, at), (), strangers, self._hands(one.edited),
                      max(before, 0), self._edited.name)

    def _deleted(self, one: Pair) -> Change:
        line = self._base[one.base[0]]
        gone = tuple(Became(figure, "", -1) for figure in line.figures)
        what = What.HEAD if line.title or line.closing else What.DELETED
        return Change(what, (line.shown,), (), "", self._span(one.base), gone, (), self._gone_by(line), one.base[0], self._edited.name)

    def _moved(self, one: Pair) -> Change:
        shown = tuple(self._base[index].shown for index in one.base)
        return Change(What.MOVED, shown, shown, self._anchor(one), self._span(one.base), (), (), self._hands(one.edited),
                      one.base[0], self._edited.name)

    def _within(self, one: Pair) -> Iterator[Change]:
        """Yield what changed inside some lines: sentence by sentence, a new paragraph being a sentence of its own."""
        lines = [self._base[index] for index in one.base]
        theirs = [self._edited.lines[index] for index in one.edited]
        old, new = "\n".join(line.text for line in lines), "\n".join(_worded(line, lines[0]) for line in theirs)
        if old == new:
            return
        if lines[0].title or lines[0].closing:
            yield self._head(one, lines, old, new)
            return
        mine, other = sentences(old), sentences(new)
        for low, high, start, end in _hunks(mine, other):
            yield self._hunk(one, lines, _Stretch(mine, low, high), _Stretch(other, start, end))

    def _head(self, one: Pair, lines: list[BaseLine], old: str, new: str) -> Change:
        return Change(What.HEAD, (old,), (new,), "", self._span(one.base), tuple(became(old, new, lines[0].figures)[0]), (),
                      self._hands(one.edited), one.base[0], self._edited.name)

    def _hunk(self, one: Pair, lines: list[BaseLine], mine: _Stretch, theirs: _Stretch) -> Change:
        """Return the change of some sentences."""
        at = len(mine.before)
        changed, strangers = became(mine.text, theirs.text, _shifted(lines, at, at + len(mine.text)))
        number = "" if mine.low else lines[0].number
        first = self._first[one.base[0]] + mine.low
        hands = self._hands(one.edited, len(theirs.before), len(theirs.before) + len(theirs.text))
        return Change(_kind(mine.text, theirs.text, changed), _paragraphs(number, mine.text), _paragraphs(number, theirs.text), "",
                      (first, first + mine.high - mine.low), tuple(changed), tuple(strangers), hands, one.base[0], self._edited.name, number)

    def _before(self, one: Pair) -> int:
        """Return the line of the draft that stands before a pair in the edited file; -1 where none does."""
        last = -1
        for other in self._pairs:
            if other is one:
                return last
            if other.base and other.edited:
                last = other.base[-1]
        return last

    def _anchor(self, one: Pair) -> str:
        """Return the words behind which something stands: those of the draft, or as they were edited where it stands behind no whole line."""
        above = one.edited[0] - 1
        last = next((other for other in self._pairs if above in other.edited), None)
        if last is None or (last.base and self._base[last.base[-1]].title):
            return "标题"
        if not last.base or above != last.edited[-1]:
            text = self._edited.lines[above].text
            return text if headed(text)[0] else sentences(text)[-1]
        line = self._base[last.base[-1]]
        return line.shown if line.level else sentences(line.text)[-1]

    def _span(self, indices: tuple[int, ...]) -> tuple[int, int]:
        last = indices[-1]
        return self._first[indices[0]], self._first[last] + len(sentences(self._base[last].text))

    def _hands(self, indices: tuple[int, ...], start: int = 0, end: int = 10**9) -> tuple[Hand, ...]:
        """Return who worked between two columns of some lines put end to end."""
        hands: list[Hand] = []
        at = 0
        for index in indices:
            line = self._edited.lines[index]
            hands += [stroke.hand for stroke in line.strokes if at + stroke.start <= end and at + max(stroke.end, stroke.start) >= start]
            at += len(line.text) + 1
        return tuple(dict.fromkeys(hands))

    def _gone_by(self, line: BaseLine) -> tuple[Hand, ...]:
        """Return who took out a whole line: whoever took out its words, wherever they are noted."""
        key = line.text[:12]
        return tuple(dict.fromkeys(stroke.hand for other in self._edited.lines for stroke in other.strokes
                                   if stroke.gone and (key in stroke.gone or (stroke.gone in line.text and len(stroke.gone) > 8))))


def _worded(line: EditedLine, base: BaseLine) -> str:
    """Return a line without the number of its heading, which the program gives."""
    level, _, words = headed(line.text)
    return words if level and base.level else line.text


def _paragraphs(number: str, text: str) -> tuple[str, ...]:
    """Return some sentences as paragraphs, the first with the number of its heading; none where nothing is left."""
    return tuple((number + text).split("\n")) if text.strip() else ()


def _hunks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of sentences that differ; each holds a sentence of the draft, and both sides of a new paragraph."""
    made: list[tuple[int, int, int, int]] = []
    for tag, low, high, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        breaks = "\n" in (*old[low:high], *new[start:end])
        left = _step(old, low, -1) if breaks or low == high else 0
        right = _step(old, high, 1) if breaks or low - left == high else 0
        grown = (low - left, high + right, start - left, end + right)
        if made and grown[0] < made[-1][1]:
            grown = (made[-1][0], max(made[-1][1], grown[1]), made[-1][2], max(made[-1][3], grown[3]))
            made.pop()
        made.append(grown)
    yield from made


def _step(tokens: list[str], at: int, way: int) -> int:
    """Return how many sentences and breaks it takes to reach the next sentence in one direction; 0 where there is none."""
    steps = 0
    while 0 <= (index := at + way * steps - (way < 0)) < len(tokens):
        steps += 1
        if tokens[index] != "\n":
            return steps
    return 0


def _shifted(lines: list[BaseLine], start: int, end: int) -> list[BaseFigure]:
    """Return the figures of some lines put end to end that stand between two columns, counted from the first."""
    found: list[BaseFigure] = []
    at = 0
    for line in lines:
        found += [figure._replace(start=figure.start + at - start, end=figure.end + at - start) for figure in line.figures
                  if start <= figure.start + at and figure.end + at <= end]
        at += len(line.text) + 1
    return found


def _kind(old: str, new: str, changed: Sequence[Became]) -> What:
    """Return what was done to some sentences."""
    if not new.strip():
        return What.DELETED
    plain = old
    for one in sorted(changed, key=lambda each: -each.figure.start):
        if one.now:
            plain = plain[:one.figure.start] + one.now + plain[one.figure.end:]
    if plain == new and changed:
        return What.FIGURE
    if old.replace("\n", "") == new.replace("\n", ""):
        return What.SPLIT if new.count("\n") > old.count("\n") else What.JOINED
    return What.REWORDED
