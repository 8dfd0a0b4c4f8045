"""The text of a Word file as it stands now: insertions count, deletions do not.

python-docx drops text inside tracked changes, so the XML is walked directly. Nothing outside the file is ever followed.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

from drafter.files import is_file, is_taken
from drafter.finding import Finding, Place, Severity

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST = 50 * 1024 * 1024
"""Bytes that the document part may have when unpacked."""
GONE = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}txbxContent"}


def read_docx(path: Path) -> tuple[str | None, list[Finding]]:
    """Return the paragraphs of a Word file, one a line."""
    if is_taken(path) and not is_file(path):
        return None, [_refused(path, "这不是普通文件，不能读", "给出一个 .docx 文件")]
    try:
        with zipfile.ZipFile(path) as package, package.open("word/document.xml") as part:
            data = part.read(LARGEST + 1)
        if len(data) > LARGEST:
            return None, [_refused(path, "文件太大，没有读", "另存一份只有正文的文件再试")]
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(data, parser)
        if root.getroottree().docinfo.doctype:
            return None, [_refused(path, "文件里有不该有的内容（DTD），没有读", "在 Word 或 WPS 里另存一份再试")]
    except FileNotFoundError:
        return None, [_refused(path, "找不到这个文件", "核对文件名和所在文件夹")]
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, NotImplementedError, RuntimeError):
        return None, [_refused(path, "这个 Word 文件打不开", "用 Word 或 WPS 打开看看，另存为 .docx 再试；旧的 .doc 也要先另存为 .docx")]
    return "\n".join(_text(paragraph) for paragraph in root.iter(f"{W}p")), []


def _text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph, without what is deleted; a line break between hanzi stands for nothing."""
    words: list[str] = []
    waiting = list(paragraph)[::-1]
    while waiting:
        element = waiting.pop()
        if element.tag in GONE:
            continue
        if element.tag == f"{W}t":
            words.append(element.text or "")
        elif element.tag == f"{W}tab":
            words.append(" ")
        waiting += list(element)[::-1]
    return "".join(words).strip()


def _refused(path: Path, message: str, hint: str) -> Finding:
    """Return the finding that a file was not read."""
    return Finding("R001", Severity.ERROR, message, Place(str(path), 1), hint)
