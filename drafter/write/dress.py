"""The parts of a Word file that lie ready, in another layout than that of the standard."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.write import official
from drafter.write.layout import CENTRED, GBT9704, Faces, PageLayout

STYLES, FOOTERS = "word/styles.xml", ("word/footer1.xml", "word/footer2.xml")
STYLE = r'(?s)<w:style [^>]*w:styleId="(\w+)".*?</w:style>|<w:docDefaults>.*?</w:docDefaults>'
FONTS = r'w:ascii="[^"]*" w:eastAsia="[^"]*" w:hAnsi="[^"]*"'
LIKE_HEADING = {"AttachmentLabel": 1, "TableHead": 1, "SignerName": 2, "DraftStage": 2}
"""Styles of the formal form in the face of a heading's level."""
PLACE = r'\s*<w:ind [^>]*/>(\s*)<w:jc w:val="\w+"/>'


def dressed(parts: Mapping[str, bytes], layout: PageLayout) -> Mapping[str, bytes]:
    """Return the parts with styles and footers as a layout wants them; those of the standard are left as they are."""
    if layout == GBT9704:
        return parts
    made = {STYLES: dressed_styles(parts[STYLES], layout)}
    if layout.number == CENTRED:
        made |= {name: re.sub(PLACE, r'\1<w:jc w:val="center"/>', parts[name].decode()).encode() for name in FOOTERS}
    return {**parts, **made}


def dressed_styles(xml: bytes, layout: PageLayout) -> bytes:
    """Return styles as a layout wants them; those of the standard are left as they are."""
    if layout == GBT9704:
        return xml
    styles = re.sub(STYLE, lambda found: _style(found[0], found[1] or "Normal", layout), xml.decode())
    styles = styles.replace(f'w:line="{official.LINE_PITCH}"', f'w:line="{layout.pitch}"')
    return styles.replace(f'<w:spacing w:val="{official.CELL_SPACING}"/>', f'<w:spacing w:val="{layout.spacing}"/>').encode()


def _style(xml: str, style: str, layout: PageLayout) -> str:
    """Return a style in the faces of a layout."""
    if layout.bold_third and style == "Heading3":
        xml = xml.replace('<w:b w:val="0"/>', "<w:b/>").replace('<w:bCs w:val="0"/>', "<w:bCs/>")
    face, latin = _face(style, layout.faces)
    return re.sub(FONTS, f'w:ascii="{latin}" w:eastAsia="{face}" w:hAnsi="{latin}"', xml) if face else xml


def _face(style: str, faces: Faces) -> tuple[str, str]:
    """Return the face of a style and that of its digits; empty where the style sets none of its own."""
    if style in ("Title", "OrganMark"):
        return faces.title, faces.title
    if style == "Footer":
        return faces.number, faces.number
    level = int(style[-1]) if style.startswith("Heading") else LIKE_HEADING.get(style, 0)
    face = faces.headings[level - 1] if level else faces.body if style == "Normal" else ""
    return face, faces.digits or face


def section(layout: PageLayout) -> str:
    """Return the section of a document: its page, its margins and its footers.

    Where the lines do not fill the page, LibreOffice sets a grid of lines in the middle of it: no grid then.
    """
    grid = ' w:type="lines"' if layout == GBT9704 else ""
    return (
        '<w:sectPr><w:footerReference w:type="even" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        f'<w:pgSz w:w="{official.PAGE_WIDTH}" w:h="{official.PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{layout.top}" w:right="{layout.right}" w:bottom="{layout.bottom}"'
        f' w:left="{layout.left}" w:header="{official.HEADER_DISTANCE}" w:footer="{layout.footer}"'
        f' w:gutter="0"/><w:docGrid{grid} w:linePitch="{layout.pitch}"/></w:sectPr>'
    )
