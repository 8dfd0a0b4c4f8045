"""What has been said already: last year's report, and the draft so far. A sentence too like one of them is said otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from itertools import chain
from operator import add

from drafter.compose.value import MARK
from drafter.figure import without_figures

ALIKE = 0.6
"""Share of common pairs of characters from which two sentences read alike (a similarity of about 80)."""
TRIES = 4
"""Wordings that are tried for one sentence."""


class Fresh:
    """Sentences that were said, found by the pairs of characters they hold; figures do not count."""

    def __init__(self, said: Iterable[str] = ()) -> None:
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        for sentence in said:
            self.add(sentence)

    def add(self, sentence: str) -> None:
        """Note a sentence as said."""
        self.note(pairs(sentence))

    def note(self, found: Set[str]) -> None:
        """Note the pairs of a sentence as said."""
        for pair in found:
            self._holding[pair].append(len(self._sizes))
        self._sizes.append(len(found))

    def likeness(self, found: Set[str]) -> float:
        """Return how like a sentence with these pairs is to the likest one that was said: 0 to 1."""
        holding = self._holding
        shared = Counter(chain.from_iterable([holding[pair] for pair in found if pair in holding]))
        return max((2 * count / (len(found) + self._sizes[number]) for number, count in shared.items()), default=0.0)


def pairs(sentence: str) -> set[str]:
    """Return the pairs of neighbouring characters of a sentence, marks and figures apart."""
    text = without_figures(MARK.sub("", sentence))
    return set(map(add, text, text[1:]))
