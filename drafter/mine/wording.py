"""A clause of a past report as a wording: its slots, what it has in common with others, and where it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.mine.slots import Slotted, Slotter
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
    intends: bool
    """True where its own words say so."""
    lack: bool
    """True where it says that something is missing or weak."""
    denials: int
    sound: bool
    """False where it names a person, holds a slip, or its quotes do not pair."""

    @property
    def manner(self) -> tuple[object, ...]:
        """Return what two wordings must share before they may stand for one another."""
        return self.plan, self.lack, self.denials, tuple(sorted(self.slotted.kinds)), self.role in ("不足", "安排")


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
    made = []
    for clause in clauses:
        line = past.lines[clause.line]
        if line.level:
            continue
        slotted = slotter(clause.text)
        text, intends = clause.text, bool(terms.plan.match(clause.text))
        made.append(Wording(source_of(past, report, clause), clause, slotted, key_of(slotted, terms), line.role, line.topic,
                            intends or line.role == "安排", intends, bool(terms.lack.search(text)), len(terms.denial.findall(text)),
                            is_sound(text, terms)))
    return made


def source_of(past: Past, report: int, clause: Clause) -> Seen:
    """Return where a clause stands."""
    line = past.lines[clause.line]
    return Seen(report, line.path, line.at[clause.start], line.at[clause.start + len(clause.text) - 1] + 1)


def is_sound(text: str, terms: Terms) -> bool:
    """Tell whether a clause may become a phrase at all."""
    paired = all(text.count(opening) == text.count(closing) for opening, closing in ("“”", "《》", "（）"))
    return paired and not terms.person.search(text) and not terms.slips.search(text)
