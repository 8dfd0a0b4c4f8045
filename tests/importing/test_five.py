"""The five real reports become profiles: whose they are, their headings, and every one of the 151 figures."""

from pathlib import Path

import pytest

from drafter.pipeline.intake import intake
from tests.support.five import DATA, past_reports, setup
from tests.support.imported import Imported, filled, gold, imported, misplaced

FIVE = ("000", "001", "002", "003", "004")
WHOSE = {
    "000": ("桃溪镇", "镇", "县", "2024年度"), "001": ("瓦屋镇", "镇", "县", "2023年度"), "002": ("阳城镇", "镇", "县", "2025年度"),
    "003": ("蒲台乡", "乡", "区", "2020年度"), "004": ("黄金镇", "镇", "县", "2025年度"),
}
PLACED, FILLED = 147, 90
"""Of 151: those that stand in a clause of their own in the very item where the report has them, and under their indicator."""


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Imported]:
    folder = tmp_path_factory.mktemp("five")
    return {number: imported(next(past_reports().glob(f"{number}_*.txt")), folder) for number in FIVE}


def test_unit_level_superior_and_period_are_right_in_all_five(five: dict[str, Imported]) -> None:
    found = {number: (one.profile.unit.text, one.profile.level, one.profile.superior, one.profile.period.text) for number, one in five.items()}
    assert found == WHOSE


@pytest.mark.parametrize("number", FIVE)
def test_the_headings_of_the_draft_are_those_of_the_report(number: str, five: dict[str, Imported]) -> None:
    assert five[number].word.headings == (DATA / "headings" / f"{number}.txt").read_text(encoding="utf-8").split()


def test_every_figure_is_printed_in_its_section_or_listed(five: dict[str, Imported]) -> None:
    figures = {number: gold(number) for number in FIVE}
    assert sum(map(len, figures.values())) == 151
    lost = [one for number in FIVE for one in misplaced(five[number], figures[number], items=False)]
    away = [one for number in FIVE for one in misplaced(five[number], figures[number], items=True)]
    assert lost == []
    assert 151 - len(away) >= PLACED


def test_figures_fill_their_indicators_and_never_another_one(five: dict[str, Imported]) -> None:
    under, own, wrong, unlisted = 0, 0, [], []
    for number in FIVE:
        figures, found = gold(number), five[number]
        right = filled(found, figures)
        pairs = [(one.indicator, one.mention.written) for one in figures]
        wrong += [entry.typed for entry in found.profile.entries() if (entry.indicator.id, entry.amount.fact.text) not in pairs]
        under, own = under + len(right), own + sum(not one.indicator for one in figures)
        unlisted += [one.mention for one in figures if one.indicator and one not in right and one.mention.written not in found.review]
    assert wrong == []
    assert unlisted == []
    assert under >= FILLED
    assert (under + own) / 151 >= 0.88


def test_lines_are_short_and_whole_quotes_and_brackets_included(five: dict[str, Imported]) -> None:
    lines = [fact.text for one in five.values() for fact in one.profile.facts()]
    cut = [line for line in lines for first, last in ("（）", "《》") if line.count(first) != line.count(last)]
    assert len(lines) > 300
    assert cut == []
    assert [line for line in lines if len(line) > 60 and f"这一句有{len(line)}个字" not in "".join(one.text for one in five.values())] == []
    assert [line for line in lines if line.endswith(("。", "；", "，"))] == []


def test_a_figure_without_measure_word_is_asked_about_and_not_mended(five: dict[str, Imported]) -> None:
    line = next(line for line in five["000"].text.split("\n") if "专题工作会议8" in line)
    assert "# 请核：“8”后面没有量词" in line
    assert "“8”后面没有量词" in five["000"].review


def test_furniture_of_the_page_does_not_reach_the_profile(five: dict[str, Imported]) -> None:
    for words in ("访问次数", "浏览", "扫一扫", "字号", "来源"):
        assert not any(words in one.text for one in five.values()), words


def test_importing_twice_gives_the_same_profile() -> None:
    path = next(past_reports().glob("002_*.txt"))
    first, second = (intake(path, setup())[0] for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.profile("提纲/甲.txt") == second.profile("提纲/甲.txt")
    assert first.review() == second.review()


def test_a_profile_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    from drafter.pipeline.intake import write

    made, _ = intake(next(past_reports().glob("003_*.txt")), setup())
    assert made is not None
    target = tmp_path / "蒲台乡-2020.yaml"
    target.write_text("我的", encoding="utf-8")
    assert [finding.rule for finding in write(made, target).findings] == ["W009"]
    assert [file.name for file in tmp_path.iterdir()] == [target.name]
    assert target.read_text(encoding="utf-8") == "我的"
