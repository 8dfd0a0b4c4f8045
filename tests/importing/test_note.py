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
