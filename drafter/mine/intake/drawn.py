"""The story of an import: a report that was taken apart becomes the values of a profile."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.kind import Kind
from drafter.kind import Node as Shipped
from drafter.kind.outline import ITEM_LEVEL
from drafter.mine.intake.lacks import Spoken, about, answered, paired, spoken, told
from drafter.mine.intake.model import Block, Doubt, Drawn, Intent, Lack, Line, Node
from drafter.mine.intake.naming import Named, named, within
from drafter.mine.intake.opening import head, opening
from drafter.mine.intake.outline import fitting, is_node, node_of
from drafter.mine.intake.parts import BEHIND, Part, parts
from drafter.mine.intake.pieces import Clause, Sentence, bare, joined, phrases, without_subject
from drafter.mine.intake.placing import Placer
from drafter.past import Past, Reported

LACKS, PLANS, OTHER = "不足", "安排", "其他"
PARTS_OF = {"问题": ("问题", "原因"), "原因": ("原因",), "整改": ("整改",)}
NOTHING = ("无", "没有", "无其他需要报告的情况", "暂无", "没有其他需要报告的情况", "无其他需要报告的事项")


class Figures:
    """The figures of a report by where they stand."""

    def __init__(self, found: Sequence[Reported]) -> None:
        self._by_line: dict[int, list[Reported]] = {}
        for figure in found:
            self._by_line.setdefault(figure.clause.line, []).append(figure)
        self._starts = {line: [figure.start for figure in figures] for line, figures in self._by_line.items()}

    def __call__(self, line: int, start: int, end: int) -> Sequence[Reported]:
        """Return the figures of a line between two offsets."""
        starts = self._starts.get(line, [])
        return self._by_line.get(line, [])[bisect_left(starts, start):bisect_right(starts, end)]


def draw(past: Past, reported: Sequence[Reported], kind: Kind, reserved: Sequence[str]) -> Drawn:
    """Return a report as the values of a profile; ``reserved`` are the keys of a profile that no topic may be called."""
    found = parts(past, kind)
    figures = Figures(reported)
    shipped, nodes = fitting([(part.level, part.heading) for part in found if 0 < part.level < ITEM_LEVEL], kind, past.year)
    placer = Placer(kind, past.unit, past.level, figures)
    if shipped:
        found = _flattened(found)
        names = within(found, _matched(found, nodes, past.year), kind)
    else:
        names = named(found, figures, kind, reserved)
    return _Work(past, kind, placer, found, names, shipped).drawn(reported)


def _flattened(found: Sequence[Part]) -> list[Part]:
    """Return the parts with the items of a paragraph put back into it, and words between headings under the next that holds any."""
    made: list[Part] = []
    for part in found:
        if part.level == ITEM_LEVEL:
            made[-1] = made[-1]._replace(paragraphs=(*made[-1].paragraphs, *part.paragraphs), leaf=True)
        else:
            made.append(part)
    return made


def _matched(found: Sequence[Part], nodes: Sequence[Shipped], year: int) -> list[Shipped | None]:
    """Return the node of each part."""
    left = list(nodes)
    made: list[Shipped | None] = []
    for part in found:
        at = next((place for place, node in enumerate(left) if part.level and is_node((part.level, part.heading), node, year)), None)
        made.append(None if at is None else left[at])
        left = left if at is None else left[at + 1:]
    return made


@dataclass(slots=True)
class _Work:
    """One import in the making."""

    past: Past
    kind: Kind
    placer: Placer
    parts: Sequence[Part]
    names: Sequence[Named]
    shipped: str
    nodes: list[Node] = field(default_factory=list)
    lacks: list[Lack] = field(default_factory=list)
    plans: list[Intent] = field(default_factory=list)
    opening: tuple[Line, ...] = ()
    other: Line | None = None
    closing: tuple[Line, ...] = ()

    def drawn(self, reported: Sequence[Reported]) -> Drawn:
        """Return everything."""
        for part, name in zip(self.parts, self.names, strict=True):
            if not part.level:
                self._opening(part)
            elif part.role == BEHIND:
                self.placer.doubts += [Doubt("附件、附表没有导入", sentence.text) for sentence in part.sentences]
            elif part.role == LACKS:
                self._lacks(part, name)
            elif part.role == PLANS:
                self._plans(part, name)
            elif part.role == OTHER:
                self._other(part)
            else:
                self._deeds(part, name)
        lacks, intents = answered(self.lacks, self.plans)
        blocks = [topic.block() for topic in self.placer.topics.values()]
        filled = sum(len(block.entries) + sum(len(item.entries) for item in block.items) for block in blocks)
        behind = {id(one) for part in self.parts if part.role == BEHIND for sentence in part.sentences
                  for one in self.placer.figures(sentence.line, sentence.clauses[0].start, sentence.clauses[-1].end)}
        left = tuple(self._left(blocks, [one for one in reported if id(one) not in behind]))
        return Drawn(head(self.past, self.kind), self.opening, tuple(block for block in blocks if not block.empty), tuple(lacks),
                     tuple(intents), self.other, self.closing, tuple(self.nodes), self.shipped, len(reported) - len(behind), filled,
                     tuple(self.placer.doubts), left)

    def _left(self, blocks: Sequence[Block], reported: Sequence[Reported]) -> Iterator[Doubt]:
        """Yield the figures that stay in their sentence, with their indicator where it is known."""
        lines = Counter((entry.indicator, entry.value) for block in blocks
                        for entry in (*block.entries, *(entry for item in block.items for entry in item.entries)))
        for figure in reported:
            key = figure.indicator, figure.figure.text
            indicator = self.placer.indicators.get(figure.indicator)
            if lines[key]:
                lines[key] -= 1
            else:
                yield Doubt(f"{figure.figure.text}（{indicator.name}）" if indicator else figure.figure.text, figure.clause.text)

    def _node(self, part: Part, *topics: str) -> None:
        self.nodes.append(node_of(part, topics))

    def _line(self, sentence: Sentence, clauses: Sequence[Clause], where: str = "") -> Line:
        figures = [figure for clause in clauses for figure in self.placer.figures(sentence.line, clause.start, clause.end)]
        kept = bare(clauses, self.past.unit, self.past.level)
        return self.placer.line(joined(kept), sentence, where, figures)

    def _opening(self, part: Part) -> None:
        self.opening, left = opening(part.sentences, self._preamble)
        if left:
            self.placer.doubts.append(Doubt("开头的规定语由助手按当年的提法写，没有照抄", "，".join(left), "前言"))

    def _preamble(self, words: str, sentence: Sentence) -> Line:
        return self.placer.line(without_subject(words, self.past.unit, self.past.level), sentence, "前言", [])

    def _deeds(self, part: Part, name: Named) -> None:
        for sentence in part.sentences:
            self.placer.sentence(sentence, name.main, name.allowed)
        inside = [topic for topic in sorted(name.allowed) if topic in self.placer.topics]
        self._node(part, *([name.main] if part.paragraphs else []), *inside)

    def _lead(self, paragraphs: Sequence[Sequence[Sentence]], name: str) -> list[str]:
        """Place what stands before a list as words of a topic of its own."""
        for paragraph in paragraphs:
            for sentence in paragraph:
                self.placer.sentence(sentence, name, frozenset())
        return [name] if paragraphs and name else []

    def _lacks(self, part: Part, name: Named) -> None:
        which = about(part.heading)
        if not which:
            self.lacks.append(self._lack(spoken(part.sentences, self._said, part.heading)))
            above = self.nodes[-1]
            self.nodes[-1] = above._replace(topics=tuple(dict.fromkeys((*above.topics, *PARTS_OF["问题"]))))
            return
        lead, items = _parted(part)
        if not lead and len(items) == 1 and not items[0][0].item and all("；" in one.clauses[-1].mark for one in items[0][:-1]):
            items = tuple((sentence,) for sentence in items[0])
        made = [spoken(item, self._said) for item in items]
        if which == "问题":
            self.lacks += [self._lack(item) for item in made]
        elif made and self.lacks:
            self.lacks = paired(self.lacks, made, which, self.placer.doubts)
        elif made:
            lead = (*lead, *items)
        own = self._lead(lead, name.main)
        self._node(part, *own, *(PARTS_OF[which] if part.leaf or items else ()))

    def _lack(self, item: Spoken) -> Lack:
        return Lack(item.name, item.rest, item.causes)

    def _said(self, sentence: Sentence, clauses: Sequence[Clause]) -> Line:
        return self._line(sentence, clauses, "问题" if self.past.lines[sentence.line].role == LACKS else "打算")

    def _plans(self, part: Part, name: Named) -> None:
        lead, items = _parted(part)
        below = part.level > 1
        own: list[str] = []
        if not part.leaf:
            own = self._lead((*lead, *items), name.main)
        else:
            topic = name.main if below else ""
            for item in (*lead, *items) if not items or below else items:
                lines = told(item, self._said) if below and not item[0].item else spoken(item, self._said).lines
                self.plans.append(Intent(lines, topic))
            own = [topic] if below else self._lead(lead, name.main) if items else []
        self._node(part, *own, *(("打算",) if part.leaf and not below else ()))

    def _other(self, part: Part) -> None:
        first, *rest = part.paragraphs or ((),)
        words = "。".join(sentence.text for sentence in first)
        self.other = Line("无" if words in NOTHING else words, "" if words else "原文这一部分没有文字")
        self.closing = tuple(self._line(sentence, phrase, "结语") for paragraph in rest for sentence in paragraph
                             for phrase in phrases(bare(sentence.clauses, self.past.unit, self.past.level)))
        self._node(part, "其他需要报告")


def _parted(part: Part) -> tuple[tuple[tuple[Sentence, ...], ...], tuple[tuple[Sentence, ...], ...]]:
    """Return the paragraphs of a part that lead up to its list, and the items of the list."""
    numbered = [index for index, paragraph in enumerate(part.paragraphs) if paragraph[0].item]
    if not numbered:
        return (), part.paragraphs
    return part.paragraphs[:numbered[0]], tuple(_gathered(part.paragraphs[numbered[0]:]))


def _gathered(paragraphs: Sequence[tuple[Sentence, ...]]) -> list[tuple[Sentence, ...]]:
    """Return the items of a list, a paragraph that has no ordinal being part of the one before."""
    made: list[tuple[Sentence, ...]] = []
    for paragraph in paragraphs:
        if paragraph[0].item or not made:
            made.append(paragraph)
        else:
            made[-1] += paragraph
    return made
