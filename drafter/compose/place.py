"""Placing the facts of a profile under the headings of an outline: every fact once, nothing lost without a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity
from drafter.kind import Kind, Node, Outline, role_of
from drafter.profile import Material, Plan, Problem, Profile, topic_of

PARTS = ("问题", "原因", "整改")
ROLES = {"问题": "不足", "原因": "不足", "整改": "不足", "打算": "安排", "其他需要报告": "其他"}
PAIRED = ("上级反馈问题", "去年打算")
"""Blocks of what was asked or promised and what became of it; they stand with the assessment of the year's work."""
DEEDS = ("成效", "第一责任人")
COMMON = frozenset(("法治", "建设", "工作", "政府", "推进", "加强", "强化", "提升", "开展", "进一", "一步", "持续", "不断", "深化", "完善", "健全"))


@dataclass(slots=True)
class Section:
    """What goes under one node of the outline."""

    node: Node
    role: str
    leaf: bool
    materials: list[Material] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    """Which parts of the problems print here: 问题, 原因, 整改."""
    plans: list[Plan] = field(default_factory=list)
    other: bool = False

    @property
    def filled(self) -> bool:
        """Tell whether anything goes here."""
        return bool(any(not given.empty for given in self.materials) or self.problems or self.plans or self.other)


class Placed(NamedTuple):
    """The sections in the order of the outline, and what did not find a place of its own."""

    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def place(profile: Profile, outline: Outline, kind: Kind) -> Placed:
    """Place everything that the profile holds."""
    sections = _sections(outline, kind, profile)
    findings: list[Finding] = []
    file = "" if outline.file.startswith(f"{kind.folder.name}/outlines/") else outline.file
    for material in profile.materials:
        if not material.denied:
            _place_material(material, sections, kind, findings, file, str(profile.period.following))
    _place_problems(profile, sections, kind, findings, file)
    _place_plans(profile, sections, kind, findings, file)
    for section in sections:
        section.other = section.role == "其他" and section.leaf and profile.other is not None
        order = {name: number for number, name in enumerate(section.node.topics)}
        section.materials.sort(key=lambda material: order.get(material.topic, len(order)))
    if profile.other and profile.other.text and not profile.other.none and not any(section.other for section in sections):
        last = ([section for section in sections if section.leaf and section.role in DEEDS] or sections)[-1]
        last.other = True
        findings.append(_unplaced("其他需要报告", f"提纲里没有这一部分，暂放在“{last.node.texts[0]}”下面", file))
    elif profile.other and profile.other.none and not any(section.other for section in sections):
        findings.append(Finding("P022", Severity.NOTE, "“其他需要报告”写的是无，提纲里没有这一部分，没有印"))
    return Placed(tuple(sections), tuple(findings))


def _sections(outline: Outline, kind: Kind, profile: Profile) -> list[Section]:
    """Make a section of every node, with the role that its heading, or the heading above, gives it."""
    sections: list[Section] = []
    above: list[tuple[int, str]] = []
    for index, node in enumerate(outline.nodes):
        above = [entry for entry in above if entry[0] < node.level]
        inherited = above[-1][1] if above else ""
        own = next((ROLES[name] for name in node.topics if name in ROLES), "")
        role = own or inherited or role_of(node.texts[0], kind, str(profile.period.following))
        if inherited == "不足" and not own and _parts(node, kind):
            role = "不足"
        above.append((node.level, role))
        sections.append(Section(node, role, leaf=not len(outline.children(index))))
    return sections


def _parts(node: Node, kind: Kind) -> tuple[str, ...]:
    """Return which parts of the problems a heading speaks of."""
    named = tuple(name for name in node.topics if name in PARTS)
    if named:
        return named
    words = {content.name: content.words for content in kind.contents}
    found = []
    if any(word in node.texts[0] for word in words.get("不足", ())):
        found.append("问题")
    return (*found, *(part for part in ("原因", "整改") if any(word in node.texts[0] for word in words.get(part, ()))))


def _place_material(material: Material, sections: list[Section], kind: Kind, findings: list[Finding], file: str,
                    following: str) -> None:
    """Put one topic where the outline names it, where a heading's words fit it, or near a topic of its kind."""
    named = next((section for section in sections if material.topic in section.node.topics), None)
    if named:
        named.materials.append(material)
        return
    done = material.topic in kind.topics or material.topic in PAIRED
    role = "成效" if done else role_of(material.topic, kind, following)
    fit = (role,) if any(section.role == role and section.leaf for section in sections) and role not in DEEDS else DEEDS
    deeds = [section for section in sections if section.role in fit] or [section for section in sections if section.leaf]
    known = material.topic if material.topic in kind.topics else topic_of(material.topic, kind, material.words)
    known = kind.answers if material.topic in PAIRED else known
    near = kind.topics[known].near if known in kind.topics else ()
    for name in dict.fromkeys((material.topic, known, *near)):
        home = _home(name, sections, deeds, kind)
        if home:
            home.materials.append(material)
            # What was asked or promised has its place in the kind, where the outline names none.
            settled = name == material.topic or (material.topic in PAIRED and name in home.node.topics)
            if not settled and not material.empty:
                findings.append(_unplaced(material.topic, f"提纲里没有合适的标题，暂放在“{home.node.texts[0]}”下面", file))
            return
    last = deeds[0] if fit != DEEDS else ([section for section in deeds if section.leaf and not _of_leaders(section, kind)] or deeds)[-1]
    last.materials.append(material)
    if not material.empty:
        findings.append(_unplaced(material.topic, f"提纲里没有合适的标题，暂放在“{last.node.texts[0]}”下面", file))


def _home(name: str, sections: list[Section], deeds: list[Section], kind: Kind) -> Section | None:
    """Return the section that names a topic, or the one whose heading fits its words best."""
    named = [section for section in sections if name in section.node.topics]
    if named:
        return named[0]
    if name == "第一责任人":
        own = [section for section in deeds if section.leaf and _of_leaders(section, kind)]
        return own[0] if own else None
    words = kind.topics[name].words if name in kind.topics else (name,)
    fitting = [(sum(len(word) for word in words if word in section.node.texts[0]), -number, section)
               for number, section in enumerate(deeds)
               if section.leaf and section.role == "成效" and not _of_leaders(section, kind)]
    best = max(fitting, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] else None


def _of_leaders(section: Section, kind: Kind) -> bool:
    """Tell whether a heading, of whatever level, is about what the two leaders did in person."""
    return section.role == "第一责任人" or role_of(section.node.texts[0], kind, "") == "第一责任人"


def _place_problems(profile: Profile, sections: list[Section], kind: Kind, findings: list[Finding], file: str) -> None:
    """Put the problems, and their causes and rectifications, each part where its heading is."""
    homes = [section for section in sections if section.role == "不足" and section.leaf]
    if not homes:
        homes = ([section for section in sections if section.role in ("安排", *DEEDS) and section.leaf] or sections)[-1:]
        if profile.problems:
            findings.append(_unplaced("问题", f"提纲里没有这一部分，暂放在“{homes[0].node.texts[0]}”下面", file))
    parts = [_parts(section.node, kind) for section in homes]
    first = [section for section, found in zip(homes, parts, strict=True) if "问题" in found or not found] or homes[:1]
    alone: set[str] = set()
    for section, found in zip(homes, parts, strict=True):
        if section not in first:
            section.parts = tuple(part for part in found if part not in alone)
            section.problems = _with(profile.problems, section.parts)
            alone |= set(found)
    for section in first:
        section.parts = tuple(part for part in PARTS if part not in alone)
    for problem in profile.problems:
        _nearest(problem.name.text, problem.topic, first, kind).problems.append(problem)


def _with(problems: tuple[Problem, ...], parts: tuple[str, ...]) -> list[Problem]:
    """Return the problems that have one of some parts."""
    return [problem for problem in problems if ("原因" in parts and problem.causes) or ("整改" in parts and problem.fixes)]


def _place_plans(profile: Profile, sections: list[Section], kind: Kind, findings: list[Finding], file: str) -> None:
    """Put the plans: those that answer problems first, each under the plan heading that fits it best."""
    plans = [Plan(problem.plans, problem.topic) for problem in profile.problems if problem.plans] + list(profile.plans)
    homes = [section for section in sections if section.role == "安排" and section.leaf]
    if not homes:
        homes = ([section for section in sections if section.leaf and section.role != "其他"] or sections)[-1:]
        if plans:
            findings.append(_unplaced("打算", f"提纲里没有这一部分，暂放在“{homes[0].node.texts[0]}”下面", file))
    for plan in plans:
        _nearest("".join(fact.text for fact in plan.texts), plan.topic, homes, kind).plans.append(plan)


def _nearest(text: str, topic: str, homes: list[Section], kind: Kind) -> Section:
    """Return the section that names a topic, or the one whose heading shares most with a text; the last on a tie of none."""
    for section in homes:
        if topic and topic in section.node.topics:
            return section
    scores = [_shared(text, section.node, kind) for section in homes]
    return homes[scores.index(max(scores))] if max(scores) else homes[-1]


def _shared(text: str, node: Node, kind: Kind) -> int:
    """Return how much a text and a heading have in common: words of topics, and pairs of characters."""
    heading = node.texts[0]
    topics = [kind.topics[name] for name in node.topics if name in kind.topics] or list(kind.topics.values())
    words = {word for topic in topics for word in topic.words if word in text and (word in heading or topic.name in node.topics)}
    pairs = {text[at:at + 2] for at in range(len(text) - 1)} & {heading[at:at + 2] for at in range(len(heading) - 1)}
    return sum(len(word) for word in words) + len(pairs - COMMON)


def _unplaced(name: str, what: str, file: str) -> Finding:
    """Return the finding that something has no heading of its own; an outline that ships is not for clerks to edit."""
    line = f"在提纲里合适的标题下面写一行  主题：{name}"
    if not file:
        return Finding("P020", Severity.WARN, f"“{name}”：{what}", None, f"放在那里合适就不用改；要换地方，写一份自己的提纲，{line}")
    return Finding("P020", Severity.WARN, f"“{name}”：{what}", Place(file, 1), line)
