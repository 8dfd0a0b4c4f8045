"""The story of an office's note: read → its topic → proposals beside what the profile holds → written only after they were shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.edit.amend import Append, Change
from drafter.finding import Address, Finding, Place, Severity, spell
from drafter.mine.intake.model import Block, Entry, Intent, Line
from drafter.mine.intake.note import Note, take_note, topic_of_note
from drafter.pipeline.intake import RESERVED
from drafter.pipeline.outline import find_outline
from drafter.pipeline.parts import read_files
from drafter.pipeline.problems import TOP, added, blank_problems
from drafter.pipeline.setup import Setup
from drafter.profile import Profile, read_profile
from drafter.read.past import read_past
from drafter.source import Sources, typed_item

NEW, SAME, OTHER = "建议", "已有", "冲突"


class Proposal(NamedTuple):
    """One line that a note adds to a profile, or what stands there already."""

    state: str
    """建议, 已有 or 冲突."""
    what: str
    """The line as it would be typed."""
    source: str
    """The sentence of the note."""
    changes: tuple[Change | Append, ...] = ()
    held: str = ""
    """What the profile holds, where it holds something else."""
    remark: str = ""


class Proposed(NamedTuple):
    """What one note proposes."""

    file: str
    topic: str
    named: bool
    """True where the topic was given, not recognised."""
    proposals: tuple[Proposal, ...]
    passed: tuple[str, ...]

    def changes(self) -> list[Change | Append]:
        """Return what is to be written: only what is new."""
        return [change for one in self.proposals if one.state == NEW for change in one.changes]


class Receiver(NamedTuple):
    """The profile that notes are for."""

    profile: Profile
    sources: Sources
    topics: tuple[str, ...]


def receiver(path: Path, setup: Setup) -> tuple[Receiver | None, list[Finding]]:
    """Read the profile that notes are for."""
    sources, findings = read_files(path)
    if sources is None:
        return None, findings
    outline, found = find_outline(sources, path, setup.kind)
    names = outline.declared_topics() if outline else []
    profile, wrong = read_profile(sources, setup.kind, names)
    findings += [finding for finding in (*found, *wrong) if finding.is_error]
    if profile is None or findings:
        return None, findings
    known = [*setup.kind.topics, *names, *(material.topic for material in profile.materials)]
    return Receiver(profile, sources, tuple(dict.fromkeys(name for name in known if name not in RESERVED))), []


def propose(path: Path, held: Receiver, topic: str, setup: Setup) -> tuple[Proposed | None, list[Finding]]:
    """Return what a note proposes for one topic of a profile."""
    original, findings = read_past(path, str(path))
    if original is None:
        return None, findings
    name = topic or topic_of_note(original, setup.kind, _providers(held.profile))
    if not name:
        return None, [*findings, Finding("I003", Severity.ERROR, "看不出这份材料属于哪个主题，没有导入", Place(str(path), 1),
                                         f"加上  --topic 主题，例如 --topic 执法；现有的主题：{'、'.join(held.topics[:12])} ……")]
    if name not in held.topics:
        return None, [*findings, Finding("I004", Severity.ERROR, f"没有“{name}”这个主题", Place(str(path), 1),
                                         f"--topic 后面写其中一个：{'、'.join(held.topics)}")]
    profile = held.profile
    note = take_note(original, name, profile.unit.text, profile.level, profile.period.year, setup.kind)
    made = tuple(_proposals(note, held, path.name))
    if not made:
        return None, [*findings, Finding("I005", Severity.ERROR, "这份材料里没有可以填进资料的数据和做法", Place(str(path), 1),
                                         "打开看看是不是选错了文件")]
    return Proposed(path.name, name, bool(topic), made, note.passed), [*findings, *_other_year(note, path, profile)]


def _other_year(note: Note, path: Path, profile: Profile) -> Iterator[Finding]:
    """Yield a question where a note names years, but not that of the profile."""
    if note.years and profile.period.year not in note.years:
        yield Finding("I006", Severity.MUST, f"这份材料说的是{max(note.years)}年，资料是{profile.period.text}", Place(str(path), 1),
                      "看看是不是拿错了材料，或选错了资料；去年的数不要填进来")


def _providers(profile: Profile) -> dict[str, list[str]]:
    """Return which topics each office delivers."""
    found: dict[str, list[str]] = {}
    for material in profile.materials:
        found.setdefault(material.provider, []).append(material.topic)
    return found


def _proposals(note: Note, held: Receiver, file: str) -> Iterator[Proposal]:
    """Yield the lines of a note, each beside what the profile holds."""
    remarks: dict[str, str] = {}
    figures = [_figure(entry, note, held, file) for entry in _figures(note.block)]
    yield from figures
    there = _data(held, (note.topic,))
    begun = isinstance(there, dict) or (not isinstance(there, list) and any(one.state == NEW for one in figures))
    for item in note.block.items:
        remarks[item.line.text] = item.line.remark
    words = [item.line.text for item in note.block.items]
    words += [f"{mechanism.verb}{mechanism.name}（{mechanism.parts}）" for mechanism in note.block.mechanisms]
    for text in words:
        yield _words(Line(text, remarks.get(text, "")), (note.topic, "做法") if begun else (note.topic,), note, held, file)
    for line in note.block.local:
        yield _words(line, (note.topic, "本地数据") if begun else (note.topic,), note, held, file)
    yield from _lacks(note, held, file)
    for plan in note.plans:
        yield _plan(plan, held, file)


def _figures(block: Block) -> list[Entry]:
    return [*block.entries, *(entry for item in block.items for entry in item.entries)]


def _figure(entry: Entry, note: Note, held: Receiver, file: str) -> Proposal:
    """Return what becomes of a figure: new, there already, or another value there."""
    what = f"{entry.name}: {entry.value}"
    source = note.sources.get(what, "")
    there = [one for one in held.profile.entries() if one.indicator.id == entry.indicator]
    here = [one for one in there if one.amount.fact.at[0] == note.topic] or there
    at: Address = here[0].amount.fact.at if here else (note.topic, entry.name)
    value = here[0].amount.fact.text if here else ""
    if value == entry.value:
        return Proposal(SAME, what, source)
    if value:
        return Proposal(OTHER, what, source, held=f"{spell(at)}: {value}", remark=entry.remark)
    if not here and isinstance(_data(held, (note.topic,)), list):
        return Proposal(NEW, what, source, (Append((note.topic,), (f"- {entry.name}{entry.value}    # 来自{file}",)),), remark=entry.remark)
    return Proposal(NEW, what, source, (Change(at, entry.value, f"来自{file}"),), remark=entry.remark)


def _words(line: Line, at: Address, note: Note, held: Receiver, file: str) -> Proposal:
    """Return what becomes of a sentence: new, or there already."""
    text = line.text
    source = next((sentence for words, sentence in note.sources.items() if words and (words == text or words in text)), "")
    material = next((one for one in held.profile.materials if one.topic == note.topic), None)
    known = [fact.text for fact in material.facts()] if material else []
    if text in known:
        return Proposal(SAME, f"- {text}", source)
    return Proposal(NEW, f"- {text}", source, (Append(at, (f"- {typed_item(text)}    # 来自{file}",)),), remark=line.remark)


def _lacks(note: Note, held: Receiver, file: str) -> Iterator[Proposal]:
    """Yield what becomes of the problems that a note names: they never stand among the deeds."""
    known = {problem.name.text for problem in held.profile.problems}
    blank = blank_problems(held.sources.data)
    for lack in note.lacks:
        parts = {part: "；".join(line.text for line in found) for part, found in
                 ((TOP, (lack.name,)), ("表现", lack.signs), ("原因", lack.causes)) if found}
        what = "　".join(f"{part}: {words}" for part, words in parts.items())
        if lack.name.text in known:
            yield Proposal(SAME, what, lack.name.text)
        else:
            yield Proposal(NEW, what, lack.name.text, added(parts, f"来自{file}", next(blank, None)))


def _plan(plan: Intent, held: Receiver, file: str) -> Proposal:
    """Return what becomes of a plan."""
    text = plan.texts[0].text
    known = {fact.text for problem in held.profile.problems for fact in problem.plans} | {
        fact.text for one in held.profile.plans for fact in one.texts}
    if text in known:
        return Proposal(SAME, f"另外打算: {text}", text)
    change = Append(("另外打算",), (f"- {typed_item(text)}    # 来自{file}",))
    return Proposal(NEW, f"另外打算: {text}", text, (change,), remark="是针对某个问题的，移到那个问题的“打算”后面")


def _data(held: Receiver, at: Address) -> object:
    data: object = held.sources.data
    for step in at:
        data = data.get(str(step)) if isinstance(data, dict) else None
    return data


def proposal_text(found: Sequence[Proposed], profile: str) -> str:
    """Return proposals as a text that can be kept or handed on."""
    return "\n".join([f"给 {profile} 的建议", *(row for one in found for row in rows(one)), ""])


def rows(found: Proposed) -> Iterator[str]:
    """Yield the lines that show what a note proposes."""
    yield f"{found.file}　主题：{found.topic}{'' if found.named else '（按内容认的，不对就加 --topic）'}"
    for state in (NEW, OTHER, SAME):
        group = [one for one in found.proposals if one.state == state]
        for one in group:
            mark = "！" if state == OTHER else " "
            yield f"{mark} {state}　{one.what}{f'　资料里是 {one.held}，没有改' if one.held else ''}{f'　（{one.remark}）' if one.remark else ''}"
            if one.source:
                yield f"    出处：{found.file}　{one.source}"
    if found.passed:
        yield f"  没有用的行：{'；'.join(found.passed)}"

