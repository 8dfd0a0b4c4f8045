"""Kinds of edits, chosen by a seed: each is done to the XML of a draft and says which figures it changed."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from drafter.finding import Address
from drafter.words import sentences
from tests.support import word_edits as word
from tests.support.round_trip import NEW_LINE, NEW_WORDS, Case, body, change_figure, figure_spots, inside, other_number

Figures = set[tuple[Address, str, str]]
Edit = Callable[[Any, Case, random.Random, str], Figures]


def figure(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    spot = luck.choice(figure_spots(case))
    new = other_number(spot[1].text, luck)
    change_figure(root, spot, new, author)
    return {(spot[1].at, spot[1].text, new)}


def reword(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    paragraph = long_one(root, luck)
    start, end = inside(word.text_of(paragraph), luck)
    word.splice(paragraph, start, end, luck.choice(NEW_WORDS), author)
    return set()


def delete(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    paragraph = long_one(root, luck)
    parts = sentences(word.text_of(paragraph))
    gone = luck.randrange(len(parts))
    if len(parts) == 1 or luck.random() < 0.4:
        if author:
            word.track_away(paragraph, author, 950)
        else:
            paragraph.getparent().remove(paragraph)
    else:
        start = len("".join(parts[:gone]))
        word.splice(paragraph, start, start + len(parts[gone]), "", author)
    return set()


def add(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    paragraph = long_one(root, luck)
    if luck.random() < 0.5:
        made = word.new_paragraph(NEW_LINE, paragraph)
        if author:
            made.replace(made.find(f"{word.W}r"), word.wrapped("ins", word.run(NEW_LINE), author, 970))
            word.mark(made, "ins", author, 971)
        paragraph.addnext(made)
    else:
        parts = sentences(word.text_of(paragraph))
        start = len("".join(parts[:luck.randrange(1, len(parts) + 1)]))
        word.splice(paragraph, start, start, NEW_LINE, author)
    return set()


def move(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    paragraph = long_one(root, luck)
    other = luck.choice([found for found in body(root) if found is not paragraph])
    if author:
        word.track_move(paragraph, other, author)
    else:
        other.addnext(paragraph)
    return set()


def split(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    paragraph = luck.choice([found for found in body(root) if len(sentences(word.text_of(found))) > 1])
    parts = sentences(word.text_of(paragraph))
    word.split(paragraph, len("".join(parts[:luck.randrange(1, len(parts))])))
    return set()


def join(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    near = [found for found in body(root) if found.getnext() is not None and word.style_of(found.getnext()) == "BodyText"]
    if near:
        word.join(luck.choice(near))
    return set()


def heading(root: Any, case: Case, luck: random.Random, author: str) -> Figures:
    paragraph = luck.choice([found for found in word.paragraphs(root) if word.style_of(found).startswith("Heading")])
    end = len(word.text_of(paragraph))
    word.splice(paragraph, end, end, "情况", author)
    return set()


PLAIN: tuple[Edit, ...] = (figure, reword, delete, add, move, split, join, heading)
TRACKED: tuple[Edit, ...] = (figure, reword, delete, add, move)


def long_one(root: Any, luck: random.Random) -> Any:
    """Return a paragraph with something to change."""
    return luck.choice([found for found in body(root) if len(word.text_of(found)) > 30])
