"""Hostile, broken and enormous files: each ends soon, in one finding, and nothing is followed."""

import json
import os
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from drafter.read import apart, limits, read_docx, read_past
from tests.read.conftest import Give, Refusal, refusal
from tests.read.other_files import compound, old_word, pdf, printed
from tests.read.sample import LINES, TEXT
from tests.read.word_files import (
    MAIN_RELATION,
    SPACES,
    W,
    cell,
    document,
    listed,
    numbering,
    outside,
    paragraph,
    paragraphs,
    relations,
    run,
    table,
    word_file,
    zipped,
)

ROOT = Path(__file__).resolve().parents[2]
LAUGHS = '<!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">{}]>'.format(
    "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
)
SECRET = '<!DOCTYPE d [<!ENTITY e SYSTEM "{}">]>'
GOOD = paragraphs(LINES)


def main_part(text: str, encoding: str = "utf-8") -> bytes:
    return zipped({"word/document.xml": text.replace("UTF-8", encoding).encode(encoding)})


def renamed(data: bytes, old: str, new: str) -> bytes:
    return data.replace(old.encode(), new.encode())


def locked() -> bytes:
    """A package whose members say that they are encrypted."""
    data = bytearray(word_file(GOOD))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 4)
    return bytes(data)


def lying(data: bytes) -> bytes:
    """A package that gives its text as one byte long."""
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    return data[:at + 24] + struct.pack("<I", 1) + data[at + 28:]


