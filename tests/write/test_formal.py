"""A formal copy is a sound Word file with everything in its place; the numbers come from GB/T 9704—2012."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.report import Formal, Report, Text
from drafter.write.cells import width
from drafter.write.docx import docx
from drafter.write.formal import words
from drafter.write.places import mark_look, sealed_rows, signer_places, unsealed_places
from drafter.write.text import text
from drafter.write.verify import check_docx
from tests.write.formal_sample import FORMAL, JOINT, ORGANS, attached, formal
from tests.write.test_docx import audit

DATE = "2026年1月22日"
LONG = "积石山保安族东乡族撒拉族自治县大河家镇人民政府"
COPIES = {
    "one organ": formal(), "joint": formal(JOINT, ORGANS), "lead organ alone": formal(JOINT._replace(mark=JOINT.mark[:1]), ORGANS),
    "no seal": formal(JOINT._replace(sealed=False), ORGANS), "red head": formal(JOINT._replace(preprinted=True), ORGANS),
    "attachments": formal(FORMAL._replace(attachments=attached("数据表", "台账"))),
    "bare": formal(FORMAL._replace(suffix=(), note=(), copies=(), stage=(Text("送审稿"),))),
    "three organs": formal(JOINT, (*ORGANS, "示例县云溪镇人大主席团")), "four organs": formal(JOINT, (*ORGANS, *ORGANS)),
}


def document(report: Report) -> str:
    return zipfile.ZipFile(BytesIO(docx(report))).read("word/document.xml").decode()


@pytest.mark.parametrize("name", COPIES)
def test_a_formal_copy_opens_cleanly_in_word(tmp_path: Path, name: str) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(docx(COPIES[name]))
    assert audit(path) == []


@pytest.mark.parametrize("name", COPIES)
def test_a_formal_copy_says_what_the_tree_says(name: str) -> None:
    check_docx(docx(COPIES[name]), text(COPIES[name]))


def test_the_same_copy_gives_the_same_bytes() -> None:
    assert docx(formal(JOINT, ORGANS)) == docx(formal(JOINT, ORGANS))


def test_a_draft_bears_no_trace_of_the_formal_form() -> None:
    draft = formal()._replace(formal=None)
    package = zipfile.ZipFile(BytesIO(docx(draft)))
    assert "OrganMark" not in package.read("word/styles.xml").decode()
    assert "wps" not in package.read("word/document.xml").decode()


def test_nothing_is_drawn_where_a_seal_will_be() -> None:
    xml = document(formal(JOINT, ORGANS))
    assert "pic:pic" not in xml
    assert xml.count("<w:drawing>") == 1  # the box of 版记


def test_what_is_still_to_be_filled_in_is_lit_up_in_every_part() -> None:
    missing = (Text("【待填：签发人】"),)
    assert document(formal(FORMAL._replace(signers=(missing,), printer=missing, note=()))).count('w:val="yellow"') == 3


@pytest.mark.parametrize(("copy", "said", "unsaid"), [
    (FORMAL, "附件", "附件：1."),
    (FORMAL._replace(attachments=attached("数据表")), "附件：数据表", "附件：1."),
    (FORMAL._replace(attachments=attached("数据表", "台账")), "附件：1.\t数据表", "数据表。"),
    (FORMAL._replace(stage=(Text("送审稿"),)), "（送审稿）", "送审稿。"),
    (FORMAL._replace(copies=()), "示例县云溪镇党政综合办公室\t2025年1月22日印发", "抄送"),
])
def test_the_parts_are_worded_as_the_standard_words_them(copy: Formal, said: str, unsaid: str) -> None:
    printed = words(formal(copy, paragraphs=2)) if copy is not FORMAL else "附件"
    assert said in printed
    assert unsaid not in printed


@pytest.mark.parametrize(("name", "date", "insets"), [
    ("示例县青石镇人民政府", DATE, (2, 2.25)), ("青石镇", DATE, (4 + 7.75 - 3, 2)), (LONG, DATE, (2, 23 - 7.75)), ("", DATE, (2, 2)),
])
def test_without_a_seal_the_shorter_of_name_and_date_gives_way(name: str, date: str, insets: tuple[float, float]) -> None:
    assert unsealed_places(name, date) == insets


@pytest.mark.parametrize("name", ["青石镇", "示例县青石镇人民政府", "石柱土家族自治县黄水镇人民政府"])
def test_with_a_seal_the_name_is_centred_over_a_date_four_characters_in(name: str) -> None:
    row, = sealed_rows([name], DATE)
    assert row.middles == (28 - 4 - width(DATE) / 2,)
    assert row.lines == ((name,),)
    assert row.middles[0] + width(name) / 2 <= 28


def test_a_very_long_sealed_name_reaches_the_edge_and_no_further() -> None:
    row, = sealed_rows([LONG], DATE)
    assert row.middles[0] + width(LONG) / 2 == 28


@pytest.mark.parametrize("names", [
    ORGANS, ("中共靖州苗族侗族自治县甘棠镇委员会", "靖州苗族侗族自治县甘棠镇人民政府"),
    ("青石镇党委", "青石镇政府", "青石镇人大"),
])
def test_names_side_by_side_leave_room_for_a_seal_each(names: tuple[str, ...]) -> None:
    row, = sealed_rows(names, DATE)
    seal = 42 / (156 / 28)
    for left, right in pairwise(row.middles):
        assert right - left > seal
    assert row.middles[0] >= seal / 2
    assert row.middles[-1] + seal / 2 <= 28
    for pieces in row.lines:
        ends = [(middle - width(piece) / 2, middle + width(piece) / 2) for middle, piece in zip(row.middles, pieces, strict=True) if piece]
        assert all(end < begin for (_, end), (begin, _) in pairwise(ends))
        assert ends[0][0] >= 0
        assert ends[-1][1] <= 28
    assert tuple(map("".join, zip(*row.lines, strict=True))) == names


def test_names_too_long_to_stand_side_by_side_stand_under_each_other() -> None:
    rows = sealed_rows((f"中共{LONG[:-4]}委员会", LONG), DATE)
    assert [row.lines for row in rows] == [((f"中共{LONG[:-4]}委员会",),), ((LONG,),)]
    assert all(row.middles[0] + width(row.lines[0][0]) / 2 <= 28 for row in rows)


@pytest.mark.parametrize(("names", "suffix"), [
    (("青石镇人民政府",), "文件"), ((LONG,), "文件"), ((f"中共{LONG[:-4]}委员会", LONG), "文件"), ((LONG,), ""),
])
def test_the_mark_fits_the_type_area_whatever_its_length(names: tuple[str, ...], suffix: str) -> None:
    look = mark_look(names, suffix)
    assert 66 <= look.percent <= 100
    assert 20 <= look.points <= 42
    assert (max(map(len, names)) + len(suffix)) * look.points * look.percent / 100 <= 156 / 25.4 * 72


@pytest.mark.parametrize(("count", "rows"), [(1, ((0,),)), (2, ((0, 1),)), (3, ((0, 1), (2,))), (4, ((0, 1), (2, 3)))])
def test_signers_stand_two_a_line_under_each_other(count: int, rows: tuple[tuple[int, ...], ...]) -> None:
    places = signer_places(["张某某"] * count)
    assert places.rows == rows
    assert places.columns[-1] + 3 == 27
    assert places.label + 4 == places.columns[0]
