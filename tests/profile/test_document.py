"""公文 and 不公开 in a profile: what is read, and what is said of what is wrong."""

from pathlib import Path

import pytest

from drafter.finding import Finding
from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.official import official
from drafter.profile import Document
from drafter.report import plain
from drafter.schema import Fact
from tests.support.case import setup

HEAD = """单位: 柳湾镇
级别: 镇
上级: 县
期间: 2025年度
成文日期: 2026-01-20
执法:
  行政处罚: 5件
  做法:
  - 严格落实执法公示制度
  - 做法: 办结后逐件回访
    公开: 否
"""
TOPIC = "普法:\n  公开: 不\n  法治宣传活动: 3场次\n"


def drafted(folder: Path, *lines: str) -> tuple[Draft | None, list[Finding]]:
    path = folder / "柳湾镇.yaml"
    path.write_text(HEAD + "公文:\n" + "".join(f"  {line}\n" for line in lines), encoding="utf-8")
    return draft(path, setup())


def read(folder: Path, *lines: str) -> Document:
    made, findings = drafted(folder, *lines)
    assert made is not None, findings
    return made.profile.document


def said(folder: Path, *lines: str) -> list[tuple[str, int, str]]:
    """The numbers, lines and hints of what is said of 公文."""
    _, findings = drafted(folder, *lines)
    return [(found.rule, found.place.line, found.hint) for found in findings if found.rule[0] in "HG" and found.place]


def test_every_part_is_read_with_its_place(tmp_path: Path) -> None:
    made = read(tmp_path, "发文机关标志: 中共示例县柳湾镇委员会、示例县柳湾镇人民政府文件", "发文字号: 柳委〔2026〕3号",
                "签发人: 张某某、李某某", "主送: 县委、县人民政府：", "附件:", "- 名称: 数据表。", "  文件: 附件/数据.txt", "- 台账",
                "附注: （联系人：王某某）",
                "抄送: [县委全面依法治县委员会办公室, 县司法局]", "印发机关: 党政综合办公室",
                "印发日期: 2026-1-22", "稿次: 送审稿", "用印: 否", "套红: 是")
    assert [fact.text for fact in made.mark] == ["中共示例县柳湾镇委员会", "示例县柳湾镇人民政府"]
    assert made.suffix
    assert [fact.text for fact in (*made.signers, *made.recipients)] == ["张某某", "李某某", "县委", "县人民政府"]
    assert [(one.name.text, one.file and one.file.text) for one in made.attachments] == [("数据表", "附件/数据.txt"), ("台账", None)]
    assert made.number == Fact("柳委〔2026〕3号", ("公文", "发文字号"))
    assert made.note == Fact("联系人：王某某", ("公文", "附注"))
    assert [(fact.text, fact.at[-1]) for fact in made.copies] == [("县委全面依法治县委员会办公室", 0), ("县司法局", 1)]
    assert made.printed == Fact("2026年1月22日", ("公文", "印发日期"))
    assert made.stage == Fact("送审稿", ("公文", "稿次"))
    assert (made.sealed, made.preprinted) == (False, True)


def test_a_final_has_no_stage(tmp_path: Path) -> None:
    made, _ = drafted(tmp_path, "稿次: 送审稿")
    assert made is not None
    stages = [copy.report.formal.stage for final in (False, True)
              if (copy := official(made, tmp_path, final)[0]) and copy.report.formal]
    assert [plain(stage) for stage in stages] == ["送审稿", ""]


@pytest.mark.parametrize(("line", "names"), [
    ("签发人: 签发人：张某某", ["张某某"]), ("签发人: 张某某/李某某", ["张某某", "李某某"]), ("签发人: 张某某 李某某", ["张某某", "李某某"]),
    ("签发人: 张　某", ["张　某"]), ("签发人: 司马某某", ["司马某某"]),
])
def test_signers_are_read_as_names_however_they_are_parted(tmp_path: Path, line: str, names: list[str]) -> None:
    assert [fact.text for fact in read(tmp_path, line).signers] == names
    assert said(tmp_path, line) == []


def test_organs_may_be_parted_by_blanks(tmp_path: Path) -> None:
    assert [fact.text for fact in read(tmp_path, "主送: 县委 县政府").recipients] == ["县委", "县政府"]


def test_who_gets_the_report_gets_no_copy_of_it(tmp_path: Path) -> None:
    assert [rule for rule, _, _ in said(tmp_path, "主送: 县委、县政府\n  抄送: 县委、县司法局")] == ["H016"]


@pytest.mark.parametrize(("typed", "name"), [("1.2024年度台账", "2024年度台账"), ("附件2：数据表", "数据表"),
                                             ("12.4国家宪法日方案", "12.4国家宪法日方案")])
