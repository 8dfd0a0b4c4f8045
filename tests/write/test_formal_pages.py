"""Formal copies stand on the page as GB/T 9704—2012 says, within a millimetre: proven by rendering."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.report import Paragraph, Report, Text
from drafter.write.docx import docx
from tests.write.formal_proof import Side, first_ink, set_sides, sides
from tests.write.formal_sample import FORMAL, JOINT, ORGANS, attached, formal
from tests.write.page_proof import proof, require

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
LINE, CELL, SMALL = 579 / 20 / 72 * 25.4, 156 / 28, 14 / 72 * 25.4
COPIES = ("县委全面依法治县委员会办公室", "县委办公室", "县人民政府办公室", "县人大常委会办公室", "县司法局")
LINES = (20, 21, 22, 23, 24, 25)
"""Paragraphs of one line with which 版记 comes to the foot of a full side, or to the next one."""


def short(lines: int) -> Report:
    """Return a formal copy with some paragraphs of one line each."""
    return formal()._replace(blocks=tuple(Paragraph((Text("当天能办的当天办完。"),), f"p{number}") for number in range(lines)))


@pytest.fixture(scope="module", params=["LibreOffice", "Typst"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    require()
    return tmp_path_factory.mktemp(request.param)


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, list[Side]]:
    names = attached("2024年度主要数据表", "2024年度重点任务完成情况以及各村（社区）法律明白人培训情况统计表")
    return (set_sides if folder.name.startswith("Typst") else sides)({
        "one": formal(paragraphs=2),
        "joint": formal(JOINT._replace(stage=(Text("送审稿"),), attachments=names), ORGANS, 2),
        "unsealed": formal(FORMAL._replace(sealed=False), paragraphs=2),
        "red": formal(FORMAL._replace(preprinted=True), paragraphs=2),
        "four": formal(JOINT._replace(signers=tuple((Text(name),) for name in ("张某某", "李某", "王某某"))), ORGANS, 2),
        "copies": formal(FORMAL._replace(copies=tuple((Text(name),) for name in COPIES)), paragraphs=2),
        **{f"lines{count}": short(count) for count in LINES},
    }, folder)


def signed(found: list[Side]) -> Side:
    """Return the side that bears the date."""
    return next(side for side in found if any(row.text == "2025年1月20日" for row in side.rows))


def near(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= 1


def test_the_mark_is_red_centred_and_35_mm_under_the_top_of_the_type_area(pages: dict[str, list[Side]], folder: Path) -> None:
    mark = pages["one"][0].row("人民政府文件")
    assert near(first_ink(folder / "one.pdf"), TOP + 35)
    assert near(mark.middle, (LEFT + RIGHT) / 2)
    assert mark.left >= LEFT
    assert mark.right <= RIGHT
    assert mark.face == "FandolSong-Bold"


def test_the_mark_of_two_organs_begins_there_too_and_has_its_suffix_beside_both(pages: dict[str, list[Side]], folder: Path) -> None:
    first = pages["joint"][0]
    upper, lower = first.row(ORGANS[0]), first.row(ORGANS[1])
    beside = first.row("文件")
    assert near(first_ink(folder / "joint.pdf"), TOP + 35)
    assert near(upper.left, lower.left)
    assert near(beside.base, (upper.base + lower.base) / 2)
    assert beside.left > upper.right - 1
    assert beside.right <= RIGHT


def test_number_and_signer_stand_in_one_line_a_character_from_either_side(pages: dict[str, list[Side]]) -> None:
    mark, row = pages["one"][0].row("人民政府文件"), pages["one"][0].row("签发人")
    assert row.text == "云政〔2025〕3号签发人：张某某"
    assert near(row.left, LEFT + CELL)
    assert near(row.right, RIGHT - CELL)
    assert row.face == "FandolKai-Regular"
    assert near(row.top - mark.bottom, 2 * LINE + LINE - row.size / 72 * 25.4)


def test_signers_stand_two_a_line_and_the_number_beside_the_last(pages: dict[str, list[Side]]) -> None:
    first, last = pages["four"][0].row("签发人"), pages["four"][0].row("王某某")
    assert first.text == "签发人：张某某李某"
    assert last.text == "云政〔2025〕3号王某某"
    assert near(last.base - first.base, LINE)
    assert near(last.right, first.left + 7 * CELL)
    assert near(pages["joint"][0].row("签发人").right, RIGHT - CELL)


@pytest.mark.parametrize("name", ["one", "joint", "four"])
def test_the_red_rule_lies_4_mm_under_the_number_as_wide_as_the_type_area(pages: dict[str, list[Side]], name: str) -> None:
    rule, = pages[name][0].rules
    assert rule.red
    assert near(rule.at - pages[name][0].row("云政").bottom, 4)
    assert near(rule.left, LEFT)
    assert near(rule.right, RIGHT)


def test_the_title_stands_two_lines_under_the_rule_and_the_recipients_one_under_it(pages: dict[str, list[Side]]) -> None:
    first = pages["one"][0]
    lower, to = first.row("关于"), first.row("县委、县人民政府：")
    title = next(row for row in first.rows if row.text == ORGANS[1])
    assert near(title.base, first.rules[0].at + 2.8 * LINE)
    assert near(lower.base - title.base, LINE)
    assert near(to.height - lower.height, 2 * LINE)
    assert near(to.left, LEFT)
    assert near(first.row("一年来").base - to.base, LINE)


def test_the_stage_of_a_draft_stands_under_the_title(pages: dict[str, list[Side]]) -> None:
    first = pages["joint"][0]
    stage = first.row("（送审稿）")
    assert near(stage.middle, (LEFT + RIGHT) / 2)
    assert near(stage.height - first.row("关于").height, LINE)


def test_paper_with_a_red_head_keeps_the_room_of_mark_and_rule(pages: dict[str, list[Side]]) -> None:
    red, one = pages["red"][0], pages["one"][0]
    assert red.rules == ()
    assert [row.text for row in red.rows] == [row.text for row in one.rows[1:]]
    assert all(near(row.base, same.base) for row, same in zip(red.rows, one.rows[1:], strict=True))


def test_a_sealed_name_is_centred_over_the_date_which_is_four_characters_in(pages: dict[str, list[Side]]) -> None:
    last = signed(pages["one"])
    name, date = last.row(ORGANS[1]), last.row("2025年1月20日")
    text = last.rows[last.rows.index(name) - 1]
    assert near(date.right, RIGHT - 4 * CELL)
    assert near(name.middle, date.middle)
    assert near(name.base - text.base, 3 * LINE)


def test_two_sealed_names_stand_side_by_side_with_room_for_two_seals(pages: dict[str, list[Side]]) -> None:
    side = signed(pages["joint"])
    names, date = side.row("".join(ORGANS)), side.row("2025年1月20日")
    assert near(date.right, RIGHT - 4 * CELL)
    right = names.right - 10 * 15.75 / 72 * 25.4 / 2
    left = names.left + 11 * 15.75 / 72 * 25.4 / 2
    assert near(right, date.middle)
    assert right - left > 42
    assert left - 21 >= LEFT
    assert right + 21 <= RIGHT


def test_without_a_seal_the_date_begins_two_characters_to_the_right_of_the_name(pages: dict[str, list[Side]]) -> None:
    last = signed(pages["unsealed"])
    name, date = last.row(ORGANS[1]), last.row("2025年1月20日")
    assert near(name.right, RIGHT - 2 * CELL)
    assert abs(date.left - name.left - 2 * CELL) < 1.5


def test_the_note_stands_in_brackets_under_the_date(pages: dict[str, list[Side]]) -> None:
    last = signed(pages["one"])
    note = last.row("联系人")
    assert note.text.startswith("（")
    assert note.text.endswith("）")
    assert near(note.base - last.row("2025年1月20日").base, LINE)
    assert near(note.left, LEFT + 2 * CELL)


def test_attachments_are_named_under_the_text_and_begin_a_side_each(pages: dict[str, list[Side]]) -> None:
    joint = pages["joint"]
    first = next(side for side in joint if any(row.text.startswith("附件：") for row in side.rows))
    assert near(first.row("附件：1.").left, LEFT + 2 * CELL)
    second = first.row("2.2024年度")
    wrapped = first.rows[first.rows.index(second) + 1]
    assert near(second.left, LEFT + 5 * CELL)
    assert near(wrapped.left, LEFT + 6.25 * CELL)
    for number, side in enumerate(joint[-2:], 1):
        assert side.rows[0].text == f"附件{number}"
        assert near(side.rows[0].left, LEFT)
        assert near(side.rows[0].base, TOP + 0.8 * LINE)
        assert near(side.rows[1].base, TOP + 2.8 * LINE)


@pytest.mark.parametrize("name", ["one", "joint", "unsealed", "red", *(f"lines{count}" for count in LINES)])
def test_the_imprint_stands_at_the_foot_of_the_last_side_and_over_nothing(pages: dict[str, list[Side]], name: str) -> None:
    last = pages[name][-1]
    upper, inner, lower = (rule for rule in last.rules if not rule.red)
    copies, printed = last.row("抄送："), last.row("印发")
    assert near(lower.at, BOTTOM)
    assert all(near(rule.left, LEFT) and near(rule.right, RIGHT) for rule in (upper, inner, lower))
    assert [rule.thick for rule in (upper, inner, lower)] == pytest.approx([0.35, 0.25, 0.35], abs=0.02)
    assert copies.text.endswith("。")
    assert upper.at < copies.base < inner.at < printed.base < lower.at
    assert near(copies.left, LEFT + SMALL)
    assert near(printed.left, LEFT + SMALL)
    assert near(printed.right, RIGHT - SMALL)
    assert all(row.bottom < upper.at for row in last.rows if row not in (copies, printed) and row.base < BOTTOM)
    assert not any("抄送" in row.text for side in pages[name][:-1] for row in side.rows)


def test_many_copies_go_on_under_the_first(pages: dict[str, list[Side]]) -> None:
    last = pages["copies"][-1]
    first = last.row("抄送：")
    second = last.rows[last.rows.index(first) + 1]
    assert second.text.endswith("。")
    assert near(second.left, LEFT + 4 * SMALL)
    assert near(second.base - first.base, LINE)
    assert near(last.rules[-1].at, BOTTOM)
    assert last.rules[0].at < first.top


def test_a_full_last_side_sends_the_imprint_to_the_next(pages: dict[str, list[Side]]) -> None:
    counts = [len(pages[f"lines{count}"]) for count in LINES]
    assert counts == sorted(counts)
    assert len(set(counts)) > 1


def test_the_page_numbers_stand_as_in_a_draft(folder: Path) -> None:
    path = folder / "numbers.docx"
    path.write_bytes(docx(formal(paragraphs=2)))
    assert list(proof(path).numbers()) == []
