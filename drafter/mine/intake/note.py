"""An office's own note: half a page without title and headings, taken apart into lines for one topic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from drafter.kind import Kind
from drafter.mine.figures import figures
from drafter.mine.furniture import without_furniture
from drafter.mine.intake.drawn import Figures
from drafter.mine.intake.model import Block, Doubt, Intent, Lack
from drafter.mine.intake.note_parts import DEEDS, DEEDS_AGAIN, LACKS, PLANS, lacks, plans, stretches
from drafter.mine.intake.pieces import Sentence, sentences
from drafter.mine.intake.placing import Placer
from drafter.mine.marks import Words, paragraphs
from drafter.mine.sections import LEAD, best
from drafter.past import Line, Original, Past

NUMBER = re.compile(
    "(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}(?:[、．]|\\.(?!\\d))|[-—·●▪◆]+|"
    "(?:第?[一二三四五六七八九十]是)[：，]?)"
)
"""A number, a dot or an ordinal before a line of a note."""
LEAST = 4.0
"""Score of a note's words from which it is about a topic."""
YEAR = re.compile(r"(?<!\d)(20\d\d)年")
GREETING = re.compile(
    "[^。；]*(?:如下|报告如下|汇报如下)[：。]?$|[^。]{0,20}(?:：|:)$|[^。，]{0,30}(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日$|"
    "[^。，；：]{0,24}$"
)
"""Lines that say nothing of the work: who is addressed, the date, a heading, a signature."""


class Note(NamedTuple):
    """What a note says: its topic and the lines for it, with the sentence that each comes from."""

    topic: str
    """Empty where its words are not clearly about one."""
    block: Block
    sources: Mapping[str, str]
    """The sentence of the note that a line or a figure comes from."""
    doubts: tuple[Doubt, ...]
    passed: tuple[str, ...]
    """Lines that were not taken: greetings, headings, signatures."""
    lacks: tuple[Lack, ...] = ()
    """What it says is lacking."""
    plans: tuple[Intent, ...] = ()
    """What it intends."""
    years: frozenset[int] = frozenset()
    """The years that it names beside its plans."""


def topic_of_note(original: Original, kind: Kind, providers: Mapping[str, Sequence[str]]) -> str:
    """Return the topic that a note is about: by its figures and words, else by the office that it names; empty where none is sure."""
    lines, _ = without_furniture(list(paragraphs(original.text)), kind.folder)
    text = "\n".join(line.text for line in lines)
    past = _past(original, lines, "")
    topics = {indicator.id: indicator.topic for indicator in kind.catalogue()}
    votes = Counter(topics[figure.indicator] for figure in figures(past, kind) if figure.indicator in topics)
    most = votes.most_common(2)
    spoken = best([(text, 1.0)], kind.topics, LEAST, LEAD)
    if most and most[0][1] * 2 > votes.total() and (not spoken or spoken == most[0][0] or most[0][1] > 2):
        return most[0][0]
    if spoken:
        return spoken
    named = [topic for provider, delivered in providers.items() if provider and provider in text for topic in delivered]
    return named[0] if len(set(named)) == 1 else ""


def take_note(original: Original, topic: str, unit: str, level: str, year: int, kind: Kind) -> Note:
    """Return the lines of a note for one topic."""
    lines, furniture = without_furniture(list(paragraphs(original.text)), kind.folder)
    past = _past(original, lines, topic)._replace(unit=unit, level=level, year=year)
    placer = Placer(kind, unit, level, Figures(figures(past, kind)))
    sources: dict[str, str] = {}
    passed = list(furniture)
    years = {int(year) for typed in lines if GREETING.fullmatch(typed.text) for year in YEAR.findall(typed.text)}
    told: dict[str, list[str]] = {LACKS: [], PLANS: []}
    part = DEEDS
    for index, (typed, line) in enumerate(zip(lines, past.lines, strict=True)):
        said = stretches(line.text, part)
        opened, listed = len(said) > 1, said[-1].part and NUMBER.match(typed.text) and not DEEDS_AGAIN.search(line.text)
        if not opened and not listed and GREETING.fullmatch(line.text) and not placer.figures(index, 0, len(line.text)):
            passed.append(line.text)
            part = DEEDS if DEEDS_AGAIN.search(line.text) else part
            continue
        part = said[-1].part
        for stretch in said:
            if stretch.part != PLANS:
                years |= {int(year) for year in YEAR.findall(line.text[stretch.start:stretch.end])}
            if stretch.part:
                told[stretch.part].append(line.text[stretch.start:stretch.end])
            else:
                sources |= _placed(placer, topic, sentences(line.text, index, 0, stretch.end))
    block = placer.topics[topic].block() if topic in placer.topics else Block(topic)
    return Note(topic, block, sources, tuple(placer.doubts), tuple(passed),
                tuple(lacks(told[LACKS])), tuple(plans(told[PLANS])), frozenset(years))


def _placed(placer: Placer, topic: str, found: Iterable[Sentence]) -> dict[str, str]:
    """Place sentences of deeds; return the sentence behind each line that came of them."""
    sources: dict[str, str] = {}
    for sentence in found:
        before = _said(placer.topics[topic].block()) if topic in placer.topics else set()
        placer.sentence(sentence, topic, frozenset())
        after = _said(placer.topics[topic].block()) if topic in placer.topics else set()
        sources |= dict.fromkeys(after - before, sentence.text)
    return sources


def _past(original: Original, lines: Sequence[Words], topic: str) -> Past:
    """Return a note as the lines of a report, their numbers and ordinals taken off."""
    made = []
    for line in lines:
        number = NUMBER.match(line.text)
        bare = line.part(number.end()) if number else line
        made.append(Line(bare.text, bare.at, role="成效", topic=topic))
    return Past(original, "", "", "", 0, tuple(made))


def _said(block: Block) -> set[str]:
    """Return everything that a block says, each line by its words, each figure by name and value."""
    figures_ = [*block.entries, *(entry for item in block.items for entry in item.entries)]
    return {*(item.line.text for item in block.items), *(line.text for line in block.local),
            *(f"{entry.name}: {entry.value}" for entry in figures_), *(mechanism.name for mechanism in block.mechanisms)}
