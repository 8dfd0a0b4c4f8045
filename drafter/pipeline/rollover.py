"""The story of a new year: next year's profile beside this year's, with its topic files, all of them or none."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from drafter.compose.opening import SPAN
from drafter.edit.roll import Given, Order, Rolled, roll
from drafter.edit.turn import Turn
from drafter.files import is_file, is_taken, real, write_new
from drafter.finding import Address, Finding, Place, Severity
from drafter.kind import Kind
from drafter.pipeline.outline import find_outline
from drafter.pipeline.parts import KEY, part_names, read_files
from drafter.pipeline.years import last_profile
from drafter.profile import Period, Profile, read_profile
from drafter.profile.format import KEY as FORMAT
from drafter.profile.format import newest, read_format, upgraded
from drafter.profile.period import assumed_day, read_period
from drafter.schema import Form
from drafter.source import Source, Sources, as_bytes, file_bytes, merge, parse

SIDES = {"-": "旧｜", "+": "新｜", " ": "　｜"}
"""How a line of the difference is marked; a bare - would look like the dash of a list."""
OUTLINE_CHECK = "请核：还是上一年的提纲"


class Page(NamedTuple):
    """One file of the old year and what it becomes."""

    old: Path
    new: Path
    before: str
    raw: bytes
    rolled: Rolled


class Rollover(NamedTuple):
    """A profile of the new year in memory: the main file first."""

    period: Period
    pages: tuple[Page, ...]
    reworded: int = 0
    """改写 of the old year, which are of use for its draft only."""

    def difference(self) -> Iterator[str]:
        """Yield the lines that differ, by file, under the line of the old file where they stand."""
        for page in self.pages:
            yield f"{page.old} → {page.new}"
            lines = difflib.unified_diff(page.before.split("\n"), page.rolled.text.split("\n"), lineterm="", n=1)
            for line in list(lines)[2:]:
                place = re.match(r"@@ -(\d+)", line)
                yield f"…… 第{place[1]}行" if place else SIDES[line[0]] + line[1:]


def rollover(path: Path, kind: Kind, wanted: str, target: Path | None, gap: bool) -> tuple[Rollover | None, list[Finding]]:
    """Turn a profile into the next year's; ``gap`` lets years be passed over. Nothing is written."""
    sources, findings = read_files(path)
    if sources is None:
        return None, findings
    outline, _ = find_outline(sources, path, kind)
    topics = outline.declared_topics() if outline else []
    profile, found = read_profile(sources, kind, topics)
    findings += found
    if profile is None or any(finding.is_error for finding in findings):
        return None, [finding for finding in findings if finding.is_error]
    if not kind.carried.top:
        place = Place(f"{kind.folder.name}/kind.yaml", 1)
        return None, [Finding("V004", Severity.ERROR, "这种报告没有写明哪些沿用到新的一年", place, "在 kind.yaml 里写“沿用”")]
    period, wrong = _following(profile.period, wanted, gap)
    if period is None:
        return None, wrong
    rule = kind.assumed[SPAN[bool(period.part)]]
    turn = Turn(profile.period, period, assumed_day(rule, period.year), kind)
    pages, wrong = _pages(path, target or path.with_name(_named(path.name, turn)), sources, profile, turn)
    wrong = wrong or _reads(pages, kind, topics)
    return (None, wrong) if wrong else (Rollover(period, tuple(pages), len(profile.rewordings)), [])


def save(made: Rollover) -> list[Finding]:
    """Write every file under a name that must be free, the main one last; where one cannot be written, none stays."""
    ready = [(page, as_bytes(page.rolled.text, page.raw)) for page in made.pages]
    waiting = [(page, data) for page, data in ready[1:] if file_bytes(page.new, Place(str(page.new), 1))[0] != data] + ready[:1]
    findings = [finding for page, data in waiting if is_taken(page.new) for finding in write_new(page.new, data)]
    written: list[Path] = []
    for page, data in waiting if not findings else ():
        findings = write_new(page.new, data)
        if findings:
            break
        written.append(page.new)
    for path in written if findings else ():
        with suppress(OSError):
            path.unlink()
    return findings


def _following(old: Period, wanted: str, gap: bool) -> tuple[Period | None, list[Finding]]:
    """Return the period of the new year, or ask where the wanted one does not follow the old."""
    usual = _in_year(old, old.year + 1)
    new = read_period(wanted or usual)
    hint = f"写  --period {usual}，或不写 --period"
    if new is None:
        said = f"“{wanted}”看不出是哪一年"
    elif new.part != old.part:
        said = f"原来的资料是{old.text}，{new.text}和它不是同一段时期，数字不好对照。是不是{usual}？"
    elif new.year <= old.year:
        said = f"{new.text}不在{old.text}后面。是不是{usual}？"
    elif new.year > old.year + 1 and not gap:
        said = f"{old.text}到{new.text}，中间隔了{new.year - old.year - 1}年。是不是{usual}？"
        hint = f"{hint}；确实要跳过中间的，写  --period {new.text} --gap"
    else:
        return read_period(_in_year(old, new.year)), []
    return None, [Finding("V003", Severity.ERROR, said, None, hint)]


