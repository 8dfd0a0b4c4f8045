"""A clause of a past report as a wording: its slots, what it has in common with others, and where it stands."""

from __future__ import annotations

import re
from operator import add
from typing import NamedTuple

from drafter.mine.slots import FIRST_SYMBOL, Slotted, Slotter
from drafter.mine.terms import Terms
from drafter.past import Clause, Past
from drafter.phrases.entry import Seen


class Wording(NamedTuple):
    """One clause, ready to be compared."""

    source: Seen
    clause: Clause
    slotted: Slotted
    key: str
    """The clause without light words, words of one meaning made alike, one character for a slot."""
    role: str
    topic: str
    plan: bool
    """True for what is still to be done, by its words or its section."""
    lack: bool
    """True where it says that something is missing or weak."""
    sound: bool
    """False where it names a person, holds a slip, or its quotes do not pair."""
    manner: tuple[object, ...]
    """What two wordings must share before they may stand for one another."""
    counts: tuple[object, ...]
    """What two wordings must share to be alike at all: what they deny, intend and count."""
    own: int
    """Characters of the key that are no slots."""


DOUBLED = re.compile(r"(.{2,4})\1")
FRAGMENT = re.compile("^(?:凡[^，]{1,8}|在[^，]{2,8}(?:上|中|下|方面)|对[^，]{2,10}(?:事项|问题))$")
"""A stretch between commas that only says where or to what something applies."""


def key_of(slotted: Slotted, terms: Terms) -> str:
    """Return what a clause has in common with other ways to say it; nothing for a mere fragment."""
    if FRAGMENT.match(slotted.text):
        return ""
    bare = terms.light.sub("", slotted.symbols)
    return terms.alike.sub(lambda word: terms.heads[word[0]], bare)


def wordings(past: Past, report: int, clauses: tuple[Clause, ...], slotter: Slotter, terms: Terms) -> list[Wording]:
    """Return the clauses of the running text of a report as wordings."""
    return [_wording(past, report, clause, slotter(clause.text), terms) for clause in clauses if not past.lines[clause.line].level]


def _wording(past: Past, report: int, clause: Clause, slotted: Slotted, terms: Terms) -> Wording:
    """Return one clause as a wording."""
    line, text, key = past.lines[clause.line], clause.text, key_of(slotted, terms)
    intends, lack = bool(terms.plan.match(text)), bool(terms.lack.search(text))
    denials, plan = len(terms.denial.findall(text)), intends or line.role == "安排"
    figures = tuple(sorted(kind for kind in slotted.kinds if kind in ("数", "率")))
    return Wording(source_of(past, report, clause), clause, slotted, key, line.role, line.topic, plan, lack, is_sound(text, terms),
                   (plan, lack, denials, tuple(sorted(slotted.kinds)), line.role in ("不足", "安排")), (intends, lack, denials, figures),
                   sum(char < FIRST_SYMBOL for char in key))


def source_of(past: Past, report: int, clause: Clause) -> Seen:
    """Return where a clause stands."""
    line = past.lines[clause.line]
    return Seen(report, line.path, line.at[clause.start], line.at[clause.start + len(clause.text) - 1] + 1)


def is_sound(text: str, terms: Terms) -> bool:
    """Tell whether a clause may become a phrase at all."""
    paired = all(text.count(opening) == text.count(closing) for opening, closing in ("“”", "《》", "（）"))
    return paired and not terms.person.search(text) and not terms.slips.search(text) and not _stammers(text)


def _stammers(text: str) -> bool:
    """Tell whether two characters or more stand twice in a row."""
    pairs = list(map(add, text, text[1:]))
    return len(set(pairs)) < len(pairs) and bool(DOUBLED.search(text))
