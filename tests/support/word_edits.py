"""Edits of a draft's XML as Word, WPS and LibreOffice make them: plain, tracked, with remarks, with runs cut anywhere."""

from __future__ import annotations

import copy
import io
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WHEN = "2026-01-15T09:30:00Z"


def edited(data: bytes, edit: Callable[[Any], None], drop: tuple[str, ...] = (), add: dict[str, bytes] | None = None) -> bytes:
    """Return a Word file whose document.xml went through an edit; some parts dropped, some added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith(drop):
                continue
            if name == "word/document.xml":
                root = etree.fromstring(part)
                edit(root)
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            for gone in drop:
                if name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
                    part = re.sub(rb"<[^<>]*" + gone.rstrip("/").encode() + rb"[^<>]*/>", b"", part)
            if add and name == "[Content_Types].xml" and "word/comments.xml" in add:
                kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
                part = part.replace(b"</Types>", b'<Override PartName="/word/comments.xml" ContentType="' + kind + b'"/></Types>')
            if add and name == "word/_rels/document.xml.rels" and "word/comments.xml" in add:
                type_ = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
                part = part.replace(b"</Relationships>", b'<Relationship Id="rId90" Type="' + type_ + b'" Target="comments.xml"/></Relationships>')
            new.writestr(name, part)
        for name, part in (add or {}).items():
            new.writestr(name, part)
    return out.getvalue()


def paragraphs(root: Any) -> list[Any]:
    return [found for found in root.iter(f"{W}p") if text_of(found).strip()]


def text_of(paragraph: Any) -> str:
    return "".join(found.text or "" for found in paragraph.iter(f"{W}t"))


def style_of(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def run(text: str, kind: str = "t") -> Any:
    made = etree.Element(f"{W}r")
    words = etree.SubElement(made, f"{W}{kind}")
    words.text = text
    words.set(SPACE, "preserve")
    return made


def cut_runs(root: Any, luck: random.Random, most: int = 3) -> None:
    """Cut runs in two at random, as spelling checkers and input methods do."""
    for found in list(root.iter(f"{W}r")):
        for _ in range(luck.randrange(most)):
            words = found.find(f"{W}t")
            if words is None or len(words.text or "") < 2 or found.find(f"{W}br") is not None:
                break
            at = luck.randrange(1, len(words.text))
            other = copy.deepcopy(found)
            other.find(f"{W}t").text, words.text = words.text[at:], words.text[:at]
            for part in (words, other.find(f"{W}t")):
                part.set(SPACE, "preserve")
            found.addnext(other)


def splice(paragraph: Any, start: int, end: int, new: str, track: str = "", number: int = 900) -> None:
    """Put other words between two columns of a paragraph, plainly or as a tracked change by somebody."""
    at = 0
    placed = False
    for found in list(paragraph.iter(f"{W}r")):
        words = found.find(f"{W}t")
        if words is None:
            continue
        text = words.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        here = at <= start <= at + len(text) and not placed
        at += len(text)
        if low > high or (low == high and not here):
            continue
        before, gone, behind = text[:low], text[low:high], text[high:]
        parts = [run(before)] if before else []
        if gone and track:
            parts.append(wrapped("del", run(gone, "delText"), track, number))
        if not placed and new:
            parts.append(wrapped("ins", run(new), track, number + 1) if track else run(new))
        placed = True
        parts += [run(behind)] if behind else []
        for part in reversed(parts):
            found.addnext(part)
        found.getparent().remove(found)


def wrapped(kind: str, inside: Any, author: str, number: int) -> Any:
    made = etree.Element(f"{W}{kind}", {f"{W}id": str(number), f"{W}author": author, f"{W}date": WHEN})
    made.append(inside)
    return made


def mark(paragraph: Any, kind: str, author: str, number: int) -> None:
    """Track the mark of a paragraph."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    look = properties.find(f"{W}rPr")
    if look is None:
        look = etree.SubElement(properties, f"{W}rPr")
    etree.SubElement(look, f"{W}{kind}", {f"{W}id": str(number), f"{W}author": author, f"{W}date": WHEN})


