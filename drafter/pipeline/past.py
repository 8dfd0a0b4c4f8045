"""A past report that lies among the seeds, for those who want its sentences or compare with its figures."""

from __future__ import annotations

from pathlib import Path

from drafter.check.last import Counted, Last, Said
from drafter.finding import Place
from drafter.kind import Kind
from drafter.mine.clauses import ORDINAL, SENTENCE
from drafter.mine.clean import clean
from drafter.mine.figures import PLANNED, figures
from drafter.past import Line, Past
from drafter.read.past import read_past


def read_report(path: Path, kind: Kind) -> Past | None:
    """Return a past report taken apart; None where it cannot be read any more."""
    original, _ = read_past(path, path.name)
    return clean(original, kind) if original else None


def sentences_of(past: Past) -> list[str]:
    """Return the sentences of a past report."""
    lines = (line.text for line in past.lines if not line.level)
    return [ORDINAL.sub("", sentence) for line in lines for sentence in SENTENCE.split(line) if sentence]


def last_of_report(past: Past, path: Path, kind: Kind) -> Last:
    """Return what last year's report said: figures of a sure indicator that are no plans, and its paragraphs."""
    found: dict[str, tuple[Counted, ...]] = {}
    for reported in figures(past, kind):
        if reported.indicator and not reported.plan:
            place = _place(past, past.lines[reported.clause.line], path)
            found[reported.indicator] = (*found.get(reported.indicator, ()), Counted(reported.figure, place))
    body = [(line, _place(past, line, path)) for line in past.lines if not line.level]
    plans = [(line.text, place) for line, place in body if line.role == PLANNED]
    # What is not counted 一是, 二是 opens or closes the section and promises nothing.
    promises = (tuple(Said(ORDINAL.sub("", sentence), place) for sentence in SENTENCE.split(text) if sentence)
                for text, place in plans if ORDINAL.match(text))
    return Last("去年的报告", found, tuple(Said(line.text, place) for line, place in body if line.role != PLANNED),
                tuple(Said(text, place) for text, place in plans), tuple(promises))


def _place(past: Past, line: Line, path: Path) -> Place:
    """Return where a line of a past report stands: the number of the paragraph in its file."""
    return Place(path.name, past.original.text.count("\n", 0, line.at[0]) + 1 if line.at else 1)
