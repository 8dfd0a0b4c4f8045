"""The Word file of a report: parts made here, parts that lie ready, and a zip without a clock."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib import resources

from drafter.report import Report
from drafter.write import body, properties
from drafter.write.plan import plan

PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "rels.xml",
    "word/document.xml": "",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "font-table.xml",
    "word/theme/theme1.xml": "theme.xml",
    "word/footer1.xml": "footer-even.xml",
    "word/footer2.xml": "footer-odd.xml",
    "docProps/core.xml": "",
    "docProps/app.xml": "app.xml",
    "customXml/item1.xml": "",
    "customXml/_rels/item1.xml.rels": "item-rels.xml",
    "customXml/itemProps1.xml": "item-props.xml",
}
"""The package in its order: name → file in parts/, empty where the part is made here."""

STAMP = (1980, 1, 1, 0, 0, 0)


def docx(report: Report) -> bytes:
    """Return the report as a Word file; the same report gives the same bytes."""
    lines = plan(report)
    parts = dict(_ready())
    parts["word/document.xml"] = body.document(lines).encode()
    parts["docProps/core.xml"] = properties.core(report.head).encode()
    recorded = {name: parts[name] for name in PARTS if not name.startswith("customXml/")}
    parts["customXml/item1.xml"] = properties.draft(lines, recorded).encode()
    return _zip([(name, parts[name]) for name in PARTS])


@cache
def _ready() -> tuple[tuple[str, bytes], ...]:
    folder = resources.files("drafter.write") / "parts"
    return tuple((name, (folder / file).read_bytes().replace(b"\r\n", b"\n"))
                 for name, file in PARTS.items() if file)


def _zip(parts: list[tuple[str, bytes]]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, data in parts:
            package.writestr(_entry(name), data)
    return held.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry in which nothing depends on the machine or the hour."""
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry
