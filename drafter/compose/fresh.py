"""What has been said already: last year's report, and the draft so far. A sentence too like one of them is said otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.compose.value import MARK
from drafter.figure import without_figures

ALIKE = 0.6
"""Share of common pairs of characters from which two sentences read alike (a similarity of about 80)."""
TRIES = 4
"""Wordings that are tried for one sentence."""


class Fresh:
    """Sentences that were said, found by the pairs of characters they hold; figures do not count."""

    def __init__(self, said: Iterable[str] = ()) -> None:
        self._holding: dict[str, list[int]] = {}
        self._sizes: list[int] = []
        for sentence in said:
            self.add(sentence)

    def add(self, sentence: str) -> None:
        """Note a sentence as said."""
        pairs = _pairs(sentence)
        for pair in pairs:
            self._holding.setdefault(pair, []).append(len(self._sizes))
        self._sizes.append(len(pairs))

    def likeness(self, sentence: str) -> float:
        """Return how like a sentence is to the likest one that was said: 0 to 1."""
        pairs = _pairs(sentence)
        shared: dict[int, int] = {}
        for pair in pairs:
            for number in self._holding.get(pair, ()):
                shared[number] = shared.get(number, 0) + 1
        return max((2 * count / (len(pairs) + self._sizes[number]) for number, count in shared.items()), default=0.0)


def _pairs(sentence: str) -> set[str]:
    """Return the pairs of neighbouring characters of a sentence, marks and figures apart."""
    text = without_figures(MARK.sub("", sentence))
    return {text[at:at + 2] for at in range(len(text) - 1)}
