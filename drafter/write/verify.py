"""Look at a Word file once more before it takes its place: does it open, and does it say what it should."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from xml.parsers import expat

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
BROKEN = (UnicodeDecodeError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError)
"""What zipfile raises over damaged packages."""
ALSO = {WORDS + "br": "\n", WORDS + "tab": "\t"}
"""What stands for characters; in a title a line break is layout and stands for none."""


def check_docx(data: bytes, expected: str) -> None:
    """Raise ValueError unless this is a sound Word file whose words are the expected ones; empty lines do not count."""
    parts = _parts(data)
    for name, part in parts.items():
        _parse(name, part, expat.ParserCreate())
    found = document_text(parts["word/document.xml"])
    if _lines(found) != _lines(expected):
        raise ValueError("文件里的文字与报告不一致")


def document_text(part: bytes) -> str:
    """Return the words of a document.xml, one paragraph a line."""
    words: list[str] = []
    inside, title = [False], [False]
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name: str, attributes: dict[str, str]) -> None:
        inside[0] = name == WORDS + "t"
        if name in (WORDS + "p", WORDS + "pStyle"):
            title[0] = attributes.get(WORDS + "val") == "Title"
        layout = attributes if name == WORDS + "tab" else title[0] and name == WORDS + "br"  # a tab with attributes is a tab stop
        words.append("" if layout else ALSO.get(name, ""))

    def end(name: str) -> None:
        inside[0] = False
        words.append("\n" if name == WORDS + "p" else "")

    def characters(piece: str) -> None:
        words.append(piece if inside[0] else "")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    _parse("word/document.xml", part, parser)
    return "".join(words)


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except BROKEN as error:
        raise ValueError(f"压缩包损坏：{error}") from error
    if missing := {"[Content_Types].xml", "word/document.xml"} - parts.keys():
        raise ValueError(f"缺少部件：{'、'.join(sorted(missing))}")
    return parts


def _parse(name: str, part: bytes, parser: expat.XMLParserType) -> None:
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise ValueError(f"部件 {name} 格式有误：{error}") from error


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]
