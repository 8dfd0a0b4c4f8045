"""Decisions on phrases, as a clerk makes them: none is lost, none is misread, and what was refused is not printed."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from drafter.phrases.decision import child_of, read_decisions
from drafter.phrases.entry import FIGURE, WAY, Entry, read_book
from drafter.pipeline.setup import load_setup
from tests.support.command import Call, Project

TITLE = "示例{}镇2024年法治政府建设年度报告\n"
BODY = """一、主要举措和成效
（一）加强法治宣传
全年共开展法治宣传活动12场次，发放宣传资料3000余份。完善矛盾纠纷多元化解机制。
二、存在的不足和原因
一是普法针对性不够强。
"""
LIKE = "健全完善-机制"
TYPED = "健全完善基层矛盾联调机制"
FIGURES = "共开展法治宣传活动{数}"


@pytest.fixture
def mined(project: Project, call: Call) -> Project:
    """A project with mined reports of two towns."""
    reports = project.folder / "seeds" / "reports"
    reports.mkdir(parents=True)
    for name in ("东", "西"):
        (reports / f"{name}.txt").write_text(TITLE.format(name) + BODY, encoding="utf-8")
    assert call("mine").code == 0
    return project


def files(project: Project) -> dict[str, bytes]:
    """The files of the library."""
    return {path.name: path.read_bytes() for path in (project.folder / "seeds").glob("*.yaml")}


def phrase(project: Project, text: str) -> str:
    """The id of a phrase in use."""
    book, findings = read_book(project.folder / "seeds" / "phrases.yaml")
    assert findings == []
    return next(entry.id for entry in book.entries if entry.text == text)


def drafted(project: Project, call: Call, chosen: str = "") -> str:
    """The review sheet of a draft with one clause of the office; ``chosen`` is a line of 措辞."""
    words = f"措辞:\n  {chosen}\n" if chosen else ""
    project.profile(text=f"单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: 2025年度\n矛盾纠纷:\n  做法:\n  - {TYPED}\n{words}")
    assert call("draft", "profiles").code == 0
    return (project.folder / "output" / "柳湾镇2025年度法治政府建设年度报告-校核.txt").read_text("utf-8-sig")


def offered(project: Project, clause: str = TYPED, banned: frozenset[str] = frozenset()) -> dict[str, str]:
    """The wordings that a draft may choose from for a clause, with their origins."""
    from drafter.phrases import Who

    setup, _ = load_setup(project.folder)
    assert setup is not None
    return {wording.text: wording.origin for wording in setup.library.wordings(clause, Who("柳湾镇", 2025, "镇|县", {}), banned)}


@pytest.mark.parametrize("text", [
    "", "  ", "开展\n{数}", "开展\t{数}", "开展\x07{数}", "开展\u200b{数}", " 开展{数}", "开展{数}\u3000", "开展" * 101 + "{数}",
])
def test_a_text_that_no_line_can_hold_is_refused_and_changes_nothing(mined: Project, call: Call, text: str) -> None:
    before = files(mined)
    for name in (phrase(mined, FIGURES), phrase(mined, "完善{甲}机制")):
        assert call("phrases", "edit", name, text).code == 1
    assert call("phrases", "add", text, "--like", LIKE).code == 1
    assert files(mined) == before


@pytest.mark.parametrize("damage", ["- 编号: 'x\n", "- 编号: x\n  决定: 丢掉\n", "- 决定: 不用\n", "- 不用\n", "编号: x\n"])
def test_earlier_decisions_that_cannot_be_read_are_never_overwritten(mined: Project, call: Call, damage: str) -> None:
    name = phrase(mined, FIGURES)
    assert call("phrases", "retire", name).code == 0
    path = mined.folder / "seeds" / "decisions.yaml"
    path.write_text((path.read_text("utf-8") if damage.startswith("-") else "") + damage, encoding="utf-8")
    before = files(mined)
    done = call("phrases", "reject", phrase(mined, "完善{甲}机制"))
    assert done.code == 1
    assert "decisions.yaml" in done.said
    assert "什么也没有改" in done.said
    assert files(mined) == before


def test_a_decision_file_without_entries_takes_the_next_decision(mined: Project, call: Call) -> None:
    (mined.folder / "seeds" / "decisions.yaml").write_text("# 空的\n", encoding="utf-8")
    assert call("phrases", "reject", phrase(mined, FIGURES)).code == 0
    assert len(read_decisions(mined.folder / "seeds")[0]) == 1


@pytest.mark.parametrize("action", ["reject", "retire"])
def test_a_refused_way_is_printed_neither_as_mined_nor_as_conventional(mined: Project, call: Call, action: str) -> None:
    said = "完善基层矛盾联调机制"
    name = phrase(mined, "完善{甲}机制")
    assert offered(mined)[said] == f"往年:{name}"
    assert call("phrases", action, name).code == 0
    assert said not in offered(mined)
    call("mine")
    assert said not in offered(mined)
    assert said not in drafted(mined, call, "指定: 健全完善-机制.3").replace(TYPED, "")
    assert call("phrases", "accept", name).code == 0
    assert said in offered(mined)


def test_a_way_that_a_profile_bans_is_not_printed_as_conventional_either(mined: Project) -> None:
    name = phrase(mined, "完善{甲}机制")
    assert "完善基层矛盾联调机制" not in offered(mined, banned=frozenset({name}))


def test_a_way_that_the_office_added_can_be_printed(mined: Project, call: Call) -> None:
    assert call("phrases", "add", "完善、健全{甲}机制", "--like", LIKE).code == 0
    name = phrase(mined, "完善、健全{甲}机制")
    assert "完善、健全基层矛盾联调机制" in drafted(mined, call, f"指定: {name}")
    assert offered(mined)["完善、健全基层矛盾联调机制"] == f"往年:{name}"
    assert call("phrases", "reject", name).code == 0
    assert "完善、健全基层矛盾联调机制" not in offered(mined)


def test_a_way_that_the_office_edited_is_printed_in_place_of_the_old_one(mined: Project, call: Call) -> None:
    old = phrase(mined, "完善{甲}机制")
    assert call("phrases", "edit", old, "完善、健全{甲}机制").code == 0
    name = phrase(mined, "完善、健全{甲}机制")
    assert "完善、健全基层矛盾联调机制" in drafted(mined, call, f"指定: {name}")
    assert "完善基层矛盾联调机制" not in offered(mined)


@pytest.mark.parametrize("text", [
    "没有完善{甲}机制", "{甲}", "，{甲}。", "拟完善{甲}机制", "将完善{甲}机制", "全都完善{甲}机制", "首次完善{甲}机制", "完善{甲}三项机制",
])
def test_a_way_that_would_change_what_is_claimed_is_refused(mined: Project, call: Call, text: str) -> None:
    before = files(mined)
    assert call("phrases", "add", text, "--like", LIKE).code == 1
    assert call("phrases", "edit", phrase(mined, "完善{甲}机制"), text).code == 1
    assert files(mined) == before


def test_a_figure_phrase_never_ends_in_le(mined: Project, call: Call) -> None:
    assert call("phrases", "add", "办理行政处罚案件{数}了", "--indicator", "行政处罚").code == 1
    assert "不能以“了”结尾" in call("phrases", "edit", phrase(mined, FIGURES), "开展法治宣传活动{数}了").out


def test_the_same_text_for_two_indicators_and_many_texts_have_ids_of_their_own() -> None:
    made = {child_of(Entry("新", kind, "", about), f"第{number}种{{数}}").id
            for kind in (FIGURE, WAY) for about in ("甲", "乙") for number in range(300)}
    assert len(made) == 2 * 2 * 300


@pytest.mark.parametrize(("option", "there"), [
    ("--topic", "普法"), ("--status", "候选"), ("--kind", "句型"), ("--indicator", "法治宣传活动"), ("--section", "成效"),
])
def test_a_filter_with_a_value_that_there_is_not_names_those_there_are(mined: Project, call: Call, option: str, there: str) -> None:
    assert call("phrases", "list", option, there).code == 0
    done = call("phrases", "list", option, "没有的")
    assert done.code == 1
    assert "没有“没有的”" in done.out
    assert there in done.out


def test_a_profile_that_is_not_there_is_said(mined: Project, call: Call) -> None:
    done = call("phrases", "list", "--profile", "profiles/没有.yaml")
    assert done.code == 1
    assert "没有“profiles/没有.yaml”这份资料" in done.out


def test_decisions_made_at_the_same_time_are_all_kept(mined: Project) -> None:
    book, _ = read_book(mined.folder / "seeds" / "phrases.yaml")
    names = [entry.id for entry in book.entries][:4]
    assert len(names) > 2
    with ThreadPoolExecutor(len(names)) as pool:
        done = list(pool.map(lambda name: mined.run("phrases", "reject", name), names))
    assert [one.code for one in done] == [0] * len(names)
    assert {one.id for one in read_decisions(mined.folder / "seeds")[0]} == set(names)
