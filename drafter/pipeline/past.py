"""A past report that lies among the seeds, for those who only want its sentences."""

from __future__ import annotations

from pathlib import Path

from drafter.kind import Kind
from drafter.mine.clauses import ORDINAL, SENTENCE
from drafter.mine.clean import clean
from drafter.read.past import read_past


def sentences_of(path: Path, kind: Kind) -> list[str]:
    """Return the sentences of a past report; none where it cannot be read any more."""
    original, _ = read_past(path, path.name)
    if original is None:
        return []
    lines = (line.text for line in clean(original, kind).lines if not line.level)
    return [ORDINAL.sub("", sentence) for line in lines for sentence in SENTENCE.split(line) if sentence]
