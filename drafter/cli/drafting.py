"""The command ``draft``: several profiles, one bad one never stops the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path

from drafter.cli.codes import DONE, LACKING, TO_FILL, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import meant
from drafter.cli.screen import REPAIR, named, say, show
from drafter.files import is_file, is_folder, real, safe_name
from drafter.finding import Finding, Place, Severity
from drafter.pipeline.deliver import deliver, unfinished
from drafter.pipeline.draft import FORMAL, OPEN, Draft, draft, file_name
from drafter.pipeline.parts import profiles_in
from drafter.pipeline.setup import Setup, load_setup, project_here
from drafter.pipeline.suggest import load_suggestions
from drafter.write.layout import GBT9704, PageLayout

OTHER_FILES = (".doc", ".wps", ".pdf", ".txt", ".html", ".rtf", ".odt")
NAMED = 5
"""How many of the things to be filled in are named on the screen."""
LONGEST = 210
"""Bytes of a name that is made of two, so that there is room for what drafts and 校核 files hang on it."""


FORMS = ("", FORMAL, OPEN)


def draft_all(profiles: list[str], out: str, final: bool, form: str = "", layout: str = "") -> int:
    """Draft every profile, in the form that is asked for; the exit code is the weightiest of all."""
    if form not in FORMS:
        say(f"没有“{form}”这种版本", sys.stderr)
        say("下一步：--form 后面写 上报 或 公开；不写就是初稿", sys.stderr)
        return USAGE
    project = project_here()
    setup, findings = load_setup(project)
    show(findings)
    if setup is None:
        say(REPAIR)
        return LACKING
    page, notes, code = _page(layout, project)
    if page is None:
        return code
    files, closed = _files(profiles)
    show(closed)
    ending = ".html" if form == OPEN else ".docx"
    if trouble := _misplaced(out, len(files), ending):
        say(trouble)
        say(f"下一步：-o 后面写一个文件夹，或一个 {ending} 文件")
        return USAGE
    if not files and closed:
        say("下一步：照上面的提示处理后再试")
        return WRONG
    if not files:
        say("没有找到资料：文件夹里没有 .yaml 文件")
        say("下一步：新建一份资料  drafter new profiles/本镇-2025.yaml")
        return WRONG
    job = _Job(setup, Path(out) if out else project / "output", final, form, page, notes)
    codes = [WRONG] * len(closed)
    for number, path in enumerate(files, start=1):
        if len(files) > 1 and sys.stderr.isatty():
            say(f"第{number}份，共{len(files)}份", sys.stderr, end="\r" if number < len(files) else "\n")
        codes.append(job.one(path))
    if len(codes) > 1:
        say(f"共{len(codes)}份：写成{codes.count(DONE)}份，没有写成{len(codes) - codes.count(DONE)}份")
    code = next((code for code in (UNWRITTEN, WRONG, TO_FILL) if code in codes), DONE)
    say(f"下一步：{job.next_step(code)}")
    return code


def _misplaced(out: str, count: int, ending: str) -> str:
    """Return why what is made cannot go where the command line says; empty where it can."""
    if out.lower().endswith(ending) and count > 1:
        return "几份资料不能写进同一个文件"
    given = Path(out).suffix.lower()
    wrong = given in (*OTHER_FILES, ".docx") and given != ending and not is_folder(Path(out))
    return f"{'公开版' if ending == '.html' else '初稿'}只能写成 {ending} 文件，不能写成 {given}" if wrong else ""


def _page(layout: str, project: Path) -> tuple[PageLayout | None, list[Finding], int]:
    """Return the layout that was asked for, what the 校核 files say of it, and the exit code where there is none."""
    if not layout:
        return GBT9704, [], DONE
    from drafter.pipeline.layouts import NAMES, layout_named, told

    if layout not in NAMES:
        say(f"--layout 后面写其中一个：{'、'.join(NAMES)}")
        say("下一步：看看怎么用  drafter draft --help")
        return None, [], USAGE
    page, findings = layout_named(layout, project)
    show(findings)
    if page is None:
        say("下一步：照提示改好 templates/版式.yaml，再生成一次")
        return None, [], WRONG
    return page, told(page), DONE


class _Job:
    """Where the drafts of one call go."""

    def __init__(self, setup: Setup, out: Path, final: bool, form: str, page: PageLayout, notes: list[Finding]) -> None:
        self._setup, self._out, self._final, self._form, self._page, self._notes = setup, out, final, form, page, notes
        self._taken: set[str] = set()
        self._waiting = 0

    def next_step(self, code: int) -> str:
        """Return what is to be done after all."""
        if code == DONE and self._waiting:
            return "补上待填的内容，再生成一次；确实没有的写 无，不涉及的整行删掉"
        return {
            WRONG: "改正上面的错误后再试", TO_FILL: "补上待填的内容再定稿；先不加 --final 可以生成初稿",
            UNWRITTEN: "照上面的提示处理后再试",
            DONE: "从头看一遍，再交给网站发布；要打印就用浏览器打开 .html 那份" if self._form == OPEN else "",
        }.get(code) or "用 Word 或 WPS 打开核稿；有错改资料再生成，改过的 Word 文件不会被覆盖"

    def one(self, path: Path) -> int:
        """Draft one profile and write it."""
        name = named(path.name or path)
        made, findings = draft(path, self._setup)
        if made and self._form == FORMAL:
            from drafter.pipeline.official import official

            made, findings = official(made, path.parent, self._final)
        if made is None:
            show(findings)
            say(f"× {name} 没有写成，原来的文件没有动")
            if any(finding.is_error and finding.rule.startswith("Y") for finding in findings):
                say("  这些是写法上的错误；改好以后还会再查内容")
            return WRONG
        if self._final and made.to_fill():
            show(unfinished(made))
            say(f"× {name} 还有{len(made.to_fill())}处待填，定稿没有生成")
            return TO_FILL
        if self._final and any(finding.is_error for finding in findings):
            show(findings)
            say(f"× {name} 还有错误，定稿没有生成")
            return WRONG
        target = self._target(made, path)
        return self._release(made, target, name) if self._form == OPEN else self._deliver(made, findings, target, name)

    def _release(self, made: Draft, target: Path, name: str) -> int:
        """Write the web form of a draft."""
        from drafter.pipeline.publish import publish, release

        report, findings = publish(made)
        show([*(finding for finding in made.findings if finding.is_error), *findings])
        if report is None:
            say(f"× {name} 的公开版没有写成：有不能公开的内容")
            if is_file(target):
                say(f"  ！{named(target)} 是上一次的，可能也有这些内容，不要拿去发布")
            return WRONG
        written = release(report, target)
        show(written.findings)
        if written.path is None:
            say(f"× {name} 写好了，但没能存盘")
            return UNWRITTEN
        say(f"√ 已生成公开版：{named(written.path)}")
        say(f"  纯文本：{named(written.beside)}" if written.beside else "  ！纯文本没有写成；照上面的提示处理后再生成一次")
        self._wait(made._replace(composed=made.composed._replace(report=report)))
        return DONE if written.beside else UNWRITTEN

    def _deliver(self, made: Draft, findings: list[Finding], target: Path, name: str) -> int:
        """Write a draft or a formal copy, its 校核 file, and the comparison with the last one."""
        if self._form == FORMAL:
            from drafter.pipeline.official import changed_since

            changed = changed_since(made, target)
            if changed:
                # What was signed stays as it is: the next copy is compared with it too.
                target = target.with_name(f"{target.stem}（签发后改动）{target.suffix}")
            findings = [*findings, *changed]
            made = made._replace(findings=tuple(findings))
        compared = _compared(made, target) if made.profile.rewordings and not self._form else None
        told = made._replace(findings=(*made.findings, *self._notes))
        delivery = deliver(told, target, made.setup, load_suggestions(made.setup.kind.folder), self._page)
        show([*(finding for finding in findings if finding.severity is not Severity.NOTE or finding.rule.startswith("Y")),
              *delivery.findings])
        if delivery.path is None:
            say(f"× {name} 写好了，但没能存盘")
            return UNWRITTEN
        self._report(made, delivery.path, delivery.beside)
        compared = compared or (_compared(made, target) if delivery.path != target and not self._form else None)
        _beside(compared, delivery.path)
        return DONE if delivery.beside else UNWRITTEN

    def _target(self, made: Draft, path: Path) -> Path:
        """Return where a draft goes; two profiles of one name in one call get two names."""
        ending = ".html" if self._form == OPEN else ".docx"
        if self._out.suffix.lower() == ending:
            return self._out
        name = file_name(made, self._form)
        beside = f"{name}（{safe_name(path.stem)}）"
        fitting = [name, beside] if len(beside.encode()) <= LONGEST else [name]
        names = chain(fitting, (f"{name}（另{number}）" for number in count(2)))
        free = next(one for one in names if one.casefold() not in self._taken)
        self._taken.add(free.casefold())
        return self._out / f"{free}{ending}"

    def _report(self, made: Draft, docx: Path, sheet: Path | None) -> None:
        """Say what was written and what to do next."""
        said = f"{self._form}版" if self._form else "定稿" if self._final else "初稿"
        say(f"√ 已生成{said}：{named(docx)}")
        say(f"  校核文件：{named(sheet)}" if sheet else "  ！校核文件没有写成，初稿可以用；照上面的提示处理后再生成一次")
        errors = sum(finding.is_error for finding in made.findings)
        if errors:
            say(f"  ！有{errors}处错误，定稿前必须改")
        self._wait(made)

    def _wait(self, made: Draft) -> None:
        """Say what is still to be filled in."""
        waiting = len(made.to_fill())
        if waiting:
            self._waiting += waiting
            names = [run.text.strip("【】").removeprefix("待填：") for run in made.to_fill()]
            say(f"  还有{waiting}处待填：{'、'.join(names[:NAMED])}{'……' if waiting > NAMED else ''}")


def _compared(made: Draft, target: Path) -> bytes | None:
    """Return the comparison of a draft with the last one under its name."""
    # Only where an earlier draft was worked on: reading it loads what drafting does without.
    from drafter.pipeline.comparison import comparison

    return comparison(made.report, target)


def _beside(compared: bytes | None, docx: Path) -> None:
    """Write the comparison beside its draft, and say where it is."""
    if compared is None:
        return
    from drafter.pipeline.comparison import write_comparison

    path, findings = write_comparison(compared, docx)
    show(findings)
    if path:
        say(f"  修改对照稿：{named(path)}（用修订显示和上一稿有什么不同）")


def _files(given: Iterable[str]) -> tuple[list[Path], list[Finding]]:
    """Return the profiles that are named, and those that lie in named folders, each once; and the folders that are closed."""
    files: dict[Path, Path] = {}
    closed: list[Finding] = []
    for name in given:
        try:
            for file in _meant(name):
                files.setdefault(real(file), file)
        except OSError:
            closed.append(Finding("Y001", Severity.ERROR, "这个文件夹打不开", Place(name, 1), "看看有没有读取权限"))
    return list(files.values()), closed


def _meant(name: str) -> list[Path]:
    """Return the profiles of a folder, or the one that is meant by a name without its ending, or without its folder."""
    path = Path(name)
    return profiles_in(path) if name and is_folder(path) else [meant(name)]
