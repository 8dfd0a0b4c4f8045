"""A township's year as facts: every value knows the line of the profile it came from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drafter.finding import Address
from drafter.kind import Indicator
from drafter.schema import Amount, Fact


class Entry(NamedTuple):
    """A figure (or a name) under a topic, with the indicator it is a value of."""

    indicator: Indicator
    typed: str
    """The key as the clerk typed it."""
    amount: Amount


class Measure(NamedTuple):
    """A 做法, with the figures bound to it: those typed before it print before it."""

    text: Fact
    entries: tuple[Entry, ...] = ()
    before: int = 0
    """How many of the figures stand before the words."""


class Mechanism(NamedTuple):
    """A 机制: whole at first mention, by its name afterwards."""

    name: Fact
    fields: Mapping[str, Fact]
    """展开, 作用 and 动词, where given."""


class Activity(NamedTuple):
    """A 活动 with its several measures: 场次, 受众, 形式, 节点."""

    name: Fact
    fields: Mapping[str, Fact]


class Material(NamedTuple):
    """What stands under one topic of the profile."""

    topic: str
    provider: str = ""
    entries: tuple[Entry, ...] = ()
    measures: tuple[Measure, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    activities: tuple[Activity, ...] = ()
    local: tuple[Fact, ...] = ()
    verbatim: tuple[Fact, ...] = ()
    blanks: tuple[Fact, ...] = ()
    """Keys that stand there with nothing behind them: 做法, 机制 …"""
    denied: bool = False
    """True where the clerk wrote 无 for the whole topic: its heading may go."""

    @property
    def empty(self) -> bool:
        """Tell whether nothing of this material can be printed."""
        return not (self.entries or self.measures or self.mechanisms or self.activities or self.local or self.verbatim
                    or self.blanks)

    def facts(self) -> Iterator[Fact]:
        """Yield everything of this material that is to be printed."""
        for measure in self.measures:
            yield measure.text
            yield from (entry.amount.fact for entry in measure.entries)
        yield from (entry.amount.fact for entry in self.entries)
        named: tuple[Mechanism | Activity, ...] = (*self.mechanisms, *self.activities)
        for item in named:
            yield item.name
            yield from item.fields.values()
        yield from (*self.local, *self.verbatim)

    def pairs(self) -> Iterator[tuple[Fact, Fact]]:
        """Yield what was asked or promised with what became of it, where this is such a block."""
        yield from zip(self.local[::2], self.local[1::2], strict=False)

    @property
    def only_verbatim(self) -> bool:
        """Tell whether it is nothing but sentences that print word for word."""
        return bool(self.verbatim) and self._replace(verbatim=()).empty

    @property
    def at(self) -> Address:
        """Return where it stands: under its own name, or where the lines stand that belong to it."""
        own = self.entries or self.measures or self.mechanisms or self.activities or self.blanks
        strays = (*self.local, *self.verbatim)
        return strays[0].at[:1] if strays and not own else (self.topic,)

    @property
    def words(self) -> str:
        """Return what it speaks of, to find it a place by."""
        facts = [*(measure.text for measure in self.measures), *(item.name for item in self.mechanisms),
                 *(item.name for item in self.activities), *self.local, *self.verbatim]
        return "，".join([*(entry.indicator.topic for entry in self.entries), *(fact.text for fact in facts)])


class Problem(NamedTuple):
    """A 问题 with everything that belongs to it; the outline decides where each part prints."""

    name: Fact
    signs: tuple[Fact, ...] = ()
    causes: tuple[Fact, ...] = ()
    fixes: tuple[Fact, ...] = ()
    plans: tuple[Fact, ...] = ()
    topic: str = ""


class Plan(NamedTuple):
    """A 打算: its head and its details; ``topic`` places it among several plan headings."""

    texts: tuple[Fact, ...]
    topic: str = ""


class Rewording(NamedTuple):
    """A 改写: words of an earlier draft, and what people put in their place; a list of lines is a list of paragraphs."""

    at: Address
    old: tuple[str, ...]
    """Empty for a paragraph that was added."""
    new: tuple[str, ...]
    """Empty where the words were taken out."""
    behind: str = ""
    """The sentence that what was added or moved now follows; 标题 where it comes first."""
    source: str = ""
    """Who, when, in which file."""


class Attached(NamedTuple):
    """A 附件 of the formal form: its name, and the text file that holds it; without one only the name prints."""

    name: Fact
    file: Fact | None = None


class Document(NamedTuple):
    """公文: what the formal form has besides the text; None and () are what the profile does not say."""

    mark: tuple[Fact, ...] = ()
    suffix: bool = True
    """Whether 文件 stands behind the organs of the mark."""
    number: Fact | None = None
    signers: tuple[Fact, ...] = ()
    recipients: tuple[Fact, ...] = ()
    attachments: tuple[Attached, ...] = ()
    note: Fact | None = None
    copies: tuple[Fact, ...] = ()
    printer: Fact | None = None
    printed: Fact | None = None
    """As it prints: 2026年1月22日."""
    stage: Fact | None = None
    sealed: bool = True
    preprinted: bool = False


class Withheld(NamedTuple):
    """What the web form leaves out: everything at and under an address, and where the profile says so."""

    target: Address
    said: Address


class Period(NamedTuple):
    """The time reported on: 2024年度, or a part of a year."""

    text: str
    year: int
    part: str = ""
    """上半年, 第一季度 …; empty for a whole year."""

    @property
    def spoken(self) -> str:
        """Return the period as a sentence says it: 2024年, 2024年上半年."""
        return f"{self.year}年{self.part}"

    @property
    def following(self) -> str:
        """Return the period that plans are made for."""
        return f"{self.year}年下半年" if self.part == "上半年" else f"{self.year + 1}年"


class Profile(NamedTuple):
    """A whole profile, read and checked for form."""

    unit: Fact
    level: str
    superior: str
    period: Period
    period_fact: Fact
    title: Fact | None
    outline: Fact | None
    signature: Fact | None
    signed: datetime.date | None
    signed_fact: Fact | None
    opening: tuple[Fact, ...]
    closing: tuple[Fact, ...]
    materials: tuple[Material, ...]
    problems: tuple[Problem, ...]
    plans: tuple[Plan, ...]
    other: Fact | None
    kept: tuple[tuple[str, str], ...]
    """What is known but not printed (留底): name and value."""
    pinned: frozenset[str] = frozenset()
    """Ids of phrases that are to be used wherever they fit."""
    banned: frozenset[str] = frozenset()
    """Ids of phrases that are never to be used."""
    rewordings: tuple[Rewording, ...] = ()
    document: Document = Document()
    withheld: tuple[Withheld, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Yield everything that is to be printed."""
        yield from (*self.opening, *self.closing)
        for material in self.materials:
            yield from material.facts()
        for problem in self.problems:
            yield from (problem.name, *problem.signs, *problem.causes, *problem.fixes, *problem.plans)
        for plan in self.plans:
            yield from plan.texts

    def entries(self) -> list[Entry]:
        """Return every figure of the profile that stands under an indicator."""
        found: list[Entry] = []
        for material in self.materials:
            found += material.entries
            for measure in material.measures:
                found += measure.entries
        return found
