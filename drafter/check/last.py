"""Last year, as the rules compare with it: its figures, its lines and its plans, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from drafter.figure import Figure
from drafter.finding import Place
from drafter.profile import BLOCKS, Profile
from drafter.schema import Amount, Fact
from drafter.source import Sources


class Said(NamedTuple):
    """Words of last year, and where they stand."""

    text: str
    place: Place


class Counted(NamedTuple):
    """A figure of last year, and where it stands; 无 counts nothing."""

    figure: Figure
    place: Place


class Last(NamedTuple):
    """Last year's profile, or last year's report where there is no profile."""

    called: str
    """What messages call it: 去年的资料, 去年的报告."""
    figures: Mapping[str, tuple[Counted, ...]]
    """By the id of the indicator."""
    lines: tuple[Said, ...]
    """What had been done and what was lacking."""
    plans: tuple[Said, ...]
    """What was to be done, line by line."""
    promises: tuple[tuple[Said, ...], ...]
    """The plans that were made for this year, each with its details."""

    def where(self, text: str, plan: bool) -> Place | None:
        """Return where last year said these words, as a line or within one; a plan that became a deed is not said again."""
        return next((said.place for said in (self.plans if plan else self.lines) if text in said.text), None)


def last_of(profile: Profile, sources: Sources) -> Last:
    """Return what last year's profile said."""
    figures: dict[str, tuple[Counted, ...]] = {}
    for entry in profile.entries():
        figure = counted(entry.amount)
        if figure:
            known = figures.get(entry.indicator.id, ())
            figures[entry.indicator.id] = (*known, Counted(figure, sources.place(entry.amount.fact.at)))

    def said(facts: Iterable[Fact]) -> tuple[Said, ...]:
        return tuple(Said(fact.text, sources.place(fact.at)) for fact in facts if fact.text)

    plans = [problem.plans for problem in profile.problems] + [plan.texts for plan in profile.plans]
    return Last("去年的资料", figures, said(told(profile)), said(planned(profile)), tuple(filter(None, map(said, plans))))


def counted(amount: Amount) -> Figure | None:
    """Return the figure of a value, 无 being a 0; None where it is blank or words."""
    return Figure(amount.fact.text, Decimal(0), "") if amount.fact.none else amount.figure


def told(profile: Profile) -> Iterator[Fact]:
    """Yield what a profile says of its year: neither plans nor the names of things that last."""
    for material in profile.materials:
        yield from (measure.text for measure in material.measures)
        # An activity that lasts keeps its name; all of it unchanged, how often and for how many too, is last year's.
        yield from (Fact("，".join(fact.text for fact in (item.name, *item.fields.values())), item.name.at)
                    for item in material.activities if item.fields)
        yield from () if material.topic in BLOCKS else (*material.local, *material.verbatim)
    for problem in profile.problems:
        yield from (problem.name, *problem.signs, *problem.causes, *problem.fixes)


def planned(profile: Profile) -> Iterator[Fact]:
    """Yield the lines that speak of what is to be done."""
    for problem in profile.problems:
        yield from problem.plans
    for plan in profile.plans:
        yield from plan.texts
