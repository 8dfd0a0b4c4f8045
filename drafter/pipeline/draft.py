"""The story of a draft in memory: read → profile → compose → check."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.check import Paper, run
from drafter.check.last import Last
from drafter.check.paper import lines_of
from drafter.compose import Composed, TemplateMistake
from drafter.compose.kept import Kept
from drafter.compose.opening import SPAN, filled_title
from drafter.files import safe_name
from drafter.finding import DRAFT, Finding, Severity
from drafter.pipeline.last import before
from drafter.pipeline.outline import find_outline
from drafter.pipeline.parts import read_files
from drafter.pipeline.setup import Setup, setup_for
from drafter.profile import Profile, read_profile
from drafter.report import TO_FILL, Cited, Report, Run
from drafter.source import Sources

FORMAL, OPEN = "上报", "公开"
"""The forms of a report beside the draft: for the county, and for the web."""
PROMISES = ("N01", "N02")
"""What breaks one of these is never written: it says what the profile does not."""


class Draft(NamedTuple):
    """A profile drafted in memory: the report, and everything there is to say about it."""

    profile: Profile
    composed: Composed
    sources: Sources
    findings: tuple[Finding, ...]
    setup: Setup
    """The kind it was drafted as."""
    last: Last | None = None
    """What is known of the figures of last year."""

    @property
    def report(self) -> Report:
        """Return the document tree."""
        return self.composed.report

    def to_fill(self) -> list[Cited]:
        """Return the marks that wait for something, in order."""
        report = self.report
        runs: list[Run] = [*report.head.title, *(run for block in report.blocks for run in block.runs)]
        runs += [run for line in (*report.head.signatures, report.head.date) for run in line]
        runs += report.formal.runs() if report.formal else ()
        return [run for run in runs if isinstance(run, Cited) and TO_FILL in run.text]


def draft(path: Path, setup: Setup) -> tuple[Draft | None, list[Finding]]:
    """Draft one profile in memory; without a draft, the findings say why."""
    sources, findings = read_files(path)
    if sources is None:
        return None, findings
    asked, found = setup_for(sources, setup)
    if asked is None:
        return None, [*findings, *found]
    setup = asked
    outline, more = find_outline(sources, path, setup.kind)
    findings += [*found, *more]
    profile, found = read_profile(sources, setup.kind, outline.declared_topics() if outline else [])
    findings += found
    if profile is None or outline is None or any(finding.is_error for finding in findings):
        return None, findings
    try:
        known = before(path, profile, setup)
        composed = setup.composer.compose(profile, outline, known.sentences)
    except TemplateMistake as mistake:
        return None, [*findings, mistake.finding]
    kept = _reworded(composed, profile)
    composed = composed._replace(report=kept.report)
    paper = Paper(DRAFT, lines_of(composed.report), setup.kind, profile.period.year, composed.day, composed.report,
                  profile, composed.outline, sources, kept.dropped, known.last)
    findings += [*known.findings, *composed.findings, *_assumed(profile, composed), *_unknown_phrases(profile, setup, sources),
                 *_lost(kept, sources), *run(paper)]
    if any(finding.rule in PROMISES for finding in findings):
        return None, findings
    return Draft(profile, composed, sources, tuple(findings), setup, known.last), findings


def _reworded(composed: Composed, profile: Profile) -> Kept:
    """Work the rewordings of an earlier draft in, where there are any."""
    if not profile.rewordings:
        return Kept(composed.report, (), frozenset())
    from drafter.compose.reworded import reworded  # noqa: PLC0415  most profiles have none

    return reworded(composed.report, profile.rewordings)


def _lost(kept: Kept, sources: Sources) -> list[Finding]:
    """Say which rewordings found no place."""
    found = []
    for one in kept.lost:
        place = sources.place(one.at)
        said = (*one.old, one.behind)[0]
        hint = f"要照改过的印，把这一条的“{'原文' if one.old else '接在'}”换成初稿里现在的那句话；不要了就删掉这一条"
        found.append(Finding("P024", Severity.MUST, f"改写第{int(one.at[1]) + 1}条没有用上：初稿里已经没有“{said[:40]}”这句话", place, hint,
                             sources.line(place)))
    return found


def _assumed(profile: Profile, composed: Composed) -> list[Finding]:
    """Say which day was taken where the report is not signed yet."""
    if profile.signed:
        return []
    return [Finding("P021", Severity.NOTE, f"没有成文日期，会议和法律的提法按{composed.day}核", None, "签发后在资料里填上  成文日期: 年-月-日")]


def _unknown_phrases(profile: Profile, setup: Setup, sources: Sources) -> list[Finding]:
    """Say which phrases a profile pins or bans that no library has."""
    named = profile.pinned | profile.banned
    if not named:
        return []
    library = setup.library
    known = {said.id for said in library.shelf.all()} | {way.id for one in library.constructions.all for way in one.ways}
    place = sources.place(("措辞",))
    return [Finding("P023", Severity.NOTE, f"措辞库里没有“{name}”，这一条不起作用", place, "编号用  drafter phrases list  看；不要了就删掉这一行")
            for name in sorted(named - known - {""})]


def file_name(made: Draft, form: str = "") -> str:
    """Return the name of a draft's file, without its ending; that of a form says which."""
    kind = made.setup.kind
    title = kind.titles[kind.usual_titles[SPAN[bool(made.profile.period.part)]]]
    return safe_name(filled_title(title, made.profile, made.profile.period.text)) + (f"（{form}版）" if form else "")
