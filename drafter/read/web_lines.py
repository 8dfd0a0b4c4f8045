"""The lines that a web page shows, each with the blocks that it lies in."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lxml import etree

DROPPED = {"script", "style", "noscript", "template", "select", "button", "textarea", "iframe", "frame", "object", "embed", "svg", "math", "head",
           "xml", "nav", "footer", "del", "rt", "rp", "audio", "video", "canvas", "map", "datalist", "title"}
BLOCKS = {"p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "thead", "tfoot", "section", "article", "main", "aside",
          "header", "ul", "ol", "dl", "dt", "dd", "center", "blockquote", "pre", "form", "fieldset", "body", "html", "td", "th", "caption", "figure",
          "figcaption", "address", "hr", "ucapcontent", "founder-content", "zoom"}
CELLS = {"td", "th"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
HANZI = re.compile("[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
MARKS = "，。；：、！？”’）》】（《“‘〔〕"
WRAP = re.compile(rf"(?<=[\u2e80-\u9fff{MARKS}])[ \t\f]*[\r\n]\s*(?=[\u2e80-\u9fff{MARKS}0-9])|(?<=[0-9])[ \t\f]*[\r\n]\s*(?=[\u2e80-\u9fff{MARKS}])")
SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u2002\u2003\u2009]+")
CELL = 200
"""Characters of a cell in a table of data; a longer one holds part of the page's layout."""
CELL_BLOCKS = 3
PROSE = 15
MENU = 0.6
"""Share of a line's hanzi that are links in a menu."""


class Line(NamedTuple):
    """A line of the page, or a row of a table of data."""

    text: str
    """The words; cells are parted by tabs."""
    within: tuple[Any, ...]
    """The blocks it lies in, from the outermost to the innermost."""
    linked: int
    """How many hanzi are links."""

    @property
    def hanzi(self) -> int:
        """Count the hanzi."""
        return len(HANZI.findall(self.text))

    @property
    def is_prose(self) -> bool:
        """Tell a sentence from a label, a heading or a button."""
        return self.hanzi >= PROSE and any(mark in self.text for mark in "。；，;,") and self.linked < MENU * self.hanzi

    @property
    def is_menu(self) -> bool:
        """Tell a line that is mostly links."""
        return self.linked > 0 and self.linked >= MENU * self.hanzi


class _Walk:
    """One way through a page."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.blocks: tuple[Any, ...] = ()
        self.rows: dict[Any, bool] = {}
        self.begun: Any = None
        """The row of data whose line is the last."""
        self.cell: Any = None
        """The row of data in a cell of which nothing stands yet."""
        self.links = 0
        self.linked = 0
        self.preformatted = 0

    def add(self, words: str | None) -> None:
        """Take words of the page."""
        if not words:
            return
        first, *rest = words.split("\n") if self.preformatted else [words]
        self.words.append(first)
        for line in rest:
            self.end()
            self.words.append(line)
        if self.links:
            self.linked += len(HANZI.findall(words))

    def end(self) -> None:
        """End the line."""
        text = SPACE.sub(" ", WRAP.sub("", "".join(self.words))).strip(" \u3000")
        if text:
            self.put(text)
        self.words, self.linked = [], 0

    def put(self, text: str) -> None:
        """Set a line down; the first of a cell goes behind the cell before it."""
        row, self.cell = self.cell, None
        if row is not None and row is self.begun:
            before = self.lines[-1]
            within = tuple(one for one, other in zip(before.within, self.blocks, strict=False) if one is other)
            self.lines[-1] = Line(f"{before.text}\t{text}", within, before.linked + self.linked)
        else:
            self.lines.append(Line(text, self.blocks, self.linked))
            self.begun = self.begun if row is None else row

    def start(self, element: Any) -> bool:
        """Go into an element, or tell that it is passed over."""
        if element.tag in DROPPED or element.get("hidden") is not None or HIDDEN.search(element.get("style") or ""):
            return False
        if element.tag in BLOCKS:
            self.end()
            self.blocks += (element,)
        if element.tag in CELLS:
            self.cell = self.data_row(element.getparent())
        if element.tag == "br":
            self.end()
        self.links += _is_link(element)
        self.preformatted += element.tag == "pre"
        self.add(element.text)
        return True

    def leave(self, element: Any) -> None:
        """Go out of an element that was gone into."""
        if element.tag in BLOCKS:
            self.end()
            if element.tag in CELLS and self.cell is not None:
                self.put("")
            self.blocks = self.blocks[:-1]
        self.links -= _is_link(element)
        self.preformatted -= element.tag == "pre"

    def data_row(self, row: Any) -> Any:
        """Return the row of a cell where its cells belong together; None where it lays out the page."""
        if row is None:
            return None
        if row not in self.rows:
            self.rows[row] = _is_data(row)
        return row if self.rows[row] else None


def lines_of(root: Any) -> list[Line]:
    """Return the lines of a page in their order."""
    walk = _Walk()
    walker = etree.iterwalk(root, events=("start", "end"))
    passed = None
    for event, element in walker:
        if event == "start":
            if not walk.start(element):
                passed = element
                walker.skip_subtree()
            continue
        if element is passed:
            passed = None
        else:
            walk.leave(element)
        walk.add(element.tail)
    walk.end()
    return walk.lines


def _is_link(element: Any) -> bool:
    """Tell a link from a mark that links lead to; an old page may leave such a mark open to its end."""
    return element.tag == "a" and (element.get("href") is not None or element.get("name") is None)


def _is_data(row: Any) -> bool:
    """Tell a row of data, whose cells belong together, from one that lays out the page."""
    if row.find(".//table") is not None:
        return False
    cells = [cell for cell in row if cell.tag in CELLS]
    return all(len("".join(cell.itertext()).strip()) <= CELL and len(cell.findall(".//p")) <= CELL_BLOCKS for cell in cells)
