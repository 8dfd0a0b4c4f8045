"""What the screen says beside the findings: what is listed, what was mended, what comes next."""

import pytest

from tests.cli.conftest import Call, Project

HEAD = "单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: 2025年度\n"


@pytest.mark.parametrize(("name", "said"), [("指标", "  学法：中心组学法、"), ("三段", "  主要工作开展情况及成效"),
                                            ("五要素", "现成的提纲，资料里写  提纲: 五要素")])
def test_the_catalogue_and_the_outlines_that_ship_are_explained(call: Call, name: str, said: str) -> None:
    done = call("explain", name)
    assert done.code == 0
    assert said in done.out


def test_what_was_mended_silently_is_listed_by_its_lines(call: Call, project: Project) -> None:
    project.profile(text=f"{HEAD}学法：\n  中心组学法：6次\n  副组长: 镇长\n")
    assert "（另有2处已自动改正或只是说明，不用处理：第5、6行）" in call("draft", "profiles/柳湾镇.yaml").out


def test_mistakes_of_writing_announce_that_the_content_is_still_to_be_checked(call: Call, project: Project) -> None:
    project.profile(text=f"{HEAD}学法:\n  中心组学法: 6次\n  学宪法、民法典\n")
    assert "改好以后还会再查内容" in call("draft", "profiles/柳湾镇.yaml").out


def test_an_open_draft_ends_with_what_to_do_where_there_is_nothing(call: Call, project: Project) -> None:
    project.profile(text=HEAD)
    assert "确实没有的写 无，不涉及的整行删掉" in call("draft", "profiles/柳湾镇.yaml").out


def test_an_office_without_an_outline_of_its_county_leaves_the_line_blank(call: Call, project: Project) -> None:
    project.profile(text=f"{HEAD}提纲: 没有\n")
    assert "县里没有发提纲，就空着" in call("draft", "profiles/柳湾镇.yaml").out
