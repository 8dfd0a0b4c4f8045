"""The data of the kind holds together: wordings, topics, indicators, outlines, dated tables."""

import datetime
import shutil
from itertools import chain
from pathlib import Path

import pytest

from drafter.kind import Indicator, load, parse_outline, role_of
from drafter.kind.model import current
from drafter.pipeline.setup import HOME, load_setup
from drafter.profile import TOP
from drafter.profile.topic import KEYS
from drafter.source import read

SETUP, FINDINGS = load_setup(HOME)
assert SETUP is not None, FINDINGS
FOLDER = SETUP.kind.folder
INDICATORS = SETUP.kind.catalogue()
FORMULA = "其他为无"
ONE_WAY = ("零", "无", "低比率")
"""Purposes where other words would say something else: 未发生, 数为0, 达到 of a rate that should be low."""
STRONG = ("集中", "专门", "亲自", "现场", "成功", "消除", "先后", "累计")
"""Words that add manner or degree, and so cannot stand in a verb that was not typed."""
SLOTS = {"时期", "期间", "单位", "思想", "法治思想", "全会", "前言", "上级领导", "时", "动", "宾", "数", "名", "时段",
         "动词", "名称", "展开", "作用", "场次", "受众", "形式", "节点", "内容", "对象", "地点", "成效", "说明", "值",
         "量", "问题", "结果", "打算", "原因", "整改", "结语", "主题", "无"}


def test_the_kind_loads_without_a_remark() -> None:
    assert FINDINGS == []


def test_a_purpose_has_three_wordings_unless_another_one_would_change_the_fact() -> None:
    """累计, 先后, 未发生 say more than a figure does; a frame with a verb varies by its verbs."""
    few = {purpose: len(phrases) for purpose, phrases in SETUP.library.by_purpose.items()
           if purpose not in (FORMULA, *ONE_WAY) and not any(phrase.needs & {"动", "动词"} for phrase in phrases) and len(set(phrases)) < 3}
    assert few == {}


def test_every_slot_of_a_wording_is_one_that_somebody_fills() -> None:
    named = {slot for phrase in chain(*SETUP.library.by_purpose.values()) for part in phrase.parts for slot in part.slots}
    assert named <= SLOTS


def test_no_wording_but_the_prescribed_ones_can_stand_without_a_fact() -> None:
    bare = [phrase.id for phrase in chain(*SETUP.library.by_purpose.values())
            if not phrase.needs and not phrase.prescribed and phrase.purpose not in ("时间词", "时段词")]
    assert bare == []


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_an_indicator_has_a_topic_and_verbs_that_add_nothing(indicator: Indicator) -> None:
    assert indicator.topic in SETUP.kind.topics
    if indicator.type in ("数量", "金额"):
        assert 1 <= len(set(indicator.verbs)) == len(indicator.verbs) <= 3
    assert [word for word in STRONG for verb in indicator.verbs if word in verb] == []


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_a_standing_number_has_only_verbs_that_can_follow_its_name(indicator: Indicator) -> None:
    if indicator.standing:
        assert set(indicator.verbs) <= {"现有", "共有", "在册"}


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
def test_what_prints_as_typed_is_a_name_that_may_be_typed(indicator: Indicator) -> None:
    assert indicator.printed <= {indicator.name, *indicator.aliases}


def test_indicators_that_say_the_same_of_nothing_are_told_apart() -> None:
    """A 0 or 无 of one indicator never denies what another one counts."""
    denied = [indicator.none for indicator in INDICATORS if indicator.type in ("数量", "金额")]
    assert sorted({words for words in denied if denied.count(words) > 1}) == []


def test_rates_and_parts_name_indicators_that_there_are() -> None:
    known = {indicator.id for indicator in INDICATORS}
    named = {name for indicator in INDICATORS for name in (*indicator.numerator, *indicator.denominator, *indicator.part_of)}
    assert named <= known


def test_topics_are_near_topics_that_there_are() -> None:
    assert {name for topic in SETUP.kind.topics.values() for name in topic.near} <= set(SETUP.kind.topics)


def test_every_key_of_a_profile_says_what_becomes_of_it_next_year() -> None:
    """What is not named would count as a topic, or as a figure."""
    assert set(SETUP.kind.carried.top) == set(TOP)
    assert set(SETUP.kind.carried.topic) == {*KEYS, "指标"}


def test_only_words_are_copied_into_next_year_never_figures() -> None:
    assert {one.type for one in INDICATORS if one.carried == "照抄"} == {"文字"}
    assert SETUP.kind.carried.topic["指标"] == "清空"


@pytest.mark.parametrize(("file", "old", "new"), [("kind.yaml", "前言: 提示", "前言: 照超"), ("indicators.yaml", "沿用: 照抄", "沿用: 保留")])
def test_a_word_that_says_nothing_of_next_year_is_refused(file: str, old: str, new: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / FOLDER.name)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    kind, findings = load(folder)
    assert kind is None
    assert [finding.rule for finding in findings] == ["K002"]
    assert new.rsplit(maxsplit=1)[-1] in findings[0].message


@pytest.mark.parametrize("path", sorted((FOLDER / "outlines").glob("*.txt")), ids=lambda path: path.stem)
def test_a_shipped_outline_offers_three_wordings_of_its_own_headings_and_names_every_topic_once(path: Path) -> None:
    outline, findings = parse_outline(path.read_text(encoding="utf-8"), path.name, shipped=True)
    assert findings == ()
    topics = [topic for node in outline.nodes for topic in node.topics if topic in SETUP.kind.topics]
    assert len(topics) == len(set(topics))
    assert all(len(node.texts) in (1, 3) for node in outline.nodes)


@pytest.mark.parametrize("path", sorted((FOLDER / "outlines").glob("*.txt")), ids=lambda path: path.stem)
def test_a_shipped_outline_has_every_content_of_the_regulation(path: Path) -> None:
    outline, _ = parse_outline(path.read_text(encoding="utf-8"), path.name, shipped=True)
    roles = {role_of(node.texts[0], SETUP.kind, "2026年") for node in outline.nodes if node.level == 1}
    assert {role for role, _ in SETUP.kind.required} | {"其他"} <= roles


def test_a_checked_line_of_a_dated_table_has_a_date_and_a_source() -> None:
    for path in sorted((FOLDER / "dated").glob("*.yaml")):
        source, _ = read(path, path.name)
        assert source is not None
        assert isinstance(source.data, dict)
        for entry in chain(*(entries for entries in source.data.values() if isinstance(entries, list))):
            assert isinstance(entry, dict)
            if entry.get("已核", "是") == "是":
                assert entry.get("来源"), (path.name, entry)
                assert entry.get("日期") or entry.get("自"), (path.name, entry)


@pytest.mark.parametrize(("day", "words"), [
    ("2018-01-25", "党的十九大和十九届二中全会精神"),
    ("2021-01-31", "党的十九大和十九届二中、三中、四中、五中全会精神"),
    ("2022-12-30", "党的二十大精神"),
    ("2023-03-01", "党的二十大和二十届二中全会精神"),
    ("2025-02-20", "党的二十大和二十届二中、三中全会精神"),
    ("2026-02-03", "党的二十大和二十届二中、三中、四中全会精神"),
])
def test_the_list_of_congresses_is_that_of_the_day(day: str, words: str) -> None:
    held = current(SETUP.kind.congresses, datetime.date.fromisoformat(day))
    assert held is not None
    assert held.text == words
