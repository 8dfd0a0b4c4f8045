"""The Word file of a report: parts made here, parts that lie ready, and a zip without a clock."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from drafter.report import Report
from drafter.write import body, properties
from drafter.write.dress import dressed, dressed_styles
from drafter.write.escape import encoded
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.package import Entry, deflated, package
from drafter.write.plan import Line, plan

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


def docx(report: Report, layout: PageLayout = GBT9704) -> bytes:
    """Return the report as a Word file in a layout; the same report gives the same bytes.

    Raises ValueError where the report holds a character that XML forbids.
    """
    if report.formal:
        return _formal(report, layout)
    lines = plan(report, layout)
    return _package(report, lines, body.document(lines, layout), layout)


def _formal(report: Report, layout: PageLayout) -> bytes:
    """Return a formal copy: styles of its own beside those of a draft."""
    # Only here: a draft does not pay for the formal form.
    from drafter.write.formal import laid, lines_in  # noqa: PLC0415
    from drafter.write.formal_xml import document  # noqa: PLC0415

    items = laid(report, layout)
    more = (Path(__file__).parent / "parts" / "styles-formal.xml").read_bytes().replace(b"\r\n", b"\n")
    styles = dressed(_ready(), layout)["word/styles.xml"].replace(b"</w:styles>", dressed_styles(more, layout) + b"</w:styles>")
    return _package(report, tuple(lines_in(items)), document(items, layout), layout, {"word/styles.xml": styles})


def _package(report: Report, lines: tuple[Line, ...], xml: str, layout: PageLayout, instead: Mapping[str, bytes] | None = None) -> bytes:
    """Return the file around a finished document.xml; ``instead`` are parts that take the place of ready ones."""
    made = {**(instead or {}), "word/document.xml": encoded(xml), "docProps/core.xml": encoded(properties.core(report.head))}
    hashes = {**_ready_hashes(layout), **{name: digest(data) for name, data in made.items()}}
    made["customXml/item1.xml"] = encoded(properties.draft(report.head, lines, hashes))
    ready = [entry for name, entry in zip(READY, _ready_entries(layout), strict=True) if name not in made]
    return package([*ready, *(deflated(name, data) for name, data in made.items())])


def assembled(parts: Mapping[str, str]) -> bytes:
    """Return a Word file of some parts made here and those that lie ready; it is no draft and bears no mark of one.

    Raises ValueError where a part holds a character that XML forbids.
    """
    ready = {name: b"\n".join(line for line in data.split(b"\n") if b"customXml" not in line)
             for name, data in _ready().items() if not name.startswith("customXml/")}
    made = {**ready, **{name: encoded(xml) for name, xml in parts.items()}}
    return package(deflated(name, data) for name, data in made.items())


def digest(data: bytes) -> str:
    """Return the fingerprint of a part."""
    return hashlib.sha256(data).hexdigest()


@cache
def _ready() -> Mapping[str, bytes]:
    """Read the parts that lie ready."""
    folder = Path(__file__).parent / "parts"
    return {name: (folder / file).read_bytes().replace(b"\r\n", b"\n") for name, file in READY.items()}


@cache
def _ready_hashes(layout: PageLayout) -> Mapping[str, str]:
    """Return the fingerprints of the parts that lie ready and are printed."""
    return {name: digest(data) for name, data in dressed(_ready(), layout).items() if not name.startswith("customXml/")}


@cache
def _ready_entries(layout: PageLayout) -> tuple[Entry, ...]:
    """Return the parts that lie ready, deflated once for a whole batch."""
    return tuple(deflated(name, data) for name, data in dressed(_ready(), layout).items())
