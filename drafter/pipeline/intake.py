"""The story of an import: read → taken apart → drawn into a profile → tried → written beside its review list."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.files import is_taken, safe_name, write_new
from drafter.finding import Finding, Place, Severity
from drafter.kind import Kind, parse_outline
from drafter.kind.outline import MOST_HEADINGS
from drafter.mine.clean import clean
from drafter.mine.figures import figures
from drafter.mine.intake.drawn import draw
from drafter.mine.intake.model import Doubt, Drawn
from drafter.mine.intake.outline import fitting, outline_text
from drafter.mine.intake.own import Given, Printed, Shown, given
from drafter.mine.intake.profile_text import data_text, profile_text
from drafter.mine.intake.review import review
from drafter.past import Past
from drafter.pipeline.setup import Setup
from drafter.profile import TOP, read_profile
from drafter.read.own_draft import OwnDraft, read_own
from drafter.read.own_part import OwnCited
from drafter.read.past import read_past
from drafter.source import merge, parse

RESERVED = (*TOP, "问题", "原因", "整改", "打算", "其他需要报告")
FOLDER = "提纲"
HEAD = ("单位", "级别", "上级", "期间", "标题")
BLANKS = ("P010",)
"""What a profile may still lack: the required values that the report does not say."""
LEAST_HEADINGS = 2


class Intake(NamedTuple):
    """A profile made of a report, not written yet."""

    unit: str
    period: str
    name: str
    """What its file is to be called, without ending."""
    outline: str
    """The outline of the report's own headings; empty where a shipped one fits."""
    shipped: str
    doubts: tuple[Doubt, ...]
    placed: int
    filled: int
    drawn: Drawn | None
    past: Past | None
    """None for a draft of ours."""
    own: Given | None
    file: str

    def profile(self, outline: str) -> str:
        """Return the text of the profile, its 提纲 line saying ``outline``."""
        if self.own is not None:
            data = self.own.data
            head = {key: value for key, value in data.items() if key in HEAD}
            rest = {key: value for key, value in data.items() if key not in HEAD}
            return data_text(head | {"提纲": outline} | rest, self.file)
        return profile_text(self.drawn, outline, self.file) if self.drawn else ""

    def review(self) -> str:
        """Return the review list; empty where there is nothing to look at."""
        if self.past is None or self.drawn is None:
            return ""
        return review(self.doubts, self.drawn.left, self.past, self.file, f"{self.unit or '单位待填'}　{self.period or '期间待填'}")


class Written(NamedTuple):
    """The files of an import; none where it was not written."""

    profile: Path | None
    outline: Path | None
    review: Path | None
    findings: tuple[Finding, ...]
    blank: tuple[str, ...] = ()
    """Required values that the report does not say."""


def intake(path: Path, setup: Setup) -> tuple[Intake | None, list[Finding]]:
    """Make a profile of a past report or of a draft of ours; without one, the findings say why."""
    mine = read_own(path)
    if mine and mine.unchanged:
        return _own(path, mine, setup.kind), []
    original, findings = read_past(path, str(path))
    if original is None:
        return None, findings
    if mine:
        findings.append(Finding("I002", Severity.NOTE, "这是本程序生成、后来改过的初稿，按现在的文字导入", Place(str(path), 1),
                                "想把改动收回原来的资料，用  drafter reconcile 初稿.docx 资料.yaml"))
    past = clean(original, setup.kind)
    if wrong := _unlike(past):
        return None, [*findings, Finding("I001", Severity.ERROR, f"不像法治政府建设年度报告：{wrong}，没有导入", Place(str(path), 1),
                                         "是科室交来的材料，加上  --profile 资料.yaml；是报告就给各部分加上 一、二、这样的标题再试")]
    reported = figures(past, setup.kind)
    drawn = draw(past, reported, setup.kind, RESERVED)
    findings += [Finding("R009", Severity.NOTE, note, Place(str(path), 1)) for note in original.notes]
    head = drawn.head
    name = safe_name(f"{head.unit.text}-{head.period.text.removesuffix('年度')}" if past.unit and past.year else path.stem)
    text = "" if drawn.shipped else outline_text(drawn.nodes, past.title)
    made = Intake(head.unit.text, head.period.text, name, text, drawn.shipped, _asked(drawn), drawn.placed, drawn.filled, drawn, past,
                  None, path.name)
    return made, [*findings, *tried(made, setup.kind)]


