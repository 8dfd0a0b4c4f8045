"""A draft of our own turned back into its profile: every printed fact to the address it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import NamedTuple, cast

from drafter.finding import Address
from drafter.kind import Kind
from drafter.kind.outline import ITEM_LEVEL
from drafter.mine.intake.model import Node
from drafter.report import TO_FILL
from drafter.source import Data

SECTION = re.compile(r"[hp](\d+)")
ITEM = re.compile("([一二三四五六七八九十百]+是)?(.*)[。，]")
PLANS, PROBLEMS = "打算", "问题"
SCALARS = ("标题", "署名", "成文日期", "前言", "结语", "其他需要报告", "另外打算", "问题", "本地数据", "原文照用", "上级反馈问题", "去年打算")
"""Keys that may hold a single value; any other address of one step is a topic that is only named."""
JOINED = {"署名": "、"}
PARTS = {"问题": "问题", "表现": "问题", "原因": "原因", "整改": "整改"}


class Printed(NamedTuple):
    """Words of the profile as a paragraph prints them."""

    at: tuple[Address, ...]
    words: str
    """The words as they were typed."""
    figure: bool


class Shown(NamedTuple):
    """A paragraph of a draft: its id, its text without number, its level, and the facts it prints."""

    id: str
    text: str
    level: int
    """1 to 4 for a heading, 0 for text."""
    opening: str
    """The set phrase that it begins with."""
    printed: tuple[Printed, ...]


class Given(NamedTuple):
    """A profile as data, and the outline that its draft has."""

    data: dict[str, Data]
    nodes: tuple[Node, ...]


class _Section(NamedTuple):
    """The paragraphs under one heading or item."""

    node: Node
    blocks: tuple[Shown, ...]


def given(about: Sequence[Printed], shown: Sequence[Shown], kind: Kind, top: Sequence[str]) -> Given:
    """Return the profile that a draft was made of, as far as it is printed; ``top`` are the keys that are no topics."""
    facts: dict[Address, list[str]] = {at: [printed.words] for printed in about for at in printed.at}
    for block in shown:
        for at, words in _facts(block, kind).items():
            facts.setdefault(at, []).append(words)
    if ("标题",) not in facts:
        facts["标题",] = [next((block.text for block in shown if block.id == "title"), "")]
    for required in about:
        facts[required.at[0]] = [required.words]
    sections = list(_sections(shown))
    data: dict[str, Data] = {}
    order = [*top[:top.index("前言") + 1]] if "前言" in top else []
    for at in sorted(facts, key=lambda at: order.index(str(at[0])) if at[0] in order else len(order)):
        _put(data, at, facts[at])
    made = cast("dict[str, Data]", _closed(data))
    return Given(made, tuple(_nodes(sections, made, top)))


def _facts(block: Shown, kind: Kind) -> dict[Address, str]:
    """Return what one paragraph says of each address: its pieces in their order."""
    pieces: dict[Address, list[str]] = {}
    for printed in block.printed:
        # What was made of two facts, as a title of unit and period, is none of them.
        if len(printed.at) == 1 and printed.words:
            pieces.setdefault(printed.at[0], []).append(_value(printed, kind))
    return {at: "".join(words) for at, words in pieces.items() if len(at) > 1 or at[0] in SCALARS}


def _value(printed: Printed, kind: Kind) -> str:
    """Return the value that was typed: nothing for what waits to be filled in, 无 for an indicator that was denied."""
    key = printed.at[0][-1]
    if printed.words.startswith(TO_FILL):
        return ""
    if not printed.figure and key in kind.indicators:
        return "无"
    if isinstance(key, str) and "本地数据" in printed.at[0][:-1]:
        return printed.words.removeprefix(key)
    return printed.words


def _put(data: dict[str, Data], at: Address, words: Sequence[str]) -> None:
    """Put a value at an address, every list a mapping of its indices for now."""
    spot: dict[object, object] = cast("dict[object, object]", data)
    for step in at[:-1]:
        inner = spot.setdefault(step, {})
        if not isinstance(inner, dict):
            inner = spot[step] = {}
        spot = inner
    held = [word for word in words if word]
    value: object = held[0] if held else ""
    if at[0] in JOINED:
        value = JOINED[str(at[0])].join(held)
    elif at[0] == "原文照用" and len(held) > 1:
        value = dict(enumerate(held))
    if not isinstance(spot.get(at[-1]), dict):
        spot[at[-1]] = value


def _closed(data: object) -> Data:
    """Return data with its lists as lists, gaps closed."""
    if not isinstance(data, dict):
        return str(data)
    if data and all(isinstance(key, int) for key in data):
        return [_closed(data[key]) for key in sorted(data)]
    return {str(key): _closed(value) for key, value in data.items()}


def _sections(shown: Sequence[Shown]) -> Iterator[_Section]:
    """Yield the headings and items of a draft with their paragraphs."""
    body = [block for block in shown if SECTION.match(block.id)]
    first = next((place for place, block in enumerate(body) if block.level), len(body))
    headed = {match[1] for block in body if block.level and (match := SECTION.match(block.id))}
    held: _Section | None = None
    number = ""
    for block in body[first:]:
        match = SECTION.match(block.id)
        own = match[1] if match else ""
        if block.level:
            if held:
                yield held
            held = _Section(Node(block.level, block.text), ())
        elif own not in headed and own != number and (item := ITEM.fullmatch(block.opening)):
            if held:
                yield held
            held = _Section(Node(ITEM_LEVEL, item[2], ordinal=item[1] or ""), (block,))
        elif held:
            held = held._replace(blocks=(*held.blocks, block))
        number = own
    if held:
        yield held


def _nodes(sections: Sequence[_Section], data: dict[str, Data], top: Sequence[str]) -> Iterator[Node]:
    """Yield the outline, each heading with what landed under it; several homes of plans get names of their own."""
    homes = [index for index, section in enumerate(sections) if _cites(section, PLANS)]
    for index, section in enumerate(sections):
        found = [printed.at[0] for block in section.blocks for printed in block.printed]
        topics = [str(at[0]) for at in found if at[0] not in top]
        topics += [name for at in found if (name := _part(at))]
        if len(homes) > 1 and index in homes:
            topics = [name for name in topics if name != PLANS]
            topics.append(_named(section, data, top))
        elif index in homes:
            topics.append(PLANS)
        topics += ["其他需要报告"] if any(at[0] == "其他需要报告" for at in found) else []
        yield section.node._replace(topics=tuple(dict.fromkeys(topics)))


def _part(at: Address) -> str:
    """Return the part of the problems that an address is of; empty for anything else."""
    if at[0] != PROBLEMS:
        return ""
    return PARTS.get(str(at[2]), "") if len(at) > 2 else PROBLEMS


def _is_plan(at: Address) -> bool:
    return at[0] == "另外打算" or (at[0] == PROBLEMS and len(at) > 2 and at[2] == PLANS)


def _cites(section: _Section, what: str) -> bool:
    return what == PLANS and any(_is_plan(printed.at[0]) for block in section.blocks for printed in block.printed)


def _named(section: _Section, data: dict[str, Data], top: Sequence[str]) -> str:
    """Give one of several homes of plans a name, and write it into the plans that stand there."""
    bare = re.sub("[^一-鿿]", "", section.node.text)[:8] + PLANS
    taken = {*data, *top}
    name = next(one for one in chain((bare,), (f"{bare}{number}" for number in count(2))) if one not in taken)
    for block in section.blocks:
        for printed in block.printed:
            if _is_plan(printed.at[0]):
                _mark(data, printed.at[0], name)
    return name


def _mark(data: dict[str, Data], at: Address, name: str) -> None:
    """Write the topic of a plan into its entry."""
    entries = data.get(str(at[0]))
    index = at[1] if len(at) > 1 and isinstance(at[1], int) else 0
    if not isinstance(entries, list) or index >= len(entries):
        return
    entry = entries[index]
    made: dict[str, Data] = dict(entry) if isinstance(entry, dict) else {PLANS: entry}
    made["主题"] = name
    entries[index] = made
