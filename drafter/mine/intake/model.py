"""What importing makes of a report: the values of a profile, each with the remark that goes on its line, and what is to be checked."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A sentence or a value of the profile; ``remark`` is printed behind it as 请核."""

    text: str
    remark: str = ""


class Entry(NamedTuple):
    """A figure under the name of its indicator."""

    name: str
    value: str
    remark: str = ""
    indicator: str = ""
    """Id of the indicator."""


class Item(NamedTuple):
    """A 做法 with the figures bound to it: those typed before its words print before them."""

    line: Line
    before: tuple[Entry, ...] = ()
    behind: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return all figures bound to it."""
        return self.before + self.behind


class Mechanism(NamedTuple):
    """A 机制 with the verb that the report says of it, and what it consists of."""

    verb: str
    name: str
    parts: str


class Block(NamedTuple):
    """What stands under one topic of the profile."""

    topic: str
    entries: tuple[Entry, ...] = ()
    items: tuple[Item, ...] = ()
    local: tuple[Line, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing stands there."""
        return not (self.entries or self.items or self.local or self.mechanisms)


class Lack(NamedTuple):
    """A 问题 with what belongs to it."""

    name: Line
    signs: tuple[Line, ...] = ()
    causes: tuple[Line, ...] = ()
    fixes: tuple[Line, ...] = ()
    plans: tuple[Line, ...] = ()
    topic: str = ""


class Intent(NamedTuple):
    """A 打算 that answers no problem."""

    texts: tuple[Line, ...]
    topic: str = ""


class Node(NamedTuple):
    """A heading of the outline, or an item (level 5) with its ordinal, and the topics that land under it."""

    level: int
    text: str
    topics: tuple[str, ...] = ()
    ordinal: str = ""


class Doubt(NamedTuple):
    """Something that a person has to look at, with the sentence it comes from."""

    what: str
    sentence: str
    where: str = ""
    """The topic or key of the profile that it is about."""


class Head(NamedTuple):
    """The lines at the top of a profile."""

    unit: Line
    level: Line
    superior: Line
    period: Line
    title: Line | None = None
    signature: Line | None = None
    signed: Line | None = None


class Drawn(NamedTuple):
    """A whole report as the values of a profile."""

    head: Head
    opening: tuple[Line, ...]
    blocks: tuple[Block, ...]
    lacks: tuple[Lack, ...]
    intents: tuple[Intent, ...]
    other: Line | None
    closing: tuple[Line, ...]
    nodes: tuple[Node, ...]
    shipped: str
    """Name of the shipped outline whose headings fit; empty where the report has an outline of its own."""
    placed: int
    """Figures that stand in the profile."""
    filled: int
    """Those of them that fill an indicator."""
    doubts: tuple[Doubt, ...]
    left: tuple[Doubt, ...] = ()
    """Figures that stay in their sentence, which says more than they do, or which no indicator is for."""
