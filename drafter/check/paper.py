"""What a rule reads: the lines of a report, the sections they make, and the profile where there is one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.check.last import Last
from drafter.finding import Address, Finding, Place, Severity
from drafter.kind import Kind, Outline, role_of
from drafter.profile import Profile
from drafter.report import Heading, Report, numbered, plain
from drafter.source import Sources


class Line(NamedTuple):
    """One paragraph of a report: its words, and for a heading level, number and words."""

    text: str
    number: int
    level: int = 0
    mark: str = ""
    heading: str = ""
    run_in: bool = False
    """True where text follows the heading on its own line."""


class Section(NamedTuple):
    """A heading with all that stands under it up to the next heading of its level or above."""

    line: Line
    body: tuple[Line, ...]
    role: str

    @property
    def text(self) -> str:
        """Return the words under the heading."""
        return "\n".join(line.text for line in self.body)


@dataclass(frozen=True, slots=True)
class Paper:
    """A report as the rules see it."""

    name: str
    lines: tuple[Line, ...]
    kind: Kind
    year: int
    """The year reported on; 0 where it is not known."""
    day: datetime.date
    """The day by which congresses and laws are judged."""
    report: Report | None = None
    profile: Profile | None = None
    outline: Outline | None = None
    sources: Sources | None = None
    dropped: frozenset[Address] = frozenset()
    """Facts that a person took out of an earlier draft: not printed, and rightly so."""
    last: Last | None = None
    """Last year, where its profile or report is at hand."""
    _sections: list[Section] = field(default_factory=list, compare=False)

    @property
    def sections(self) -> list[Section]:
        """Return every section, in order."""
        if not self._sections:
            self._sections.extend(self._cut())
        return self._sections

    def _cut(self) -> Iterator[Section]:
        above: dict[int, str] = {}
        for at, line in enumerate(self.lines):
            if not line.level:
                continue
            end = at + 1
            while end < len(self.lines) and not 0 < self.lines[end].level <= line.level:
                end += 1
            role = above.get(1, "") if line.level > 1 else role_of(line.heading, self.kind, f"{self.year + 1}年")
            above[line.level] = role
            body = self.lines[at + 1:end]
            yield Section(line, (line, *body) if line.run_in else body, role)

    def say(self, rule: str, severity: Severity, message: str, line: Line | None = None, hint: str = "") -> Finding:
        """Return a finding about a line of the report."""
        place = Place(self.name, line.number) if line else Place(self.name, 1)
        return Finding(rule, severity, message, place, hint, line.text[:80] if line else "")

    def about(self, rule: str, severity: Severity, message: str, at: tuple[str | int, ...], hint: str = "",
              also: tuple[tuple[str | int, ...] | Place, ...] = ()) -> Finding:
        """Return a finding about a line of the profile; what belongs to it stands there too, or in last year's file."""
        if self.sources is None:
            return Finding(rule, severity, message, None, hint)
        place = self.sources.place(at)
        return Finding(rule, severity, message, place, hint, self.sources.line(place),
                       tuple(other if isinstance(other, Place) else self.sources.place(other) for other in also))


def lines_of(report: Report) -> tuple[Line, ...]:
    """Return the lines of a document tree; line 1 is the title."""
    made = [Line(plain(report.head.title), 1)]
    for number, (mark, block) in enumerate(numbered(report), start=2):
        text = plain(block.runs)
        if isinstance(block, Heading):
            made.append(Line(mark + text, number, block.level, mark, text))
        else:
            made.append(Line(text, number))
    return tuple(made)
