"""The 校核 file beside a draft: what is missing, what to look at, and where every sentence comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.finding import Finding, spell
from drafter.report import Cited, Heading, Paragraph, Report, Run, numbered, plain
from drafter.show.terminal import clean
from drafter.source import Sources

THIN = 120
"""Characters below which a part of the first level is called short."""
CLASSES = ("规定语", "句式", "单位资料", "原文照用", "提纲标题")


class Sheet(NamedTuple):
    """What a 校核 file tells of."""

    report: Report
    findings: Sequence[Finding]
    sources: Sources
    to_fill: Sequence[Cited]
    empty: Sequence[str]
    kept: Sequence[tuple[str, str]]
    period: str
    day: str
    suggestions: Mapping[str, Mapping[str, tuple[str, ...]]]
    providers: Mapping[str, str]
    """Which office delivers a topic."""
    wordings: Mapping[str, str] = {}
    """Where the mined wordings of the draft were seen, by origin."""


def sheet(given: Sheet) -> str:
    """Return the text of a 校核 file."""
    parts = [
        [f"{plain(given.report.head.title)}　校核", f"会议和法律的提法按{given.day}核。本文件只供本单位核稿用，不随报告上报。"],
        _section("一、还没填的", [f"{run.text}　{_asked(given, run)}{_where(given, run)}" for run in given.to_fill]),
        _section("二、请看的", [line for finding in given.findings for line in _finding(finding)]),
        _section("三、篇幅和来源", _lengths(given.report)),
        _section("四、没有材料的标题和偏短的部分", [*(f"没有材料：{name}" for name in given.empty), *_thin(given.report)]),
        _section("五、留底（不印）", [f"{name}　{value}".strip("　") for name, value in given.kept]),
        _section("六、逐句出处", list(_sentences(given))),
        _section("七、参考写法（只供参考，没有印进报告；符合实际的，用自己的话写进资料）", list(_suggestions(given.suggestions))),
    ]
    return "\r\n".join(line for part in parts for line in [*part, ""])


def _section(title: str, lines: list[str]) -> list[str]:
    """Return a part of the sheet; one without lines says so."""
    return [title, *(f"  {line}" for line in lines or ["无"])]


def _asked(given: Sheet, run: Cited) -> str:
    """Return the office to ask, where the profile says who delivers the topic."""
    names = dict.fromkeys(given.providers.get(str(address[0]), "") for address in run.at if address)
    office = "、".join(name for name in names if name)
    return f"找{office}要　" if office else ""


def _where(given: Sheet, run: Cited) -> str:
    """Return the places of a run in the profile."""
    named = []
    for address in run.at:
        place = given.sources.place(address)
        held = address in given.sources.places
        named.append(f"{clean(place.file)}:{place.line} {spell(address)}" if held else f"资料里还没有这一项：{spell(address)}")
    return "；".join(named)


def _finding(finding: Finding) -> list[str]:
    """Return a finding in one or two lines."""
    where = f"{clean(finding.place.file)}:{finding.place.line} " if finding.place else ""
    own = finding.place.file if finding.place else ""
    also = "".join(f"，另见{clean(other.file) if other.file != own else ''}第{other.line}行" for other in finding.also)
    first = f"{finding.severity.value} {finding.rule} {where}{clean(finding.message)}{also}"
    return [first, f"    提示：{clean(finding.hint)}"] if finding.hint else [first]


def origin_class(run: Run, heading: bool = False) -> str:
    """Return the class of origin that a run counts to."""
    if heading or run.origin == "提纲":
        return "提纲标题"
    if run.origin == "原文照用":
        return "原文照用"
    if isinstance(run, Cited):
        return "单位资料"
    return "规定语" if run.origin.startswith("规定:") else "句式"


def lengths(report: Report) -> dict[str, int]:
    """Return how many characters without white space come from each class of origin; numbers count to their headings."""
    counted = dict.fromkeys(CLASSES, 0)
    for mark, block in numbered(report):
        counted["提纲标题"] += len(mark)
        for run in block.runs:
            counted[origin_class(run, isinstance(block, Heading))] += len("".join(run.text.split()))
    return counted


def _lengths(report: Report) -> list[str]:
    """Return the lines on length and origin."""
    counted = lengths(report)
    whole = sum(counted.values()) or 1
    return [f"正文{sum(counted.values())}字", *(f"{name}　{count}字　{count * 100 / whole:.1f}%" for name, count in counted.items())]


def _thin(report: Report) -> Iterator[str]:
    """Yield the parts of the first level that are short."""
    title, count = "", 0
    for block in [*report.blocks, Heading(1, (), "")]:
        if isinstance(block, Heading) and block.level == 1:
            if title and count < THIN:
                yield f"偏短（{count}字）：{title}"
            title, count = plain(block.runs), 0
        elif isinstance(block, Paragraph):
            count += len(plain(block.runs))


def _sentences(given: Sheet) -> Iterator[str]:
    """Yield every sentence with its wordings and the lines of the profile it came from."""
    for mark, block in numbered(given.report):
        if isinstance(block, Heading):
            yield mark + plain(block.runs)
            continue
        held: list[Run] = []
        for run in block.runs:
            held.append(run)
            if run.text.endswith("。"):
                yield from _sentence(given, held)
                held = []
        yield from _sentence(given, held)


def _sentence(given: Sheet, runs: list[Run]) -> Iterator[str]:
    """Yield the lines on one sentence."""
    if not runs:
        return
    yield f"  {''.join(run.text for run in runs)}"
    origins = [_spoken(given, origin) for origin in dict.fromkeys(run.origin for run in runs) if not origin.startswith("模板:")]
    places = dict.fromkeys(_where(given, run) for run in runs if isinstance(run, Cited))
    yield f"      来源：{'、'.join(origins) or '单位资料'}　出处：{'；'.join(places) or '规定语，不需要出处'}"


def _spoken(given: Sheet, origin: str) -> str:
    """Return an origin with the past report it was seen in, where it comes from one."""
    return f"{origin}（{given.wordings[origin]}）" if origin in given.wordings else origin


def _suggestions(suggestions: Mapping[str, Mapping[str, tuple[str, ...]]]) -> Iterator[str]:
    """Yield stock problems, causes, plans and measures by topic."""
    for topic, kinds in suggestions.items():
        yield f"{topic}"
        for kind, lines in kinds.items():
            yield f"  {kind}：{'；'.join(lines)}"