BROKEN = {
    "a package cut short": (word_file(GOOD)[:-40], "R001"),
    "a package cut in half": (word_file(GOOD)[:400], "R001"),
    "only the first bytes of a package": (b"PK\x03\x04", "R001"),
    "a text part that is no XML": (main_part("<w:document"), "R001"),
    "a text part with nothing in it": (main_part(""), "R001"),
    "a text part of zeros": (zipped({"word/document.xml": bytes(9999)}), "R001"),
    "a text part that is a folder": (zipped({"word/document.xml/": b""}), "R002"),
    "a text part packed as lying": (lying(word_file(GOOD)), "R001"),
    "a text part twice": (renamed(word_file(GOOD, {"word/documenu.xml": b"x"}), "word/documenu.xml", "word/document.xml"), "R008"),
    "a relation part that is no XML": (word_file(GOOD, {"word/_rels/document.xml.rels": "<"}), "R001"),
    "a package with a password": (locked(), "R004"),
    "a packing nobody uses": (zipped({"word/document.xml": document(GOOD)}, zipfile.ZIP_LZMA), "R001"),
    "another world's XML": (main_part("<html><body><p>正文</p></body></html>"), "R006"),
    "no words": (word_file(paragraphs([" ", "……", "abc 123"])), "R006"),
    "a compound file cut short": (old_word([(TEXT, "utf-16-le")])[:2000], "R001"),
    "a compound file of nothing": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "R001"),
    "a compound file that runs in a circle": (old_word([(TEXT, "utf-16-le")])[:512] + struct.pack("<128I", *[1] * 128) + bytes(9000), "R002"),
    "an old file without plan": (compound({"WordDocument": struct.pack("<H", 0xA5EC) + b"\xc1" + bytes(9000), "0Table": bytes(9)}), "R001"),
    "a PDF of one line": (b"%PDF-1.7\n", "R001"),
    "a PDF cut in half": (pdf(printed(LINES))[:300], "R001"),
    "a PDF of noise": (b"%PDF-1.7\n" + bytes(range(256)) * 99, "R001"),
    "a page of open tags": (b"<html>" + b"<div>" * 9999, "R006"),
    "zeros": (bytes(5000), "R002"),
    "a text with broken bytes": (TEXT.encode()[:200] + b"\xff\xfe\xff" + TEXT.encode()[201:], "R001"),
    "blanks": (b"  \r\n\t ", "R006"),
    "a byte": (b"\x00", "R002"),
}
DANGEROUS = {
    "a document type": document(GOOD, "<!DOCTYPE d>"),
    "a document type with a system id": document(GOOD, '<!DOCTYPE d SYSTEM "http://a.invalid/a.dtd">'),
    "a billion laughs": document(paragraph("<w:r><w:t>正文&i;</w:t></w:r>"), LAUGHS),
    "a billion laughs in an attribute": document(paragraph("<w:r a='&i;'><w:t>正文</w:t></w:r>"), LAUGHS),
    "an outer entity": document(paragraph("<w:r><w:t>正文&e;</w:t></w:r>"), SECRET.format("/etc/hostname")),
    "a parameter entity": document(GOOD, '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/hostname">%p;]>'),
}
OUTSIDE = [
    ("word/_rels/settings.xml.rels", "attachedTemplate", "http://a.invalid/a.dotm", "文档模板"),
    ("word/_rels/document.xml.rels", "image", "file:///dev/zero", "图片"),
    ("word/_rels/document.xml.rels", "oleObject", "\\\\a.invalid\\b", "对象"),
    ("word/_rels/header1.xml.rels", "image", "http://a.invalid/a.png", "图片"),
    ("word/_rels/document.xml.rels", "subDocument", "a.docx", "子文档"), ("_rels/.rels", "somethingNew", "x", "内容"),
]
PARSE_BOMBS = {
    "a million paragraphs": document("<w:p/>" * 2_000_000),
    "a million attributes": document("<w:p " + " ".join(f'a{at}=""' for at in range(1_100_000)) + "/>"),
    "a nest of boxes": document("<w:p><w:r><w:txbxContent>" * 600 + "<w:p/>" * 200_000 + "</w:txbxContent></w:r></w:p>" * 600),
    "a nest of tables": document("<w:tbl><w:tr><w:tc>" * 80 + GOOD + "</w:tc></w:tr></w:tbl>" * 80),
    "a deep nest": document("<w:sdt>" * 30_000),
    "one enormous word": document(paragraph(run("字" * 4_000_000))),
    "a wide cell": document(table([cell("甲", '<w:gridSpan w:val="1000000000"/>')] * 1000)),
}
WEB_BOMBS = {
    "many tags": "<p>" * 390_000 + "正文", "too many tags": "<p>" * 1_000_000 + "正文", "nested": "<div>" * 390_000 + "正文。",
    "links in links": "<a href=a>" * 200_000 + "正文", "a row of cells": "<table><tr>" + "<td>甲</td>" * 190_000,
    "nested cells": "<table><tr><td>" * 130_000 + "甲", "attributes": "<p " + " ".join(f"a{at}=1" for at in range(390_000)) + ">正文",
    "entities": "&lt;" * 1_000_000 + "正文", "a line": "<p>" + "正文，" * 500_000, "lists": "<ul><li>甲，乙" * 190_000,
    "blanks": "<p>字" + "\n \n" * 1_000_000 + "字", "a comment": "<!--" * 300_000 + "正文", "a script": "<script>" * 300_000 + "正文",
    "a title": f"<title>{'a-' * 2_000_000}",
    "bare attributes": "<p " + " ".join(f"a{at}" for at in range(390_000)) + ">正文", "hidden attributes": '<p a="<style" b="<"' + "/a" * 900_000,
    "formats": "<b><i><u><font>" * 90_000 + "正文",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_finding(refused: Refusal, name: str) -> None:
    data, rule = BROKEN[name]
    assert refused(data).rule == rule


@pytest.mark.parametrize("name", DANGEROUS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_whatever_its_encoding(refused: Refusal, name: str, encoding: str) -> None:
    began = time.monotonic()
    assert refused(main_part(DANGEROUS[name], encoding)).rule in {"R008", "R001"}
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("part", ["_rels/.rels", "word/_rels/document.xml.rels", "word/numbering.xml", "word/styles.xml"])
def test_a_document_type_is_refused_in_every_part_that_is_read(refused: Refusal, part: str) -> None:
    assert refused(word_file(GOOD, {part: f"<!DOCTYPE a>{relations(MAIN_RELATION)}"})).rule == "R008"


@pytest.mark.parametrize(("part", "kind", "target", "named"), OUTSIDE)
def test_what_would_be_fetched_from_outside_is_refused(refused: Refusal, part: str, kind: str, target: str, named: str) -> None:
    finding = refused(word_file(GOOD, {part: relations(MAIN_RELATION, outside(kind, target))}))
    assert finding.rule == "R008"
    assert named in finding.message


def test_a_link_to_click_on_may_stay(given: Give) -> None:
    link = outside("hyperlink", "http://a.invalid/")
    assert given(word_file(GOOD, {"word/_rels/document.xml.rels": relations(link)})).text == TEXT


def test_the_checks_refuse_no_draft_for_its_template(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word_file(GOOD, {"word/_rels/settings.xml.rels": relations(outside("attachedTemplate", "a.dotx"))}))
    assert read_docx(tmp_path / "a.docx") == (TEXT, [])


@pytest.mark.parametrize("name", PARSE_BOMBS)
def test_an_xml_bomb_ends_within_time_and_memory(tmp_path: Path, name: str) -> None:
    limited(tmp_path, zipped({"word/document.xml": PARSE_BOMBS[name]}, zipfile.ZIP_STORED))


@pytest.mark.parametrize("name", WEB_BOMBS)
def test_a_web_bomb_ends_within_time_and_memory(tmp_path: Path, name: str) -> None:
    limited(tmp_path, f"<html>{WEB_BOMBS[name]}".encode())


@pytest.mark.parametrize(("start", "repeated"), [
    (b"", b"\x00\xe5" * 25_000_000), (b"", "字".encode() * 1_600_000), (b"PK\x03\x04", b"PK\x01\x02" * 12_000_000),
    (b"%PDF-1.7\n", b"1 0 obj<<" * 5_000_000),
], ids=["text of 50 MB", "text of 5 MB", "a directory of 50 MB", "a PDF of 45 MB"])
def test_a_large_file_ends_within_time_and_memory(tmp_path: Path, start: bytes, repeated: bytes) -> None:
    limited(tmp_path, start + repeated)


def limited(folder: Path, data: bytes) -> None:
    """Read bytes in a process whose time and memory are watched from outside."""
    (folder / "炸弹").write_bytes(data)
    script = (
        "import json, re, sys; from pathlib import Path; from drafter.read import read_past\n"
        "original, findings = read_past(Path(sys.argv[1]), 'a')\n"
        # Not ru_maxrss: a child inherits that of the process that started it, and this one has all tests before it behind it.
        "most = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]\n"
        "print(json.dumps([[f.rule for f in findings], int(most)]))"
    )
    done = subprocess.run([sys.executable, "-c", script, folder / "炸弹"], cwd=ROOT, capture_output=True, check=True, timeout=20)
    rules, kilobytes = json.loads(done.stdout)
    assert rules in ([], ["R007"], ["R006"], ["R001"], ["R002"])
    assert kilobytes < 1_000_000


def test_a_zip_bomb_is_over_the_limit(refused: Refusal) -> None:
    many: dict[str, str | bytes] = {f"word/{at}.xml": b"" for at in range(limits.MEMBERS + 1)}
    assert refused(zipped(many)).rule == "R007"
    assert refused(word_file(paragraph(run("字" * 3_000_000)))).rule == "R008"
    noise = paragraphs(f"{at * at}号" for at in range(400_000))
    assert refused(word_file(noise, {"word/styles.xml": document(noise)})).rule == "R007"


def test_the_limit_counts_all_parts_together(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", len(document(GOOD).encode()) + 400)
    assert refused(word_file(GOOD, {"word/styles.xml": f'<w:styles xmlns:w="{W}">{" " * 400}</w:styles>'})).rule == "R007"


def test_numbers_cannot_be_made_a_bomb(given: Give) -> None:
    more = '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="999999"/></w:lvlOverride></w:num>'
    parts = {"word/numbering.xml": numbering(("upperRoman", "%1" * 99_999), more=more)}
    assert len(given(word_file(paragraph(run("正文"), listed(0, 4)), parts)).text) < 100
    assert given(word_file(paragraph(run("正文"), listed(0, 4)), {"word/numbering.xml": f"<w:x {SPACES}/>"})).text == "正文"


def test_a_file_over_the_limit_is_not_read(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ON_DISK", 10)
    assert refused(TEXT.encode()).rule == "R007"


def test_an_empty_file_is_said(refused: Refusal) -> None:
    assert refused(b"").rule == "R006"


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "文件夹.docx").mkdir()
    (tmp_path / "真.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "链接.txt").symlink_to(tmp_path / "真.txt")
    (tmp_path / "断链.txt").symlink_to(tmp_path / "没有")
    os.mkfifo(tmp_path / "管道.txt")
    for name in ("文件夹.docx", "链接.txt", "断链.txt", "管道.txt", "没有.docx", "真.txt/下面", "坏\0名", "长" * 300):
        assert refusal(tmp_path / name).rule == "R001"
    assert refusal(Path("/dev/zero")).rule == "R001"


def test_a_file_without_right_to_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def no(*_: object) -> int:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(os, "open", no)
    assert "权限" in refusal(tmp_path / "a.txt").hint


@pytest.mark.parametrize(("program", "rule"), [
    ("import time; time.sleep(60)", "R007"), ("import os; os.abort()", "R001"), ("print('[')", "R001"), ("print('{}')", "R001"),
    ("print('[1]')", "R001"),
    ("raise SystemExit(3)", "R001"), ("print('{\"text\": 1, \"notes\": 1}')", "R001"), ("print('{\"refused\": [1]}')", "R001"),
])
def test_a_child_that_hangs_crashes_or_babbles_is_a_finding(refused: Refusal, monkeypatch: pytest.MonkeyPatch, program: str, rule: str) -> None:
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", program))
    monkeypatch.setattr(limits, "SECONDS", 1)
    assert refused(b"%PDF-1.7").rule == rule


def test_a_child_that_cannot_be_started_is_a_finding(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "COMMAND", ("/没有这个程序",))
    assert refused(b"%PDF-1.7").rule == "R001"


def test_a_reader_that_is_not_installed_is_said(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    without = "import sys; sys.argv[1] = 'pdf'; sys.modules['pypdfium2'] = None; from drafter.read import child; child.main()"
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", without))
    assert "组件" in refused(b"%PDF-1.7").message


def test_a_pdf_that_swells_is_stopped_in_the_child(refused: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "COMMAND", (sys.executable, "-c", SWELL))
    assert refused(b"%PDF-1.7").rule == "R001"


SWELL = "from drafter.read import child; child._limit(); print(len(bytes(2 << 30)))"


def test_the_child_cannot_write_a_file(tmp_path: Path) -> None:
    script = f"from drafter.read import child; child._limit(); open({str(tmp_path / 'a')!r}, 'w').write('a')"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False, timeout=20)
    assert not (tmp_path / "a").exists() or not (tmp_path / "a").read_bytes()


def test_no_cut_of_a_good_file_is_more_than_a_finding(tmp_path: Path) -> None:
    data = word_file(GOOD + table([cell("甲")]), {"word/numbering.xml": numbering(("decimal", "%1."))})
    for at in range(0, len(data), 37):
        for bad in (data[:at], data[:at] + bytes(3) + data[at + 3:], data[:at] + b"\xff" + data[at:]):
            (tmp_path / "a.docx").write_bytes(bad)
            original, findings = read_past(tmp_path / "a.docx", "a.docx")
            assert (original is None) == (len(findings) == 1)
