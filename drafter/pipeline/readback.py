"""An edited Word file as the paragraphs of a page again: for a machine without an office program that prints it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from drafter.edited import EditedLine
from drafter.finding import Finding, Place, Severity
from drafter.profile.period import read_day
from drafter.read.edited import Opened, read_edited
from drafter.read.paragraphs import NUMBERED, is_heading
from drafter.report import Head, Text
from drafter.write.layout import PageLayout
from drafter.write.pdf import Copy
from drafter.write.places import unsealed_places
from drafter.write.plan import EMPTY, Line, Mark
from drafter.write.title import broken

CLOSING = ("Signature", "Date")
FORMAL = {"OrganMark", "JointMark", "DocumentNumber", "Imprint"}
"""What only a formal copy has; its places cannot be told from the words alone."""


class Back:
    """An edited file, ready to be set."""

    def __init__(self, path: Path, opened: Opened) -> None:
        self.path, self.edited, self._own = path, opened.edited, opened.own

    @property
    def words(self) -> str:
        """Return everything that a print of it has to show."""
        return "".join(line.text for line in self.edited.lines)

    @property
    def formal(self) -> bool:
        """Tell whether it is a formal copy, with 版头 and 版记."""
        styles = self._styles()
        return any(line.style in FORMAL or FORMAL & {styles.get(name) for name in line.bookmarks} for line in self.edited.lines)

    def copy(self, layout: PageLayout) -> Copy:
        """Return it as what the typesetter sets."""
        styled = [(_style(line, number, self._styles()), line.text) for number, line in enumerate(self.edited.lines)]
        title = "".join(text for style, text in styled if style == "Title") or self.path.stem
        return Copy(Head((Text(title),), self._unit(), self._day()), tuple(_laid(styled, layout)), layout)

    def _day(self) -> str:
        """Return the date that it bears, for the file's properties."""
        day = next((day for line in reversed(self.edited.lines[-4:]) if (day := read_day(line.text))), None)
        return day.isoformat() if day else ""

    def _styles(self) -> dict[str, str]:
        """Return the style of each paragraph that we wrote, by its bookmark: office programs rename styles, not bookmarks."""
        return {block.bookmark: block.style for block in self._own.blocks} if self._own else {}

    def _unit(self) -> str:
        return next((cited.value for cited in self._own.about if cited.at == (("单位",),)), "") if self._own else ""


def read_back(path: Path) -> tuple[Back | None, list[Finding]]:
    """Read an edited Word file, its tracked changes taken as accepted."""
    opened, findings = read_edited(path)
    if opened and not opened.edited.lines:
        return None, [*findings, Finding("R006", Severity.ERROR, "文件里没有文字", Place(str(path), 1), "看看是不是选错了文件，或没有保存好")]
    return (Back(path, opened) if opened else None), findings


def _style(line: EditedLine, number: int, styles: dict[str, str]) -> str:
    """Return what a paragraph is: as we wrote it, as its style says, else as its words look."""
    known = next((styles[name] for name in sorted(line.bookmarks) if name in styles), "")
    if known and not (known == "Title" and number):
        return known
    if line.style in ("Title", *CLOSING) or (line.style.startswith("Heading") and line.style[7:] in ("1", "2", "3", "4")):
        return line.style
    if number == 0:
        return "Title"
    return f"Heading{_level(line.text)}" if is_heading(line.text) else "BodyText"


def _level(text: str) -> int:
    """Return the level of a heading by its number."""
    found = NUMBERED.match(text)
    mark = found[0].strip() if found else ""
    if mark[:1] in "（(":
        return 4 if mark[1:2].isascii() else 2
    return 3 if mark[:1].isdigit() else 1


def _laid(styled: Iterable[tuple[str, str]], layout: PageLayout) -> Iterable[Line]:
    """Yield the paragraphs with the empty lines and insets of the page."""
    rows = list(styled)
    closing = [row for row in rows if row[0] in CLOSING]
    name = next((text for style, text in reversed(closing) if style == "Signature"), "")
    date = next((text for style, text in closing if style == "Date"), "")
    rights = dict(zip(CLOSING, unsealed_places(name, date, layout), strict=True))
    before = ""
    for number, (style, text) in enumerate(rows):
        if style in CLOSING and before not in CLOSING:
            yield EMPTY._replace(keep=True)
        elif before == "Title" and style != "Title":
            yield EMPTY
        runs = broken((Text(text),), layout) if style == "Title" else (Text(text),)
        keep = style in CLOSING and number + 1 < len(rows)
        yield Line(style, f"line{number}", marks=tuple(map(Mark, runs)), right=rights.get(style), keep=keep)
        before = style
