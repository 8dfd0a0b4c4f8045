"""A Word file as a package: its parts, unpacked by count and parsed without following anything."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lxml import etree

from drafter.read import limits
from drafter.read.result import Refused

MAIN = "word/document.xml"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BROKEN = (OSError, KeyError, ValueError, IndexError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
OUTSIDE = {"attachedTemplate": "文档模板", "image": "图片", "oleObject": "嵌入的对象", "frame": "框架页", "subDocument": "子文档"}
OTHERS = (
    ("xl/workbook.", "Excel 表格"), ("ppt/presentation.", "演示文稿"), ("OFD.xml", "OFD 版式文件"), ("content.xml", "ODF 文件（.odt 一类）"),
    ("META-INF/container.xml", "电子书"),
)


def damaged() -> Refused:
    """Return the refusal of a Word file that is none."""
    return Refused("R001", "这个 Word 文件打不开", "用 Word 或 WPS 打开看看，另存为 .docx 再试；旧的 .doc 也要先另存为 .docx")


class Package:
    """The parts of a Word file; all that is read of it counts towards one limit."""

    def __init__(self, data: bytes) -> None:
        # Counted before the directory is read: a million empty members are a gigabyte of entries.
        if data.count(b"PK\x01\x02") > limits.MEMBERS:
            raise limits.too_large(f"压缩包里的文件超过 {limits.MEMBERS} 个")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise damaged() from None
        self.names = self._zip.namelist()
        if len(set(self.names)) < len(self.names):
            raise Refused("R008", "压缩包里有重名的部件，没有读", "在 Word 或 WPS 里打开，另存一份再试")
        self._left = limits.UNPACKED

    def other(self) -> str:
        """Name what the package is where it is no Word file."""
        if self.main() in self.names:
            return ""
        return next((said for name, said in OTHERS if any(found.startswith(name) for found in self.names)), "压缩包（zip）")

    def main(self) -> str:
        """Return the name of the part with the text; some programs do not use the usual one."""
        if MAIN in self.names or "_rels/.rels" not in self.names:
            return MAIN
        for relation in self._relations("_rels/.rels"):
            if relation.get("Type", "").endswith("/officeDocument"):
                name = relation.get("Target", "").lstrip("/")
                return name if name.startswith("word/") else MAIN
        return MAIN

    def xml(self, name: str) -> Any:
        """Return the root of a part; None where there is no such part."""
        return parsed(self.part(name)) if name in self.names else None

    def beside_main(self, name: str) -> Any:
        """Return the root of a part in the folder of the text."""
        return self.xml(posixpath.join(posixpath.dirname(self.main()), name))

    def refuse_outside(self) -> None:
        """Refuse a file that fetches anything from elsewhere when it is opened; links that one has to click may stay."""
        for name in self.names:
            if not name.endswith(".rels"):
                continue
            for relation in self._relations(name):
                kind = relation.get("Type", "").rpartition("/")[2]
                if relation.get("TargetMode") == "External" and kind != "hyperlink":
                    what = OUTSIDE.get(kind, "内容")
                    raise Refused("R008", f"文件里有一处{what}指向文件之外，没有读", "把正文复制到一份新文件里，另存再试")

    def _relations(self, name: str) -> Any:
        return self.xml(name).iter(RELATION)

    def part(self, name: str) -> bytes:
        """Return the bytes of a part that is there; they count towards the limit each time."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise Refused("R004", "这个文件加了密码", "在 Word 或 WPS 里打开，去掉密码，另存一份再试")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise damaged()
        try:
            with self._zip.open(info) as part:
                data = part.read(self._left + 1)
        except BROKEN:
            raise damaged() from None
        self._left -= len(data)
        if self._left < 0:
            raise limits.too_large(f"文件解压后超过 {limits.UNPACKED // limits.MEGABYTE} MB")
        if len(data) > limits.RATIO_FROM and len(data) > limits.RATIO * max(info.compress_size, 1):
            raise Refused("R008", "文件压缩得不正常（像“压缩炸弹”），没有读", "在 Word 或 WPS 里打开看看，把正文复制到一份新文件里再试")
        return data


def parsed(data: bytes) -> Any:
    """Return the root of an XML part, in the usual namespace; a document type is refused whatever its encoding."""
    limits.check_tags(data, limits.TAGS)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data.replace(STRICT, USUAL), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged() from None
    if root.getroottree().docinfo.doctype:
        raise Refused("R008", "文件里有不该有的内容（DTD），没有读", "在 Word 或 WPS 里另存一份再试")
    return root
