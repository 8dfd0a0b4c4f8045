"""The parts of a report: headings, and items that open a paragraph, each with the sentences that stand under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.kind import Kind
from drafter.kind.outline import ITEM_LEVEL
from drafter.mine.intake.pieces import ITEM, Sentence, sentences
from drafter.mine.sections import SURE_HEADING, best
from drafter.past import Line, Past

LONGEST_HEAD = 26
"""Characters up to which the first sentence of an item is its heading."""
ASPECT = re.compile("在?[一-鿿“”、]{2,10}(?:方面|(?<!基础)(?<!原则)(?<!网)上)")
APPENDIX = re.compile(r"^[ \u3000]*(?:附(?:件|表|注)?[ \u3000]*(?:\d{0,2}[：:.、]|$)|附[件表]\d)", re.MULTILINE)
BEHIND = "附件"
"""What stands behind the report itself."""
HEADED = ("成效", "第一责任人")
"""Sections whose items may be headings."""


class Part(NamedTuple):
    """A heading or a headed item with what stands right under it."""

    level: int
    """0 for what stands above the first heading."""
    heading: str
    role: str
    topic: str
    """The topic that the heading speaks of; empty where none is sure."""
    paragraphs: tuple[tuple[Sentence, ...], ...] = ()
    """Each paragraph, or each item of one, with its sentences."""
    ordinal: str = ""
    """一是 …, of an item."""
    leaf: bool = True

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return all sentences."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)


def parts(past: Past, kind: Kind) -> list[Part]:
    """Return the parts of a report in order; the first holds what stands above all headings."""
    made = [Part(0, "", "开头", "")]
    text = past.original.text
    appended = APPENDIX.search(text, len(text) // 2)
    behind = appended.start() if appended else len(text) + 1
    for index, line in enumerate(past.lines):
        if line.at and line.at[0] >= behind and made[-1].role != BEHIND:
            made.append(Part(1, "", BEHIND, ""))
        if made[-1].role == BEHIND:
            made[-1] = made[-1]._replace(paragraphs=(*made[-1].paragraphs, tuple(sentences(line.text, index))))
            continue
        if line.level:
            made.append(Part(line.level, line.text.rstrip("。：；，"), line.role, line.topic))
            continue
        for head, ordinal, paragraph in _items(line, index, headed=bool(made[-1].heading) and line.role in HEADED):
            if head:
                topic = best([(head, 1.0)], kind.topics, SURE_HEADING, 1.0)
                made.append(Part(ITEM_LEVEL, head, line.role, topic, ordinal=ordinal))
            if paragraph:
                made[-1] = made[-1]._replace(paragraphs=(*made[-1].paragraphs, paragraph))
    return _leaves([small for part in made for small in _aspects(part, kind)])


def _items(line: Line, index: int, headed: bool) -> Iterator[tuple[str, str, tuple[Sentence, ...]]]:
    """Yield the items of a paragraph: heading and ordinal where they have any, and the sentences."""
    marks = [match for match in ITEM.finditer(line.text) if not _inside(line.text, match.start())]
    if marks and not (marks[0][1] == "一" or marks[0].start() == 0):
        marks = []
    opening = tuple(sentences(line.text, index, 0, marks[0].start() if marks else None))
    if opening:
        yield "", "", opening
    ends = [*(mark.start() for mark in marks[1:]), None]
    found = [tuple(sentences(line.text, index, mark.end(), end, item=True)) for mark, end in zip(marks, ends, strict=False)]
    alike = headed and len(found) > 1 and all(map(_opens_with_head, found))
    for mark, paragraph in zip(marks, found, strict=True):
        head, rest = _headed(paragraph, alike) if headed and paragraph and mark[1] else ("", paragraph)
        if paragraph:
            yield head, f"{mark[1]}是" if head else "", rest


def _headed(paragraph: tuple[Sentence, ...], alike: bool) -> tuple[str, tuple[Sentence, ...]]:
    """Part an item into its heading and what follows: a sentence of its own, or where all items are so its first clause."""
    first, *others = paragraph
    if others and _is_head(first):
        return first.text, tuple(others)
    if alike:
        return first.clauses[0].text, (first._replace(clauses=first.clauses[1:]), *others)
    return "", paragraph


def _opens_with_head(paragraph: tuple[Sentence, ...]) -> bool:
    """Tell whether the first clause of an item can be its heading."""
    if not paragraph:
        return False
    clauses = paragraph[0].clauses
    return len(clauses) > 1 and len(clauses[0].text) <= LONGEST_HEAD and not re.search(r"\d", clauses[0].text)


def _aspects(part: Part, kind: Kind) -> Iterator[Part]:
    """Yield a part and, where its sentences begin with 产业发展方面, or 在决策程序上, each of these as an item."""
    opened = [_aspect(sentence) for sentence in part.sentences]
    if part.role not in HEADED or sum(map(bool, opened)) < 2:
        yield part
        return
    held = part._replace(paragraphs=())
    for paragraph in part.paragraphs:
        lines: list[Sentence] = []
        for sentence in paragraph:
            words = _aspect(sentence)
            if words:
                held = held._replace(paragraphs=(*held.paragraphs, tuple(lines))) if lines else held
                yield held
                topic = best([(words, 1.0)], kind.topics, SURE_HEADING, 1.0)
                held, lines = Part(ITEM_LEVEL, words, part.role, topic), []
            lines.append(sentence._replace(clauses=sentence.clauses[1:]) if words else sentence)
        held = held._replace(paragraphs=(*held.paragraphs, tuple(lines))) if lines else held
    yield held


def _aspect(sentence: Sentence) -> str:
    """Return the words with which a sentence says what it is about; empty where it does not."""
    words = sentence.clauses[0].text
    return words if len(sentence.clauses) > 1 and ASPECT.fullmatch(words) else ""


def _is_head(sentence: Sentence) -> bool:
    text = sentence.text
    return len(text) <= LONGEST_HEAD and len(sentence.clauses) < 3 and not re.search(r"\d", text) and "；" not in sentence.clauses[-1].mark


def _inside(text: str, place: int) -> bool:
    """Tell whether a place stands in quotes, brackets or a title."""
    before = text[:place]
    return any(before.count(first) > before.count(last) for first, last in ("“”", "（）", "《》"))


def _leaves(found: Sequence[Part]) -> list[Part]:
    """Return the parts, told which have others under them."""
    following = [*found[1:], Part(0, "", "", "")]
    return [part._replace(leaf=after.level <= part.level) for part, after in zip(found, following, strict=True)]
