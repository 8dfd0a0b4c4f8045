"""An office's note becomes proposals for one topic; what the profile holds is never changed by itself."""

import pytest

from tests.support.command import Call, Project

PROFILE = """单位: 示例柳湾镇
级别: 镇
上级: 县
期间: 2025年度

执法:
  提供: 综合执法队
  行政处罚: 21件      # 队里报的
  行政检查: 88次
  做法:
  - 执法人员全部持证上岗
"""
NOTE = """党政办：
综合执法队2025年工作情况
今年，我队办理行政处罚案件17件，开展行政检查88次，组织执法培训3场次。与派出所建立联合巡查机制，清理占道经营43处。
执法人员全部持证上岗。
综合执法队
2025年12月20日
"""


@pytest.fixture
def noted(project: Project) -> Project:
    project.profile("柳湾.yaml", PROFILE)
    (project.folder / "便笺.txt").write_text(NOTE, encoding="utf-8")
    return project


def profile(project: Project) -> str:
    return (project.folder / "profiles" / "柳湾.yaml").read_text(encoding="utf-8")


def test_proposals_name_topic_figure_and_sentence_and_change_nothing(noted: Project, call: Call) -> None:
    done = call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml")
    assert done.code == 0
    for words in ("主题：执法", "建议　执法培训: 3场次", "出处：便笺.txt　今年，我队办理行政处罚案件17件", "已有　行政检查: 88次",
                  "已有　- 执法人员全部持证上岗",
                  "冲突　行政处罚: 17件　资料里是 执法.行政处罚: 21件，没有改", "建议　- 与派出所建立联合巡查机制，清理占道经营43处"):
        assert words in done.out, words
    assert "党政办" not in done.out.split("没有用的行")[0]
    assert profile(noted) == PROFILE


def test_applying_adds_what_is_new_and_keeps_every_other_line(noted: Project, call: Call) -> None:
    assert call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--apply").code == 0
    lines = profile(noted).split("\n")
    added = [line.strip() for line in lines if line not in PROFILE.split("\n")]
    assert added == ["执法培训: 3场次    # 来自便笺.txt", "- 与派出所建立联合巡查机制，清理占道经营43处    # 来自便笺.txt"]
    assert [line for line in lines if line in PROFILE.split("\n")] == PROFILE.split("\n")
    assert call("check", "profiles/柳湾.yaml").code == 0


def test_applying_twice_adds_nothing_more(noted: Project, call: Call) -> None:
    call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--apply")
    once = profile(noted)
    assert "没有新的内容要写" in call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--apply").out
    assert profile(noted) == once


def test_proposals_can_be_written_to_a_file(noted: Project, call: Call) -> None:
    assert call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "-o", "建议.txt").code == 0
    assert "建议　执法培训: 3场次" in (noted.folder / "建议.txt").read_text(encoding="utf-8-sig")


def test_a_topic_that_the_profile_has_not_is_begun(noted: Project, call: Call) -> None:
    (noted.folder / "普法.txt").write_text("全年开展法治宣传活动12场次。把法律知识编进快板，到集市上演。", encoding="utf-8")
    assert call("import", "普法.txt", "--profile", "profiles/柳湾.yaml", "--topic", "普法", "--apply").code == 0
    assert "普法:\n  法治宣传活动: 12场次" in profile(noted)
    assert call("check", "profiles/柳湾.yaml").code == 0


@pytest.mark.parametrize(("words", "text", "said"), [
    ((), "会议室的灯已经修好了，请各办公室周五前领取新的钥匙。", "看不出这份材料属于哪个主题"),
    (("--topic", "执法队"), NOTE, "没有“执法队”这个主题"),
])
def test_a_topic_that_is_not_known_is_asked_for(words: tuple[str, ...], text: str, said: str, noted: Project, call: Call) -> None:
    (noted.folder / "便笺.txt").write_text(text, encoding="utf-8")
    done = call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", *words)
    assert done.code == 1
    assert said in done.out
    assert profile(noted) == PROFILE


LACKING = """移送案件4件。存在问题：一是夜间执法力量不够，原因是编制只有12人。二是案卷装订不规范。
下一步打算：与邻镇联合夜查，每季度评一次案卷。"""
HEADED = """一、工作情况
移送案件4件。
二、存在问题
1.夜间执法力量不够，主要是由于编制只有12人
2.案卷装订不规范
三、下一步打算
1.与邻镇联合夜查，每季度评一次案卷。
"""


@pytest.mark.parametrize("text", [LACKING, HEADED])
def test_problems_and_plans_of_a_note_are_not_offered_as_deeds(text: str, noted: Project, call: Call) -> None:
    (noted.folder / "便笺.txt").write_text(text, encoding="utf-8")
    shown = call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--topic", "执法", "--apply").out
    assert "建议　问题: 夜间执法力量不够　原因: 编制只有12人" in shown
    added = profile(noted).split("问题:\n", 1)
    assert "夜间" not in added[0]
    assert added[1] == ("- 问题: 夜间执法力量不够    # 来自便笺.txt\n  原因: 编制只有12人\n  打算:\n"
                        "- 问题: 案卷装订不规范    # 来自便笺.txt\n  原因:\n  打算:\n"
                        "另外打算:\n- 与邻镇联合夜查，每季度评一次案卷    # 来自便笺.txt\n")
    assert "没有新的内容要写" in call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--topic", "执法", "--apply").out


def test_the_first_problem_of_a_note_fills_the_blank_one_of_a_new_profile(noted: Project, call: Call) -> None:
    noted.profile("柳湾.yaml", PROFILE + "问题:\n- 问题:\n  原因:\n  打算:\n")
    (noted.folder / "便笺.txt").write_text("存在的主要问题：夜间执法力量不够。", encoding="utf-8")
    call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--topic", "执法", "--apply")
    assert profile(noted).endswith("问题:\n- 问题: 夜间执法力量不够  # 来自便笺.txt\n  原因:\n  打算:\n")


@pytest.mark.parametrize("text", ["化解邻里之间存在的困难问题12件。", "妥善解决群众反映的问题，满意率高。", "问题整改全部完成。"])
def test_deeds_that_only_speak_of_problems_stay_deeds(text: str, noted: Project, call: Call) -> None:
    (noted.folder / "便笺.txt").write_text(text, encoding="utf-8")
    assert "问题: " not in call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--topic", "执法").out


@pytest.mark.parametrize(("text", "said"), [
    ("综合执法队2024年工作总结\n办理行政处罚案件17件。", True),
    ("综合执法队2025年工作总结\n比2024年多办理行政处罚案件17件。", False),
    ("办理行政处罚案件17件。下一步打算：2026年再添两人。", False),
])
def test_a_note_about_another_year_is_asked_about(text: str, said: bool, noted: Project, call: Call) -> None:
    (noted.folder / "便笺.txt").write_text(text, encoding="utf-8")
    shown = call("import", "便笺.txt", "--profile", "profiles/柳湾.yaml", "--topic", "执法").out
    assert ("说的是2024年，资料是2025年度" in shown) is said
