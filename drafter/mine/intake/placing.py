"""The sentences of one part of a report as lines of topics: figures, 做法 and 本地数据."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from drafter.kind import Indicator, Kind
from drafter.mine.intake.entries import entries, taken_out
from drafter.mine.intake.model import Block, Doubt, Entry, Item, Line, Mechanism
from drafter.mine.intake.pieces import LONGEST, MEANS, Clause, Sentence, bare, joined, leads, phrases, without_subject
from drafter.mine.sections import best
from drafter.past import Reported

Figures = Callable[[int, int, int], Sequence[Reported]]
"""The figures of a line between two offsets."""
STARTS_WITH_FIGURE = re.compile(r"(?:约|近|超|逾)?\d")
MECHANISM = re.compile("(实行|建立|推行|落实|健全|完善|深化|执行|构建|形成|运用|探索)了?(“[^”]{1,12}”[^，（）“”]{0,8})（([^（）]{4,50})）")
SURE_WORDS, CLEARLY = 3.0, 1.6
"""Score of a sentence's words from which it is about a topic, and how many times that of the next."""
ODD_QUOTES = (("“", "”"), ("《", "》"), ("（", "）"))


@dataclass(slots=True)
class Topic:
    """One topic in the making."""

    name: str
    entries: list[Entry] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    local: list[Line] = field(default_factory=list)
    mechanisms: list[Mechanism] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)
    """The figures that it has, by indicator and by name."""

    def note(self, entries: Sequence[Entry]) -> None:
        """Remember figures, so that no name stands twice."""
        self.held |= {key: f"{entry.name}: {entry.value}" for entry in entries for key in (entry.indicator, entry.name)}

    def block(self) -> Block:
        """Return the topic as it is now."""
        return Block(self.name, tuple(self.entries), tuple(self.items), tuple(self.local), tuple(self.mechanisms))


