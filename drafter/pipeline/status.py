"""The story of how far a profile has come: what is there, who owes what, what changed, what is odd."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity, spell
from drafter.kind import Kind
from drafter.pipeline.draft import draft
from drafter.pipeline.offices import home, offices
from drafter.pipeline.setup import Setup
from drafter.pipeline.year import Year, read_year, year_before
from drafter.profile import Entry, Material
from drafter.profile.read import BLOCKS
from drafter.schema import Fact

MOST = 5
"""How many of the largest changes are told."""
HEAVY = (Severity.ERROR, Severity.MUST, Severity.WARN)


class Missing(NamedTuple):
    """Something that stands in the profile with nothing behind it."""

    name: str
    place: Place
    offices: tuple[str, ...]


class Share(NamedTuple):
    """What an office has delivered of what it was asked for."""

    office: str
    filled: int
    asked: int
    missing: tuple[Missing, ...]


class Shift(NamedTuple):
    """A figure beside that of last year."""

    name: str
    old: str
    new: str
    change: str
    """How much more or less, in words."""
    weight: Decimal


class Status(NamedTuple):
    """How far a profile has come."""

    errors: tuple[Finding, ...]
    shares: tuple[Share, ...]
    shifts: tuple[Shift, ...]
    before: str
    """The period compared with; empty where there is no profile of it."""
    compared: int
    """How many figures both years give."""
    odd: tuple[Finding, ...]
    unanswered: tuple[Missing, ...]
    """Problems without cause or plan, promises and complaints without a result."""


def status(path: Path, setup: Setup) -> tuple[Status | None, list[Finding]]:
    """Return how far a profile has come; without its head there is only what is wrong with it."""
    year, findings = read_year(path, setup.kind, forgiving=True)
    if year is None:
        return None, findings
    errors = tuple(finding for finding in findings if finding.is_error)
    before = year_before(path, year, setup.kind)
    said = findings if errors else draft(path, setup)[1]
    pairs = _pairs(year, before) if before else []
    shifts = sorted((shift for pair in pairs if (shift := _shift(*pair))), key=lambda shift: -shift.weight)
    return Status(errors, tuple(_shares(year)), tuple(shifts[:MOST]), before.profile.period.text if before else "", len(pairs),
                  tuple(_odd(year, said)), tuple(_unanswered(year, setup.kind))), findings


def _shares(year: Year) -> Iterator[Share]:
    """Yield what each office has delivered."""
    materials = {material.topic: material for material in year.profile.materials}
    for office, topics in offices(year.profile).items():
        asked = [fact for topic in topics for fact in _asked(materials[topic])]
        blank = tuple(_missing(fact, year, (office,)) for fact in asked if fact.blank)
        if asked:
            yield Share(office, len(asked) - len(blank), len(asked), blank)


def _asked(material: Material) -> Iterator[Fact]:
    """Yield what a topic asks for: each figure, each part of an activity or a mechanism, and the measures as one."""
    for measure in material.measures:
        yield from (entry.amount.fact for entry in measure.entries)
    yield from (entry.amount.fact for entry in material.entries)
    for fields in (*(activity.fields for activity in material.activities), *(mechanism.fields for mechanism in material.mechanisms)):
        yield from fields.values()
    yield from (measure.text for measure in material.measures[:1])
    yield from material.blanks


def _missing(fact: Fact, year: Year, names: tuple[str, ...]) -> Missing:
    return Missing(spell(fact.at), year.sources.place(fact.at), names)


def _pairs(year: Year, before: Year) -> list[tuple[Entry, Entry]]:
    """Return the figures that both years give, this year's first."""
    now, last = _by_name(year), _by_name(before)
    return [(entry, last[name]) for name, entry in now.items() if name in last]


def _by_name(year: Year) -> dict[str, Entry]:
    """Return the figures by their indicator; one that the profile gives twice cannot be told apart."""
    found: dict[str, list[Entry]] = {}
    for entry in year.profile.entries():
        found.setdefault(entry.indicator.id, []).append(entry)
    single = {name: entries[0] for name, entries in found.items() if len(entries) == 1}
    return {name: entry for name, entry in single.items() if entry.amount.figure or entry.amount.fact.none}


def _shift(entry: Entry, last: Entry) -> Shift | None:
    """Return how a figure differs from last year's; None where it does not."""
    new, old = (one.amount.figure.amount if one.amount.figure else Decimal(0) for one in (entry, last))
    if new == old:
        return None
    if entry.indicator.is_rate:
        said = f"{'上升' if new > old else '下降'}{abs(new - old).normalize():f}个百分点"
    elif old == 0:
        said = "去年没有"
    else:
        said = f"{'增加' if new > old else '减少'}{abs(new - old) * 100 / old:.1f}%"
    weight = abs(new - old) / (old or Decimal(1))
    return Shift(f"{entry.amount.fact.at[0]}.{entry.typed}", last.amount.fact.text, entry.amount.fact.text, said, weight)


def _odd(year: Year, findings: list[Finding]) -> Iterator[Finding]:
    """Yield what was found about lines that hold figures."""
    places = {year.sources.place(entry.amount.fact.at) for entry in year.profile.entries()}
    lines = {(place.file, place.line) for place in places}
    for finding in findings:
        spots = [(place.file, place.line) for place in (finding.place, *finding.also) if place]
        if finding.severity in HEAVY and not finding.is_error and any(spot in lines for spot in spots):
            yield finding


def _unanswered(year: Year, kind: Kind) -> Iterator[Missing]:
    """Yield problems without cause or plan, and promises and complaints of which nothing is told."""
    for problem in year.profile.problems:
        names = tuple(home("，".join(fact.text for fact in (problem.name, *problem.signs)), year.profile, kind, problem.topic))
        if problem.name.blank:
            yield Missing("“问题”还空着", year.sources.place(problem.name.at), names)
            continue
        for part, given in (("原因", problem.causes), ("打算", problem.plans)):
            if not any(fact.text for fact in given):
                yield Missing(f"问题“{problem.name.text}”没有写{part}", year.sources.place(problem.name.at), names)
    for material in year.profile.materials:
        if material.topic not in BLOCKS:
            continue
        done = BLOCKS[material.topic][1]
        for first, second in zip(material.local[::2], material.local[1::2], strict=False):
            if second.blank:
                names = tuple(home(first.text, year.profile, kind))
                yield Missing(f"{material.topic}“{first.text}”没有写{done}", year.sources.place(first.at), names)
