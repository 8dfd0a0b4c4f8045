"""Clauses that say one thing in different words, gathered around representatives.

Equal keys are folded first. Then each new key is compared with a bounded number of representatives that share its rarest
pairs of characters, so that the cost grows with the number of clauses and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from drafter.mine.wording import Wording

ACT, SURE_OF_OTHER_ACT = 2, 82.0
"""Characters that name the act a clause begins with; where neither has the other's, the rest has to be more alike."""
LIKE = 72.0
"""Similarity from which two clauses are of one cluster."""
RAREST = 6
"""Pairs of characters by which candidates are found."""
CANDIDATES = 24
SHORTEST = 4
"""Characters that a key must have to be compared at all."""
SURE = ((5, 85.0), (8, 75.0), (math.inf, 73.0))
"""Keys shorter than so many characters have to be at least so much alike before they say the same."""


class Cluster(NamedTuple):
    """Clauses that say one thing; the first is the most central."""

    members: tuple[Wording, ...]


def clusters(folded: Mapping[tuple[str, tuple[object, ...]], list[Wording]]) -> list[Cluster]:
    """Gather wordings that were folded by key and manner; every wording is in one cluster."""
    frequency = Counter(pair for key, _ in folded for pair in _pairs(key))
    holding: dict[str, list[int]] = {}
    groups: list[list[list[Wording]]] = []
    leaders: list[Wording] = []
    for same in folded.values():
        leader = same[0]
        rare = sorted(_pairs(leader.key), key=lambda pair: (frequency[pair], pair))[:RAREST]
        home = _nearest(leader, rare, holding, leaders)
        if home is None:
            for pair in rare:
                holding.setdefault(pair, []).append(len(leaders))
            leaders.append(leader)
            groups.append([same])
        else:
            groups[home].append(same)
    return [_centred(group) for group in groups]


def alike(one: Wording, other: Wording) -> float:
    """Return how alike two clauses are, 0 to 100; 0 where one denies, intends or counts what the other does not."""
    if one.counts != other.counts:
        return 0.0
    score = similarity(one.key, other.key)
    shorter = min(one.own, other.own)
    enough = next(least for length, least in SURE if shorter < length)
    same_act = one.key[:ACT] in other.key or other.key[:ACT] in one.key
    return score if score >= (enough if same_act else max(enough, SURE_OF_OTHER_ACT)) else 0.0


def similarity(one: str, other: str) -> float:
    """Return how alike two keys are: 0 to 100."""
    return _ratio()(one, other)


@cache
def _ratio() -> Callable[[str, str], float]:
    """Return the measure of likeness, loaded where it is first asked for."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415

    return ratio


def _nearest(leader: Wording, rare: list[str], holding: dict[str, list[int]], leaders: list[Wording]) -> int | None:
    """Return the representative that a clause belongs to; None where it becomes one itself."""
    if len(leader.key) < SHORTEST:
        return None
    shared: Counter[int] = Counter()
    for pair in rare:
        # The latest are looked at: a bucket of a common pair would otherwise grow without bound.
        shared.update(holding.get(pair, [])[-CANDIDATES * 2:])
    best, home = LIKE, None
    for number, _ in shared.most_common(CANDIDATES):
        if leaders[number].manner == leader.manner:
            score = alike(leader, leaders[number])
            if score >= best:
                best, home = score, number
    return home


def _centred(group: list[list[Wording]]) -> Cluster:
    """Return a cluster with its most central member first."""
    heads = [same[0] for same in group]
    if len(heads) > 1:
        few = heads[:CANDIDATES]
        near = [sum(similarity(one.key, other.key) for other in few) for one in few]
        best = max(range(len(few)), key=lambda at: (few[at].sound, near[at]))
        group = [group[best], *group[:best], *group[best + 1:]]
    return Cluster(tuple(wording for same in group for wording in same))


def _pairs(key: str) -> set[str]:
    """Return the pairs of neighbouring characters of a key."""
    return {key[at:at + 2] for at in range(len(key) - 1)}
