"""The story of a draft: read → profile → compose → check → write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.check import Paper, run
from drafter.check.paper import lines_of
from drafter.compose import Composed, TemplateMistake
from drafter.compose.opening import SPAN, filled_title
from drafter.files import safe_name, write_new_or_own
from drafter.finding import DRAFT, Finding, Place, Severity
from drafter.kind import Kind, Outline, parse_outline
from drafter.pipeline.setup import Setup
from drafter.profile import Profile, read_profile
from drafter.report import Cited, Report, Run
from drafter.show.sheet import Sheet, sheet
from drafter.source import Source, Sources, merge, read, read_text
from drafter.write.docx import docx
from drafter.write.text import text
from drafter.write.verify import check_docx

PROMISES = ("N01", "N02")
"""What breaks one of these is never written: it says what the profile does not."""
WORD_FILES = (".docx", ".doc", ".wps", ".xlsx", ".xls", ".pdf")


class Draft(NamedTuple):
    """A profile drafted in memory: the report, and everything there is to say about it."""

    profile: Profile
    composed: Composed
    sources: Sources
    findings: tuple[Finding, ...]

    @property
    def report(self) -> Report:
        """Return the document tree."""
        return self.composed.report

    def to_fill(self) -> list[Cited]:
        """Return the marks that wait for something, in order."""
        report = self.report
        runs: list[Run] = [*report.head.title, *(run for block in report.blocks for run in block.runs)]
        runs += [run for line in (*report.head.signatures, report.head.date) for run in line]
        return [run for run in runs if isinstance(run, Cited) and "【待填：" in run.text]


def draft(path: Path, setup: Setup) -> tuple[Draft | None, list[Finding]]:
    """Draft one profile in memory; without a draft, the findings say why."""
    sources, findings = read_files(path)
    if sources is None:
        return None, findings
    outline, found = find_outline(sources, path, setup.kind)
    findings += found
    profile, found = read_profile(sources, setup.kind, outline.declared_topics() if outline else [])
    findings += found
    if profile is None or outline is None or any(finding.is_error for finding in findings):
        return None, findings
    try:
        composed = setup.composer.compose(profile, outline)
    except TemplateMistake as mistake:
        return None, [*findings, mistake.finding]
    paper = Paper(DRAFT, lines_of(composed.report), setup.kind, profile.period.year, composed.day, composed.report,
                  profile, composed.outline, sources)
    findings += [*composed.findings, *_assumed(profile, composed), *run(paper)]
    if any(finding.rule in PROMISES for finding in findings):
        return None, findings
    return Draft(profile, composed, sources, tuple(findings)), findings


def read_files(path: Path) -> tuple[Sources | None, list[Finding]]:
    """Read a profile and the topic files that its 分文件 names, as one."""
    if path.suffix.lower() in WORD_FILES:
        return None, [Finding("R003", Severity.ERROR, "这是 Word 或 WPS 文件，不是资料", Place(str(path), 1),
                              "给出 .yaml 资料；要校核 Word 初稿，用  drafter check 文件")]
    main, findings = read(path, str(path))
    if main is None:
        return None, findings
    named = main.data.get("分文件", "") if isinstance(main.data, dict) else ""
    names = named if isinstance(named, list) else [part.strip() for part in str(named).replace("，", "、").split("、")]
    others = []
    for name in (str(name) for name in names if name):
        other, found = read(path.parent / name, str(path.parent / name))
        findings += [_named(finding, main, name) if finding.rule == "Y001" else finding for finding in found]
        others += [other] if other else []
    sources, found = merge(main, others)
    return sources, findings + found


def _named(finding: Finding, main: Source, name: str) -> Finding:
    """Return the finding that a topic file cannot be read at the place where its name was typed."""
    place = main.place(("分文件",))
    return finding._replace(message=f"分文件“{name}”：{finding.message}", place=place, excerpt=main.line(place.line))


def find_outline(sources: Sources, path: Path, kind: Kind) -> tuple[Outline | None, list[Finding]]:
    """Read the outline that a profile names: one that ships with the kind, or a text file of the office."""
    data = sources.data.get("提纲") if isinstance(sources.data, dict) else None
    name = data if isinstance(data, str) and data else kind.default_outline
    shipped = kind.folder / "outlines" / f"{name}.txt"
    own = path.parent / name
    if name in kind.outline_names():
        file, shown = shipped, f"{kind.folder.name}/outlines/{name}.txt"
    else:
        file, shown = own, str(own)
    words, findings = read_text(file, shown)
    if words is None:
        place = sources.place(("提纲",))
        hint = f"写成 提纲/县里的提纲.txt 这样的文件，或用现成的：{'、'.join(kind.outline_names())}"
        return None, [Finding("P014", Severity.ERROR, f"找不到提纲“{name}”", place, hint, sources.line(place))]
    outline, found = parse_outline(words, shown, shipped=file == shipped)
    findings += found
    return (None if any(finding.is_error for finding in found) else outline), findings


def _assumed(profile: Profile, composed: Composed) -> list[Finding]:
    """Say which day was taken where the report is not signed yet."""
    if profile.signed:
        return []
    return [Finding("P021", Severity.NOTE, f"没有成文日期，会议和法律的提法按{composed.day}核", None, "签发后在资料里填上  成文日期: 年-月-日")]


class Delivery(NamedTuple):
    """What became of a draft on disk: the files, and what was said while writing them."""

    docx: Path | None
    sheet: Path | None
    findings: tuple[Finding, ...]


def deliver(made: Draft, target: Path, setup: Setup, suggestions: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Delivery:
    """Write a draft and its 校核 file; an edited or unknown file is never overwritten."""
    expected = text(made.report)
    placed, findings = write_new_or_own(target, docx(made.report), lambda data: check_docx(data, expected))
    if placed is None:
        return Delivery(None, None, tuple(findings))
    words = sheet(Sheet(made.report, made.findings, made.sources, made.to_fill(), made.composed.empty, made.profile.kept,
                        made.profile.period.text, str(made.composed.day), suggestions,
                        {given.topic: given.provider for given in made.profile.materials}))
    beside = placed.with_name(f"{placed.stem}-校核.txt")
    written, more = write_new_or_own(beside, words.encode("utf-8-sig"), lambda _: None)
    return Delivery(placed, written, (*findings, *more))


def file_name(made: Draft, kind: Kind) -> str:
    """Return the name of a draft's Word file."""
    form = kind.titles[kind.usual_titles[SPAN[bool(made.profile.period.part)]]]
    return safe_name(filled_title(form, made.profile, made.profile.period.text))


def unfinished(made: Draft) -> list[Finding]:
    """Return what still waits for something, as findings that stop a final version."""
    found = []
    for run_ in made.to_fill():
        place = made.sources.place(run_.at[0]) if run_.at else Place("", 1)
        found.append(Finding("F001", Severity.ERROR, f"还没填：{run_.text}", place, "填上数或内容；确实没有的写 无，不涉及的整行删掉",
                             made.sources.line(place)))
    return list(dict.fromkeys(found))
