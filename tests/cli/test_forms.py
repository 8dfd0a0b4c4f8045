"""``drafter draft --form``: the formal copy for the county, and the web form."""

from __future__ import annotations

import re

import pytest

from drafter.write.verify import document_text
from tests.support.command import FULL, NAME, Call, Project

DOCUMENT = """成文日期: 2026-01-20
公文:
  签发人: 张某某
  附件:
  - 名称: 数据表
    文件: 数据.txt
  抄送: 县司法局
  印发机关: 党政综合办公室
  印发日期: 2026-01-22
  稿次: 送审稿
"""
PUBLIC = FULL + "  - 走访企业12家\n  - 化解邻里纠纷\n"


def words(project: Project, name: str = f"{NAME}（上报版）.docx") -> str:
    import zipfile

    with zipfile.ZipFile(project.folder / "output" / name) as package:
        return document_text(package.read("word/document.xml"))


def given(project: Project, text: str = FULL + DOCUMENT) -> None:
    project.profile(text=text)
    (project.folder / "profiles" / "数据.txt").write_text("一、执法\n行政处罚见正文。\n", encoding="utf-8")


def test_a_formal_copy_has_what_the_profile_and_the_kind_say(call: Call, project: Project) -> None:
    given(project)
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "上报")
    assert done.code == 0
    assert project.files() == [f"{NAME}（上报版）-校核.txt", f"{NAME}（上报版）.docx"]
    printed = words(project).split("\n")
    assert [line for line in printed if line][:4] == [
        "柳湾镇人民政府文件", "〔　　〕　　号\t签发人：张某某", "柳湾镇2025年法治政府建设年度报告", "（送审稿）"]
    for line in ("县委、县政府：", "附件：数据表", "\t柳湾镇人民政府", "\t2026年1月20日", "附件", "一、执法", "抄送：县司法局。",
                 "党政综合办公室\t2026年1月22日印发"):
        assert line in printed


def test_without_a_word_of_it_in_the_profile_what_is_needed_is_to_be_filled_in(call: Call, project: Project) -> None:
    project.profile()
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "上报")
    assert done.code == 0
    for part in ("签发人", "成文日期", "印发机关", "印发日期"):
        assert f"上报版还缺“{part}”" in done.out or f"上报版还缺“公文.{part}”" in done.out
        assert f"【待填：{part}】" in words(project)
    assert call("draft", "profiles/柳湾镇.yaml", "--form", "上报", "--final").code == 3


def test_the_ordinary_draft_does_not_change_with_the_document(call: Call, project: Project) -> None:
    given(project, FULL + DOCUMENT.split("\n", 1)[0] + "\n")
    call("draft", "profiles/柳湾镇.yaml", "-o", "甲.docx")
    given(project)
    call("draft", "profiles/柳湾镇.yaml", "-o", "乙.docx")
    assert (project.folder / "甲.docx").read_bytes() == (project.folder / "乙.docx").read_bytes()


@pytest.mark.parametrize("file", ["没有.txt", "../外面.txt", "柳湾镇.yaml", "数据.docx"])
def test_an_attachment_that_cannot_be_read_is_said_with_its_place(call: Call, project: Project, file: str) -> None:
    given(project, FULL + DOCUMENT.replace("数据.txt", file))
    (project.folder / "外面.txt").write_text("外面的", encoding="utf-8")
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "上报")
    assert done.code == 1
    assert re.search(r"柳湾镇\.yaml:14:\d+ 错误 H009", done.out)
    assert project.files() == []


def test_a_figure_that_changes_after_signing_is_said(call: Call, project: Project) -> None:
    given(project)
    call("draft", "profiles/柳湾镇.yaml", "--form", "上报")
    assert "H013" not in call("draft", "profiles/柳湾镇.yaml", "--form", "上报").out
    given(project, (FULL + DOCUMENT).replace("5件", "6件"))
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "上报")
    assert "签发后改了数据：“执法.行政处罚”由“5件”变成“6件”" in done.out
    assert "H013" in done.out


