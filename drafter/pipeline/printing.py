"""The story of a printed copy: a profile is drafted and set by Typst, an edited Word file goes to the office program that is here."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.files import Written, write_new_or_own
from drafter.finding import Finding, Place, Severity
from drafter.pipeline.draft import FORMAL, OPEN, Draft, draft, file_name
from drafter.pipeline.fonts import Fonts, fonts_here, shelf_for, without
from drafter.pipeline.layouts import told
from drafter.pipeline.setup import Setup
from drafter.report import Report
from drafter.write import office
from drafter.write.formal import lines_in
from drafter.write.layout import GBT9704, PageLayout
from drafter.write.office import ENGINES, Converted, End, convert
from drafter.write.pdf import Broken, Copy, Pages, Unprintable, copy_of, items_of, pdf

TYPST, LIBREOFFICE, WORD, WPS = "typst", *ENGINES
NAMES = {TYPST: "内置排版", LIBREOFFICE: "LibreOffice", WORD: "Word", WPS: "WPS"}
FORMS = ("", FORMAL, OPEN)
FAILED = {End.MISSING: "F014", End.HUNG: "F015", End.NOTHING: "F016"}


class Wish(NamedTuple):
    """How a copy is to be printed; without an engine the best one here is taken."""

    layout: PageLayout
    engine: str = ""
    archival: bool = False
    duplex: bool = False
    form: str = ""


class Printed(NamedTuple):
    """A printed copy, by whom, and what there is to say; the draft where it comes from a profile."""

    pages: Pages
    engine: str
    findings: list[Finding]
    draft: Draft | None = None


def print_profile(path: Path, wish: Wish, setup: Setup, project: Path) -> tuple[Printed | None, list[Finding]]:
    """Draft a profile in memory and print it; without a copy, the findings say why."""
    made, findings = _in_form(path, wish.form, setup)
    if made is None:
        return None, findings
    findings = [*findings, *told(wish.layout), *(_after_signing(made, project) if wish.form == FORMAL else ())]
    if wish.engine in ENGINES:
        from drafter.write.docx import docx  # noqa: PLC0415  the embedded engine needs no Word file

        pages, found = _converted(wish.engine, docx(made.report, wish.layout), _words(made.report, wish.layout), explicit=True)
        if wish.duplex and made.report.formal:
            findings.append(Finding("F025", Severity.WARN, f"{NAMES[wish.engine]} 不会把版记排到双数面上", None, "双面打印去掉 --engine，由助手排版"))
    else:
        pages, found = _set(copy_of(made.report, wish.layout, wish.duplex), wish, project)
    findings += found
    return (Printed(pages, wish.engine or TYPST, findings, made) if pages else None), findings


def _after_signing(made: Draft, project: Path) -> list[Finding]:
    """Say what differs from the formal copy that was drafted last, where that is signed."""
    from drafter.pipeline.official import changed_since  # noqa: PLC0415

    return changed_since(made, project / "output" / f"{file_name(made, FORMAL)}.docx")


def _in_form(path: Path, form: str, setup: Setup) -> tuple[Draft | None, list[Finding]]:
    """Draft a profile in the form that is asked for: 上报 or 公开, or as a draft where none is."""
    made, findings = draft(path, setup)
    if made is None or not form:
        return made, findings
    if form == FORMAL:
        from drafter.pipeline.official import official  # noqa: PLC0415

        return official(made, path.parent)
    from drafter.pipeline.publish import publish  # noqa: PLC0415

    report, found = publish(made)
    findings = [*findings, *found]
    if report is None:
        return None, findings
    return made._replace(composed=made.composed._replace(report=report)), findings


def print_docx(path: Path, wish: Wish, project: Path) -> tuple[Printed | None, list[Finding]]:
    """Print an edited Word file: by the office program that is here, else read back and set anew, which is said."""
    from drafter.pipeline.readback import read_back  # noqa: PLC0415  reading Word files loads what drafts do without

    back, findings = read_back(path)
    if back is None:
        return None, findings
    engines = _engines(TYPST if wish.archival else wish.engine)
    if back.edited.tracked:
        findings.append(Finding("F017", Severity.WARN, f"稿子里还有{back.edited.tracked}处修订没有处理，照全部接受以后的样子印", Place(str(path), 1),
                                "在 Word、WPS 里接受或拒绝全部修订，存盘后再印一次"))
        engines = ()
    for engine in engines:
        pages, found = _converted(engine, path.read_bytes(), back.words, explicit=bool(wish.engine))
        findings += [*found, *(_as_it_is(wish, engine, path) if pages else ())]
        if pages or wish.engine:
            return (Printed(pages, engine, findings) if pages else None), findings
    if back.formal:
        findings.append(Finding("F023", Severity.ERROR, "这是改过的上报版，版头、版记不能由助手重新排版", Place(str(path), 1),
                                "在 Word、WPS 里直接打印；或对账后用资料重新印：drafter print 资料 --form 上报"))
        return None, findings
    if wish.engine != TYPST:
        # Only where none was there: not where one was tried and failed, nor where it would not do.
        tried = wish.archival or any(finding.rule in ("F015", "F016", "F017") for finding in findings)
        other = "" if tried else "，或装上 LibreOffice 再试"
        findings.append(Finding("F018", Severity.WARN, "这份 Word 稿由助手重新排版：文字照稿子，自己调过的格式、图片、表格没有了",
                                Place(str(path), 1), f"要和 Word 里一模一样，就在 Word、WPS 里直接打印{other}"))
    pages, found = _set(back.copy(wish.layout), wish, project)
    findings += [*told(wish.layout), *found]
    return (Printed(pages, TYPST, findings) if pages else None), findings


def _as_it_is(wish: Wish, engine: str, path: Path) -> list[Finding]:
    """Say that an office program prints a Word file as it is, where another layout was asked for."""
    if wish.layout == GBT9704:
        return []
    return [Finding("F025", Severity.WARN, f"{NAMES[engine]} 照 Word 稿原样打印，没有换成版式 {wish.layout.name}", Place(str(path), 1),
                    "要换版式，加 --engine typst 由助手重新排版；或用资料重新生成  drafter draft 资料 --layout 版式")]


def save(printed: bytes, target: Path) -> Written:
    """Write a PDF; one that is not ours to replace is kept, and the new one is written beside it."""
    written, findings = write_new_or_own(target, printed, _whole)
    return Written(written, None, findings)


def _whole(data: bytes) -> None:
    """Raise ValueError unless this is a PDF from its first line to its last."""
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-1024:]:
        raise ValueError("PDF 不完整")


def _engines(asked: str) -> Sequence[str]:
    """Return the office programs to try, in their order."""
    if asked:
        return (asked,) if asked in ENGINES else ()
    return (WORD, WPS, LIBREOFFICE) if os.name == "nt" else (LIBREOFFICE,)


def _set(copy: Copy, wish: Wish, project: Path) -> tuple[Pages | None, list[Finding]]:
    """Set a copy with the fonts of this machine."""
    fonts, findings = fonts_here(project)
    if fonts is None:
        return None, findings
    pages, found = _set_with(fonts, copy, wish)
    return pages, [*findings, *found]


def _set_with(fonts: Fonts, copy: Copy, wish: Wish) -> tuple[Pages | None, list[Finding]]:
    """Set a copy with some fonts; a file that cannot be read is left out, and that is said."""
    shelf, findings = shelf_for(wish.layout, fonts)
    if shelf is None:
        return None, findings
    more = f"装一套带生僻字的字体（例如思源宋体）再试；{fonts.how}"
    try:
        pages = pdf(copy, shelf, wish.archival)
    except Broken as broken:
        left, said = without(fonts, broken.files)
        others, findings = _set_with(left, copy, wish)
        return others, [said, *findings]
    except ImportError:
        hint = "运行 python3 run.py demo 重新安装；或先用  drafter draft  生成 Word 稿，在 Word、WPS 里打印"
        return None, [*findings, Finding("F020", Severity.ERROR, "排版组件 typst 没有装好，印不了 PDF", None, hint)]
    except Unprintable as unprintable:
        if lost := str(unprintable):
            return None, [*findings, Finding("F021", Severity.ERROR, f"这台电脑的字体里没有“{lost}”", None, more)]
        return None, [*findings, Finding("F022", Severity.ERROR, "归档的 PDF 要有成文日期，稿子里没有", None, "稿子末尾写上成文日期，或不加 --pdfa")]
    if pages.lost:
        findings.append(Finding("F021", Severity.WARN, f"这台电脑的字体里没有“{pages.lost}”，印出来是空框", None, more))
    return pages, findings


def _converted(engine: str, data: bytes, words: str, explicit: bool) -> tuple[Pages | None, list[Finding]]:
    """Have an office program print, and look at what it printed."""
    done = convert(engine, data)
    pages = _checked(done, words) if done.end is End.DONE else None
    if pages:
        return pages, []
    if done.end is End.MISSING and not explicit:
        return None, []
    name = NAMES[engine]
    said, hint = {
        End.MISSING: (f"没有找到 {name}", "去掉 --engine，由助手排版；或装好以后再试"),
        End.HUNG: (f"{name} 过了{office.SECONDS:.0f}秒还没有反应，已经停掉；Word 稿没有动", f"关掉正在运行的 {name} 再试，或加 --engine typst"),
        End.NOTHING: (f"{name} 没有写出 PDF；Word 稿没有动", f"用 {name} 打开这份稿子看看，或加 --engine typst 由助手排版"),
        End.DONE: (f"{name} 印出来的文字和稿子对不上，没有用它；Word 稿没有动", "加 --engine typst 由助手排版"),
    }[done.end]
    return None, [Finding(FAILED.get(done.end, "F016"), Severity.ERROR if explicit else Severity.WARN, said, None, hint)]


def _checked(done: Converted, words: str) -> Pages | None:
    """Return the pages of a PDF that shows every letter of the file."""
    from drafter.read.printed import printed  # noqa: PLC0415

    found = printed(done.data)
    if found is None or not found.pages or _letters(words) - _letters(found.text):
        return None
    return Pages(done.data, found.pages)


def _letters(text: str) -> Counter[str]:
    """Count the letters of a text; blanks and the many codes of one letter do not count."""
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))


def _words(report: Report, layout: PageLayout) -> str:
    return "".join(line.number + "".join(mark.run.text for mark in line.marks) for line in lines_in(items_of(report, layout)))
