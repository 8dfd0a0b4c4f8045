"""The sentences of one part of a report as lines of topics: figures, 做法 and 本地数据."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.kind import Kind
from drafter.mine.intake.entries import entries
from drafter.mine.intake.model import Block, Doubt, Entry, Item, Line
from drafter.mine.intake.pieces import LONGEST, Clause, Sentence, bare, joined, phrases
from drafter.past import Reported

Figures = Callable[[int, int, int], Sequence[Reported]]
"""The figures of a line between two offsets."""
STARTS_WITH_FIGURE = re.compile(r"(?:约|近|超|逾)?\d")
ODD_QUOTES = (("“", "”"), ("《", "》"), ("（", "）"))


@dataclass(slots=True)
class Topic:
    """One topic in the making."""

    name: str
    entries: list[Entry] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    local: list[Line] = field(default_factory=list)

    def block(self) -> Block:
        """Return the topic as it is now."""
        return Block(self.name, tuple(self.entries), tuple(self.items), tuple(self.local))


@dataclass(slots=True)
class Placer:
    """Places the sentences of a report; gathers what is to be checked."""

    kind: Kind
    unit: str
    level: str
    figures: Figures
    topics: dict[str, Topic] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)

    def topic(self, name: str) -> Topic:
        """Return a topic, made where it is new."""
        return self.topics.setdefault(name, Topic(name))

    def sentence(self, sentence: Sentence, main: str, allowed: frozenset[str]) -> None:
        """Place a sentence: each figure that stands alone as a line, under its own topic where that is allowed here, the words as 做法."""
        clauses = bare(sentence.clauses, self.unit, self.level)
        held: list[Clause] = []
        bound: tuple[Entry, ...] = ()
        home = main
        for clause in clauses:
            figures = self._of(sentence, clause)
            made = self._fresh(entries(clause, figures, self.kind), self._home(figures, main, allowed))
            if made:
                self._words(home, sentence, held, bound)
                home = self._home(figures, main, allowed)
                held, bound = [], tuple(made)
                continue
            where = self._home(figures, main, allowed) if figures else home if held or bound else main
            if where != home:
                self._words(home, sentence, held, bound)
                held, bound, home = [], (), where
            held.append(clause)
        self._words(home, sentence, held, bound)

    def _of(self, sentence: Sentence, clause: Clause) -> Sequence[Reported]:
        """Return the figures of a clause; one that lost its beginning keeps its end."""
        return self.figures(sentence.line, clause.end - len(clause.text), clause.end)

    def _home(self, figures: Sequence[Reported], main: str, allowed: frozenset[str]) -> str:
        """Return the topic under which a clause goes: that of its figures where all are of one."""
        named = {self._topic_of(figure) for figure in figures}
        return named.pop() if len(named) == 1 and named <= allowed else main

    def _topic_of(self, figure: Reported) -> str:
        return next((indicator.topic for indicator in self.kind.catalogue() if indicator.id == figure.indicator), "")

    def _fresh(self, made: list[Entry], home: str) -> list[Entry]:
        """Return the lines where the topic holds none of their names yet; a second figure of one name stays in its sentence."""
        taken = {entry.indicator for entry in self.topic(home).entries} if home in self.topics else set()
        taken |= {entry.indicator for item in self.topics[home].items for entry in item.entries} if home in self.topics else set()
        return [] if any(entry.indicator in taken for entry in made) else made

    def _words(self, home: str, sentence: Sentence, held: Sequence[Clause], bound: tuple[Entry, ...]) -> None:
        """Put down words and the figures bound to them; figures without words stand under the topic itself."""
        topic = self.topic(home) if held or bound else None
        if topic is None:
            return
        if not held:
            topic.entries += bound
            return
        for number, phrase in enumerate(phrases(held)):
            line = self.line(joined(phrase), sentence, home, [figure for clause in phrase for figure in self._of(sentence, clause)])
            if not number and bound:
                topic.items.append(Item(line, bound))
            elif STARTS_WITH_FIGURE.match(line.text):
                topic.local.append(line)
            else:
                topic.items.append(Item(line))

    def line(self, text: str, sentence: Sentence, where: str, figures: Sequence[Reported]) -> Line:
        """Return a line, with a remark where a person has to look at it."""
        remarks = list(self._remarks(text, figures))
        self.doubts += [Doubt(remark, sentence.text, where) for remark in remarks]
        return Line(text, "；".join(remarks))

    def _remarks(self, text: str, figures: Sequence[Reported]) -> Iterator[str]:
        names = {indicator.id: indicator.name for indicator in self.kind.catalogue()}
        for figure in figures:
            if not figure.figure.unit and figure.figure.text != "0":
                yield f"“{figure.figure.text}”后面没有量词"
            elif not figure.indicator and figure.maybe:
                yield f"“{figure.figure.text}”也许是：{'、'.join(names[id_] for id_ in figure.maybe if id_ in names)}"
        if any(text.count(first) != text.count(last) for first, last in ODD_QUOTES):
            yield "引号、书名号或括号不成对"
        if len(text) > LONGEST:
            yield f"这一句有{len(text)}个字，没有可断的地方，请拆开"