def foreign(root: Any) -> None:
    """Leave nothing of our file but words in paragraphs of another template: no style, no bookmark, another page."""
    strip_marks(root)
    for found in root.iter(f"{W}p"):
        text = text_of(found)
        for child in list(found):
            found.remove(child)
        properties = etree.SubElement(found, f"{W}pPr")
        etree.SubElement(properties, f"{W}ind", {f"{W}firstLine": "640"})
        if text:
            found.append(run(text))
    first = next(root.iter(f"{W}p"))
    for text in ("某县人民政府办公室", "内部资料"):
        first.addprevious(new_paragraph(text, first))


def new_paragraph(text: str, like: Any) -> Any:
    made = etree.Element(f"{W}p")
    properties = like.find(f"{W}pPr")
    if properties is not None:
        made.append(copy.deepcopy(properties))
    made.append(run(text))
    return made


def track_away(paragraph: Any, author: str, number: int) -> None:
    """Delete a whole paragraph with tracking on."""
    for found in list(paragraph.iter(f"{W}r")):
        words = found.find(f"{W}t")
        if words is not None:
            found.getparent().replace(found, wrapped("del", run(words.text or "", "delText"), author, number))
    mark(paragraph, "del", author, number + 1)


def track_move(paragraph: Any, behind: Any, author: str) -> None:
    """Drag a whole paragraph behind another with tracking on."""
    made = copy.deepcopy(paragraph)
    for tag in ("bookmarkStart", "bookmarkEnd"):
        for found in list(made.iter(f"{W}{tag}")):
            found.getparent().remove(found)
    for one, kind, number in ((paragraph, "moveFrom", 930), (made, "moveTo", 940)):
        for found in list(one.iter(f"{W}r")):
            words = found.find(f"{W}t")
            if words is not None:
                found.getparent().replace(found, wrapped(kind, run(words.text or ""), author, number))
        mark(one, kind, author, number + 1)
    behind.addnext(made)


def split(paragraph: Any, at: int) -> None:
    """Press Enter inside a paragraph; its bookmarks now reach over two."""
    splice(paragraph, at, at, "◆")
    other = etree.Element(f"{W}p")
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        other.append(copy.deepcopy(properties))
    for found in paragraph.iter(f"{W}r"):
        words = found.find(f"{W}t")
        if words is not None and words.text == "◆":
            middle = found
    for follower in list(middle.itersiblings()):
        other.append(follower)
    middle.getparent().remove(middle)
    paragraph.addnext(other)


def join(paragraph: Any) -> None:
    """Delete the mark between a paragraph and the next."""
    other = paragraph.getnext()
    for child in list(other):
        if child.tag != f"{W}pPr":
            paragraph.append(child)
    other.getparent().remove(other)


def strip_marks(root: Any) -> None:
    """Take out every bookmark."""
    for found in [*root.iter(f"{W}bookmarkStart"), *root.iter(f"{W}bookmarkEnd")]:
        found.getparent().remove(found)


def comment(paragraph: Any, start: int, end: int, number: int) -> None:
    """Hang a remark on some words."""
    splice(paragraph, end, end, "◇")
    splice(paragraph, start, start, "◈")
    for found in list(paragraph.iter(f"{W}r")):
        words = found.find(f"{W}t")
        if words is None or words.text not in ("◇", "◈"):
            continue
        name = "commentRangeStart" if words.text == "◈" else "commentRangeEnd"
        found.addnext(etree.Element(f"{W}{name}", {f"{W}id": str(number)}))
        if words.text == "◇":
            reference = etree.Element(f"{W}r")
            etree.SubElement(reference, f"{W}commentReference", {f"{W}id": str(number)})
            found.getnext().addnext(reference)
        found.getparent().remove(found)


def comments(said: list[tuple[str, str]]) -> bytes:
    """Return comments.xml with some remarks, each of an author."""
    root = etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")})
    for number, (author, text) in enumerate(said):
        one = etree.SubElement(root, f"{W}comment", {f"{W}id": str(number), f"{W}author": author, f"{W}date": WHEN, f"{W}initials": "甲"})
        etree.SubElement(one, f"{W}p").append(run(text))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
