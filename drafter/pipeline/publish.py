"""The story of the web form (公开): a draft without what is not to be published, looked through before it goes out."""

from __future__ import annotations

from pathlib import Path

from drafter.check.publishing import Publication
from drafter.compose.published import Gone, published
from drafter.files import Beside, Written, write_pair
from drafter.finding import Finding, Severity, spell
from drafter.kind.publishing import load_publishing
from drafter.pipeline.draft import Draft
from drafter.report import Report
from drafter.write.html import html
from drafter.write.text import text


def publish(made: Draft) -> tuple[Report | None, list[Finding]]:
    """Return a draft in the web form; without one, the findings say what must not be published."""
    words, findings = load_publishing(made.setup.kind.folder)
    if words is None:
        return None, findings
    report, gone = published(made.report, (one.target for one in made.profile.withheld))
    findings += [*_left_out(made, gone), *Publication(report, made.sources, words).findings()]
    return (None if any(finding.is_error for finding in findings) else report), findings


def _left_out(made: Draft, gone: tuple[Gone, ...]) -> list[Finding]:
    """List everything that the web form leaves out, and what went with it."""
    found = []
    for one in made.profile.withheld:
        place = made.sources.place(one.said)
        lines = [sentence for sentence in gone if any(at[:len(one.target)] == one.target for at in sentence.at)]
        said = "；".join(f"“{sentence.words}”" for sentence in lines) or "报告里本来就没有印"
        found.append(Finding("G001", Severity.NOTE, f"不公开“{spell(one.target)}”，公开版里没有：{said}", place, _with_it(made, lines)))
    bare = [sentence.words for sentence in gone if not sentence.at]
    if bare:
        found.append(Finding("G001", Severity.NOTE, f"下面没有内容了，标题也没有印：{'、'.join(bare)}"))
    return found


def _with_it(made: Draft, lines: list[Gone]) -> str:
    """Return what else stood in the sentences that were left out; whole sentences go, so that the rest still reads well."""
    targets = [one.target for one in made.profile.withheld]
    others = dict.fromkeys(spell(at) for sentence in lines for at in sorted(sentence.at, key=str)
                           if len(at) > 1 and not any(at[:len(target)] == target for target in targets))
    return f"同一句里的{'、'.join(others)}也没有印；要印就在资料里分成两条" if others else ""


def release(report: Report, target: Path) -> Written:
    """Write the web form: a page (.html), and beside it the bare text (.txt)."""
    page = html(report)
    return write_pair(target, page, lambda data: _same(data, page), Beside(".txt", text(report).encode("utf-8-sig")))


def _same(data: bytes, page: bytes) -> None:
    """Raise ValueError unless the page came back from the disk as it was written."""
    if data != page:
        raise ValueError("写到磁盘上的和要写的不一样")
