"""Mining past reports and deciding on phrases, as a clerk does it: nothing is lost, whatever is put in or pressed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.phrases.entry import read_book
from drafter.pipeline.setup import HOME
from tests.support.command import Call, Project

TITLE = "示例{}镇2024年法治政府建设年度报告\n"
BODY = """一、主要举措和成效
（一）加强法治宣传
全年共开展法治宣传活动12场次，发放宣传资料3000余份。定期听取法治建设工作汇报，完善矛盾纠纷多元化解机制。
（二）规范行政执法
全年办理行政处罚案件26件，开展行政检查80次。
二、存在的不足和原因
一是普法针对性不够强。
三、下一年度工作安排
（一）继续加强法治宣传。
"""


@pytest.fixture
def seeded(project: Project) -> Project:
    reports = project.folder / "seeds" / "reports"
    reports.mkdir(parents=True)
    for name in ("东", "西"):
        (reports / f"{name}.txt").write_text(TITLE.format(name) + BODY, encoding="utf-8")
    return project


def library(project: Project, name: str = "phrases.yaml") -> bytes:
    return (project.folder / "seeds" / name).read_bytes()


def phrase(project: Project, text: str) -> str:
    """The id of a phrase in use."""
    book, findings = read_book(project.folder / "seeds" / "phrases.yaml")
    assert findings == []
    return next(entry.id for entry in book.entries if entry.text == text)


def test_mining_writes_a_library_with_its_sources(seeded: Project, call: Call) -> None:
    done = call("mine")
    assert done.code == 0
    assert "已整理往年报告2份" in done.out
    shown = call("phrases", "show", phrase(seeded, "共开展法治宣传活动{数}")).out
    assert "2个单位" in shown
    assert "东.txt" in shown
    at = int(shown.split("第")[1].split("至")[0])
    whole = (seeded.folder / "seeds/reports/东.txt").read_text(encoding="utf-8")
    assert "开展法治宣传活动12场次" in whole[at:at + 20]


def test_mining_twice_gives_the_same_bytes(seeded: Project, call: Call) -> None:
    call("mine")
    before = library(seeded), library(seeded, "proposals.yaml")
    call("mine")
    assert (library(seeded), library(seeded, "proposals.yaml")) == before


def test_one_bad_file_never_stops_the_rest_and_is_named_with_its_reason(seeded: Project, call: Call) -> None:
    reports = seeded.folder / "seeds" / "reports"
    (reports / "空.docx").write_bytes(b"")
    (reports / "坏.docx").write_bytes(b"PK\x03\x04junk")
    (reports / "表.xlsx").write_bytes(b"\x00\x01\x02\x03" * 50)
    (reports / "夹.docx").mkdir()
    (reports / "断.txt").symlink_to(reports / "没有.txt")
    os.mkfifo(reports / "管.txt")
    done = call("mine")
    assert done.code == 1
    for name in ("空.docx", "坏.docx", "表.xlsx", "夹.docx", "断.txt", "管.txt"):
        assert name in done.said, name
    assert "已整理往年报告2份，没有用上的6份" in done.out


def test_without_reports_the_next_step_says_where_to_put_them(project: Project, call: Call) -> None:
    done = call("mine")
    assert done.code == 0
    assert "seeds/reports" in done.out


def test_the_same_report_twice_counts_once(seeded: Project, call: Call) -> None:
    reports = seeded.folder / "seeds" / "reports"
    (reports / "另一份.txt").write_bytes((reports / "东.txt").read_bytes())
    done = call("mine")
    assert "已整理往年报告2份" in done.out
    assert "同一份" in done.said


def test_a_rejected_phrase_stays_rejected_when_mined_again(seeded: Project, call: Call) -> None:
    call("mine")
    name = phrase(seeded, "共开展法治宣传活动{数}")
    assert call("phrases", "reject", name).code == 0
    assert "共开展法治宣传活动" not in library(seeded).decode()
    call("mine")
    assert "共开展法治宣传活动" not in library(seeded).decode()
    assert "不用" in call("phrases", "show", name).out
    assert call("phrases", "accept", name).code == 0
    call("mine")
    assert "共开展法治宣传活动" in library(seeded).decode()


def test_an_edited_phrase_keeps_its_origin_and_the_old_one_is_retired(seeded: Project, call: Call) -> None:
    call("mine")
    name = phrase(seeded, "共开展法治宣传活动{数}")
    assert call("phrases", "edit", name, "举办法治宣传活动{数}").code == 0
    child = phrase(seeded, "举办法治宣传活动{数}")
    shown = call("phrases", "show", child).out
    assert f"改自：{name}" in shown
    assert "东.txt" in shown
    call("mine")
    assert phrase(seeded, "举办法治宣传活动{数}") == child
    assert "停用" in call("phrases", "show", name).out


@pytest.mark.parametrize("text", ["深入村组开展法治宣传活动{数}", "开展法治宣传活动", "开展法治宣传活动12场次", "开展法治宣传活动{数}，成效明显"])
def test_a_phrase_that_would_say_more_than_the_profile_is_refused(seeded: Project, call: Call, text: str) -> None:
    call("mine")
    before = library(seeded)
    assert call("phrases", "edit", phrase(seeded, "共开展法治宣传活动{数}"), text).code == 1
    assert call("phrases", "add", text, "--indicator", "法治宣传活动").code == 1
    assert library(seeded) == before


def test_a_phrase_of_the_offices_own_is_used_in_its_draft(seeded: Project, call: Call) -> None:
    assert call("phrases", "add", "举办法治宣传活动{数}", "--indicator", "法治宣传活动").code == 0
    seeded.profile(text="单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: 2025年度\n普法:\n  法治宣传活动: 9场次\n")
    assert call("draft", "profiles").code == 0
    sheet = (seeded.folder / "output" / "柳湾镇2025年度法治政府建设年度报告-校核.txt").read_text("utf-8-sig")
    assert "举办法治宣传活动9场次" in sheet
    assert "本单位自己加的" in sheet


def test_a_profile_pins_a_phrase_or_bans_it(seeded: Project, call: Call) -> None:
    call("mine")
    name = phrase(seeded, "共开展法治宣传活动{数}")
    call("phrases", "add", "举办法治宣传活动{数}", "--indicator", "法治宣传活动")
    own = phrase(seeded, "举办法治宣传活动{数}")
    for line, wanted in ((f"指定: {own}", "举办法治宣传活动9场次"), (f"不用: {own}", "共开展法治宣传活动9场次"),
                         (f"不用: {own}、{name}", "开展法治宣传活动9场次")):
        seeded.profile(text=f"单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: 2025年度\n普法:\n  法治宣传活动: 9场次\n措辞:\n  {line}\n")
        call("draft", "profiles")
        sheet = (seeded.folder / "output" / "柳湾镇2025年度法治政府建设年度报告-校核.txt").read_text("utf-8-sig")
        assert wanted in sheet, line


def test_a_text_that_is_no_report_is_named_and_not_used(seeded: Project, call: Call) -> None:
    before = call("mine").out.split("\n")[0]
    novel = "第一回\n话说清早起来，街上行人不多。\n他把门关好，进一步加强了锻炼。\n" * 20
    (seeded.folder / "seeds/reports/小说.txt").write_text(novel, encoding="utf-8")
    done = call("mine")
    assert done.code == 1
    assert "小说.txt" in done.err + done.out
    assert "不像法治政府建设年度报告" in done.err + done.out
    assert before in done.out


def test_what_a_person_did_by_name_is_no_wording_for_others(seeded: Project, call: Call) -> None:
    named = "一、主要举措和成效\n（一）加强领导。由副镇长张某某牵头，邀请陈某某法官到场讲解法律知识，及时研究解决有关重大问题。\n"
    (seeded.folder / "seeds/reports/人名.txt").write_text(TITLE.format("清水") + named, encoding="utf-8")
    call("mine")
    for name in ("phrases.yaml", "proposals.yaml"):
        text = (seeded.folder / "seeds" / name).read_text(encoding="utf-8")
        assert "张某某" not in text
        assert "陈某某" not in text


def test_a_phrase_no_library_has_is_named_when_a_profile_asks_for_it(seeded: Project, call: Call) -> None:
    call("mine")
    known = phrase(seeded, "共开展法治宣传活动{数}")
    seeded.profile(text="单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: 2025年度\n普法:\n  法治宣传活动: 9场次\n"
                        f"措辞:\n  不用: {known}、数据-没有\n")
    call("draft", "profiles")
    sheet = (seeded.folder / "output" / "柳湾镇2025年度法治政府建设年度报告-校核.txt").read_text("utf-8-sig")
    assert "措辞库里没有“数据-没有”" in sheet
    assert f"措辞库里没有“{known}”" not in sheet


def test_the_list_is_filtered_capped_and_shows_this_years_facts(seeded: Project, call: Call) -> None:
    call("mine")
    seeded.profile(text="单位: 柳湾镇\n级别: 镇\n上级: 县\n期间: 2025年度\n普法:\n  法治宣传活动: 9场次\n")
    done = call("phrases", "list", "--indicator", "法治宣传活动")
    assert "共1条" in done.out
    assert "例：" in done.out
    assert "9场次" in done.out
    listed = call("phrases", "list", "--kind", "数据").out
    assert "共8条" in listed
    assert listed.count("\n数据-") + listed.startswith("数据-") == 8
    assert "共0条" in call("phrases", "list", "--topic", "应急").out


def test_at_most_eighty_phrases_are_shown_at_once(seeded: Project, call: Call) -> None:
    odd = [chr(0x4E00 + 40 * number) + chr(0x5000 + 70 * number) for number in range(120)]
    lines = "".join(f"（{number}）完善第{word}事项协同办理流程。\n" for number, word in enumerate(odd))
    (seeded.folder / "seeds/reports/长.txt").write_text(TITLE.format("长") + "一、主要举措和成效\n" + lines, encoding="utf-8")
    call("mine")
    shown = [line for line in call("phrases", "list", fit=False).out.split("\n") if line and not line.startswith((" ", "共", "下一步"))]
    assert len(shown) == 80


def test_an_unknown_phrase_is_said_to_be_unknown(seeded: Project, call: Call) -> None:
    call("mine")
    for words in (("show", "数据-0"), ("accept", "数据-0"), ("edit", "数据-0", "开展{数}")):
        done = call("phrases", *words)
        assert done.code == 1
        assert "没有“数据-0”" in done.out


def test_a_damaged_library_is_said_and_drafting_goes_on(seeded: Project, call: Call) -> None:
    call("mine")
    (seeded.folder / "seeds" / "phrases.yaml").write_text("措辞:\n- 类: 数据\n  句式: 'x'\n", encoding="utf-8")
    seeded.profile()
    done = call("draft", "profiles")
    assert done.code == 0
    assert "drafter mine" in done.said


def test_drafting_loads_none_of_the_tools_of_mining_even_with_a_library(seeded: Project) -> None:
    seeded.run("mine")
    (seeded.folder / "seeds/reports/东.txt").write_text(TITLE.format("东") + BODY, encoding="utf-8")
    seeded.profile(text="单位: 示例东镇\n级别: 镇\n上级: 县\n期间: 2025年度\n普法:\n  法治宣传活动: 9场次\n")
    code = ("import sys; sys.argv = ['drafter', 'draft', 'profiles']; from drafter.cli import main; code = main();"
            "print('载入了', sorted({'jieba', 'rapidfuzz', 'pypdfium2', 'olefile', 'openpyxl'} & set(sys.modules))); sys.exit(code)")
    done = subprocess.run([sys.executable, "-c", code], cwd=seeded.folder, env={**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1"},
                          capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "载入了 []" in done.stdout


def test_ctrl_c_leaves_the_old_library_whole(seeded: Project) -> None:
    seeded.run("mine")
    before = library(seeded)
    reports = seeded.folder / "seeds" / "reports"
    for number in range(1500):
        (reports / f"多{number}.txt").write_text(TITLE.format(f"多{number}") + BODY.replace("12场次", f"{number + 3}场次"), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1"}
    with subprocess.Popen([sys.executable, "-m", "drafter", "mine"], cwd=seeded.folder, env=env, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as running:
        time.sleep(0.9)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "已取消" in err.decode()
    assert library(seeded) == before
    assert not [path for path in Path(seeded.folder / "seeds").iterdir() if path.name.startswith(".~")]
