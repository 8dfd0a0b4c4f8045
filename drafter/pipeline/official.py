"""The story of the formal form (上报): a draft, its attachments, and what the standard asks of the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from drafter.compose.formal import formal
from drafter.files import is_file, real
from drafter.finding import Finding, Severity, spell
from drafter.pipeline.comparison import remembered
from drafter.pipeline.draft import Draft
from drafter.pipeline.year_table import year_table
from drafter.profile import Attached
from drafter.report import Attachment, Block, Cited, Heading, Paragraph, Report, plain
from drafter.source import read_text

LEVELS = (re.compile("[一二三四五六七八九十]+、(.{2,30})"), re.compile("（[一二三四五六七八九十]+）(.{2,30})"))
"""Headings of an attachment, by level."""
ATTACHMENT = r"附\s*件\s*\d*\s*[:：]?"
END = tuple("。；，：！？")


def official(made: Draft, folder: Path, final: bool = False) -> tuple[Draft | None, list[Finding]]:
    """Return a draft as a formal copy; ``folder`` is where the profile lies, in a final there is no 稿次."""
    findings: list[Finding] = []
    attachments = [_attachment(made, given, number, folder, findings) for number, given in enumerate(made.profile.document.attachments)]
    if made.profile.document.table and (table := year_table(made)):
        attachments.append(table)
    report = formal(made.report, made.profile, made.setup.kind, attachments)
    findings += _asked(made, report)
    if any(finding.is_error for finding in findings):
        return None, findings
    if report.formal and final:
        report = report._replace(formal=report.formal._replace(stage=()))
    copy = made._replace(composed=made.composed._replace(report=report), findings=(*made.findings, *findings))
    return copy, [*made.findings, *findings]


def changed_since(made: Draft, target: Path) -> list[Finding]:
    """Say which figures differ from the last formal copy that bears the same date: what was signed must go back to the signer."""
    day = plain(made.report.head.date)
    own = remembered(target) if made.profile.signed else None
    if own is None or all(block.id != "date" or block.text.strip() != day for block in own.blocks):
        return []
    before = {cited.at[0]: cited.words for block in own.blocks for cited in block.cited if cited.bookmark and cited.at}
    runs = (run for block in made.report.blocks for run in block.runs if isinstance(run, Cited) and run.figure and run.at)
    now = {run.at[0]: run.typed or run.text for run in runs}
    found = []
    for at in dict.fromkeys((*before, *now)):
        if before.get(at) != now.get(at):
            place = made.sources.place(at)
            said = f"“{spell(at)}”由“{before.get(at, '没有')}”变成“{now.get(at, '没有')}”"
            found.append(Finding("H013", Severity.MUST, f"签发后改了数据：{said}", place, "签发后有实质性修改的，要送原签发人复审（条例第二十五条）",
                                 made.sources.line(place)))
    return found


def _attachment(made: Draft, given: Attached, number: int, folder: Path, findings: list[Finding]) -> Attachment:
    """Return one 附件 with its text."""
    title = (Cited(given.name.text or "【待填：附件名称】", (given.name.at,), "资料"),)
    if given.file is None:
        return Attachment(title)
    place = made.sources.place(given.file.at)
    file = folder / given.file.text
    if file.suffix.lower() != ".txt" or not is_file(file) or not real(file).is_relative_to(real(folder)):
        findings.append(Finding("H009", Severity.ERROR, f"附件文件“{given.file.text}”找不到，或不是资料文件夹里的 .txt 文件", place,
                                "把附件的正文存成文本文件，放在资料旁边；表格等另行附上的，不写“文件”", made.sources.line(place)))
        return Attachment(title)
    words, found = read_text(file, str(file))
    findings += found
    return Attachment(title, tuple(_blocks(words or "", number, given)))


def _blocks(words: str, number: int, given: Attached) -> Iterator[Block]:
    """Yield the paragraphs of an attachment, a line each; short lines that begin as headings do are headings."""
    at = given.file.at if given.file else given.name.at
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    # 附件 and its title are set above the text; typed there once more, they would stand twice.
    for form in (ATTACHMENT, re.escape(given.name.text)):
        if lines and re.fullmatch(form, lines[0]):
            del lines[0]
    for count, line in enumerate(lines, 1):
        name = f"附件{number + 1}-{count}"
        level, heading = next(((level, found[1]) for level, form in enumerate(LEVELS, 1) if (found := form.fullmatch(line))), (0, ""))
        if level and not line.endswith(END):
            yield Heading(level, (Cited(heading, (at,), "附件"),), name)
        else:
            yield Paragraph((Cited(line, (at,), "附件"),), name)


def _asked(made: Draft, report: Report) -> Iterator[Finding]:
    """Yield what the standard and the rules for documents ask of the formal form."""
    copy, head = report.formal, report.head
    if copy is None:
        return
    for runs in (*copy.signers, *copy.recipients, copy.printer, copy.printed, head.date):
        yield from (_missing(made, run) for run in runs if isinstance(run, Cited) and run.text.startswith("【待填"))
    signers = sum("【" not in run.text for runs in copy.signers for run in runs)
    if 0 < signers < len(head.signatures):
        place = made.sources.place(("公文", "签发人"))
        yield Finding("H011", Severity.WARN, f"{len(head.signatures)}个机关联合行文，只有{signers}个签发人", place,
                      "联合上行文由各机关主要负责人签发，把名字写全，用“、”分开", made.sources.line(place))


def _missing(made: Draft, run: Cited) -> Finding:
    place = made.sources.place(run.at[0])
    name = spell(run.at[0])
    return Finding("H008", Severity.MUST, f"上报版还缺“{name}”", place, f"在资料里填上“{name}”", made.sources.line(place))
