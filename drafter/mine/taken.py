"""What one past report has to give, taken out of it apart from all others: the part of mining that many can do at once."""

from __future__ import annotations

from typing import NamedTuple

from drafter.kind import Kind
from drafter.mine.attested import attested
from drafter.mine.clauses import clauses
from drafter.mine.clean import clean
from drafter.mine.figure_frames import figure_frames
from drafter.mine.figures import figures
from drafter.mine.frame import Frame
from drafter.mine.frames import edges, headings, plain_clauses
from drafter.mine.slots import Slotter
from drafter.mine.terms import terms
from drafter.mine.wording import Wording, wordings
from drafter.past import Original
from drafter.phrases.ways import Constructions


class Mined(NamedTuple):
    """A past report that was mined."""

    file: str
    unit: str
    year: int
    sha256: str


class Taken(NamedTuple):
    """Everything of one report that the others are compared with."""

    number: int
    """Which of the files it is; its phrases name it by that."""
    report: Mined
    wordings: tuple[Wording, ...]
    frames: tuple[Frame, ...]


def take(original: Original, number: int, kind: Kind, constructions: Constructions) -> Taken:
    """Take a report apart."""
    past, known = clean(original, kind), terms(kind.folder)
    cut = clauses(past)
    found = wordings(past, number, cut, Slotter(past, kind, known), known)
    frames = [*figure_frames(past, number, figures(past, kind), kind), *attested(found, past, constructions),
              *plain_clauses(found, kind.levels.get(past.level, {})), *edges(found), *headings(past, number, cut, known)]
    return Taken(number, Mined(original.name, past.unit, past.year, original.sha256), tuple(found), tuple(frames))
