"""The Word file: structure, styles, words that come back whole, and the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.report import Cited, Head, Heading, Paragraph, Report, Run, Text
from drafter.write import official
from drafter.write.docx import READY, docx
from drafter.write.escape import CONTROL
from drafter.write.places import unsealed_places
from drafter.write.text import text
from drafter.write.verify import check_docx
from tests.write.package import packed, parts, replaced
from tests.write.sample import report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
D = "{urn:drafter:draft:1}"


def one(*runs: Run, **head: tuple[Run, ...]) -> Report:
    named = {"title": (Text("标题"),)} | head
    return Report(Head(unit="云溪镇", created="2025-01-20", **named), (Paragraph(runs, "p1"),))  # type: ignore[arg-type]


def body(found: Report) -> str:
    return parts(docx(found))["word/document.xml"].decode()


def opened(found: Report) -> python_docx.document.Document:
    return python_docx.Document(io.BytesIO(docx(found)))


def audit(path: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def test_every_word_comes_back() -> None:
    printed = "\n".join(p.text for p in opened(report()).paragraphs if p.text)
    assert printed + "\n" == text(report())
    check_docx(docx(report()), text(report()))


def test_the_text_has_one_block_a_line_with_its_number() -> None:
    lines = text(report()).splitlines()
    assert lines[0] == "云溪镇2024年度法治政府建设年度报告"
    assert lines[2:4] == ["一、主要做法和收效", "（一）学法用法不走过场"]
    assert "1.集市普法" in lines
    assert "（1）秋收时节" in lines
    assert lines[-2:] == ["中共云溪镇委员会、云溪镇人民政府", "2025年1月20日"]


def test_each_block_has_its_style() -> None:
    styles = {p.text: p.style.name for p in opened(report()).paragraphs if p.style}
    assert styles["云溪镇2024年度法治政府建设年度报告"] == "Title"
    assert styles["一、主要做法和收效"] == "Heading 1"
    assert styles["（一）学法用法不走过场"] == "Heading 2"
    assert styles["1.集市普法"] == "Heading 3"
    assert styles["（1）秋收时节"] == "Heading 4"
    assert styles["2025年1月20日"] == "Date"
    assert [p.style.name for p in opened(report()).paragraphs if p.style][:3] == ["Title", "Normal", "Body Text"]


def test_the_audit_finds_nothing(tmp_path: Path) -> None:
    runs = Text("a\tb\nc  d "), Cited("", ((),), figure=True)
    blocks = Heading(4, (), "空"), Paragraph((), ""), Paragraph(runs, "x" * 60)
    odd = Report(Head((Text("长标题\n第二行"),), "", ""), blocks)
    for number, found in enumerate((report(), odd)):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(docx(found))
        assert audit(path) == []


def test_two_processes_write_the_same_bytes() -> None:
    code = ("import hashlib; from drafter.write.docx import docx; from tests.write.sample import report; "
            "print(hashlib.sha256(docx(report())).hexdigest())")
    here = hashlib.sha256(docx(report())).hexdigest()
    for seed in ("1", "2"):
        done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True,
                              encoding="utf-8", check=True, env={"PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai"})
        assert done.stdout.strip() == here


def test_the_package_is_in_order_and_without_a_clock() -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(docx(report()))) as package:
        assert package.namelist() == [*READY, "word/document.xml", "docProps/core.xml", "customXml/item1.xml"]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_come_from_the_report() -> None:
    properties = opened(report()).core_properties
    assert (properties.title, properties.author) == ("云溪镇2024年度法治政府建设年度报告", "云溪镇")
    assert (properties.revision, properties.language) == (1, "zh-CN")
    assert f"{properties.created:%Y-%m-%d} {properties.modified:%Y-%m-%d}" == "2025-01-20 2025-01-20"


def test_only_what_is_missing_is_lit_up() -> None:
    found = re.findall("<w:highlight.*?<w:t>(.*?)</w:t>", body(report()))
    assert found == ["【待填：印制份数】"]
    split = one(Text("新建【待填"), Text("：数量】个，"), Text("另有【待填：村】【待填：人】"))
    found = re.findall("<w:highlight.*?<w:t>(.*?)</w:t>", body(split))
    assert found == ["【待填：数量】", "【待填：村】", "【待填：人】"]


def test_every_block_and_figure_has_a_hidden_bookmark_of_its_own() -> None:
    root = ElementTree.fromstring(body(report()))
    starts = list(root.iter(W + "bookmarkStart"))
    names = [start.get(W + "name") or "" for start in starts]
    ids = [start.get(W + "id") for start in starts]
    assert len(set(names)) == len(names) == len(set(ids))
    assert all(re.fullmatch(r"_[bhf]\w{1,38}", name) for name in names)
    assert sorted(ids, key=str) == sorted((end.get(W + "id") for end in root.iter(W + "bookmarkEnd")), key=str)
    figures = [n for n in names if n.startswith("_f")]
    assert figures == [f"_f{n}" for n in range(1, len(figures) + 1)]
    assert re.search(r'_f1"/><w:r><w:t>66户</w:t></w:r><w:bookmarkEnd', body(report()))


def test_a_bookmark_does_not_depend_on_other_blocks() -> None:
    def name(*ids: str) -> list[str]:
        found = Report(Head((), "", ""), tuple(Paragraph((), each) for each in ids))
        return re.findall(r'w:name="(_b[^"]*)"', body(found))

    long = "执法监督" * 12
    assert name(long)[0] == name("a", "b", long)[2]
    assert len({n.casefold() for n in name("a.b", "a-b", "A", "a", long, long + "二")}) == 6


def test_runs_of_one_look_are_one_run() -> None:
    figure = Cited("6次", (("学法",),), figure=True)
    words = one(Text("组织"), Cited("镇村干部", (("学法", "对象"),)), Text("学习"), figure)
    assert re.findall("<w:t>(.*?)</w:t>", body(words))[1:] == ["组织镇村干部学习", "6次"]


def test_the_custom_part_says_what_is_printed_and_from_where() -> None:
    pieces = parts(docx(report()))
    root = ElementTree.fromstring(pieces["customXml/item1.xml"])
    hashes = {part.get("name"): part.get("sha256") for part in root.iter(D + "part")}
    assert hashes == {name: hashlib.sha256(data).hexdigest() for name, data in pieces.items() if "custom" not in name}
    blocks = {block.get("id"): block for block in root.iter(D + "block")}
    assert set(blocks) >= {"title", "signature1", "date", *(block.id for block in report().blocks)}
    assert blocks["h1"].get("number") == "一、"
    block = blocks["p1.1.1"]
    assert [origin.text for origin in block.iter(D + "origin")] == ["own:1", "own:2"]
    figure = next(cited for cited in block.iter(D + "cited") if cited.get("bookmark"))
    assert [(at.text, value.text) for at, value in [(figure[0], figure[1])]] == [("普法.走访", "66户")]
    assert 'w:name="_f1"' in pieces["word/document.xml"].decode()


def test_styles_and_section_hold_the_numbers_of_the_standard() -> None:
    styles = ElementTree.fromstring(parts(docx(report()))["word/styles.xml"])
    by_id = {style.get(W + "styleId"): style for style in styles.iter(W + "style")}

    def value(style: str, tag: str, key: str = "val") -> str | None:
        return next(by_id[style].iter(W + tag)).get(W + key)

    faces = dict(zip(("Heading1", "Heading2", "Heading3", "Heading4"), official.HEADING_FACES, strict=True))
    faces |= {"Normal": official.BODY_FACE, "Title": official.TITLE_FACE, "Footer": official.FOOTER_FACE}
    for style, face in faces.items():
        assert {value(style, "rFonts", slot) for slot in ("ascii", "hAnsi", "eastAsia")} == {face}
    assert value("Normal", "spacing", "line") == str(official.LINE_PITCH)
    assert [s.get(W + "val") for s in by_id["Normal"].iter(W + "spacing")][1] == str(official.CELL_SPACING)
    sizes = {"Normal": official.BODY_HALF_POINTS, "Title": official.TITLE_HALF_POINTS,
             "Footer": official.FOOTER_HALF_POINTS}
    assert {style: value(style, "sz") for style in sizes} == {style: str(size) for style, size in sizes.items()}
    assert [value(f"Heading{n}", "outlineLvl") for n in (1, 2, 3, 4)] == ["0", "1", "2", "3"]
    assert value("BodyText", "ind", "firstLine") == str(official.CELL * official.PARAGRAPH_INDENT_CELLS)
    area = official.PAGE_WIDTH - official.MARGIN_LEFT - official.MARGIN_RIGHT
    assert abs(area / official.TWIPS_PER_MM - 156) < 0.05
    assert "rsid" not in body(report())


@pytest.mark.parametrize(("name", "date", "right"), [
    ("中共云溪镇委员会、云溪镇人民政府", "2025年1月20日", (2.0, 8.25)), ("云溪镇", "2025年1月20日", (8.75, 2.0)),
    ("云溪镇人民政府", "", (2.0, 2.0)), ("", "2025年1月20日", (2.0, 2.0))])
def test_name_and_date_stand_as_the_standard_says(name: str, date: str, right: tuple[float, float]) -> None:
    assert unsealed_places(name, date) == right


def test_a_character_that_xml_forbids_is_refused() -> None:
    for bad in ("\x00", "\x0b", "\x1f", "\ufffe", "\ud800", "\r"):
        with pytest.raises(ValueError, match="cannot stand"):
            docx(one(Text(f"甲{bad}乙")))


LETTERS = st.text(st.characters(codec="utf-8").filter(lambda letter: not CONTROL.search(letter)))


@settings(max_examples=150, deadline=None)
@given(LETTERS, LETTERS)
def test_any_words_come_back_unchanged(plain: str, cited: str) -> None:
    found = one(Text(plain), Cited(cited, (("普法", "备注"),), figure=True))
    data = docx(found)
    check_docx(data, text(found))
    assert python_docx.Document(io.BytesIO(data)).paragraphs[2].text == plain + cited


@pytest.mark.parametrize("harm", [
    lambda data: b"", lambda data: data[:-100], lambda data: data[:400] + b"\x00\x01\x02" + data[403:],
    lambda data: replaced(data, "word/document.xml", "66户", "68户"),
    lambda data: replaced(data, "word/styles.xml", "</w:styles>", ""),
    lambda data: packed({name: part for name, part in parts(data).items() if name != "word/document.xml"})],
    ids=["empty", "cut off", "bytes flipped", "figure changed", "part broken", "part missing"])
def test_a_harmed_file_is_refused(harm: object) -> None:
    with pytest.raises(ValueError, match=r"[\u4e00-\u9fff]"):
        check_docx(harm(docx(report())), text(report()))  # type: ignore[operator]


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 12_000), st.integers(0, 255))
def test_any_flipped_byte_is_seen_or_harmless(place: int, byte: int) -> None:
    data = bytearray(WHOLE)
    data[place] = byte
    said = ""
    try:
        check_docx(bytes(data), text(report()))
    except ValueError as error:
        said = str(error)
    assert not said or re.search(r"[\u4e00-\u9fff]", said)


WHOLE = docx(report())
