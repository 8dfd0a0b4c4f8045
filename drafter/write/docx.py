"""The Word file of a report: parts made here, parts that lie ready, and a zip without a clock."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from drafter.report import Report
from drafter.write import body, properties
from drafter.write.escape import encoded
from drafter.write.plan import plan

READY = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "font-table.xml",
    "word/theme/theme1.xml": "theme.xml",
    "word/footer1.xml": "footer-even.xml",
    "word/footer2.xml": "footer-odd.xml",
    "docProps/app.xml": "app.xml",
    "customXml/_rels/item1.xml.rels": "item-rels.xml",
    "customXml/itemProps1.xml": "item-props.xml",
}
"""The parts that lie ready, in their order: name → file in parts/. Those made for a report follow them."""

STAMP = (1980, 1, 1, 0, 0, 0)


def docx(report: Report) -> bytes:
    """Return the report as a Word file; the same report gives the same bytes.

    Raises ValueError where the report holds a character that XML forbids.
    """
    lines = plan(report)
    made = {"word/document.xml": encoded(body.document(lines)), "docProps/core.xml": encoded(properties.core(report.head))}
    hashes = {**_ready_hashes(), **{name: digest(data) for name, data in made.items()}}
    made["customXml/item1.xml"] = encoded(properties.draft(lines, hashes))
    held = io.BytesIO()
    held.write(_ready_package())
    _add(held, made)
    return held.getvalue()


def digest(data: bytes) -> str:
    """Return the fingerprint of a part."""
    return hashlib.sha256(data).hexdigest()


@cache
def _ready() -> Mapping[str, bytes]:
    """Read the parts that lie ready."""
    folder = Path(__file__).parent / "parts"
    return {name: (folder / file).read_bytes().replace(b"\r\n", b"\n") for name, file in READY.items()}


@cache
def _ready_hashes() -> Mapping[str, str]:
    """Return the fingerprints of the parts that lie ready and are printed."""
    return {name: digest(data) for name, data in _ready().items() if not name.startswith("customXml/")}


@cache
def _ready_package() -> bytes:
    """Return a package of the parts that lie ready: they are deflated once for a whole batch."""
    held = io.BytesIO()
    _add(held, _ready())
    return held.getvalue()


def _add(held: io.BytesIO, parts: Mapping[str, bytes]) -> None:
    """Add parts to a package."""
    with zipfile.ZipFile(held, "a") as package:
        for name, data in parts.items():
            package.writestr(_entry(name), data)


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry in which nothing depends on the machine or the hour."""
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry
