"""PDF and old Word files: paragraphs put together again, and what cannot be read said."""

import pytest

from tests.read.conftest import Give, Refusal
from tests.read.other_files import compound, fitted, old_word, pdf, printed
from tests.read.sample import LINES, TEXT

PASSWORD = "/Encrypt<</Filter/Standard/V 1/R 2/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")/P -4>>/ID[(a)(a)]"


def test_a_paragraph_over_two_pages_is_one_and_page_numbers_go(given: Give) -> None:
    made = given(pdf(printed([*LINES, *LINES[1:]], rows=9)), "a.pdf").text
    assert made == "\n".join([*LINES, *LINES[1:]])


def test_paragraphs_without_indent_end_with_a_short_line_or_before_a_number(given: Give) -> None:
    rows = [
        "镇里把法治政府建设放在全年工作中一并推进，", "各村每季度报一次进展。", "一、成效", "全年开讲二十七场，场场有人听，人人有收获。",
        "（二）执法逐件回访，没有一件翻案，群众都满", "意。",
    ]
    shown = [(80, 700 - 28 * at, 16, row) for at, row in enumerate(rows)]
    assert given(pdf([shown])).text.split("\n") == ["".join(rows[:2]), rows[2], rows[3], "".join(rows[4:])]


def test_a_title_in_two_lines_is_one(given: Give) -> None:
    body = [(80 + 32 * (not at), 600 - 28 * at, 16, row) for at, row in enumerate(fitted(LINES[4], 28))]
    assert given(pdf([[(200, 700, 22, "青石镇人民政府"), (130, 660, 22, "2024年法治政府建设年度报告"), *body]])).text.split("\n") == [
        "青石镇人民政府2024年法治政府建设年度报告", LINES[4],
    ]


def test_a_figure_that_stands_alone_in_the_midst_is_no_page_number(given: Give) -> None:
    assert "31" in given(pdf([[(80, 700, 16, "全年办结行政处罚案件："), (80, 600, 16, "31"), (80, 500, 16, "逐件回访，群众满意。")]])).text


@pytest.mark.parametrize("pages", [[[]], [[(80, 700, 16, "3")], [(80, 700, 16, "4")]], [[(80, 700, 16, "scan 2024-01-01")]]])
def test_a_scan_is_said(refused: Refusal, pages: list[list[tuple[float, float, float, str]]]) -> None:
    finding = refused(pdf(pages), "扫描.pdf")
    assert finding.rule == "R005"
    assert "扫描件" in finding.message
    assert "请换可复制文字的版本" in finding.hint


def test_a_pdf_with_a_password_is_said(refused: Refusal) -> None:
    finding = refused(pdf(printed(LINES), PASSWORD), "a.pdf")
    assert (finding.rule, "密码" in finding.message) == ("R004", True)


def test_pieces_of_an_old_file_are_joined_whatever_their_width(given: Give) -> None:
    pieces = [("青石镇", "utf-16-le"), ("2024", "cp1252"), ("年报告。\r全年办案", "utf-16-le"), ("31", "cp1252"), ("宗。\r", "utf-16-le")]
    assert given(old_word(pieces), "a.doc").text == "青石镇2024年报告。\n全年办案31宗。"


def test_the_marks_of_an_old_file_are_resolved(given: Give) -> None:
    words = "　　标题\x0b下半\r甲\x07乙\x07\x07见\x13 HYPERLINK a \x14网站\x15第\x13PAGE\x15页\x01\x08\x02\x05\r结束\x1e完\x0c"
    assert given(old_word([(words, "utf-16-le")]), "a.doc").text == "标题下半\n甲\t乙\n见网站第页\n结束-完"


def test_an_old_file_with_a_password_is_said(refused: Refusal) -> None:
    assert refused(old_word([(TEXT, "utf-16-le")], flags=0x0100), "a.doc").rule == "R004"


def test_a_file_by_word_95_is_said(refused: Refusal) -> None:
    finding = refused(old_word([(TEXT, "utf-16-le")], version=100), "a.doc")
    assert (finding.rule, ".docx" in finding.hint) == ("R002", True)


def test_a_protected_new_file_is_said(refused: Refusal) -> None:
    finding = refused(compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}), "a.docx")
    assert (finding.rule, "密码" in finding.message) == ("R004", True)
