"""Long names, long words and long tables keep their places in a formal copy, whoever prints it; all names are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest

from drafter.report import Attachment, Block, Paragraph, Report, Run, Table, Text
from drafter.write.cells import folds, width
from drafter.write.layout import GBT9704
from drafter.write.places import sealed_rows, signer_places, unsealed_places
from tests.write.formal_proof import Side, set_sides, sides, sides_of
from tests.write.formal_sample import FORMAL, formal
from tests.write.page_proof import require
from tests.write.printing import printed
from tests.write.test_formal_pages import BOTTOM, CELL, LEFT, LINE, RIGHT, SMALL, near

COPIED = "中共示例苗族瑶族傣族自治县委全面依法治县委员会办公室"
PRINTER = "示例市示例县示例镇党政综合办公室（平安法治办公室）"
NUMBER = "示例府发〔2025〕123号"
SIGNERS = ("某某艾力·合买提", "某某提·艾合买提")


def short(count: int) -> tuple[Block, ...]:
    return tuple(Paragraph((Text("当天能办的当天办完。"),), f"p{number}") for number in range(count))


def names(*given: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Text(name),) for name in given)


@pytest.fixture(scope="module", params=["LibreOffice", "Typst"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Side]]:
    require()
    numbered = FORMAL._replace(number=(Text(NUMBER),), signers=names(*SIGNERS))
    return (set_sides if request.param == "Typst" else sides)({
        "copied": formal(FORMAL._replace(copies=names(COPIED, "县司法局", COPIED)), paragraphs=2),
        "printer": formal(FORMAL._replace(printer=(Text(PRINTER),), printed=(Text("2025年12月22日"),)), paragraphs=2),
        "signers": formal(numbered, paragraphs=2),
    }, tmp_path_factory.mktemp(request.param))


def imprint(found: list[Side]) -> list[str]:
    """The lines of 版记, which must stand between its rules and the foot of the side."""
    last = found[-1]
    rules = [rule for rule in last.rules if not rule.red]
    assert len(rules) == 3
    assert near(rules[-1].at, BOTTOM)
    rows = [row for row in last.rows if rules[0].at < row.base < rules[-1].at]
    assert all(later.base - earlier.base > LINE - 1 for earlier, later in pairwise(rows))
    assert all(row.left >= LEFT + SMALL - 1 and row.right <= RIGHT - SMALL + 3 for row in rows)
    return [row.text for row in rows]


def test_an_organ_that_gets_a_copy_may_be_longer_than_its_line(pages: dict[str, list[Side]]) -> None:
    lines = imprint(pages["copied"])
    assert "".join(lines[:-1]) == f"抄送：{COPIED}，县司法局，{COPIED}。"
    assert lines[-1].endswith("印发")


def test_a_long_printing_office_has_a_line_of_its_own(pages: dict[str, list[Side]]) -> None:
    *_, office, date = imprint(pages["printer"])
    assert office == PRINTER
    assert date == "2025年12月22日印发"


def test_long_names_of_signers_stand_under_each_other_and_leave_the_number_whole(pages: dict[str, list[Side]]) -> None:
    first, second = pages["signers"][0].row("签发人"), pages["signers"][0].row(SIGNERS[1])
    assert first.text == f"签发人：{SIGNERS[0]}"
    assert second.text == f"{NUMBER}{SIGNERS[1]}"
    assert near(second.left, LEFT + CELL)
    assert near(first.right, second.right)


@pytest.mark.parametrize("names_", [("张某某",), ("张某某", "李某某"), SIGNERS, ("某某某某某某·某某某某某",) * 3])
@pytest.mark.parametrize("number", ["〔　　〕　　号", NUMBER, "示例民族自治县某某发〔2025〕1234号"])
def test_number_and_signers_never_meet(names_: tuple[str, ...], number: str) -> None:
    places = signer_places(names_, number)
    begins = places.label if len(places.rows) == 1 else places.columns[0]
    assert places.label >= 1
    assert not places.beside or 1 + width(number) < begins
    assert sorted(index for row in places.rows for index in row) == list(range(len(names_)))


@pytest.mark.parametrize("count", [1, 2, 3, 7, 21, 22, 23, 24, 25, 26, 27, 28, 29])
def test_no_side_bears_names_and_attachments_alone(count: int) -> None:
    copy = formal(FORMAL._replace(attachments=(Attachment((Text("2024年度主要数据表"),)),)))._replace(blocks=short(count))
    side = next(side for side in sides_of(printed(copy, GBT9704).data) if any(row.text == "2025年1月20日" for row in side.rows))
    assert any("当天能办" in row.text for row in side.rows)


def test_a_row_of_a_table_goes_to_the_next_side_whole() -> None:
    rows = tuple(((Text(f"始{'长' * 100}终"),), (Text("1"),)) for _ in range(24))
    table = Table((((Text("指标"),), (Text("数"),)), *rows), (2, 1), "t")
    found = sides_of(printed(attached(table), GBT9704).data)
    counts = [("".join(row.text for row in side.rows).count("始"), "".join(row.text for row in side.rows).count("终")) for side in found]
    assert sum(begun for begun, _ in counts) == 24
    assert all(begun == ended for begun, ended in counts)
    assert sum(1 for begun, _ in counts if begun) > 1


@pytest.mark.parametrize("word", ["https://" + "a" * 90, "1" * 80, "123,456,789,012.00"])
def test_a_word_longer_than_its_line_is_broken_at_its_end(word: str) -> None:
    table = Table((((Text("指标"),), (Text("数"),), (Text("数"),)), ((Text("甲"),), (Text(word),), (Text(word),))), (8, 1, 1), "t")
    copy = attached(table)._replace(blocks=(Paragraph((Text(f"网址是{word}，可以查询。"),), "p"), *short(3)))
    found = [row for side in sides_of(printed(copy, GBT9704).data) for row in side.rows]
    assert all(row.left >= LEFT - 0.5 and row.right <= RIGHT + 0.5 for row in found)
    assert word in "".join(row.text for row in found)


def attached(table: Table) -> Report:
    return formal(FORMAL._replace(attachments=(Attachment((Text("数据表"),), (table,)),)))._replace(blocks=short(3))


@pytest.mark.parametrize("length", [20, 28, 29, 33, 40, 60])
def test_a_name_as_long_as_its_line_and_longer_stays_inside(length: int) -> None:
    name = "长" * (length - 4) + "人民政府"
    row, = sealed_rows([name], "2026年1月22日")
    assert "".join(piece for line in row.lines for piece in line) == name
    assert all(row.middles[0] - width(piece) / 2 >= 0 and row.middles[0] + width(piece) / 2 <= 28 for line in row.lines for piece in line)
    assert all(0 <= inset <= 28 - width("2026年1月22日") for inset in unsealed_places(name, "2026年1月22日"))


def test_a_text_is_folded_where_its_room_ends() -> None:
    assert folds("一二三四五六七", 3) == [3, 6]
    assert folds("一二三", 3) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_recipients_that_would_leave_no_room_for_the_text_stand_in_the_imprint(count: int) -> None:
    organs = names(*(f"示例省示例市示例苗族瑶族傣族自治县第{number}某某委员会" for number in "一二三四五六七八九十"[:count * 3]))
    copy = formal(FORMAL._replace(recipients=organs))._replace(blocks=short(12))
    found = sides_of(printed(copy, GBT9704).data)
    listed = "主送：" + "，".join(str(name[0].text) for name in organs)
    moved = any(row.text.startswith("主送：") for row in found[-1].rows)
    assert any("当天能办" in row.text for row in found[0].rows)
    assert moved == (listed in "".join(row.text for row in found[-1].rows)) == (count > 2)
    assert moved != any(row.text.endswith("：") for row in found[0].rows)
    rules = [rule for rule in found[-1].rules if not rule.red]
    assert len(rules) == 3
    assert near(rules[-1].at, BOTTOM)
