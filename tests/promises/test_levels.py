"""One profile drafted at every level: no word of another level, and the words of its own."""

from pathlib import Path

import pytest

from drafter.pipeline.suggest import load_suggestions
from drafter.source import read
from tests.support.promise import DATA, SETUP, Data, drafted, profile, words

COMBINATIONS = [("镇", "县"), ("乡", "区"), ("民族乡", "自治县"), ("镇", "县级市"), ("街道", "区"), ("镇", "旗"), ("街道", "县级市"), ("乡", "县")]
UNITS = ("示例单位", "试点单位", "样板单位", "青石单位")
OWN = {"镇": ("镇党委", "镇政府"), "乡": ("乡党委", "乡政府"), "民族乡": ("乡党委", "乡政府"), "街道": ("党工委", "办事处"),
       "县": ("县委",), "区": ("区委",), "县级市": ("市委",), "自治县": ("县委",), "旗": ("旗委",)}
LEVELS: Data = profile("levels")


def foreign() -> dict[str, dict[str, list[str]]]:
    source, findings = read(DATA / "level_words.yaml", "level_words.yaml", lists=True)
    assert source is not None, findings
    return source.data


FOREIGN = foreign()


def text_of(level: str, superior: str, outline: str, folder: Path) -> str:
    """The profile at one level, as several units with their several wordings, by one outline."""
    made = (drafted({**LEVELS, "单位": unit, "级别": level, "上级": superior, "提纲": outline}, folder) for unit in UNITS)
    return "".join(map(words, made))


def test_the_list_names_every_level_and_every_superior() -> None:
    assert list(FOREIGN["级别"]) == list(SETUP.kind.levels)
    assert list(FOREIGN["上级"]) == list(SETUP.kind.superiors)


def test_the_profile_asks_for_every_general_figure_of_the_catalogue() -> None:
    asked = {key for topic in LEVELS.values() if isinstance(topic, dict) for key in topic}
    assert {each.name for each in SETUP.kind.catalogue() if each.offered and each.topic in LEVELS} - asked <= {"行政村"}
    assert set(SETUP.kind.topics) <= set(LEVELS)


@pytest.mark.parametrize("outline", SETUP.kind.outline_names())
@pytest.mark.parametrize(("level", "superior"), COMBINATIONS)
def test_no_word_of_another_level_stands_in_a_draft(level: str, superior: str, outline: str, tmp_path: Path) -> None:
    text = text_of(level, superior, outline, tmp_path)
    assert [word for word in FOREIGN["级别"][level] + FOREIGN["上级"][superior] if word in text] == []
    assert [word for word in OWN[level] if word not in text] == []


@pytest.mark.parametrize("superior", SETUP.kind.superiors)
def test_the_superior_is_called_by_its_own_name(superior: str, tmp_path: Path) -> None:
    text = text_of("镇", superior, "五要素", tmp_path)
    assert [word for word in OWN[superior] if word not in text] == []


def test_the_list_catches_a_draft_of_another_level(tmp_path: Path) -> None:
    text = text_of("镇", "县", "五要素", tmp_path)
    missed = [level for level in ("乡", "民族乡", "街道") if not any(word in text for word in FOREIGN["级别"][level])]
    missed += [superior for superior in ("区", "县级市", "旗") if not any(word in text for word in FOREIGN["上级"][superior])]
    assert missed == []


def test_suggestions_are_free_of_levels_since_every_level_gets_them() -> None:
    lines = [line for kinds in load_suggestions(SETUP.kind.folder).values() for each in kinds.values() for line in each]
    known = {word for table in FOREIGN.values() for each in table.values() for word in each}
    assert [(line, word) for line in lines for word in known if word in line] == []
