"""The phrase library: every wording that drafting may choose from, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding
from drafter.kind.kept import fingerprint, keep, kept
from drafter.phrases.model import Phrase, draw
from drafter.phrases.same import same_key
from drafter.phrases.shelf import Said, Shelf
from drafter.phrases.ways import ATTESTED, Constructions

REMEMBERED = 5_000
"""Clauses that are remembered."""
KEPT, STARTERS, WAYS, SHELF, DECISIONS = "library", "phrases", "句型.yaml", "phrases.yaml", "decisions.yaml"
"""The name under which the whole is kept, and the names of its files."""


class Wording(NamedTuple):
    """One way to print a clause of the office, with the origin of its words."""

    text: str
    origin: str
    own: bool = False
    """True where the unit said it so itself in a past year."""


class Candidate(NamedTuple):
    """One way to print a clause, whoever it is for."""

    text: str
    mined: Said | None
    """Where it was mined, if anywhere."""
    conventional: str
    """The id of a way that is conventional."""


class Who(NamedTuple):
    """Whose report a wording is asked for."""

    unit: str
    year: int
    level: str
    """Its level and its superior, which its words hang on."""
    words: Mapping[str, str]
    """The words of its level and its superior, of more than one character."""


class Library(NamedTuple):
    """All wordings: the starters by purpose, the constructions, and what was mined."""

    by_purpose: Mapping[str, tuple[Phrase, ...]]
    constructions: Constructions
    shelf: Shelf
    known: dict[tuple[str, str], tuple[tuple[Candidate, ...], ...]]
    """How clauses could be printed before: a county's reports share many."""
    refused: Set[str] = frozenset()
    """The ids of ways that a person refused: recognised, and never printed."""

    def choose(self, purpose: str, filled: Set[str], seed: str) -> Phrase | None:
        """Return the starter wording for a purpose that the facts at hand fill; the seed decides among several."""
        fitting = [phrase for phrase in self.by_purpose.get(purpose, ()) if phrase.needs <= filled]
        return fitting[draw(seed, len(fitting))] if fitting else None

    def wordings(self, clause: str, who: Who, banned: Set[str] = frozenset()) -> list[Wording]:
        """Return the attested ways to print a clause of the office, the unit's own first."""
        at = (clause, who.level)
        groups = self.known.get(at)
        if groups is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            groups = self.known[at] = tuple(self._groups(clause, who))
        found: list[Wording] = []
        unsaid = {candidate.text for group in groups for candidate in group if candidate.mined and candidate.mined.id in banned} if banned else ()
        for group in groups:
            # A construction of which nobody is known to use a way says nothing; a more general one may.
            found += [wording for candidate in group if candidate.text not in unsaid and (wording := self._usable(candidate, who, banned))]
            if found and group is not groups[0]:
                break
        if len(found) > 1 and any(wording.own for wording in found):
            found.sort(key=lambda wording: not wording.own)
        return found

    def _groups(self, clause: str, who: Who) -> Iterator[tuple[Candidate, ...]]:
        """Yield the ways to print a clause, whoever it is for: as a clause that was mined whole, then by construction."""
        mined = self.shelf.clauses.get(same_key(_unlevelled(clause, who.words))) if self.shelf.clauses else None
        yield (Candidate(_levelled(mined.text, who.words), mined, ""),) if mined else ()
        for match in self.constructions.matches(clause):
            conventional = match.construction.seen >= ATTESTED
            made = tuple(Candidate(match.said(way), self.shelf.ways.get(way.text), way.id if conventional else "")
                         for way in match.sayable() if way.id not in self.refused)
            yield tuple(candidate for candidate in made if candidate.mined or candidate.conventional)

    def _usable(self, candidate: Candidate, who: Who, banned: Set[str]) -> Wording | None:
        """Return a way to print a clause with its origin; None where nobody is known to say it so, or the profile bans it."""
        text, mined, conventional = candidate
        if mined and self.shelf.earlier(mined, who.unit, who.year):
            return Wording(text, mined.origin, self.shelf.own(mined, who.unit))
        return Wording(text, f"惯用:{conventional}") if conventional and conventional not in banned else None


def _unlevelled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with slots for the words of its level."""
    for slot, word in words.items():
        if word in text:
            text = text.replace(word, f"{{{slot}}}")
    return text


def _levelled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with the words of a level in its slots."""
    for slot, word in words.items() if "{" in text else ():
        text = text.replace(f"{{{slot}}}", word)
    return text


def load_library(kind_folder: Path, seeds: Path) -> tuple[Library, list[Finding]]:
    """Read all wordings: the starters and constructions of a kind, and what was mined into the folder seeds/."""
    data = [*sorted((kind_folder / STARTERS).glob("*.yaml")), *filter(Path.is_file, (kind_folder / WAYS, seeds / SHELF, seeds / DECISIONS))]
    mark = fingerprint([*sorted(Path(__file__).parent.glob("*.py")), *data])
    before = kept(f"{KEPT}-{kind_folder.name}", mark, Library)
    if before:
        return before, []
    from drafter.phrases.load import load  # noqa: PLC0415  most starts find it kept

    library, findings = load(kind_folder, seeds)
    if not findings:
        keep(f"{KEPT}-{kind_folder.name}", mark, library)
    return library, findings
