"""A report is the same text whatever it came in, and what it came in is told by its bytes."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from drafter.read import read_docx, read_past
from tests.read.conftest import Give, Refusal
from tests.read.other_files import compound, old_word, pdf, printed
from tests.read.sample import LINES, TEXT
from tests.read.word_files import paragraphs, word_file, zipped

PAGE = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"
FORMS = {
    "txt": TEXT.encode(),
    "html": PAGE.encode(),
    "docx": word_file(paragraphs(LINES)),
    "pdf": pdf(printed(LINES)),
    "doc": old_word([(TEXT.replace("\n", "\r"), "utf-16-le")]),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_format_gives_the_same_text(given: Give, form: str) -> None:
    original = given(FORMS[form], f"报告.{form}")
    assert original.text == TEXT
    assert original.format == form
    assert original.name == f"报告.{form}"
    assert original.sha256 == hashlib.sha256(FORMS[form]).hexdigest()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["报告", "报告.xls", "报告.docx"])
def test_the_name_says_nothing(given: Give, form: str, name: str) -> None:
    assert given(FORMS[form], name).format == form


def test_an_old_word_file_is_marked_as_read_with_best_effort(given: Give) -> None:
    assert given(FORMS["doc"], "报告.wps").notes == ("旧版 Word 文件，尽力读出，请核对原文",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "utf-32"])
def test_a_text_in_any_encoding_is_read(given: Give, encoding: str) -> None:
    assert given(TEXT.encode(encoding), "报告.txt").text == TEXT


def test_a_text_stays_as_it_is_but_for_its_line_ends(given: Give) -> None:
    text = "　　甲镇报告\t\n\n来源: 办公室  【字号\n分享:\n"
    original = given(text.replace("\n", "\r\n").encode(), "报告.txt")
    assert original.text == text
    assert original.notes == ()


def test_another_encoding_is_a_note_and_no_finding(given: Give) -> None:
    assert "GBK" in given(TEXT.encode("gb18030"), "报告.txt").notes[0]


@pytest.mark.parametrize(("declared", "encoding"), [
    ("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "gb18030"), ("gb2312", "utf-8"), ("iso-8859-1", "gb18030"), ("utf-8", "utf-16"),
    ("x", "utf-8-sig"),
])
def test_a_page_is_read_whatever_charset_it_claims(given: Give, declared: str, encoding: str) -> None:
    page = PAGE.replace("<body>", f'<head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head><body>')
    assert given(page.encode(encoding), "报告.htm").text == TEXT


def test_a_page_in_big5_is_read_by_its_own_word(given: Give) -> None:
    page = '<html><meta charset="big5"><body><p>本鎮辦理案件，共計三十一件，逐件回訪，群眾滿意。</p></body></html>'
    assert given(page.encode("big5"), "a.html").text.startswith("本鎮辦理案件")


@pytest.mark.parametrize(("parts", "named"), [
    ({"xl/workbook.xml": "<a/>"}, "Excel"), ({"ppt/presentation.xml": "<a/>"}, "演示文稿"), ({"content.xml": "<a/>", "mimetype": "odt"}, "odt"),
    ({"OFD.xml": "<a/>"}, "OFD"), ({"报告.docx": b"PK"}, "压缩包"),
])
def test_another_package_is_named_as_what_it_is(refused: Refusal, parts: dict[str, str | bytes], named: str) -> None:
    finding = refused(zipped(parts))
    assert finding.rule == "R002"
    assert named in finding.message


@pytest.mark.parametrize(("data", "named"), [
    (b"{\\rtf1\\ansi " + b"\\u30000?" * 9, "RTF"), (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a", "mht"),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "XML"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, "不是文字"), (b"\x7fELF\x02\x01\x01" + bytes(400), "不是文字"),
    (compound({"Workbook": b"x"}), "Excel"), (compound({"other": b"x"}), "别的程序"),
])
def test_another_file_is_named_as_what_it_is(refused: Refusal, data: bytes, named: str) -> None:
    finding = refused(data)
    assert finding.rule == "R002"
    assert named in finding.message


def test_a_text_that_begins_with_an_angle_bracket_is_no_page(given: Give) -> None:
    assert given("<青石镇>年度报告".encode(), "a.txt").format == "txt"


def test_the_checks_still_read_a_draft_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "初稿.docx").write_bytes(word_file(paragraphs(["甲", "", "乙"])))
    assert read_docx(tmp_path / "初稿.docx") == ("甲\n\n乙", [])


def test_what_an_office_suite_writes_reads_the_same(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        reason = "no LibreOffice: its .doc, .pdf and .html were NOT read"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    (tmp_path / "a.docx").write_bytes(word_file(paragraphs(LINES), {"[Content_Types].xml": CONTENT_TYPES}))
    for form in ("doc", "html", "pdf"):
        office = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
        subprocess.run([*office, "--convert-to", form, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True, timeout=120)
        original, findings = read_past(tmp_path / f"a.{form}", "a")
        assert original is not None, (form, findings)
        assert original.text.split() == TEXT.split(), form


CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
