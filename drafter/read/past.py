"""Past reports, read as they come: Word files old and new, texts in any encoding, saved web pages, PDF.

What a file is, its bytes say; its name says nothing.
"""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from contextlib import suppress
from pathlib import Path

from drafter.finding import Finding
from drafter.past import Original
from drafter.read import limits
from drafter.read.limits import read_bytes
from drafter.read.result import Refused, Words
from drafter.source.decode import decode

KINDS = "给出 .docx、.doc、.pdf、.html 或 .txt 文件"
SAVE_AS = "用 Word 或 WPS 打开，另存为 .docx 再试"
PROTECTED = "EncryptedPackage".encode("utf-16-le")
SIGNS = ((b"PK", "docx"), (b"\xd0\xcf\x11\xe0", "doc"), (b"%PDF", "pdf"), (b"{\\rtf", "rtf"))
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
CODECS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
"""Pages that call themselves GB2312 use the letters of its successors; any other name is left to the ladder."""
HEAD = 4096
"""Bytes in which a page must name its charset."""
PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|div|p|table|center|span|font|h[1-6]|article|section|style|script|!--)[\s/>\-\[]",
    re.IGNORECASE,
)
WORD_XML = re.compile("mso-application|<w:wordDocument|<pkg:package")
WEB_ARCHIVE = re.compile(r"(?:From:|MIME-Version:)[^\n]*\n", re.IGNORECASE)
HANZI = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
JUNK = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def read_past(path: Path, shown: str) -> tuple[Original | None, list[Finding]]:
    """Read a past report; ``shown`` is how messages call it."""
    try:
        data = read_bytes(path)
        format_, words = _read(data)
        if not HANZI.search(words.text):
            raise Refused("R006", "文件里没有读到中文文字", "打开看看是不是选错了文件；只有图片的，请换可复制文字的版本")
        if len(words.text) > limits.LETTERS:
            raise limits.too_large("文件里的文字太多")
    except Refused as refused:
        return None, [refused.finding(shown)]
    return Original(shown, hashlib.sha256(data).hexdigest(), format_, words.text, words.date, words.notes), []


def _read(data: bytes) -> tuple[str, Words]:
    """Return what the bytes are, and the words in them."""
    bare = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    format_ = next((name for sign, name in SIGNS if bare.startswith(sign)), "")
    if format_ == "rtf":
        raise Refused("R002", "这是 RTF 文件，读不了", SAVE_AS)
    if format_ == "docx":
        return format_, _printable(_word(data))
    if format_ == "doc" and PROTECTED in data:
        raise Refused("R004", "这个文件加了密码", "在 Word 或 WPS 里打开，去掉密码，另存一份再试")
    if format_:
        # Only these formats need a second process.
        from drafter.read.apart import read_apart  # noqa: PLC0415

        return format_, _printable(read_apart(data, format_))
    return _text(data)


def _word(data: bytes) -> Words:
    """Return the words of a package, which must be a Word file."""
    # lxml takes longer to load than many a text to read.
    from drafter.read.package import Package  # noqa: PLC0415
    from drafter.read.word_text import joined, read_document  # noqa: PLC0415

    package = Package(data)
    if other := package.other():
        raise Refused("R002", f"这是{other}，不是 Word 文件", KINDS)
    package.refuse_outside()
    document = read_document(package)
    return Words(joined(document.pieces), notes=document.notes)


def _text(data: bytes) -> tuple[str, Words]:
    """Return the words of a text or of a web page."""
    if len(data) > limits.PLAIN:
        raise limits.too_large(f"文字文件超过 {limits.PLAIN // limits.MEGABYTE} MB")
    text, notes = _decoded(data)
    _refuse_junk(text)
    start = text[:HEAD].lstrip()
    if WEB_ARCHIVE.match(start) and "multipart/" in start:
        raise Refused("R002", "这是“单个文件网页”（.mht），读不了", SAVE_AS)
    if start.startswith("<") and WORD_XML.search(start) and "<html" not in start.lower():
        raise Refused("R002", "这是 Word 的 XML 文件，读不了", SAVE_AS)
    if not (start.startswith("<") and PAGE.search(start)):
        return "txt", Words(text, notes=notes)
    from drafter.read.web import read_web  # noqa: PLC0415

    words = read_web(text)
    return "html", _printable(words._replace(notes=notes))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of the bytes: by the ladder, unless it is a page that names a charset which fits."""
    named = CHARSET.search(data[:HEAD])
    if named and not _is_unicode(data):
        codec = CODECS.get(named[1].decode("ascii").lower(), "")
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(codec), (f"文件不是 UTF-8 编码，已按 {codec.upper()} 读入",)
    text, findings = decode(data, "")
    if text is None:
        _refuse_junk(data.decode("latin-1"))
        place = findings[0].place
        raise Refused("R001", findings[0].message, "在记事本或 WPS 里打开，另存为，编码选 UTF-8", place.line if place else 1)
    return text, tuple(finding.message for finding in findings)


def _refuse_junk(text: str) -> None:
    """Refuse what has too many control characters to be a text."""
    if len(JUNK.findall(text)) * 200 > len(text):
        raise Refused("R002", "这不是文字文件", KINDS)


def _is_unicode(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return True


def _printable(words: Words) -> Words:
    """Leave out characters that nobody sees: controls, marks of direction, blanks of no width."""
    text = words.text
    # Most texts hold none, and looking at every character takes longer than reading the file.
    if not text.replace("\n", "").replace("\t", "").isprintable():
        text = "".join(letter for letter in text if letter in "\n\t" or unicodedata.category(letter) not in UNSEEN)
    return words._replace(text=text)
