"""Which indicator of the catalogue a figure fills: by its own words, its measure word, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.kind import Indicator
from drafter.mine.words import tables
from drafter.source import Data

CONTEXT = re.compile("〔([^〔〕]*)〕")
NEAR = 1.5
FAR = 0.5
"""What a word weighs that stands in the clause but not in the label."""
ONLY_FAR = 1.5
"""What a way loses where one of its words stands only outside the label: what was done to a thing says less than the thing."""
SAME_TOPIC = 1.0
UNSURE_LEAD = 1.0
"""By how much an unsure way must score above a sure one to cast doubt on it."""
LEAST = 0.1
CANDIDATES = 4
LEAD = 0.4
"""By how much the best indicator must score above the next."""


class Way(NamedTuple):
    """One way of speaking of an indicator: groups of words, of each of which one must be there."""

    own: tuple[tuple[str, ...], ...]
    around: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]
    sure: bool
    anywhere: bool
    """True where the words say the same in the label and outside it."""


class Rule(NamedTuple):
    """How an indicator is recognised."""

    id: str
    topic: str
    ways: tuple[Way, ...]
    never: tuple[str, ...]
    """Words that must not stand in the label."""
    nowhere: tuple[str, ...]
    """Words that must not stand in the clause."""
    units: frozenset[str]


class Said(NamedTuple):
    """The words by which a figure is judged."""

    near: str
    """The label and its verb."""
    told: str
    """What is said of the thing behind the figure; empty where that is about another thing."""
    far: str
    """The rest of its clause."""
    around: str
    """What went before, the latest last, and the headings first."""
    behind: str
    """The clause that follows."""
    unit: str
    topic: str


class Found(NamedTuple):
    """The indicator of a figure where one is sure, and those it may be where none is."""

    id: str
    maybe: tuple[str, ...] = ()


NOTHING = Found("")


class Index(NamedTuple):
    """The rules of the indicators that are counted in one unit, by the words that open their ways."""

    rules: tuple[Rule, ...]
    words: Mapping[str, tuple[tuple[str, frozenset[int]], ...]]
    """Under the first character of a word: the word, and the numbers of the rules it opens."""


class Book:
    """The rules of a kind, looked up by unit."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._indexes: dict[str, Index] = {}

    def of(self, unit: str) -> Index:
        """Return the rules of the indicators that are counted in a unit; all where the unit was lost."""
        if unit not in self._indexes:
            self._indexes[unit] = _index(tuple(rule for rule in self._rules if not unit or unit in rule.units))
        return self._indexes[unit]


@lru_cache(maxsize=4)
def book(folder: Path, catalogue: tuple[Indicator, ...]) -> Book:
    """Return the rules of a kind for the indicators that its catalogue holds."""
    table = tables(folder)
    written = table.get("识别", {})
    alike = [_texts(group) for group in _entries(table.get("同类量词", []))]
    known = {indicator.id: indicator for indicator in catalogue}
    return Book(tuple(
        _rule(known[id_], data, alike) for id_, data in (written.items() if isinstance(written, dict) else ())
        if id_ in known and isinstance(data, dict)
    ))


def _index(chosen: tuple[Rule, ...]) -> Index:
    """Return rules with the words that open their ways."""
    opened: dict[str, set[int]] = {}
    for number, rule in enumerate(chosen):
        for word in {word for way in rule.ways for word in way.own[0]}:
            opened.setdefault(word, set()).add(number)
    words: dict[str, list[tuple[str, frozenset[int]]]] = {}
    for word, numbers in opened.items():
        words.setdefault(word[0], []).append((word, frozenset(numbers)))
    return Index(chosen, {first: tuple(held) for first, held in words.items()})


def _spoken_of(index: Index, said: Said) -> set[int]:
    """Return the numbers of the rules one of whose words stands in the clause."""
    text = f"{said.near}|{said.far}"
    found: set[int] = set()
    for place, letter in enumerate(text):
        for word, numbers in index.words.get(letter, ()):
            if text.startswith(word, place):
                found |= numbers
    return found


