"""Word files: the text as it stands now, each word once, with the numbers that Word draws."""

import pytest

from drafter.read.word_numbers import chinese, spelled
from tests.read.conftest import Give
from tests.read.sample import LINES, TEXT
from tests.read.word_files import W, cell, listed, numbering, paragraph, paragraphs, relations, run, table, word_file, zipped

MARK_GONE = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
BOX = "<w:txbxContent>{}</w:txbxContent>"
FORMATS = numbering(("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))


def text(given: Give, body: str, parts: dict[str, str | bytes] | None = None) -> str:
    return given(word_file(body, parts)).text


def test_split_runs_are_one_text(given: Give) -> None:
    assert text(given, paragraph(run("行政处") + run("罚3") + '<w:proofErr w:type="x"/>' + run("1") + run("宗"))) == "行政处罚31宗"


def test_insertions_count_and_deletions_do_not(given: Give) -> None:
    gone = '<w:del w:id="1" w:author="甲"><w:r><w:delText>28</w:delText></w:r></w:del>'
    came = f'<w:ins w:id="2" w:author="甲">{run("31")}</w:ins>'
    assert text(given, paragraph(run("处罚") + gone + came + run("宗"))) == "处罚31宗"


def test_what_was_moved_stands_once_where_it_stands_now(given: Give) -> None:
    body = paragraph(f'<w:moveFrom w:id="1">{run("旧处")}</w:moveFrom>') + paragraph(f'<w:moveTo w:id="2">{run("新处")}</w:moveTo>')
    assert text(given, body) == "新处"


def test_paragraphs_whose_mark_was_deleted_are_one(given: Give) -> None:
    assert text(given, paragraph(run("前半，"), MARK_GONE) + paragraph(run("后半。"))) == "前半，后半。"


def test_a_paragraph_that_was_deleted_whole_is_gone(given: Give) -> None:
    gone = paragraph('<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>', f"{listed(0)}{MARK_GONE}")
    body = paragraph(run("甲"), listed(0)) + gone + paragraph(run("乙"), listed(0))
    assert text(given, body, {"word/numbering.xml": FORMATS}) == "一、甲\n二、乙"


def test_the_format_that_was_changed_does_not_number(given: Give) -> None:
    changed = f'<w:pPrChange w:id="1"><w:pPr>{listed(0)}</w:pPr></w:pPrChange>'
    assert text(given, paragraph(run("正文"), changed), {"word/numbering.xml": FORMATS}) == "正文"


def test_a_table_is_rows_of_cells(given: Give) -> None:
    body = paragraph(run("表")) + table([cell("项目"), cell("数量")], [cell("讲座"), cell("27场")]) + paragraph(run("完"))
    assert text(given, body) == "表\n项目\t数量\n讲座\t27场\n完"


def test_a_merged_cell_counts_once_and_an_empty_one_keeps_its_place(given: Give) -> None:
    rows = [
        [cell("普法", '<w:vMerge w:val="restart"/>'), cell("讲座")], [cell("普法", "<w:vMerge/>"), cell("咨询")],
        [cell(""), cell("合计", '<w:gridSpan w:val="2"/>')],
    ]
    assert text(given, table(*rows)) == "普法\t讲座\n\t咨询\n\t合计"


def test_a_table_in_a_cell_and_a_deleted_row(given: Give) -> None:
    inner = table([cell("一"), cell("二")])
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{cell("删去的行")}</w:tc></w:tr>'
    assert text(given, table([cell("外"), inner + paragraph("")]).replace("</w:tbl>", f"{gone}</w:tbl>", 1)) == "外\t一\t二"


def test_a_text_box_counts_once_behind_its_paragraph(given: Give) -> None:
    new = f"<mc:Choice Requires='wps'><wps:txbx>{BOX.format(paragraphs(['框内']))}</wps:txbx></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{BOX.format(paragraphs(['框内']))}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    assert text(given, paragraph(run("前") + both + run("后")) + paragraphs(["下"])) == "前后\n框内\n下"
    assert text(given, paragraph(both.replace(new, ""))) == "框内"
    assert text(given, paragraph(both.replace(new, '<mc:Choice Requires="a"><w:drawing/></mc:Choice>'))) == "框内"


def test_what_is_not_printed_is_not_read(given: Give) -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 隐</w:instrText></w:r>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'
    body = paragraph(run("正文") + run("窗体顶端", "<w:vanish/>") + field + note + run("见", '<w:vanish w:val="0"/>'))
    parts: dict[str, str | bytes] = {
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{paragraphs(["脚注"])}</w:footnotes>',
        "word/comments.xml": f'<w:comments xmlns:w="{W}">{paragraphs(["批注"])}</w:comments>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:styleId="z"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
    }
    assert text(given, body + paragraph(run("底端"), '<w:pStyle w:val="z"/>'), parts) == "正文见"


def test_links_controls_and_smart_tags_hold_text(given: Give) -> None:
    control = f'<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>{run("控件")}</w:sdtContent></w:sdt>'
    link, tag = f'<w:hyperlink r:id="r1">{run("链接")}</w:hyperlink>', f"<w:smartTag>{run('2024年')}</w:smartTag>"
    assert text(given, paragraph(link + tag + control)) == "链接2024年控件"


@pytest.mark.parametrize(("lines", "made"), [
    (("青石镇人民政府", "2024年度报告"), "青石镇人民政府2024年度报告"),
    (("全年平稳。", "下一步继续。"), "全年平稳。\n下一步继续。"),
    (("（一）抓普法", "请律师讲课。"), "（一）抓普法\n请律师讲课。"),
    (("一、成效", "（一）抓普法"), "一、成效\n（一）抓普法"),
])
def test_a_line_break_parts_paragraphs_only_behind_a_sentence_or_a_heading(given: Give, lines: tuple[str, str], made: str) -> None:
    assert text(given, paragraph(run(lines[0]) + "<w:r><w:br/></w:r>" + run(lines[1]))) == made


def test_tabs_and_blanks_in_a_paragraph_are_no_cells(given: Give) -> None:
    assert text(given, paragraph("<w:r><w:tab/></w:r>" + run("甲\t乙") + "<w:r><w:noBreakHyphen/></w:r>" + run("丙　"))) == "甲 乙-丙"


def test_the_numbers_that_word_draws_are_in_the_text(given: Give) -> None:
    plan = [(0, "成效"), (1, "普法"), (2, "讲座"), (2, "2024年的"), (1, "执法"), (0, "不足"), (1, "人手"), (3, "人少")]
    body = "".join(paragraph(run(words), listed(level)) for level, words in plan)
    original = given(word_file(body, {"word/numbering.xml": FORMATS}))
    assert original.text == "一、成效\n（一）普法\n1.讲座\n2. 2024年的\n（二）执法\n二、不足\n（一）人手\n（1）人少"
    assert "自动编" in original.notes[0]


def test_headings_are_numbered_by_their_style(given: Give) -> None:
    own = '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    others = '<w:style w:styleId="2"><w:basedOn w:val="1"/></w:style><w:style w:styleId="3"><w:basedOn w:val="3"/></w:style>'
    styles = f'<w:styles xmlns:w="{W}">{own}{others}</w:styles>'
    body = "".join(paragraph(run("标题"), f'<w:pStyle w:val="{style}"/>') for style in "123")
    off = paragraph(run("不编"), '<w:pStyle w:val="1"/>' + listed(0, 0))
    assert text(given, body + off, {"word/numbering.xml": FORMATS, "word/styles.xml": styles}) == "一、标题\n二、标题\n标题\n不编"


def test_a_list_can_start_anew_and_bullets_are_no_numbers(given: Give) -> None:
    more = (
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="5"><w:abstractNumId w:val="99"/></w:num>'
    )
    plan = [(0, 3), (0, 4), (0, 4), (1, 4), (0, 5), (8, 3)]
    body = "".join(paragraph(run(f"第{at}"), listed(level, number)) for at, (level, number) in enumerate(plan))
    made = text(given, body, {"word/numbering.xml": numbering(("decimal", "%1"), ("bullet", "●"), more=more)})
    assert made == "1 第0\n5 第1\n6 第2\n第3\n第4\n第5"


@pytest.mark.parametrize(("number", "form", "made"), [
    (11, "japaneseCounting", "十一"), (20, "chineseCounting", "二十"), (3, "decimalEnclosedCircle", "③"), (4, "upperRoman", "IV"),
    (28, "lowerLetter", "bb"), (12, "decimalFullWidth", "１２"), (2, "ideographTraditional", "乙"),
    (7, "unheardOf", "7"), (10**6, "lowerRoman", "1000000"), (1, "none", ""),
])
def test_numbers_are_spelled_as_word_spells_them(number: int, form: str, made: str) -> None:
    assert spelled(number, form) == made


def test_hanzi_numbers_have_their_zeros() -> None:
    assert [chinese(number) for number in (10, 19, 101, 110, 1001, 1010)] == ["十", "十九", "一百零一", "一百一十", "一千零一", "一千零一十"]


def test_a_text_under_another_name_and_in_the_strict_form_is_found(given: Give) -> None:
    main = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{paragraphs(LINES)}</w:body></w:document>'
    link = '<Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/>'
    assert given(zipped({"_rels/.rels": relations(link), "word/document2.xml": main})).text == TEXT


def test_an_embedded_file_is_said(given: Give) -> None:
    assert "没有读" in given(word_file(paragraphs(["正文"]) + '<w:altChunk r:id="r1"/>')).notes[0]