def test_what_was_signed_stays_and_every_later_copy_is_compared_with_it(call: Call, project: Project) -> None:
    given(project)
    call("draft", "profiles/柳湾镇.yaml", "--form", "上报")
    signed = (project.folder / "output" / f"{NAME}（上报版）.docx").read_bytes()
    given(project, (FULL + DOCUMENT).replace("5件", "6件"))
    for _ in range(2):
        assert "H013" in call("draft", "profiles/柳湾镇.yaml", "--form", "上报").out
    assert (project.folder / "output" / f"{NAME}（上报版）.docx").read_bytes() == signed
    assert "行政处罚案件6件" in words(project, f"{NAME}（上报版）（签发后改动）.docx")


def test_a_title_that_stands_in_the_attachment_too_is_printed_once(call: Call, project: Project) -> None:
    given(project)
    (project.folder / "profiles" / "数据.txt").write_text("附件1\n数据表\n行政处罚见正文。\n", encoding="utf-8")
    assert call("draft", "profiles/柳湾镇.yaml", "--form", "上报").code == 0
    assert [line for line in words(project).split("\n") if "数据表" in line or "附件" in line] == ["附件：数据表", "附件", "数据表"]


def test_a_figure_may_change_before_signing(call: Call, project: Project) -> None:
    unsigned = FULL + DOCUMENT.split("\n", 1)[1]
    given(project, unsigned)
    call("draft", "profiles/柳湾镇.yaml", "--form", "上报")
    given(project, unsigned.replace("5件", "6件"))
    assert "H013" not in call("draft", "profiles/柳湾镇.yaml", "--form", "上报").out


def test_fewer_signers_than_organs_are_asked_about(call: Call, project: Project) -> None:
    given(project, FULL + "署名: 中共柳湾镇委员会、柳湾镇人民政府\n" + DOCUMENT)
    assert "2个机关联合行文，只有1个签发人" in call("draft", "profiles/柳湾镇.yaml", "--form", "上报").out


def test_the_web_form_is_title_and_text_as_page_and_as_bare_text(call: Call, project: Project) -> None:
    given(project, PUBLIC + DOCUMENT)
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "公开")
    assert done.code == 0
    assert project.files() == [f"{NAME}（公开版）.html", f"{NAME}（公开版）.txt"]
    page, text = ((project.folder / "output" / name).read_text("utf-8-sig") for name in project.files())
    assert text.startswith("柳湾镇2025年法治政府建设年度报告\n")
    for absent in ("签发人", "附件", "抄送", "印发", "送审稿", "2026年1月20日"):
        assert absent not in page + text
    assert re.sub("<[^>]+>", "", page.split("<body>")[1]).strip() == text.strip()
    assert "http" not in page
    assert "<script" not in page


def test_what_is_not_to_be_published_is_left_out_and_listed(call: Call, project: Project) -> None:
    given(project, PUBLIC + "不公开: 执法.行政处罚\n")
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "公开")
    assert re.search(r"柳湾镇\.yaml:\d+:\d+ 说明 G001 不公开“执法.行政处罚”", done.out)
    text = (project.folder / "output" / f"{NAME}（公开版）.txt").read_text("utf-8-sig")
    assert "5件" not in text
    assert call("draft", "profiles/柳湾镇.yaml").code == 0


def test_an_earlier_web_form_is_warned_of_where_the_new_one_is_refused(call: Call, project: Project) -> None:
    given(project, FULL)
    call("draft", "profiles/柳湾镇.yaml", "--form", "公开")
    given(project, f"{FULL}  - 回访当事人王小明\n")
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "公开")
    assert done.code == 1
    assert "是上一次的，可能也有这些内容，不要拿去发布" in done.out


