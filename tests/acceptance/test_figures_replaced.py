"""One hundred figures at random positions replaced one at a time: each is printed as typed, and nothing else changes."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from drafter.pipeline.setup import HOME
from drafter.write.docx import docx
from tests.support.five import PROFILES, drafted, profile, read_word, word

HEAD = re.compile(r"^(格式|单位|级别|上级|期间|标题|提纲|成文日期): ?")
COMMENT = re.compile(r"(^|\s)#.*$")
NUMBER = re.compile(r"(?<![\d.“·（—+“])\d+(?:\.\d+)?(?![\d.·年—月+”])")
ENTRY = re.compile(r"^\s+[^\s:]+: (?:约|近|超|逾|仅|不少于)?\d")
MEASURE = re.compile(r"^\s+(?:- )?做法: ")
SEED = 20261121
HOW_MANY = 100


@dataclass(frozen=True)
class Spot:
    """A number in the text of a profile, counted from 0."""

    report: str
    line: int
    start: int
    end: int
    is_entry: bool


def spots(number: str) -> list[Spot]:
    """Return every figure of a profile: behind a key of its own, or inside a line of text."""
    found = []
    for at, raw in enumerate(profile(number).read_text(encoding="utf-8").split("\n")):
        line = COMMENT.sub("", raw)
        if line.startswith("措辞:"):
            break  # ids of phrases, which hold digits and no figure
        if HEAD.match(line):
            continue
        entry = bool(ENTRY.match(line)) and not MEASURE.match(line)
        found += [Spot(number, at, m.start(), m.end(), entry) for m in NUMBER.finditer(line)]
    return found


def distinctive(old: str, dice: random.Random, taken: str) -> str:
    """Return another number of the same make whose digits stand nowhere in a text."""
    _, point, decimals = old.partition(".")
    while True:
        new = f"{dice.randrange(1001, 9999)}" + (point and f".{dice.randrange(1, 9) + 10 * (len(decimals) > 1)}")
        if new not in taken:
            return new


@cache
def chosen() -> list[tuple[Spot, str]]:
    dice = random.Random(SEED)
    found = dice.sample([spot for number in PROFILES for spot in spots(number)], HOW_MANY)
    return [(spot, distinctive(old_of(spot), dice, word(spot.report).text)) for spot in found]


def old_of(spot: Spot) -> str:
    line = profile(spot.report).read_text(encoding="utf-8").split("\n")[spot.line]
    return line[spot.start:spot.end]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of profiles/ to change figures in."""
    folder = tmp_path_factory.mktemp("desk") / "profiles"
    shutil.copytree(HOME / "profiles", folder)
    return folder


def changed(spot: Spot, new: str, desk: Path) -> str:
    """Return the text of the draft whose profile has another number in one spot."""
    path = profile(spot.report)
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[spot.line] = lines[spot.line][:spot.start] + new + lines[spot.line][spot.end:]
    (desk / path.name).write_text("\n".join(lines), encoding="utf-8")
    return read_word(docx(drafted(desk / path.name).report)).text


def typed(spot: Spot, new: str) -> str:
    """Return the number with what stands right behind it: 7391余人次."""
    rest = profile(spot.report).read_text(encoding="utf-8").split("\n")[spot.line][spot.end:]
    unit = re.match(r"[余多]?[万亿]?[余多]?(?:%|[㐀-鿿])?", rest)
    assert unit is not None
    return new + unit[0]


@pytest.mark.parametrize("turn", range(HOW_MANY))
def test_another_figure_is_printed_as_typed_and_nothing_else_changes(turn: int, desk: Path) -> None:
    spot, new = chosen()[turn]
    text = changed(spot, new, desk)
    assert text.count(new) == 1
    assert typed(spot, new) in text
    assert text.replace(new, old_of(spot)) == word(spot.report).text


def test_the_hundred_are_of_both_kinds_and_of_every_profile() -> None:
    kinds = Counter(spot.is_entry for spot, _ in chosen())
    assert min(kinds[True], kinds[False]) >= 20
    assert {spot.report for spot, _ in chosen()} == set(PROFILES)
    assert len({spot for spot, _ in chosen()}) == HOW_MANY
