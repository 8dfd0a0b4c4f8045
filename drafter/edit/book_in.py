"""A sheet that came back: every row found again by its hidden key, every cell named where something is wrong with it."""

from __future__ import annotations

import datetime
import io
import warnings
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.edit.book import COLUMNS, GROUP, HELP, KEY, LAST, NAME, NOW, ORIGIN, REMARK, UNIT, Guard, read_guard, read_key
from drafter.edit.book_limits import trouble
from drafter.finding import Address, Finding, Place, Severity
from drafter.source import file_bytes

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

BROKEN = (OSError, KeyError, ValueError, IndexError, TypeError, AttributeError, EOFError, OverflowError, RuntimeError, SyntaxError)
"""What the library is known to raise for a workbook that is not as it should be."""
OLD = b"\xd0\xcf\x11\xe0"
LIMIT = 2 * 1024 * 1024
SPAN = (UNIT, LAST, NOW, REMARK)
"""The columns over which a sentence spreads."""
ASKED = (NOW, REMARK, ORIGIN)
FINEST = 4
"""Decimals of a figure; more of them come from a calculation, not from a count."""


class Typed(NamedTuple):
    """What stands in a cell, and how the cell is called."""

    text: str
    place: str
    """Such as 执法队.xlsx 数据!F7."""


class Filled(NamedTuple):
    """A row that came back."""

    at: Address
    was: str
    name: str
    unit: str
    now: Typed
    """The figure or the sentence."""
    words: bool
    """True for a row that takes a sentence."""
    remark: str
    origin: str


class Returned(NamedTuple):
    """A sheet that came back."""

    place: str
    guard: Guard
    rows: tuple[Filled, ...]


def read_book(path: Path) -> tuple[list[Returned], list[Finding]]:
    """Return the sheets of a workbook; with any finding of weight 错误 nothing of it may be used."""
    raw, wrong = file_bytes(path, Place(path.name, 1))
    if wrong:
        return [], [_no(path, "X001", wrong.message, "核对文件名和所在文件夹；正在 Excel 或 WPS 里打开的，先关掉")]
    if raw.startswith(OLD):
        old = path.suffix.lower() != ".xlsx"
        said = "是旧的 .xls 格式" if old else "加了密码，或其实是旧的 .xls 格式"
        return [], [_no(path, "X002", said, "在 Excel 或 WPS 里打开，去掉密码，另存为 .xlsx，再读")]
    if len(raw) > LIMIT:
        return [], [_no(path, "X003", "文件超过 2 MB，没有读", "删去贴进来的图片，另存一份再读")]
    if said := trouble(raw):
        return [], [_no(path, "X003", said, "在 Excel 或 WPS 里打开看看，另存为 .xlsx，再读")]
    return _opened(path, raw)


def _opened(path: Path, raw: bytes) -> tuple[list[Returned], list[Finding]]:
    """Open a workbook that may be opened."""
    # Half a second to load: only whoever writes or reads a sheet pays for it.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pages = load_workbook(io.BytesIO(raw), keep_links=False, rich_text=False).worksheets
    except BROKEN:
        return [], [_no(path, "X001", "打不开，不是完好的 .xlsx 文件", "在 Excel 或 WPS 里打开看看，另存为 .xlsx，再读")]
    readings = [_Reading(path, page) for page in pages]
    known = [reading for reading in readings if reading.head]
    if not known:
        return [], [_no(path, "X004", "不是从这里导出的填报表", "用  drafter table 资料  导出的表来填；自己的表，请把数抄进填报表")]
    returned = [made for reading in known if (made := reading.sheet())]
    findings = [finding for reading in known for finding in reading.findings]
    return returned, findings