def _in_year(old: Period, year: int) -> str:
    """Return a period in the form of the old one, in another year."""
    return re.sub(r"\d{4}", str(year), old.text, count=1)


def _named(name: str, turn: Turn) -> str:
    """Return the name of a file in the new year: the old year in it replaced, or the new one hung on."""
    new = re.sub(rf"(?<!\d){turn.old.year}(?!\d)", str(turn.new.year), name)
    path = Path(name)
    return new if new != name else str(path.with_name(f"{path.stem}-{turn.new.year}{path.suffix}"))


def _pages(path: Path, target: Path, sources: Sources, profile: Profile, turn: Turn) -> tuple[list[Page], list[Finding]]:
    """Roll every file of a profile."""
    main = sources.files[str(path)]
    version = read_format(Form(sources))
    head = _head(profile, path, target, turn)
    given = {**head, (FORMAT,): Given(str(newest())), **_part_names(main, turn)}
    ours = _put(path, profile, turn.kind)
    names = [Path(file) for file in sources.files]
    news = [target, *(target.parent / _named(name, turn) for name in part_names(main))]
    pages: list[Page] = []
    findings: list[Finding] = []
    for old, new in zip(names, news, strict=True):
        raw, wrong = file_bytes(old, Place(str(old), 1))
        words = upgraded(sources.files[str(old)].text, version)
        source = parse(words.encode("utf-8", "surrogatepass"), str(old))[0] or sources.files[str(old)]
        rolled, found = (None, [wrong]) if wrong else roll(source, turn, Order(old.name, given if old == path else head, ours, profile.rewordings))
        findings += found
        pages += [Page(old, new, sources.files[str(old)].text, raw, rolled)] if rolled else []
    return pages, findings


def _put(path: Path, profile: Profile, kind: Kind) -> frozenset[str]:
    """Return what was put into this profile when it was made from the one before it, where that still lies there."""
    before = last_profile(path, profile.unit.text, profile.period.year, profile.period.part)
    made = rollover(before, kind, "", path, gap=False)[0] if before else None
    return frozenset().union(*(page.rolled.put for page in (made.pages if made else ())))


def _head(profile: Profile, path: Path, target: Path, turn: Turn) -> dict[Address, Given]:
    """Return what the head of the new year's profile says instead."""
    given: dict[Address, Given] = {("期间",): Given(turn.new.text)}
    title, outline = profile.title.text if profile.title else "", profile.outline.text if profile.outline else ""
    if title and title not in turn.kind.titles and turn.dated(title) != title:
        given["标题",] = Given(turn.dated(title))
    if outline and outline not in turn.kind.outline_names():
        new = re.sub(r"(?<!\d)(?:19|20)\d\d(?!\d)", str(turn.new.year), outline)
        there = new != outline and is_file(path.parent / new)
        given["提纲",] = Given(_seen_from(path, target, new if there else outline), "" if there else OUTLINE_CHECK)
    return given


def _seen_from(path: Path, target: Path, name: str) -> str:
    """Return how a file named in the old profile is named in the new one, which may lie in another folder."""
    if real(path.parent) == real(target.parent):
        return name
    return Path(os.path.relpath(real(path.parent) / name, real(target.parent))).as_posix()


def _part_names(main: Source, turn: Turn) -> dict[Address, Given]:
    """Return the names of the new year's topic files where the old ones stand."""
    data = main.data.get(KEY, "") if isinstance(main.data, dict) else ""
    if isinstance(data, list):
        return {(KEY, index): Given(_named(str(name).strip(), turn)) for index, name in enumerate(data) if str(name).strip()}
    names = part_names(main)
    return {(KEY,): Given("、".join(_named(name, turn) for name in names))} if names else {}


def _reads(pages: list[Page], kind: Kind, topics: list[str]) -> list[Finding]:
    """Make sure that the new year's profile reads; an own rule carried over wrongly must never reach the disk."""
    read = [parse(page.rolled.text.encode("utf-8", "surrogatepass"), str(page.new)) for page in pages]
    sources = [source for source, _ in read if source]
    findings = [finding for _, found in read for finding in found if finding.is_error]
    if len(sources) == len(pages):
        merged, found = merge(sources[0], sources[1:])
        findings += [finding for finding in (*found, *read_profile(merged, kind, topics)[1]) if finding.is_error]
    return [finding._replace(rule="V006", message=f"带到新的一年以后读不出来：{finding.message}") for finding in findings]