def _rule(indicator: Indicator, data: Mapping[str, Data], alike: Sequence[list[str]]) -> Rule:
    units = set(_texts(data.get("单位", []))) or set(indicator.units)
    # Only the first of a group stands for all of it: what is counted in 次 may be counted in 期, but not the other way round.
    wide = units.union(*(group for group in alike if group[0] in units))
    ways = tuple(_way(text) for text in _texts(data.get("认", [])))
    return Rule(indicator.id, indicator.topic, ways, tuple(_texts(data.get("不认", []))),
                tuple(_texts(data.get("全不认", []))), frozenset(wide))


def _way(text: str) -> Way:
    """Read one way: A|B+C〔D|E〕+!F, with ～ before one that is never sure, ＊ before one whose words may stand outside the label."""
    sure, anywhere = not text.startswith("～"), text.startswith("＊")
    bare = text.lstrip("～＊")
    nearby = tuple(tuple(part.split("|")) for held in CONTEXT.findall(bare) for part in held.split("+"))
    parts = [part for part in CONTEXT.sub("", bare).split("+") if part]
    own = tuple(tuple(part.split("|")) for part in parts if not part.startswith("!"))
    return Way(own, nearby, tuple(part[1:] for part in parts if part.startswith("!")), sure, anywhere)


def _entries(data: Data) -> list[Data]:
    return data if isinstance(data, list) else []


def _texts(data: Data) -> list[str]:
    return [entry for entry in _entries(data) if isinstance(entry, str)] if isinstance(data, list) else []


def find(said: Said, known: Book) -> Found:
    """Return the indicator that some words and a unit speak of."""
    index = known.of(said.unit)
    scored = sorted((
        (score, certain, index.rules[number].id) for number in _spoken_of(index, said)
        if (best := _best(index.rules[number], said)) for score, certain in (best,)
    ), reverse=True)
    if not scored:
        return NOTHING
    sure = [(score, id_) for score, certain, id_ in scored if certain]
    ids = tuple(id_ for _, _, id_ in scored[:CANDIDATES])
    if not sure:
        return Found("", ids)
    top, first = sure[0]
    rivals = [id_ for score, certain, id_ in scored if id_ != first and score > (top - LEAD if certain else top + UNSURE_LEAD)]
    return Found("", ids) if rivals else Found(first)


def _best(rule: Rule, said: Said) -> tuple[float, bool] | None:
    """Return how well the best way of a rule fits, and whether that makes it sure."""
    if any(word in said.near for word in rule.never) or any(word in said.near or word in said.far for word in rule.nowhere):
        return None
    scores = [(score, way.sure and _is_near(way, said)) for way in rule.ways if (score := _fits(way, said))]
    if not scores:
        return None
    score, sure = max(scores, key=lambda pair: (pair[1], pair[0]))
    return score + (SAME_TOPIC if rule.topic == said.topic else 0), sure


def _is_near(way: Way, said: Said) -> bool:
    """Tell whether the label itself holds any of the words: what stands only before it is never sure."""
    return way.anywhere or any(word in said.near or word in said.told for group in way.own for word in group)


def _fits(way: Way, said: Said) -> float:
    """Return how well a way fits: words weigh their length, those around the clause more the nearer they are; 0 where it does not."""
    total = 0.0
    outside = False
    label = f"{said.near}|{said.far}" if way.anywhere else said.near
    for group in way.own:
        inside = max((len(word) for word in group if word in label), default=0)
        weight = inside or FAR * max((len(word) for word in group if word in said.far), default=0)
        if not weight:
            return 0
        outside = outside or not inside
        total += weight
    total -= ONLY_FAR if outside else 0
    for group in way.around:
        found = _around(group, said)
        if not found:
            return 0
        total += found
    return 0 if any(word in said.near for word in way.never) else max(total, LEAST)


def _around(group: tuple[str, ...], said: Said) -> float:
    """Return how near the nearest word of a group stands; one with > must stand in the clause that follows."""
    place = max(said.around.rfind(word) for word in group)
    if place >= 0:
        return 1 + NEAR * (place + 1) / len(said.around)
    return 1 if any(word[0] == ">" and word[1:] in said.behind for word in group) else 0