@dataclass(slots=True)
class Placer:
    """Places the sentences of a report; gathers what is to be checked."""

    kind: Kind
    unit: str
    level: str
    figures: Figures
    topics: dict[str, Topic] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.indicators = {indicator.id: indicator for indicator in self.kind.catalogue()}

    def topic(self, name: str) -> Topic:
        """Return a topic, made where it is new."""
        return self.topics.setdefault(name, Topic(name))

    def sentence(self, sentence: Sentence, main: str, allowed: frozenset[str]) -> None:
        """Place a sentence: each figure that stands alone as a line, under its own topic where that is allowed here, the words as 做法."""
        held: list[Clause] = []
        bound: tuple[Entry, ...] = ()
        home = usual = self._spoken_of(sentence, main, allowed)
        for clause in bare(sentence.clauses, self.unit, self.level):
            figures = self._of(sentence, clause)
            led = bool(held) and leads(held[-1])
            where = home if led or (not figures and (held or bound)) else self._home(figures, usual, allowed)
            made = tuple(self._fresh(entries(clause, figures, self.kind), where, sentence))
            out = None if made else self._out(clause, figures, where, sentence)
            if out:
                if where != home:
                    self._words(home, sentence, held, bound)
                    held, bound = [], ()
                self._words(where, sentence, [*held, out[0]], bound, (out[1],))
                held, bound = [], ()
            elif made and led:
                self._words(home, sentence, held, bound, made)
                held, bound = [], ()
            elif made:
                self._words(home, sentence, held, bound)
                held, bound = [], made
            elif where != home:
                self._words(home, sentence, held, bound)
                held, bound = [clause], ()
            else:
                held.append(clause)
            home = where
        self._words(home, sentence, held, bound)

    def _spoken_of(self, sentence: Sentence, main: str, allowed: frozenset[str]) -> str:
        """Return the topic of a sentence: that of its part, unless its words are clearly about one whose figures stand here too."""
        topics = {name: self.kind.topics[name] for name in (main, *sorted(allowed)) if name in self.kind.topics}
        return best([(sentence.text, 1.0)], topics, SURE_WORDS, CLEARLY) or main if allowed else main

    def _of(self, sentence: Sentence, clause: Clause) -> Sequence[Reported]:
        """Return the figures of a clause; one that lost its beginning keeps its end."""
        return self.figures(sentence.line, clause.start, clause.end) if clause.start < clause.end else ()

    def _home(self, figures: Sequence[Reported], usual: str, allowed: frozenset[str]) -> str:
        """Return the topic under which a clause goes: that of its figures where all are of one; what is simply there moves nothing."""
        found = [self.indicators.get(figure.indicator) for figure in figures]
        named = {indicator.topic if indicator and not indicator.standing else "" for indicator in found}
        return named.pop() if len(named) == 1 and named <= allowed else usual

    def _fresh(self, made: list[Entry], home: str, sentence: Sentence) -> list[Entry]:
        """Return the lines where the topic holds none of their names yet; a second figure of one name stays in its sentence."""
        held = self.topics[home].held if home in self.topics else {}
        if any(entry.indicator in held or entry.name in held for entry in made):
            return []
        self.doubts += [Doubt(f"{entry.name}: {entry.value}，原文的说法不完全一样", sentence.text, home) for entry in made if entry.remark]
        return made

    def _out(self, clause: Clause, figures: Sequence[Reported], home: str, sentence: Sentence) -> tuple[Clause, Entry] | None:
        """Return a clause without its figure, and the line of that figure, where the topic does not hold that line yet."""
        out = taken_out(clause, figures, self.kind)
        return out if out and self._fresh([out[1]], home, sentence) else None

    def _words(self, home: str, sentence: Sentence, held: Sequence[Clause], before: tuple[Entry, ...],
               behind: tuple[Entry, ...] = ()) -> None:
        """Put down words and the figures bound to them; figures without words stand under the topic itself."""
        if held or before:
            self.topic(home).note((*before, *behind))
        if not held:
            if before:
                self.topic(home).entries += before
            return
        topic = self.topic(home)
        found = phrases(held)
        for number, phrase in enumerate(found):
            mechanism = MECHANISM.fullmatch(joined(phrase))
            if mechanism and not (before or behind):
                topic.mechanisms.append(Mechanism(*mechanism.groups()))
                continue
            line = self._line(phrase, sentence, home, last=number + 1 == len(found))
            first, last = before if not number else (), behind if number + 1 == len(found) else ()
            if STARTS_WITH_FIGURE.match(line.text) and not (first or last):
                topic.local.append(line)
            else:
                topic.items.append(Item(line, first, last))

    def _line(self, phrase: Sequence[Clause], sentence: Sentence, home: str, last: bool) -> Line:
        """Return the line of a phrase; what only leads up to the next line is said to do so."""
        figures = [figure for clause in phrase for figure in self._of(sentence, clause)]
        text = without_subject(joined(phrase), self.unit, self.level)
        means = MEANS.fullmatch(text)
        if means and not last:
            text = means[1]
        line = self.line(text, sentence, home, figures)
        again = [self.topic(home).held[figure.indicator] for figure in figures if figure.indicator in self.topic(home).held]
        if again:
            line = self._asked(line, f"同一个主题里另有 {'、'.join(again)}", sentence, home)
        if not last and not means and leads(phrase[-1]):
            line = self._asked(line, "和下一行原是一句话，请改短并成一条", sentence, home)
        return line

    def _asked(self, line: Line, what: str, sentence: Sentence, home: str) -> Line:
        """Return a line with one more remark."""
        self.doubts.append(Doubt(what, sentence.text, home))
        return line._replace(remark="；".join(filter(None, (line.remark, what))))

    def line(self, text: str, sentence: Sentence, where: str, figures: Sequence[Reported]) -> Line:
        """Return a line, with a remark where a person has to look at it."""
        remarks = list(self._remarks(text, figures))
        self.doubts += [Doubt(remark, sentence.text, where) for remark in remarks]
        return Line(text, "；".join(remarks))

    def _remarks(self, text: str, figures: Sequence[Reported]) -> Iterator[str]:
        for figure in figures:
            if not figure.figure.unit and figure.figure.text != "0":
                yield f"“{figure.figure.text}”后面没有量词"
            elif not figure.indicator and figure.maybe:
                yield f"“{figure.figure.text}”也许是：{'、'.join(self.indicators[id_].name for id_ in figure.maybe if id_ in self.indicators)}"
        if text.startswith("其中"):
            yield "“其中”说的是上一句的数，请把话写完整"
        if any(text.count(first) != text.count(last) for first, last in ODD_QUOTES):
            yield "引号、书名号或括号不成对"
        if len(text) > LONGEST:
            yield f"这一句有{len(text)}个字，没有可断的地方，请拆开"
