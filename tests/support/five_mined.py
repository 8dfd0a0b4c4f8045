"""The five real reports as the miner sees them, and what four of them know of the fifth."""

from functools import cache
from typing import NamedTuple

from drafter.mine.clauses import clauses
from drafter.mine.clean import clean
from drafter.mine.cluster import Cluster, alike, clusters
from drafter.mine.corpus import Corpus
from drafter.mine.frame import Frame
from drafter.mine.segment import segment
from drafter.mine.slots import Slotter
from drafter.mine.taken import take
from drafter.mine.terms import terms
from drafter.mine.wording import Wording, wordings
from drafter.past import Original
from tests.support.five import past_reports
from tests.support.promise import SETUP

KIND = SETUP.kind
LIKE = 70.0
SHORTEST = 3
"""Characters of a key from which a clause is counted."""
COMPOUND = 4
LONGEST = 6
"""Words of the turns that are looked for."""


@cache
def originals() -> tuple[Original, ...]:
    """The five reports; their names begin with their numbers."""
    return tuple(Original(path.name, "", "txt", path.read_text(encoding="utf-8")) for path in sorted(past_reports().glob("*.txt")))


@cache
def mined() -> tuple[Frame, ...]:
    """Everything that is mined from the five together, the best first."""
    corpus = Corpus(KIND)
    for number, original in enumerate(originals()):
        corpus.add(take(original, number, KIND, SETUP.library.constructions))
    return tuple(sorted(corpus.frames(), key=lambda frame: (-frame.score, frame.kind, frame.text)))


@cache
def wordings_of_five() -> tuple[tuple[Wording, ...], ...]:
    """The clauses of the running text of each report."""
    known, made = terms(KIND.folder), []
    for number, original in enumerate(originals()):
        past = clean(original, KIND)
        made.append(tuple(wordings(past, number, clauses(past), Slotter(past, KIND, known), known)))
    return tuple(made)


class Pair(NamedTuple):
    """A clause of the held-out report, and the likest of the others."""

    held: Wording
    other: Wording
    score: float


class LeftOut(NamedTuple):
    """How much four reports know of the fifth, over all five."""

    clauses: int
    pairs: tuple[Pair, ...]
    framed: int
    """Clauses that are like one of a cluster of two reports or more."""
    characters: int
    covered: int
    """Characters that stand inside a turn of words which another report uses too."""


@cache
def left_out() -> LeftOut:
    """Leave each of the five out in turn."""
    reports = wordings_of_five()
    count = framed = characters = covered = 0
    pairs: list[Pair] = []
    words = {wording.source: segment(wording.key, KIND.folder) for report in reports for wording in report}
    for at, held in enumerate(reports):
        library = [wording for number, report in enumerate(reports) if number != at for wording in report]
        framing = [member for cluster in _shared(library) for member in cluster.members]
        turns = {turn for wording in library for _, _, turn in _turns(words[wording.source])}
        for wording in held:
            if len(wording.key) < SHORTEST:
                continue
            count += 1
            best = max(library, key=lambda other: alike(wording, other))
            if alike(wording, best) >= LIKE:
                pairs.append(Pair(wording, best, alike(wording, best)))
            framed += any(alike(wording, other) >= LIKE for other in framing)
            inside = {place for start, end, turn in _turns(words[wording.source]) if turn in turns for place in range(start, end)}
            characters += sum(map(len, words[wording.source]))
            covered += sum(len(words[wording.source][place]) for place in inside)
    return LeftOut(count, tuple(pairs), framed, characters, covered)


def _shared(library: list[Wording]) -> list[Cluster]:
    """The clusters of which two reports or more have a member."""
    folded: dict[tuple[str, tuple[object, ...]], list[Wording]] = {}
    for wording in library:
        folded.setdefault((wording.key, wording.manner), []).append(wording)
    return [cluster for cluster in clusters(folded) if len({member.source.report for member in cluster.members}) > 1]


def _turns(words: list[str]) -> list[tuple[int, int, str]]:
    """Two words or more, or one that is itself a set phrase of four characters or more."""
    found = [(start, end, "".join(words[start:end])) for start in range(len(words))
             for end in range(start + 1, min(start + LONGEST, len(words)) + 1)]
    return [(start, end, turn) for start, end, turn in found if end > start + 1 or len(turn) >= COMPOUND]