class _Reading:
    """One sheet of a workbook being read."""

    def __init__(self, path: Path, page: Worksheet) -> None:
        self._path, self._page = path, page
        self.findings: list[Finding] = []
        self._rows: dict[int, dict[int, Cell]] = {}
        # Only cells that are there: the sheet may claim a million rows, or, from WPS, a single one.
        for (row, column), cell in sorted(page._cells.items()):
            if cell.value is not None and str(cell.value).strip():
                self._rows.setdefault(row, {})[column] = cell
        self.head = next((row for row, cells in self._rows.items() if self._is_head(cells)), 0)
        self._columns = {_title(cell): column for column, cell in self._rows.get(self.head, {}).items()}
        self._key = next((column for column, cell in self._rows.get(self.head, {}).items() if read_guard(str(cell.value))), 0)

    def sheet(self) -> Returned | None:
        """Return what came back; None where it cannot be told whose sheet it is."""
        here = f"{self._path.name} {self._page.title}"
        guard = read_guard(str(self._rows[self.head][self._key].value)) if self._key else None
        below = {row: cells for row, cells in self._rows.items() if row > self.head}
        lacking = [name for name in (NAME, UNIT, NOW, REMARK, ORIGIN) if name not in self._columns]
        if guard is None or not any(self._key in cells for cells in below.values()):
            self._refuse("X005", here, "隐藏的“编号”一列没有了，对不上是哪一行", "用原来导出的表重新填；不要删去或改动隐藏的列")
            return None
        if lacking:
            self._refuse("X005", here, f"缺“{'、'.join(lacking)}”这一列", "不要删改第一行列名；或用原来导出的表重新填")
            return None
        self._extra_columns(below)
        rows = tuple(row for number, cells in below.items() if (row := self._row(number, cells, guard)))
        return Returned(here, guard, rows)

    def _is_head(self, cells: dict[int, Cell]) -> bool:
        """Tell whether a row is that of the headings: by the mark over the hidden column, or by the names."""
        titles = {_title(cell) for cell in cells.values()}
        return any(read_guard(str(cell.value)) for cell in cells.values()) or {NAME, UNIT, NOW, ORIGIN} <= titles

    def _row(self, number: int, cells: dict[int, Cell], guard: Guard) -> Filled | None:
        """Return one row; None where nothing can be taken from it."""
        held = cells.get(self._key)
        if held is None:
            self._extra_row(number, cells)
            return None
        known = read_key(str(held.value), guard)
        if known is None or not known.own:
            self._refuse("X006", self._place(held), "这一行隐藏的编号被改过，或是从别的表里粘过来的", "从原来导出的表里把这一行抄回来，再填")
            return None
        asked = {name: cells[self._columns[name]] for name in (*SPAN, ORIGIN) if self._columns.get(name) in cells}
        typed = {name: self._typed(cell) for name, cell in asked.items() if known.words or name in ASKED}
        here = Typed("", f"{self._path.name} {self._page.title}!{_letter(self._columns[UNIT if known.words else NOW])}{number}")
        now = typed.get(NOW, here)
        if known.words:
            parts = [typed[name] for name in SPAN if name in typed]
            now = Typed("\n".join(part.text for part in parts), parts[0].place) if parts else here
        remark = "" if known.words or REMARK not in typed else typed[REMARK].text
        unit = str(asked[UNIT].value).strip() if UNIT in asked and not known.words else ""
        return Filled(known.at, known.was, self._name(cells), unit, now, known.words, remark, typed[ORIGIN].text if ORIGIN in typed else "")

    def _name(self, cells: dict[int, Cell]) -> str:
        """Return how a message calls a row: 执法·行政处罚."""
        named = [cells[self._columns[name]] for name in (GROUP, NAME) if self._columns.get(name) in cells]
        return "·".join(str(cell.value).split("\n")[0] for cell in named)

    def _typed(self, cell: Cell) -> Typed:
        """Return what was typed into a cell; a formula, a date, an error or a yes is refused."""
        place, value = self._place(cell), cell.value
        if cell.data_type == "f" or not isinstance(value, str | int | float | datetime.date | datetime.time | datetime.timedelta):
            self._refuse("X007", place, f"这里是公式“{_shown(value)}”，不是填的数", "复制这一格，用“选择性粘贴—数值”贴回来，再存")
        elif isinstance(value, bool) or cell.data_type == "e":
            said = ("否", "是")[value] if isinstance(value, bool) else _shown(value)
            self._refuse("X008", place, f"这里是“{said}”，不是数", "改成数字加量词，如 5次；没有就空着")
        elif isinstance(value, datetime.date | datetime.time | datetime.timedelta):
            self._refuse("X008", place, "这里被表格软件当成了日期或时间", "把这一格的格式改成“文本”，再填一遍，如 5次")
        elif isinstance(value, str):
            return Typed(value.replace("_x000D_", "").strip(), place)
        else:
            return Typed(self._number(value, cell.number_format or "", place), place)
        return Typed("", place)

    def _number(self, value: float, form: str, place: str) -> str:
        """Return a number as it is written out; a share of one that is shown in per cent gets its sign."""
        number = Decimal(repr(value)) * (100 if "%" in form else 1)
        text = f"{number.normalize():f}"
        if len(text.partition(".")[2]) > FINEST:
            self._refuse("X009", place, f"“{text}”小数太多，像是算出来的", "按要印的样子填，如 95.74%")
        return text + ("%" if "%" in form else "")

    def _extra_columns(self, below: dict[int, dict[int, Cell]]) -> None:
        """Name the columns that the office added."""
        known = {self._key, *(self._columns[name] for name in COLUMNS if name in self._columns)}
        extra: dict[int, Cell] = {}
        for cells in below.values():
            for column, cell in cells.items():
                if column not in known and self._key in cells:
                    extra.setdefault(column, cell)
        for cell in extra.values():
            self._mention(self._place(cell), f"表外加写的一列“{_shown(cell.value)}”……没有读")

    def _extra_row(self, number: int, cells: dict[int, Cell]) -> None:
        """Name a row that the office added; the headings that we print ourselves have no key either."""
        known = [cells[self._columns[name]] for name in (*SPAN, ORIGIN) if self._columns.get(name) in cells]
        first = min(cells.values(), key=lambda cell: cell.column)
        if len(cells) == 1 and first.column == self._columns.get(GROUP) and not known:
            return
        words = "，".join(_shown(cell.value) for cell in cells.values())
        self._mention(f"{self._path.name} {self._page.title}!第{number}行", f"加写的一行“{words}”没有读")

    def _place(self, cell: Cell | MergedCell) -> str:
        return f"{self._path.name} {self._page.title}!{cell.coordinate}"

    def _refuse(self, rule: str, place: str, said: str, hint: str) -> None:
        self.findings.append(Finding(rule, Severity.ERROR, f"{place} {said}", hint=hint))

    def _mention(self, place: str, said: str) -> None:
        self.findings.append(Finding("X011", Severity.WARN, f"{place} {said}", hint="要用的，抄到表里的空格，或直接写进资料"))


def _title(cell: Cell) -> str:
    """Return which column stands under a heading; an unknown one gives its own words."""
    words = str(cell.value).strip().split("\n")[0]
    return next((name for name in COLUMNS if name not in (KEY, HELP) and words.startswith(name)), words)


def _letter(column: int) -> str:
    """Return the letters of a column."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _shown(value: object) -> str:
    words = " ".join(str(value).split())
    return words if len(words) <= 30 else f"{words[:29]}…"


def _no(path: Path, rule: str, said: str, hint: str) -> Finding:
    """Return the refusal of a whole file."""
    return Finding(rule, Severity.ERROR, f"{path.name} {said}", hint=hint)


