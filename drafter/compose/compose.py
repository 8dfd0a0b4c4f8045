"""The story of composing: place the facts, render each section, put the report together."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from drafter.compose import facts
from drafter.compose.engine import Engine
from drafter.compose.opening import assumed_day, opening_values, title
from drafter.compose.phrasing import MISSING, Phrasing
from drafter.compose.place import PAIRED, Placed, Section, place
from drafter.compose.resay import resay
from drafter.finding import Finding
from drafter.kind import Kind, Node, Outline
from drafter.kind.outline import ITEM_LEVEL
from drafter.phrases import Library, draw
from drafter.profile import Profile
from drafter.report import Block, Cited, Head, Heading, Paragraph, Report, Run, Text, chinese

OUTLINE = "提纲"


class Composed(NamedTuple):
    """A report, and what was noticed while composing it."""

    report: Report
    outline: Outline
    """The outline with its headings as they are printed."""
    findings: tuple[Finding, ...]
    empty: tuple[str, ...]
    """Headings under which nothing stands yet."""
    day: datetime.date
    """The day by which congresses and laws are judged."""


class Composer(NamedTuple):
    """What composing needs of a kind; made once for a batch."""

    kind: Kind
    library: Library
    engine: Engine

    @classmethod
    def of(cls, kind: Kind, library: Library) -> Composer:
        """Return the composer of a kind."""
        return cls(kind, library, Engine(Path(kind.folder) / "sections"))

    def compose(self, profile: Profile, outline: Outline, said: Iterable[str] = ()) -> Composed:
        """Compose a report that does not repeat the sentences said last year; raises TemplateMistake where a template is at fault."""
        phrasing = Phrasing.of(profile, self.kind, self.library, said)
        worded = _worded(outline, phrasing)
        placed = place(profile, worded, self.kind)
        work = _Work(self, phrasing, placed)
        blocks = [*work.opening(), *work.body(), *work.closing()]
        return Composed(Report(_head(phrasing), tuple(blocks)), worded, placed.findings, tuple(work.empty),
                        profile.signed or assumed_day(profile, self.kind))


class _Work:
    """One report in the making."""

    def __init__(self, composer: Composer, phrasing: Phrasing, placed: Placed) -> None:
        self._engine, self._phrasing, self._marks, self._placed = composer.engine, phrasing, phrasing.marks, placed
        self._profile = phrasing.profile
        self._seen: dict[str, str] = {}
        self._dropped = _dropped(placed, self._profile)
        self.empty: list[str] = []

    def _render(self, template: str, **values: Any) -> list[tuple[Run, ...]]:
        """Render one template to paragraphs."""
        functions: dict[str, Callable[..., Any]] = {"措辞": self._phrasing.say, "序": _ordinal}
        return self._engine.paragraphs(template, self._marks, values, functions)

    def opening(self) -> list[Block]:
        """Return the preamble."""
        return _paragraphs("p0", self._render("开头.j2", **opening_values(self._phrasing)))

    def closing(self) -> list[Block]:
        """Return the closing paragraph, which only a profile with 结语 has."""
        if not self._profile.closing:
            return []
        purpose = "结语半年" if self._profile.period.part else "结语"
        values = [resay(self._phrasing, fact, "结语") for fact in self._profile.closing]
        return _paragraphs("pz", self._render("结语.j2", 用途=purpose, 键=self._profile.closing[0].text,
                                              单位=self._phrasing.value(self._profile.unit), 结语=values))

    def body(self) -> Iterable[Block]:
        """Yield the headings and what stands under them."""
        counted = 0
        for index, section in enumerate(self._placed.sections):
            if index in self._dropped:
                continue
            counted = counted + 1 if section.node.counted else 0
            if section.node.level < ITEM_LEVEL:
                yield Heading(section.node.level, (Text(section.node.texts[0], OUTLINE),), f"h{index}")
            content = self._content(section)
            if not content and self._childless(index):
                content = [self._to_fill(section)]
            if section.node.level == ITEM_LEVEL and content:
                content[0] = (*self._opening_words(section.node, counted), *content[0])
            yield from _paragraphs(f"p{index}", content)

    def _childless(self, index: int) -> bool:
        """Tell whether no section under this one prints."""
        sections = self._placed.sections
        below = index + 1
        while below < len(sections) and sections[below].node.level > sections[index].node.level:
            if below not in self._dropped:
                return False
            below += 1
        return True

    def _content(self, section: Section) -> list[tuple[Run, ...]]:
        """Return the paragraphs of one section."""
        made: list[tuple[Run, ...]] = []
        named = self._named(section)
        for given in section.materials:
            if given.empty:
                continue
            if given.topic in PAIRED:
                found = self._render("成对.j2", 名称=given.topic, 材料=facts.pairs(self._phrasing, given))
            else:
                found = self._render("主题.j2", 材料=facts.material(self._phrasing, given, self._seen))
            if found and given.topic in named and not given.only_verbatim:
                found[0] = (*self._marks.runs(self._phrasing.label(given.topic, given.at), OUTLINE), *found[0])
            made += found
        values = facts.section(self._phrasing, section)
        for template, key in (("不足.j2", "不足"), ("安排.j2", "安排")):
            if values[key]:
                made += self._render(template, **values)
        if section.other and self._profile.other is not None:
            made += self._render("其他.j2", 其他=self._phrasing.value(self._profile.other, "其他需要报告"))
        return made

    def _named(self, section: Section) -> set[str]:
        """Return the topics whose paragraphs say what they are about (执法方面，…): where several share a heading."""
        topics = {given.topic for given in section.materials if not given.empty and given.topic not in PAIRED}
        shared = len(topics) > 1 and section.leaf and section.node.level < ITEM_LEVEL
        return topics if shared and topics <= self._phrasing.kind.topics.keys() else set()

    def _opening_words(self, node: Node, counted: int) -> tuple[Run, ...]:
        """Return the words with which an item opens its paragraph."""
        text = node.texts[0]
        if counted:
            return (Text(f"{chinese(counted)}是{text}。", OUTLINE),)
        return (Text(f"{text}，", OUTLINE),)

    def _to_fill(self, section: Section) -> tuple[Run, ...]:
        """Return the mark that a heading still waits for its material."""
        parts = "问题" if "问题" in section.parts else "、".join(section.parts)
        by_role = {"不足": parts or "问题", "安排": "打算", "其他": "其他需要报告", "第一责任人": "第一责任人"}
        words = "、".join(section.node.topics) or by_role.get(section.role, f"“{section.node.texts[0]}”的材料")
        self.empty.append(section.node.texts[0])
        return (Cited(MISSING.format(words), ((section.node.topics or (words,))[:1],), OUTLINE),)


def _worded(outline: Outline, phrasing: Phrasing) -> Outline:
    """Return an outline with one wording chosen for every heading, and the period and the level filled in."""
    period = phrasing.profile.period
    slots = {"{期间}": period.text, "{下期}": _following(period.text, period.following), "{本年}": str(period.year),
             "{下年}": str(period.year + 1)}
    nodes = []
    for node in outline.nodes:
        text = phrasing.level(node.texts[draw(phrasing.seed("标题", node.texts[0]), len(node.texts))])
        for slot, words in slots.items():
            text = text.replace(slot, words)
        nodes.append(node._replace(texts=(text,)))
    return outline._replace(nodes=tuple(nodes))


def _dropped(placed: Placed, profile: Profile) -> set[int]:
    """Return the sections that go because they are empty and may be left out."""
    denied = {given.topic for given in profile.materials if given.denied}
    return {
        index for index, section in enumerate(placed.sections)
        if section.leaf and not section.filled and (section.node.optional or denied & set(section.node.topics))
    }


def _head(phrasing: Phrasing) -> Head:
    """Return title, signature and date."""
    profile, marks = phrasing.profile, phrasing.marks
    signatures = []
    if profile.signature:
        signatures = [marks.runs(str(phrasing.value(profile.signature._replace(text=part), "署名")), "资料")
                      for part in (profile.signature.text.split("、") if profile.signature.text else [""])]
    date: tuple[Run, ...] = ()
    if profile.signed_fact and profile.signature:
        day = profile.signed
        shown = f"{day.year}年{day.month}月{day.day}日" if day else ""
        date = marks.runs(str(phrasing.value(profile.signed_fact._replace(text=shown), "成文日期")), "资料")
    created = profile.signed or assumed_day(profile, phrasing.kind)
    base = (("单位", profile.unit.text), ("级别", profile.level), ("上级", profile.superior), ("期间", profile.period.text))
    about = tuple(Cited(value, ((key,),)) for key, value in base)
    return Head(marks.runs(str(title(phrasing)), "资料"), profile.unit.text, created.isoformat(), tuple(signatures), date, about)


def _paragraphs(name: str, found: list[tuple[Run, ...]]) -> list[Block]:
    """Return rendered lines as paragraphs with stable ids."""
    return [Paragraph(runs, f"{name}-{number}") for number, runs in enumerate(found, start=1)]


def _ordinal(number: int, among: int) -> str:
    """Return 一是, 二是 … where there are several; nothing where there is one."""
    return f"{chinese(number)}是" if among > 1 else ""


def _following(typed: str, following: str) -> str:
    """Return the next period in the form of this one: 2025年度 after 2024年度."""
    return f"{following}度" if typed.endswith("年度") else following
