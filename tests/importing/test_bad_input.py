"""What cannot be imported is refused in Chinese with a way out, and nothing is written."""

from pathlib import Path

import pytest

from drafter.write.docx import docx
from tests.read.word_files import listed, numbering, paragraph, paragraphs, run, word_file
from tests.support.command import Call, Project
from tests.support.five import drafted, profile

LETTER = "张某某同志：\n您反映的路灯问题已经修好，感谢您的监督。\n"
PAGE = """<html><head><meta charset="utf-8"><title>示例青石乡2023年法治政府建设年度报告_示例县人民政府</title></head><body>
<div>首页 &gt; 政务公开</div><h1>示例青石乡2023年法治政府建设年度报告</h1><p>发布时间：2024-01-19 来源：青石乡 浏览次数：88</p>
<p>2023年，在县委、县政府领导下，示例青石乡推进法治建设。</p>
<p>一、主要举措和成效</p><p>（一）加强法治宣传。开展法治宣传活动9场次，到集市上讲法律。</p><p>（二）规范行政执法。办理行政处罚案件7件。</p>
<p>二、存在的不足和原因</p><p>一是普法形式单一。</p><p>【打印本页】【关闭窗口】上一篇：没有了</p><p>版权所有：示例县人民政府</p></body></html>"""


@pytest.mark.parametrize(("name", "data", "said"), [
    ("空.txt", b"", "这是空文件"),
    ("坏.docx", b"PK\x03\x04not a package", "打不开"),
    ("信.txt", LETTER.encode(), "不像法治政府建设年度报告"),
    ("表.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le") * 3, "加了密码"),
    ("图.txt", bytes(range(32)) * 40, "不是文字文件"),
])
def test_a_file_that_is_no_report_is_refused_with_a_way_out(name: str, data: bytes, said: str, project: Project, call: Call) -> None:
    (project.folder / name).write_bytes(data)
    done = call("import", name)
    assert done.code == 1
    assert said in done.out
    assert "提示：" in done.out
    assert project.files("profiles") == []


def test_a_folder_or_a_name_that_is_not_there_is_said(project: Project, call: Call) -> None:
    (project.folder / "夹子").mkdir()
    assert [call("import", name).code for name in ("夹子", "没有.docx")] == [1, 1]


def test_a_bad_file_does_not_stop_the_others(project: Project, call: Call) -> None:
    (project.folder / "好.html").write_text(PAGE, encoding="utf-8")
    (project.folder / "坏.docx").write_bytes(b"PK")
    assert call("import", "坏.docx", "好.html").code == 1
    assert project.files("profiles") == ["提纲", "示例青石乡-2023-核对.txt", "示例青石乡-2023.yaml"]


def test_the_furniture_of_a_page_stays_out_and_its_date_is_asked_about(project: Project, call: Call) -> None:
    (project.folder / "页.html").write_text(PAGE, encoding="utf-8")
    assert call("import", "页.html").code == 0
    text = (project.folder / "profiles" / "示例青石乡-2023.yaml").read_text(encoding="utf-8")
    assert "法治宣传活动: 9场次" in text
    assert "行政处罚: 7件" in text
    assert not [word for word in ("首页", "浏览", "打印", "版权") if word in text]
    assert call("check", "profiles/示例青石乡-2023.yaml").code == 0


def test_what_the_report_does_not_say_is_left_blank_and_asked_for(project: Project, call: Call) -> None:
    (project.folder / "页.html").write_text(PAGE.replace("在县委、县政府领导下，", ""), encoding="utf-8")
    done = call("import", "页.html")
    assert "先填上“上级”" in done.out
    text = (project.folder / "profiles" / "示例青石乡-2023.yaml").read_text(encoding="utf-8")
    assert "上级:    # 请核：原文看不出，请填：县、区、县级市、自治县、旗" in text


def test_headings_that_word_numbers_itself_are_headings(project: Project, call: Call) -> None:
    body = paragraph(run("示例青石乡2023年法治政府建设年度报告"))
    body += "".join(paragraph(run(words), listed(0)) for words in ("主要举措和成效", "存在的不足和原因"))
    body = body.replace(paragraph(run("存在的不足和原因"), listed(0)), paragraphs(["办理行政处罚案件7件。"]) + paragraph(
        run("存在的不足和原因"), listed(0)) + paragraphs(["普法形式单一。"]))
    numbered = numbering(("chineseCountingThousand", "%1、"))
    (project.folder / "稿.docx").write_bytes(word_file(body, {"word/numbering.xml": numbered}))
    assert call("import", "稿.docx", "-o", "甲.yaml").code == 0
    assert (project.folder / "提纲" / "甲.txt").read_text(encoding="utf-8").split("\n")[1] == "一、主要举措和成效"


@pytest.mark.parametrize("words", [
    ("甲.txt", "--topic", "执法"), ("甲.txt", "--apply"), ("甲.txt", "乙.txt", "-o", "丙.yaml"), ("甲.txt", "-o", "丙.docx"),
])
def test_options_that_do_not_go_together_are_a_wrong_command_line(words: tuple[str, ...], project: Project, call: Call) -> None:
    assert call("import", *words, fit=False).code == 2
    assert project.files("profiles") == []


def test_a_profile_that_is_there_is_kept_and_another_name_offered(project: Project, call: Call) -> None:
    (project.folder / "初稿.docx").write_bytes(docx(drafted(profile("003")).report))
    target = project.profile("蒲台乡-2020.yaml", "我的")
    done = call("import", "初稿.docx")
    assert done.code == 4
    assert "已经有这个文件" in done.out
    assert target.read_text(encoding="utf-8") == "我的"
    assert call("import", "初稿.docx", "-o", "profiles/蒲台乡-另.yaml").code == 0
    assert Path(project.folder / "profiles" / "蒲台乡-另.yaml").is_file()