def _unlike(past: Past) -> str:
    """Return why a text is no report; empty where it may be one."""
    headings = sum(bool(line.level) for line in past.lines)
    if headings > MOST_HEADINGS:
        return f"标题超过{MOST_HEADINGS}个"
    return "看不出各部分的标题" if headings < LEAST_HEADINGS or headings == len(past.lines) else ""


def _asked(drawn: Drawn) -> tuple[Doubt, ...]:
    """Return what is to be checked, the blanks at the top first."""
    head = drawn.head
    named = (("单位", head.unit), ("级别", head.level), ("上级", head.superior), ("期间", head.period), ("成文日期", head.signed))
    return (*(Doubt(line.remark, "", key) for key, line in named if line and line.remark), *drawn.doubts)


def _own(path: Path, mine: OwnDraft, kind: Kind) -> Intake:
    """Return the profile that a draft of ours was made of."""
    blocks = [Shown(block.id, block.text, int(block.style[-1]) if block.style.startswith("Heading") else 0,
                    next((run for run in block.runs[:1] if isinstance(run, str)), ""), tuple(map(_printed, block.cited)))
              for block in mine.own.blocks]
    made = given([_printed(cited) for cited in mine.own.about], blocks, kind, TOP)
    unit, period = str(made.data.get("单位", "")), str(made.data.get("期间", ""))
    count = sum(bool(cited.bookmark) for block in mine.own.blocks for cited in block.cited)
    shipped, _ = fitting([(node.level, node.text) for node in made.nodes], kind, int(period[:4]) if period[:4].isdigit() else 0)
    text = "" if shipped else outline_text(made.nodes, "")
    name = safe_name(f"{unit}-{period.removesuffix('年度')}")
    return Intake(unit, period, name, text, shipped, (), count, count, None, None, made, path.name)


def _printed(cited: OwnCited) -> Printed:
    return Printed(cited.at, cited.words.replace("\n", ""), bool(cited.bookmark))


def tried(made: Intake, kind: Kind) -> list[Finding]:
    """Return what our own reader says against a profile that was made; nothing but blanks that have to be filled in."""
    source, findings = parse(made.profile(f"{FOLDER}/{made.name}.txt").encode(), made.name)
    if source is None:
        return findings
    sources, found = merge(source, [])
    topics = parse_outline(made.outline, "")[0].declared_topics() if made.outline else []
    if sources is not None:
        found += read_profile(sources, kind, topics)[1]
    return [finding for finding in (*findings, *found) if finding.is_error and finding.rule not in BLANKS]


def write(made: Intake, target: Path) -> Written:
    """Write profile, outline and review list under names that are free; a profile that is there already is never replaced."""
    if is_taken(target):
        return Written(None, None, None, (Finding("W009", Severity.ERROR, "已经有这个文件，没有写", Place(str(target), 1),
                                                  "换一个名字：-o 另一个名字.yaml"),))
    outline = _free(target.parent / FOLDER / f"{target.stem}.txt") if made.outline else None
    named = f"{FOLDER}/{outline.name}" if outline else made.shipped
    findings = write_new(outline, made.outline.encode()) if outline else []
    findings += [] if findings else write_new(target, made.profile(named).encode())
    if findings:
        return Written(None, None, None, tuple(findings))
    words = made.review()
    sheet = _free(target.with_name(f"{target.stem}-核对.txt")) if words else None
    lost = write_new(sheet, words.encode("utf-8-sig")) if sheet else []
    head = made.drawn.head if made.drawn else None
    required = (("单位", head.unit), ("级别", head.level), ("上级", head.superior), ("期间", head.period)) if head else ()
    return Written(target, outline, None if lost else sheet, tuple(lost), tuple(key for key, line in required if not line.text))


def _free(path: Path) -> Path:
    """Return the name itself, or with a number where it is taken."""
    number = 1
    found = path
    while is_taken(found):
        number += 1
        found = path.with_name(f"{path.stem}（{number}）{path.suffix}")
    return found