def test_an_attachment_keeps_no_number_of_its_own(tmp_path: Path, typed: str, name: str) -> None:
    assert [one.name.text for one in read(tmp_path, f"附件:\n  - {typed}").attachments] == [name]


def test_a_mark_may_do_without_its_last_word(tmp_path: Path) -> None:
    assert not read(tmp_path, "发文机关标志: 示例县柳湾镇人民政府").suffix


@pytest.mark.parametrize("typed", ["柳政〔2026〕3号", "柳政发〔2026〕128号", "柳政〔2026〕号", "", "无"])
def test_a_right_document_number_is_taken_as_it_is(tmp_path: Path, typed: str) -> None:
    assert said(tmp_path, f"发文字号: {typed}") == []


@pytest.mark.parametrize(("typed", "hint"), [
    ("柳政[2026]3号", "发文字号: 柳政〔2026〕3号"), ("柳政（2026）3号", "发文字号: 柳政〔2026〕3号"),
    ("柳政【2026】3号", "发文字号: 柳政〔2026〕3号"),
    ("柳政〔2026〕第3号", "发文字号: 柳政〔2026〕3号"), ("柳政〔2026〕03号", "发文字号: 柳政〔2026〕3号"),
    ("柳政〔2026〕3", "发文字号: 柳政〔2026〕3号"), ("柳政〔2026〕0号", "例如"), ("2026年3号", "例如"),
    ("柳政〔26〕3号", "例如"), ("柳委〔2026〕3号、柳政〔2026〕4号", "主办机关的发文字号"),
])
def test_a_document_number_of_the_wrong_form_is_refused_with_the_right_one(tmp_path: Path, typed: str, hint: str) -> None:
    found = said(tmp_path, f"发文字号: '{typed}'")
    assert [(rule, line) for rule, line, _ in found] == [("H002", 13)]
    assert hint in found[0][2]


@pytest.mark.parametrize(("line", "rule"), [
    ("密级: 秘密★1年", "H001"), ("份号: 000001", "H001"), ("附注: 机密★5年", "H001"), ("印发日期: 一月", "H003"), ("印发日期: 2026-02-30", "H003"),
    ("主送: 王县长", "H004"), ("抄送: 李某某同志", "H004"), ("主送: 县政府2份", "H004"), ("稿次: 终稿", "H005"),
    ("用印: 好", "H006"), ("套红: 有", "H006"),
    ("抄送: 各村民委员会", "H007"), ("印发日期: 2026-01-10", "H012"), ("印发日期: 2027-01-22", "H012"),
    ("主送: 各村（居）委会", "H007"), ("主送: 县委、各站所", "H007"), ("主送: 柳湾镇人民政府", "H007"), ("主送: 县委书记李某某", "H004"),
    ("主送: 张某某", "H004"), ("主送: 县委、县委", "H016"), ("签发人: 张某某书记", "H014"), ("签发人: 中共柳湾镇委员会", "H014"),
    ("发文字号: 柳政〔2024〕3号", "H015"),
])
def test_what_the_standard_forbids_is_said_where_it_stands(tmp_path: Path, line: str, rule: str) -> None:
    assert [(found, at) for found, at, _ in said(tmp_path, line)] == [(rule, 13)]


@pytest.mark.parametrize("line", ["密级: 秘密", "印发日期: 一月", "主送: 王县长", "发文字号: 3号"])
def test_a_wrong_part_stops_the_draft(tmp_path: Path, line: str) -> None:
    assert drafted(tmp_path, line)[0] is None


def test_what_is_not_to_be_published_is_read_from_blocks_and_from_the_list(tmp_path: Path) -> None:
    path = tmp_path / "柳湾镇.yaml"
    path.write_text(HEAD + "普法:\n  公开: 否\n  法治宣传活动: 3场次\n不公开: 执法.行政处罚、执法.做法.第1条\n", encoding="utf-8")
    made, findings = draft(path, setup())
    assert made is not None, findings
    assert [one.target for one in made.profile.withheld] == [("执法", "做法", 1), ("普法",), ("执法", "行政处罚"), ("执法", "做法", 0)]


@pytest.mark.parametrize(("line", "rule"), [
    ("不公开: 执法.行政复议\n", "G004"), ("不公开:\n- 执法.做法.第9条\n", "G004"), (TOPIC, "G005"),
])
def test_what_cannot_be_found_or_read_there_is_refused(tmp_path: Path, line: str, rule: str) -> None:
    path = tmp_path / "柳湾镇.yaml"
    path.write_text(HEAD + line, encoding="utf-8")
    made, findings = draft(path, setup())
    assert made is None
    assert rule in {found.rule for found in findings}
