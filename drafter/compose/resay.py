"""The office's own words, said the way past reports say such things: every fact stays, none is added."""

from __future__ import annotations

import re

from drafter.compose.phrasing import Phrasing
from drafter.compose.value import Value
from drafter.phrases import Wording, shuffled
from drafter.schema import Fact

CLAUSES = re.compile(r"([，；。：](?![^《]*》)(?![^（]*）)(?![^“]*”))")
"""Marks between clauses, outside titles, brackets and quotes."""
Choice = tuple[str, str]
"""A text, and the origin of its words; empty where they stand as typed."""


def resay(phrasing: Phrasing, fact: Fact, label: str = "", attempt: int = 0) -> str:
    """Return the words of a fact in attested wordings where there are any; a blank one as the mark that it is to be filled in."""
    if not fact.text:
        return str(phrasing.value(fact, label))
    whole = _choose(phrasing, fact.text, attempt)
    if whole:
        return _marked(phrasing, fact, whole)
    pieces = CLAUSES.split(fact.text)
    return "".join(_marked(phrasing, fact, _choose(phrasing, piece, attempt) if index % 2 == 0 else None, piece)
                   for index, piece in enumerate(pieces) if piece)


def _choose(phrasing: Phrasing, clause: str, attempt: int) -> Choice | None:
    """Return one of the attested wordings of a clause: the unit's own first, then by the seed; None where there is none."""
    profile = phrasing.profile
    found = phrasing.library.wordings(clause, phrasing.who, profile.banned) if clause else []
    if not found:
        return None
    pinned = [wording for wording in found if wording.origin.partition(":")[2] in profile.pinned]
    wording = pinned[0] if pinned else _turn(found, phrasing.seed("句型", clause), attempt)
    return wording.text, wording.origin


def _turn(found: list[Wording], seed: str, attempt: int) -> Wording:
    """Return the wording whose turn it is: own ones in a drawn order, then all others in one."""
    own = [wording for wording in found if wording.own]
    others = [wording for wording in found if not wording.own]
    order = [group[number] for group in (own, others) for number in shuffled(seed, len(group))]
    return order[attempt % len(order)]


def _marked(phrasing: Phrasing, fact: Fact, chosen: Choice | None, typed: str = "") -> str:
    """Return words of a fact between the marks of their address and origin."""
    text, origin = chosen or (typed, "")
    value = Value(text, phrasing.value(fact).mark)
    return phrasing.marks.origin(str(value), origin) if origin else str(value)
