"""The command ``print``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from drafter.cli.codes import DONE, LACKING, LIMIT, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import meant, ready
from drafter.cli.screen import named, say, show
from drafter.files import is_file, is_folder
from drafter.finding import Finding, Severity
from drafter.pipeline.draft import file_name
from drafter.pipeline.layouts import NAMES as LAYOUTS
from drafter.pipeline.layouts import layout_named
from drafter.pipeline.printing import FORMS, NAMES, TYPST, Printed, Wish, print_docx, print_profile, save
from drafter.pipeline.setup import project_here
from drafter.write.office import End, send
from drafter.write.pdf import booklet, pictures

WORD_FILES = (".docx", ".docm")
CODES = {"F010": LACKING, "F014": LACKING, "F015": LIMIT, "F016": LACKING, "F020": LACKING, "F021": LACKING, "F023": LACKING}
"""Findings that are this machine's fault and not the clerk's."""
OURS = "FGHRY"
"""What concerns the copy; what the rules say of the text is told with the draft."""
MOST_COPIES = 200


class Job(NamedTuple):
    """What was asked for on the command line."""

    file: str
    form: str = ""
    engine: str = ""
    layout: str = "gbt9704"
    duplex: bool = False
    booklet: bool = False
    copies: int = 0
    printer: str = ""
    archival: bool = False
    preview: str = ""
    out: str = ""


def print_one(job: Job) -> int:
    """Print a profile, or a Word file that was edited."""
    if trouble := _misused(job):
        say(trouble)
        say("下一步：看看怎么用  drafter print --help")
        return USAGE
    project = project_here()
    layout, findings = layout_named(job.layout, project)
    show(findings)
    if layout is None:
        say("下一步：照提示改好 templates/版式.yaml，再印一次")
        return WRONG
    setup = ready()
    if setup is None:
        return LACKING
    path = meant(job.file)
    wish = Wish(layout, job.engine, job.archival, job.duplex or job.booklet, job.form)
    made, findings = print_docx(path, wish, project) if path.suffix.lower() in WORD_FILES else print_profile(path, wish, setup, project)
    show(finding for finding in findings if finding.is_error or (finding.rule[0] in OURS and finding.severity is not Severity.NOTE))
    if made is None:
        say(f"× {named(path.name or path)} 没有印成，原来的文件没有动")
        say("下一步：照上面的提示处理后再试；也可以在 Word、WPS 里打开 Word 稿打印")
        return _code(findings)
    return _finished(made, job, _target(made, job, path, project))


def _finished(made: Printed, job: Job, target: Path) -> int:
    """Write the copy and its pictures, and hand it to the printer."""
    written = save(booklet(made.pages) if job.booklet else made.pages.data, target)
    show(written.findings)
    if written.path is None:
        say("下一步：照上面的提示处理后再印一次")
        return UNWRITTEN
    sheets = f"，小册子{-(-made.pages.number // 4) * 2}面" if job.booklet else ""
    say(f"√ 已印成 PDF：{named(written.path)}（{made.pages.number}页{sheets}，{NAMES[made.engine]}）")
    if made.draft and (waiting := len(made.draft.to_fill())):
        say(f"  还有{waiting}处待填，印在上面；送出去以前补上")
    if job.preview and not _previewed(made, Path(job.preview)):
        say("下一步：换一个文件夹放页面图，再印一次")
        return UNWRITTEN
    if job.copies or job.printer:
        return _sent(written.path, job)
    how = "用 A3 纸双面打印，选“短边翻转”，对折装订" if job.booklet else "打印的时候选“实际大小”，不要选“适合纸张”"
    say(f"下一步：打开 PDF 从头看一遍，再打印；{how}")
    return DONE


def _previewed(made: Printed, folder: Path) -> bool:
    """Write the pages as pictures, and say where."""
    for number, picture in enumerate(pictures(made.pages), start=1):
        written = save_picture(folder / f"第{number}页.png", picture)
        if written:
            show(written)
            return False
    say(f"  页面图：{named(folder)}（{made.pages.number}张）")
    if is_file(old := folder / f"第{made.pages.number + 1}页.png"):
        say(f"  ！{named(old)} 和它后面的是上一次留下的，不是这一份的")
    return True


def save_picture(path: Path, data: bytes) -> list[Finding]:
    """Write one picture; one of ours that lies there is replaced."""
    from drafter.files import write_new_or_own

    written, findings = write_new_or_own(path, data, lambda _: None)
    return [] if written else findings


def _sent(file: Path, job: Job) -> int:
    """Hand the file to the printer and say how that went."""
    sides = "short" if job.booklet else "long" if job.duplex else ""
    end = send(file, job.copies or 1, job.printer, sides)
    said = {End.DONE: f"√ 已交给打印机：{job.copies or 1}份", End.MISSING: "！这台电脑上没有打印命令，PDF 已经印好",
            End.HUNG: "！打印命令没有反应，PDF 已经印好", End.NOTHING: "！打印命令没有接受，看看打印机名称对不对、开没开；PDF 已经印好"}
    say(said[end])
    say("下一步：到打印机取稿，从头核一遍" if end is End.DONE else f"下一步：打开 {named(file)} 自己打印")
    return DONE if end is End.DONE else LACKING


def _misused(job: Job) -> str:
    """Return what is wrong with the command line; empty where nothing is."""
    if job.engine and job.engine not in NAMES:
        return f"--engine 后面写其中一个：{'、'.join(NAMES)}"
    if job.form not in FORMS:
        return f"没有“{job.form}”这种版本，--form 后面写 上报 或 公开"
    if job.layout not in LAYOUTS:
        return f"--layout 后面写其中一个：{'、'.join(LAYOUTS)}"
    if job.form and Path(job.file).suffix.lower() in WORD_FILES:
        return "Word 稿是哪一版就印哪一版，不要写 --form；要印上报版、公开版，把 Word 稿换成资料"
    if not 0 <= job.copies <= MOST_COPIES:
        return f"--copies 后面写 1 到 {MOST_COPIES} 的份数"
    if job.archival and (job.booklet or job.engine not in ("", TYPST)):
        return "--pdfa 不能和 --booklet 或别的程序一起用"
    if Path(job.out).suffix.lower() not in ("", ".pdf") and not is_folder(Path(job.out)):
        return "-o 后面写一个文件夹，或一个 .pdf 文件"
    return ""


def _code(findings: list[Finding]) -> int:
    return next((CODES[finding.rule] for finding in findings if finding.is_error and finding.rule in CODES), WRONG)


def _target(made: Printed, job: Job, path: Path, project: Path) -> Path:
    """Return where the PDF goes: where it was asked for, else beside the Word file, else in the output folder."""
    out = Path(job.out)
    if out.suffix.lower() == ".pdf":
        return out
    name = f"{file_name(made.draft, job.form) if made.draft else path.stem}{'（小册子）' if job.booklet else ''}.pdf"
    return (out if job.out else project / "output" if made.draft else path.parent) / name