@pytest.mark.parametrize("line", ["联系电话13812345678咨询法律问题", "为申请人张三、李四提供法律援助", "办事电话0951-5012345全年畅通",
                                  "核对身份证号码11010519491231002X的信息", "回访当事人王小明",
                                  "原告王小明提起诉讼", "当事人：张三对处罚不服", "调处村民王小明与邻居的纠纷", "登记银行卡6222021234567890123"])
def test_personal_data_is_refused_where_it_stands(call: Call, project: Project, line: str) -> None:
    given(project, f"{FULL}  - {line}\n")
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "公开")
    assert done.code == 1
    assert re.search(r"柳湾镇\.yaml:9:\d+ 错误 G002", done.out)
    assert project.files() == []


@pytest.mark.parametrize("line", ["为申请人张某某提供法律援助", "组织当事人现场调解", "回访申请人高度重视的事项", "普及12348法律服务热线",
                                  "当事人方便申请", "村民委员会换届", "投入6222000000000元"])
def test_what_is_no_personal_data_is_published(call: Call, project: Project, line: str) -> None:
    given(project, f"{FULL}  - {line}\n")
    assert call("draft", "profiles/柳湾镇.yaml", "--form", "公开").code == 0


@pytest.mark.parametrize("line", ["办理行政处罚案件139宗", "对重点矛盾实行一案一策", "组织处罚案卷评查2次", "编印纠纷案例册"])
def test_counts_of_cases_and_ways_of_working_are_not_asked_about(call: Call, project: Project, line: str) -> None:
    given(project, f"{FULL}  - {line}\n")
    assert "请核是否公开" not in call("draft", "profiles/柳湾镇.yaml", "--form", "公开").out


@pytest.mark.parametrize(("line", "name"), [
    ("约谈某某建材有限公司负责人", "企业名称"), ("公开审理一起土地纠纷案", "具体案件"), ("处罚案件中的王某处罚案已办结", "具体案件"),
    ("化解信访积案3件", "信访维稳数据"), ("（2024）粤01行初12号案开庭", "案号"), ("登记粤A12345", "车牌号"),
])
def test_firms_cases_and_figures_of_stability_are_asked_about(call: Call, project: Project, line: str, name: str) -> None:
    given(project, f"{FULL}  - {line}\n")
    done = call("draft", "profiles/柳湾镇.yaml", "--form", "公开")
    assert done.code == 0
    assert f"请核是否公开：有{name}" in done.out


@pytest.mark.parametrize("words_", [("--form", "送审"), ("--form", "公开", "-o", "网站.docx"), ("--form", "上报", "-o", "报告.html")])
def test_a_wrong_form_or_ending_is_a_wrong_command_line(call: Call, project: Project, words_: tuple[str, ...]) -> None:
    project.profile()
    assert call("draft", "profiles/柳湾镇.yaml", *words_).code == 2
    assert project.files() == []


def test_a_formal_copy_that_nobody_touched_says_nothing_new_when_it_comes_back(call: Call, project: Project) -> None:
    given(project, FULL + "署名: 中共柳湾镇委员会、柳湾镇人民政府\n" + DOCUMENT.replace("张某某", "张某某、李某某"))
    call("draft", "profiles/柳湾镇.yaml", "--form", "上报", "-o", "上报.docx")
    done = call("reconcile", "上报.docx", "profiles/柳湾镇.yaml")
    assert "改动0处" in done.out


def test_attachments_and_the_imprint_are_not_checked_as_parts_of_the_report(call: Call, project: Project) -> None:
    given(project)
    call("draft", "profiles/柳湾镇.yaml", "--form", "上报", "-o", "上报.docx")
    call("draft", "profiles/柳湾镇.yaml", "-o", "初稿.docx")
    formal, plain = (call("check", name).out for name in ("上报.docx", "初稿.docx"))
    assert re.findall("[A-Z][0-9]{2} .*", formal) == re.findall("[A-Z][0-9]{2} .*", plain)
