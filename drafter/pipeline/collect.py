"""The story of the sheets that came back: several are merged, told apart from the profile, and written into it after a yes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.edit.amend import Append, Change
from drafter.edit.book import BEFORE, NEW, trace
from drafter.edit.book_in import Filled, Returned, read_book
from drafter.figure import BEFORE as ABOUT
from drafter.figure import read_figure, tidy
from drafter.finding import Address, Finding, Severity, spell
from drafter.kind import Kind
from drafter.pipeline.keep import value
from drafter.pipeline.problems import PARTS, added, blank_problems
from drafter.profile.topic import FIGURES_OF_ACTIVITY, RATE_UNITS
from drafter.schema import NONE, typeset
from drafter.source import Sources, found, typed_item

BARE = re.compile(rf"(?:{ABOUT})?[\d.]+[余多]?[万亿]?[余多]?")
SCALED = re.compile("[万亿][余多]?$")
LISTED = re.compile(r"\s*(?:[-－·•]\s*|第?[一二三四五六七八九十]{1,2}是[，：]?|\d{1,2}[.．](?!\d)\s*|\d{1,2}[、)）]\s*|[（(]\d{1,2}[）)]\s*)")
LONGEST = 60
LEAP = 5000
"""How many times a figure may grow or shrink before it is asked about."""


class Difference(NamedTuple):
    """One thing that is to be changed in the profile, and the cells that say so."""

    changes: tuple[Change | Append, ...]
    name: str
    old: str
    new: str
    cells: tuple[str, ...]
    line: str
    """The file and line of the profile."""

    @property
    def added(self) -> bool:
        """Tell whether it is a line more, not another value."""
        return isinstance(self.changes[0], Append)


class Collected(NamedTuple):
    """What some sheets change in a profile, and what there is to say about them."""

    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """Tell whether nothing at all may be written."""
        return any(finding.is_error for finding in self.findings)

    def changes(self) -> list[Change | Append]:
        """Return what is to be written."""
        return [change for difference in self.differences for change in difference.changes]


class _Wish(NamedTuple):
    """What one cell wants of the profile."""

    value: str
    row: Filled


def collect(paths: Iterable[Path], sources: Sources, kind: Kind) -> Collected:
    """Return what the sheets that came back change in a profile; nothing is written."""
    sheets: list[Returned] = []
    findings: list[Finding] = []
    for path in paths:
        made, said = read_book(path)
        sheets += made
        findings += said
    findings += _foreign(sheets, sources)
    merging = _Merging(sources, kind)
    for sheet in sheets:
        for row in sheet.rows:
            merging.take(row)
    findings += merging.findings
    if any(finding.is_error for finding in findings):
        return Collected((), tuple(findings))
    differences = merging.differences()
    return Collected(tuple(differences), (*findings, *merging.conflicts))


def _foreign(sheets: Sequence[Returned], sources: Sources) -> Iterator[Finding]:
    """Yield what is wrong with the sheets of another unit or another period."""
    for sheet in sheets:
        for name, theirs in (("单位", sheet.guard.unit), ("期间", sheet.guard.period)):
            ours = value(sources, (name,))
            if theirs != ours:
                yield Finding("X010", Severity.ERROR, f"{sheet.place} 是“{theirs}”的表，这份资料的{name}是“{ours}”",
                              hint="读对应的资料，或去掉这份表再读")


class _Merging:
    """The wishes of all sheets, by address."""

    def __init__(self, sources: Sources, kind: Kind) -> None:
        self._sources, self._kind = sources, kind
        self.findings: list[Finding] = []
        self.conflicts: list[Finding] = []
        self._wishes: dict[Address, list[_Wish]] = {}
        self._new: dict[Address, list[_Wish]] = {}
        self._problems: dict[tuple[str, str], dict[str, _Wish]] = {}
        self._free = blank_problems(sources.data)

    def take(self, row: Filled) -> None:
        """Take one row: what it leaves empty or as it was wants nothing."""
        text, last = row.now.text, str(row.at[-1])
        if last.startswith(BEFORE):
            if trace(text) != row.was:
                said = f"{row.now.place} 去年的做法只供参考，改了没有读"
                self.findings.append(Finding("X011", Severity.WARN, said, hint="今年的做法写到“新做法”的空格里"))
        elif len(row.at) > 2 and str(row.at[1]).startswith(NEW):
            if text:
                self._problems.setdefault((row.now.place.rpartition("!")[0], str(row.at[1])), {})[last] = _Wish(_sentence(text), row)
        elif last.startswith(NEW):
            for line in text.split("\n"):
                if words := _sentence(line):
                    self._new.setdefault(row.at[:-1], []).append(_Wish(words, row))
        elif row.words:
            self._wish(row, _sentence(text.replace("\n", "")))
        else:
            self._wish(row, self._figure(row))

    def _wish(self, row: Filled, wanted: str) -> None:
        """Remember what a row wants; its remark alone is a wish too."""
        untouched = not row.now.text or trace(row.now.text) == row.was
        if untouched and not (row.remark or row.origin):
            return
        self._wishes.setdefault(row.at, []).append(_Wish("" if untouched else wanted, row))

    def _figure(self, row: Filled) -> str:
        """Return a figure as the profile takes it; a bare number gets its measure word."""
        text = row.now.text
        if not text or trace(text) == row.was:
            return text
        name = str(row.at[-1])
        indicator = self._kind.indicators.get(name)
        if text in NONE:
            return "无"
        if indicator and indicator.type == "文字":
            return _sentence(text.replace("\n", ""))
        unit = row.unit or (indicator.units[0] if indicator and indicator.units else "")
        plain = re.sub(r"[ \u3000\u00a0,，]", "", tidy(text))
        offered = plain + (unit[1:] if SCALED.search(plain) and unit[:1] in "万亿" else unit) if BARE.fullmatch(plain) else text
        reading = read_figure(offered, unit)
        if reading.figure is None:
            self._refuse("X012", row, reading.problem.replace(offered, text), reading.hint)
            return ""
        rate = bool(indicator and indicator.is_rate)
        counted = indicator is not None or name in FIGURES_OF_ACTIVITY
        if counted and reading.figure.unit and rate != (reading.figure.unit in RATE_UNITS) and not (indicator and indicator.type == "幅度"):
            self._refuse("X012", row, f"要填{'百分数' if rate else '数量'}，这里是“{text}”", f"例如 {'95%' if rate else f'5{unit}'}")
            return ""
        if reading.figure.text not in (text, value(self._sources, row.at)):
            why = "已自动补上量词" if offered != text and plain == text else "已自动改正"
            self.findings.append(Finding("X013", Severity.NOTE, f"{row.now.place} {why}：“{text}”写作“{reading.figure.text}”"))
        return reading.figure.text

    def differences(self) -> list[Difference]:
        """Return what is to be changed; where wishes cross each other or the profile, there is a conflict instead."""
        made = [made for at, wishes in self._wishes.items() for made in self._one(at, wishes)]
        made += [made for at, wishes in self._new.items() for made in self._lines(at, wishes)]
        return made + [made for parts in self._problems.values() for made in self._problem(parts)]

    def _one(self, at: Address, wishes: list[_Wish]) -> Iterator[Difference]:
        """Yield the change of one value."""
        now = found(self._sources.data, at)
        old, row = now if isinstance(now, str) else "", wishes[0].row
        values = list(dict.fromkeys(wish.value for wish in wishes if wish.value))
        where = {wanted: "、".join(wish.row.now.place for wish in wishes if wish.value == wanted) for wanted in values}
        if len(values) > 1:
            said = "；".join(f"{wanted}（{where[wanted]}）" for wanted in values)
            self._conflict("X014", row.name, f"几张表填的不一样：{said}；资料里是“{old or '空'}”", "问清以后，只在一张表里填，或直接改资料", at)
            return
        new = values[0] if values else old
        if (new != old or not values) and any(trace(old) != wish.row.was for wish in wishes):
            said = f"导出以后资料改过，现在是“{old or '空'}”，表里填的是“{new}”（{'、'.join(wish.row.now.place for wish in wishes)}）"
            self._conflict("X015", row.name, said, "以哪个为准，直接写进资料；或重新导出再填", at)
            return
        if _leaps(old, new):
            said = f"资料里是“{old}”，表里填的是“{new}”（{where[new]}），差几千倍，没有写"
            self._conflict("X018", row.name, said, "看看是不是元和万元填混了；确实是这个数，直接改资料", at)
            return
        remark = "；".join(dict.fromkeys(said for wish in wishes if (said := _remark(wish.row))))
        if not new and remark:
            self._conflict("X016", row.name, f"只写了备注或来源，没有填数，没有写进资料（{row.now.place}）", "把数填上再读", at)
        elif new != old or (remark and remark not in self._line_of(at)):
            shown = f"{new}（{remark}）" if remark else new
            yield Difference((Change(at, new, remark),), row.name, old, shown, tuple(wish.row.now.place for wish in wishes), self._where(at))

    def _lines(self, at: Address, wishes: list[_Wish]) -> Iterator[Difference]:
        """Yield the new lines of a list; what it has already is not added again."""
        held = {_alike(words) for words in _texts(found(self._sources.data, at))}
        for wish in wishes:
            if _alike(wish.value) in held or self._closed(at, wish):
                continue
            held.add(_alike(wish.value))
            remark = _remark(wish.row)
            line = f"- {typed_item(wish.value)}" + (f"    # {remark}" if remark else "")
            self._long(wish)
            yield Difference((Append(at, (line,)),), spell(at), "", wish.value, (wish.row.now.place,), self._where(at))

    def _problem(self, parts: dict[str, _Wish]) -> Iterator[Difference]:
        """Yield a new problem with its cause and its plan."""
        first = next(iter(parts.values()))
        if "问题" not in parts:
            said = f"没有写“问题”，没有写进资料（{first.row.now.place}）"
            self._conflict("X016", first.row.name, said, "补上是什么问题；与问题无关的打算写到“另外打算”", ("问题",))
            return
        name = parts["问题"].value
        if _alike(name) in {_alike(words) for words in _texts(found(self._sources.data, ("问题",)))} or self._closed(("问题",), parts["问题"]):
            return
        remark = _remark(parts["问题"].row)
        for wish in parts.values():
            self._long(wish)
        shown = "；".join(f"{part}：{parts[part].value}" for part in PARTS if part in parts)
        cells = tuple(wish.row.now.place for wish in parts.values())
        blank = next(self._free, None)
        words = {part: parts[part].value for part in PARTS if part in parts}
        yield Difference(added(words, remark, blank), "问题", "", shown, cells, self._where(blank or ("问题",)))

    def _closed(self, at: Address, wish: _Wish) -> bool:
        """Tell, with a complaint, whether a list cannot take another line, because a single value stands in its place."""
        now = value(self._sources, at)
        if now:
            said = f"资料里写的是“{now}”，后面加不了“{wish.value}”（{wish.row.now.place}）"
            self._conflict("X016", spell(at), said, f"在资料里改成一行一条：先写一行  {at[-1]}:  下面每条用“- ”开头", at)
        return bool(now)

    def _long(self, wish: _Wish) -> None:
        """Say where a sentence is long."""
        if len(wish.value) > LONGEST:
            said = f"{wish.row.now.place} 这一句有{len(wish.value)}个字，超过{LONGEST}字；照写进资料"
            self.conflicts.append(Finding("X017", Severity.WARN, said, hint="写进去以后，在资料里拆成两条"))

    def _where(self, at: Address) -> str:
        """Return the file and line of the profile that an address is, or will be, near to."""
        place = self._sources.place(at)
        return f"{Path(place.file).name}第{place.line}行"

    def _line_of(self, at: Address) -> str:
        return self._sources.line(self._sources.key(at))

    def _refuse(self, rule: str, row: Filled, said: str, hint: str) -> None:
        self.findings.append(Finding(rule, Severity.ERROR, f"{row.now.place} “{row.name}”{said}", hint=hint))

    def _conflict(self, rule: str, name: str, said: str, hint: str, at: Address) -> None:
        place = self._sources.place(at)
        self.conflicts.append(Finding(rule, Severity.MUST, f"“{name}”{said}", place, hint, self._sources.line(place)))


def _leaps(old: str, new: str) -> bool:
    """Tell whether a figure became thousands of times as large or as small: then its unit was probably mistaken."""
    first, last = read_figure(old).figure, read_figure(new).figure
    if first is None or last is None or not (first.amount and last.amount):
        return False
    return max(first.amount, last.amount) >= min(first.amount, last.amount) * LEAP


def _sentence(text: str) -> str:
    """Return a sentence as one types it into a profile: without a number before it and without a full stop."""
    return LISTED.sub("", " ".join(text.split()), count=1).rstrip("。；;") if LISTED.match(text) else " ".join(text.split()).rstrip("。；;")


def _remark(row: Filled) -> str:
    """Return what is to be remarked behind a line."""
    origin = " ".join(row.origin.split())
    return "；".join(part for part in (f"来源：{origin}" if origin else "", " ".join(row.remark.split())) if part)


def _alike(words: str) -> str:
    """Return words so that those which print alike are equal."""
    return typeset(tidy(words)).rstrip("。；;")


def _texts(data: object) -> Iterator[str]:
    """Yield all words in some data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)
