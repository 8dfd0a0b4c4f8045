"""The office's own words, said the way past reports say such things: every fact stays, none is added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.compose.phrasing import Phrasing
from drafter.compose.value import Value
from drafter.phrases import Wording, draw
from drafter.schema import Fact

CLAUSES = re.compile(r"([，；。：](?![^《]*》)(?![^（]*）)(?![^“]*”))")
"""Marks between clauses, outside titles, brackets and quotes."""
TENSE = re.compile("[将把了已]")
"""Words that tell a plan from a deed."""
SHORTEST = 4
"""Characters that a clause must have to be said in another way."""
Stretch = tuple[str, str, str]
"""Words, their origin, which is empty where they stand as typed, and the words that were typed."""


def resay(phrasing: Phrasing, fact: Fact, label: str = "", attempt: int = 0, *, plan: bool = False) -> str:
    """Return the words of a fact in attested wordings where there are any; a blank one as the mark that it is to be filled in.

    A plan keeps its 将 and gets no 了, so that it stays a plan.
    """
    value = phrasing.value(fact, label)
    if not fact.text:
        return str(value)
    whole = _choose(phrasing, fact.text, attempt, plan)
    stretches = [(*whole, fact.text)] if whole else list(_stretches(phrasing, fact.text, attempt, plan))
    return "".join(_marked(phrasing, value, fact, stretch) for stretch in stretches)


def _marked(phrasing: Phrasing, value: Value, fact: Fact, stretch: Stretch) -> str:
    """Return a stretch with its address and its origin."""
    text, origin, typed = stretch
    words = str(Value(text, value.mark) if text == typed else phrasing.marks.value(text, (fact.at,), typed=typed))
    return phrasing.marks.origin(words, origin) if origin else words


def _stretches(phrasing: Phrasing, text: str, attempt: int, plan: bool) -> Iterator[Stretch]:
    """Yield the clauses of a text as they are to be said; neighbours that stand as typed are one stretch."""
    pieces = CLAUSES.split(text)
    typed = ""
    for index, piece in enumerate(pieces):
        chosen = _choose(phrasing, piece, attempt, plan) if piece and index % 2 == 0 and len(pieces) > 1 else None
        if chosen is None:
            typed += piece
            continue
        if typed:
            yield typed, "", typed
        typed = ""
        yield *chosen, piece
    if typed:
        yield typed, "", typed


def _choose(phrasing: Phrasing, clause: str, attempt: int, plan: bool) -> tuple[str, str] | None:
    """Return one of the attested wordings of a clause: the unit's own first, then by the seed; None where there is none."""
    if len(clause) < SHORTEST:
        return None
    profile = phrasing.profile
    found = phrasing.library.wordings(clause, phrasing.who, profile.banned)
    if plan:
        found = [wording for wording in found if TENSE.findall(wording.text) == TENSE.findall(clause)]
    if not found:
        return None
    pinned = [wording for wording in found if wording.origin.partition(":")[2] in profile.pinned] if profile.pinned else []
    wording = pinned[0] if pinned else found[0] if len(found) == 1 else _turn(found, phrasing.seed("句型", clause), attempt)
    return wording.text, wording.origin


def _turn(found: list[Wording], seed: str, attempt: int) -> Wording:
    """Return the wording whose turn it is: own ones from a drawn one on, then all others."""
    own = sum(wording.own for wording in found)
    if attempt < own:
        return found[(draw(seed, own) + attempt) % own]
    others = len(found) - own
    return found[own + (draw(seed, others) + attempt - own) % others] if others else found[attempt % own]
