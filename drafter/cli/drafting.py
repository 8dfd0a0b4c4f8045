"""The command ``draft``: several profiles, one bad one never stops the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path

from drafter.cli.codes import DONE, LACKING, TO_FILL, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import meant
from drafter.cli.screen import REPAIR, named, say, show
from drafter.files import is_folder, real, safe_name
from drafter.finding import Finding, Place, Severity
from drafter.pipeline.draft import Draft, deliver, draft, file_name, unfinished
from drafter.pipeline.parts import profiles_in
from drafter.pipeline.setup import Setup, load_setup, project_here
from drafter.pipeline.suggest import load_suggestions

OTHER_FILES = (".doc", ".wps", ".pdf", ".txt", ".html", ".rtf", ".odt")
NAMED = 5
"""How many of the things to be filled in are named on the screen."""
LONGEST = 210
"""Bytes of a name that is made of two, so that there is room for what drafts and 校核 files hang on it."""


def draft_all(profiles: list[str], out: str, final: bool) -> int:
    """Draft every profile; the exit code is the weightiest of all."""
    project = project_here()
    setup, findings = load_setup(project)
    show(findings)
    if setup is None:
        say(REPAIR)
        return LACKING
    files, closed = _files(profiles)
    show(closed)
    if trouble := _misplaced(out, len(files)):
        say(trouble)
        say("下一步：-o 后面写一个文件夹，或一个 .docx 文件")
        return USAGE
    if not files and closed:
        say("下一步：照上面的提示处理后再试")
        return WRONG
    if not files:
        say("没有找到资料：文件夹里没有 .yaml 文件")
        say("下一步：新建一份资料  drafter new profiles/本镇-2025.yaml")
        return WRONG
    job = _Job(setup, Path(out) if out else project / "output", final)
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


def _misplaced(out: str, count: int) -> str:
    """Return why drafts cannot go where the command line says; empty where they can."""
    if out.lower().endswith(".docx") and count > 1:
        return "几份资料不能写进同一个文件"
    ending = Path(out).suffix.lower()
    return f"初稿只能写成 .docx 文件，不能写成 {ending}" if ending in OTHER_FILES and not is_folder(Path(out)) else ""


class _Job:
    """Where the drafts of one call go."""

    def __init__(self, setup: Setup, out: Path, final: bool) -> None:
        self._setup, self._out, self._final = setup, out, final
        self._taken: set[str] = set()
        self._waiting = 0

    def next_step(self, code: int) -> str:
        """Return what is to be done after all."""
        if code == DONE and self._waiting:
            return "补上待填的内容，再生成一次；确实没有的写 无，不涉及的整行删掉"
        return {
            WRONG: "改正上面的错误后再试", TO_FILL: "补上待填的内容再定稿；先不加 --final 可以生成初稿",
            UNWRITTEN: "照上面的提示处理后再试",
        }.get(code, "用 Word 或 WPS 打开核稿；有错改资料再生成，改过的 Word 文件不会被覆盖")

    def one(self, path: Path) -> int:
        """Draft one profile and write it."""
        name = named(path.name or path)
        made, findings = draft(path, self._setup)
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
        compared = _compared(made, target) if made.profile.rewordings else None
        delivery = deliver(made, target, made.setup, load_suggestions(made.setup.kind.folder))
        show([*(finding for finding in findings if finding.severity is not Severity.NOTE or finding.rule.startswith("Y")),
              *delivery.findings])
        if delivery.path is None:
            say(f"× {name} 写好了，但没能存盘")
            return UNWRITTEN
        self._report(made, delivery.path, delivery.beside)
        compared = compared or (_compared(made, target) if delivery.path != target else None)
        _beside(compared, delivery.path)
        return DONE if delivery.beside else UNWRITTEN

    def _target(self, made: Draft, path: Path) -> Path:
        """Return where a draft goes; two profiles of one name in one call get two names."""
        if self._out.suffix.lower() == ".docx":
            return self._out
        name = file_name(made, made.setup.kind)
        beside = f"{name}（{safe_name(path.stem)}）"
        fitting = [name, beside] if len(beside.encode()) <= LONGEST else [name]
        names = chain(fitting, (f"{name}（另{number}）" for number in count(2)))
        free = next(one for one in names if one.casefold() not in self._taken)
        self._taken.add(free.casefold())
        return self._out / f"{free}.docx"

    def _report(self, made: Draft, docx: Path, sheet: Path | None) -> None:
        """Say what was written and what to do next."""
        waiting = len(made.to_fill())
        say(f"√ 已生成{'定稿' if self._final else '初稿'}：{named(docx)}")
        say(f"  校核文件：{named(sheet)}" if sheet else "  ！校核文件没有写成，初稿可以用；照上面的提示处理后再生成一次")
        errors = sum(finding.is_error for finding in made.findings)
        if errors:
            say(f"  ！有{errors}处错误，定稿前必须改")
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
