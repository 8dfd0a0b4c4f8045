"""What a kind folder says, as frozen types."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Indicator(NamedTuple):
    """One entry of the catalogue: what a figure counts, and how a clause says it."""

    id: str
    name: str
    topic: str
    type: str
    """数量, 金额, 比率, 幅度 or 文字."""
    order: int
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    object: str = ""
    none: str = ""
    """What 无 denies; the object where the catalogue gives nothing else."""
    group: str = ""
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    """The indicators that this one counts a part of."""
    usually_at_most: tuple[str, ...] = ()
    """The indicators that this one counts a part of where both are counted alike."""
    printed: frozenset[str] = frozenset()
    """Names that print as they were typed, instead of the object."""
    low: bool = False
    """True for a rate that is the better the lower it is: no frame of reaching fits it."""
    lasting: bool = False
    """True for what is done for longer than a year: no word of time goes before it."""
    standing: bool = False
    """True for a number of things that are there, not of things done in the year."""
    offered: bool = True
    """False for an indicator of one town's own business, which others are not asked for."""
    carried: str = ""
    """What becomes of it in next year's profile (照抄, 清空, 提示); empty where the kind's rule for figures holds."""

    @property
    def part_of(self) -> tuple[str, ...]:
        """Return the indicators that this one counts a part of: where they are 0, this is."""
        return self.at_most + self.usually_at_most

    @property
    def is_rate(self) -> bool:
        """Tell whether the figure is a share of something."""
        return self.type == "比率"


class Topic(NamedTuple):
    """What one office delivers; ``words`` recognise it, ``near`` takes it in where no heading does."""

    name: str
    words: tuple[str, ...] = ()
    label: str = ""
    """What a paragraph about it calls it."""
    near: tuple[str, ...] = ()


class Content(NamedTuple):
    """A class of sections (成效, 不足 …), with the words by which a heading is recognised."""

    name: str
    words: tuple[str, ...]


class Dated(NamedTuple):
    """A line of a dated table: what may be said from a day on."""

    since: datetime.date
    text: str
    also: tuple[str, ...] = ()
    """Other forms that are as right."""
    checked: bool = True


class FiveYears(NamedTuple):
    """One span of five years, both ends included, and what its plans are called; a name that is not known yet is empty."""

    first: int
    last: int
    names: Mapping[str, str]
    """By the column of the table: 普法, 规划期, 法治政府纲要."""
    checked: bool


class Against(NamedTuple):
    """When a year is compared with the one before: what is odd and what is not."""

    jump: int
    """Per cent by which a figure may differ."""
    small: int
    """Figures below it, and differences below it, are chance."""
    copied: int
    """Per cent of lines taken over unchanged from which the whole is called a copy."""
    alike: int
    """Per cent of its pairs of characters that a plan shares with what reports on it."""
    review: tuple[str, ...]
    """Words that look back on a plan which has run out."""
    ahead: tuple[str, ...]
    """Words that look forward to a plan which has not begun."""
    history: tuple[str, ...]
    """Words beside which any year may stand; {年} is that year."""


class Carried(NamedTuple):
    """What becomes of each key in next year's profile: 照抄, 清空 or 提示."""

    top: Mapping[str, str]
    """By the keys of the top level; a key that is not among them is a topic."""
    topic: Mapping[str, str]
    """By the keys under a topic, 指标 standing for all indicators."""


class Official(NamedTuple):
    """What the kind holds of its formal form (上报): what fills in for the profile, and what is not allowed there."""

    recipients: str = ""
    """主送机关 where the profile names none, with level words in braces."""
    stages: tuple[str, ...] = ()
    """What 稿次 may say."""
    classified: tuple[str, ...] = ()
    """Words of 密级; such a document is refused."""
    persons: tuple[str, ...] = ()
    """Endings by which a person is told from an organ."""
    lower: tuple[str, ...] = ()
    """Words of organs below, to which a report upwards is neither sent nor copied."""
    organs: tuple[str, ...] = ()
    """Endings by which an organ is recognised."""


class Kind(NamedTuple):
    """Everything that a kind folder says."""

    folder: Path
    name: str
    default_outline: str
    titles: Mapping[str, str]
    """Forms of the title by name."""
    usual_titles: Mapping[str, str]
    """The form for a whole year (全年) and for a part of one (其他)."""
    assumed: Mapping[str, str]
    levels: Mapping[str, Mapping[str, str]]
    superiors: Mapping[str, Mapping[str, str]]
    contents: tuple[Content, ...]
    required: tuple[tuple[str, str], ...]
    matters: tuple[str, ...]
    """What a heading may name and the text must then speak of: the word, and after ｜ other words for it."""
    fixed_numbers: tuple[str, ...]
    indicators: Mapping[str, Indicator]
    """By every name and alias that may be typed."""
    topics: Mapping[str, Topic]
    asked: Mapping[str, tuple[str, ...]]
    """The topics that a new profile begins with, and the figures asked for under each."""
    example: str
    """A figure as it is typed, for messages."""
    answers: str
    """The topic that 上级反馈问题 and 去年打算 stand with where no heading names them."""
    catch_all: str
    """The topic of a line whose words no topic knows."""
    verbs: Mapping[str, tuple[str, ...]]
    """Verbs for a mechanism by the ending of its name."""
    congresses: tuple[Dated, ...]
    events: tuple[Dated, ...]
    thoughts: tuple[Dated, ...]
    five_years: tuple[FiveYears, ...]
    against: Against
    days: Mapping[str, str]
    """A day as typed (4·15) to its official name in print."""
    carried: Carried = Carried({}, {})
    """Empty for a kind that says nothing of a next year."""
    official: Official = Official()

    def catalogue(self) -> tuple[Indicator, ...]:
        """Return the indicators in their order, each once."""
        return tuple(sorted(set(self.indicators.values()), key=lambda indicator: indicator.order))

    def outline_names(self) -> list[str]:
        """Return the names of the outlines that ship with the kind."""
        return sorted(path.stem for path in (self.folder / "outlines").glob("*.txt"))


def current(table: tuple[Dated, ...], day: datetime.date) -> Dated | None:
    """Return the line of a table that holds on a day: the latest that has begun."""
    held = [entry for entry in table if entry.since <= day]
    return max(held, key=lambda entry: entry.since) if held else None
