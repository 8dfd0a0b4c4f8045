"""The phrase library: every wording that drafting may choose from, and where each comes from."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding
from drafter.kind.kept import fingerprint, keep, kept
from drafter.phrases.model import Phrase, draw
from drafter.phrases.same import same_key
from drafter.phrases.shelf import FILE as SHELF
from drafter.phrases.shelf import Shelf, load_shelf
from drafter.phrases.starter import load_starters
from drafter.phrases.ways import ATTESTED, Construction, Constructions, Way, load_constructions
from drafter.phrases.ways import FILE as WAYS

KEPT, STARTERS = "library", "phrases"


class Wording(NamedTuple):
    """One way to print a clause of the office, with the origin of its words."""

    text: str
    origin: str
    own: bool = False
    """True where the unit said it so itself in a past year."""


class Who(NamedTuple):
    """Whose report a wording is asked for."""

    unit: str
    year: int
    words: Mapping[str, str]
    """The words of its level and its superior."""


class Library(NamedTuple):
    """All wordings: the starters by purpose, the constructions, and what was mined."""

    by_purpose: Mapping[str, tuple[Phrase, ...]]
    constructions: Constructions
    shelf: Shelf

    def choose(self, purpose: str, filled: Set[str], seed: str) -> Phrase | None:
        """Return the starter wording for a purpose that the facts at hand fill; the seed decides among several."""
        fitting = [phrase for phrase in self.by_purpose.get(purpose, ()) if phrase.needs <= filled]
        return fitting[draw(seed, len(fitting))] if fitting else None

    def wordings(self, clause: str, who: Who, banned: Set[str] = frozenset()) -> list[Wording]:
        """Return the attested ways to print a clause of the office, the unit's own first."""
        found: list[Wording] = []
        mined = self.shelf.clauses.get(same_key(_unlevelled(clause, who.words))) if self.shelf.clauses else None
        if mined and mined.id not in banned and self.shelf.earlier(mined, who.unit, who.year):
            found.append(Wording(_levelled(mined.text, who.words), mined.origin, who.unit in mined.units))
        for match in self.constructions.matches(clause):
            # A construction of which nobody is known to use a way says nothing; a more general one may.
            known = [(way, *self._origin(way, match.construction, who, banned)) for way in match.sayable()]
            said = [Wording(match.said(way), origin, own) for way, origin, own in known if origin]
            if said:
                found += said
                break
        return sorted(found, key=lambda wording: not wording.own)

    def _origin(self, way: Way, construction: Construction, who: Who, banned: Set[str]) -> tuple[str, bool]:
        """Return the origin of a way, and whether it is the unit's own; no origin where nobody is known to say it so."""
        mined = self.shelf.ways.get(way.text)
        if mined and mined.id not in banned and self.shelf.earlier(mined, who.unit, who.year):
            return mined.origin, who.unit in mined.units
        return (f"惯用:{way.id}" if construction.seen >= ATTESTED and way.id not in banned else "", False)


def _unlevelled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with slots for the words of its level."""
    for slot, word in words.items():
        if len(word) > 1 and word in text:
            text = text.replace(word, f"{{{slot}}}")
    return text


def _levelled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with the words of a level in its slots."""
    for slot, word in words.items() if "{" in text else ():
        text = text.replace(f"{{{slot}}}", word)
    return text


def load_library(kind_folder: Path, seeds: Path) -> tuple[Library, list[Finding]]:
    """Read all wordings: the starters and constructions of a kind, and what was mined into the folder seeds/."""
    data = [*sorted((kind_folder / STARTERS).glob("*.yaml")), *filter(Path.is_file, (kind_folder / WAYS, seeds / SHELF))]
    mark = fingerprint([*sorted(Path(__file__).parent.glob("*.py")), *data])
    before = kept(KEPT, mark, Library)
    if before:
        return before, []
    starters, findings = load_starters(kind_folder / STARTERS)
    constructions, found = load_constructions(kind_folder)
    shelf, wrong = load_shelf(seeds)
    library = Library(starters, constructions, shelf)
    if not (findings or found or wrong):
        keep(KEPT, mark, library)
    return library, [*findings, *found, *wrong]
