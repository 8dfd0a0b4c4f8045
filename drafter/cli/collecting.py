"""The command ``table``: the sheets of the offices go out and come back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from drafter.cli.asking import agreed_to
from drafter.cli.codes import CANCELLED, DONE, LACKING, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import meant, ready, ready_for
from drafter.cli.screen import named, say, show
from drafter.files import is_folder, safe_name
from drafter.finding import Severity
from drafter.pipeline.setup import Setup, project_here

SHEETS = (".xlsx", ".xls", ".xlsm", ".et", ".ods", ".csv")


def table(names: list[str], out: str, returned: list[str], yes: bool) -> int:
    """Write the sheets of a profile's offices, or read those that came back."""
    profiles = [name for name in names if Path(name).suffix.lower() not in SHEETS]
    back = [*returned, *(name for name in names if name not in profiles)]
    if returned and len(profiles) > 1:
        # A shell spells out  --read 表/*  as names of which the option takes only the first.
        back += [name for name in profiles if is_folder(Path(name))]
        profiles = [name for name in profiles if not is_folder(Path(name))]
    if len(profiles) != 1:
        say("要写一份资料，例如  drafter table profiles/柳湾镇-2025.yaml" if not profiles else "一次只做一份资料")
        say("下一步：看看怎么用  drafter table --help")
        return USAGE
    if back and not returned:
        say("要读回填好的表，在表的名字前面写  --read")
        say(f"下一步：drafter table {named(profiles[0])} --read {named(back[0])}")
        return USAGE
    setup = ready()
    if setup is None:
        return LACKING
    path = meant(profiles[0])
    setup = ready_for(path, setup)
    if setup is None:
        return WRONG
    return _read(path, list(_sheets(back)), setup, yes) if returned else _write(path, out, setup)


def _sheets(names: list[str]) -> Iterator[Path]:
    """Yield the sheets that are named, and those that lie in named folders; what programs lay beside an open one is none."""
    for name in dict.fromkeys(names):
        path = Path(name)
        if is_folder(path):
            yield from sorted(file for file in path.iterdir()
                              if file.suffix.lower() in SHEETS and not file.name.startswith(("~$", ".")))
        else:
            yield path


def _write(path: Path, out: str, setup: Setup) -> int:
    """Write one workbook for each office."""
    from drafter.edit.book_out import workbook
    from drafter.files import write_new_or_own
    from drafter.kind import load_notes
    from drafter.pipeline.offices import NOBODY, offices
    from drafter.pipeline.table import books
    from drafter.pipeline.year import read_year, year_before

    year, findings = read_year(path, setup.kind)
    if year is None:
        show(findings)
        say("下一步：改正上面的错误，再导出")
        return WRONG
    before = year_before(path, year, setup.kind)
    made = books(year, before, setup.kind, load_notes(setup.kind.folder))
    head = f"{year.profile.unit.text}{year.profile.period.text}"
    folder = Path(out) if out else project_here() / "output" / safe_name(f"{head}填报表")
    code = DONE
    for book in made:
        target = folder / f"{safe_name(f'{head}填报表-{book.office}')}.xlsx"
        written, said = write_new_or_own(target, workbook(book), lambda _: None)
        show(said)
        if written is None:
            code = UNWRITTEN
            continue
        free = sum(not row.now for row in book.figures)
        say(f"√ {named(book.office)}：{named(written)}（{len(book.figures)}个数据，其中{free}个还空着）")
    if not made:
        say("没有可以问科室的：资料里还没有主题")
        say("下一步：在资料里写上主题和“提供: 科室”，再导出")
        return WRONG
    if code != DONE:
        say("下一步：照上面的提示处理，再导出")
        return code
    if unnamed := offices(year.profile).get(NOBODY):
        say(f"没有写“提供”的主题，都在“{NOBODY}”一份里：{'、'.join(map(named, unnamed))}")
    say(f"去年的数取自 {named(before.sources.place(()).file)}" if before else "旁边没有去年的资料，“去年”一栏空着")
    say(f"下一步：把表发给各科室；收回来以后  drafter table {named(path)} --read {named(folder)}")
    return code


def _read(path: Path, sheets: list[Path], setup: Setup, yes: bool) -> int:
    """Show what some sheets change in a profile, and write it after a yes."""
    from drafter.pipeline.collect import collect
    from drafter.pipeline.keep import keep
    from drafter.pipeline.year import read_year

    year, findings = read_year(path, setup.kind)
    if year is None or not sheets:
        show(findings if year is None else ())
        say("下一步：改正资料里的错误，再读" if year is None else "下一步：--read 后面写填好的表，或放表的文件夹；这里没有 .xlsx 文件")
        return WRONG
    collected = collect(sheets, year.sources, setup.kind)
    show(collected.findings)
    if collected.refused:
        say("× 资料没有动")
        say("下一步：照上面的提示改好表，再读")
        return WRONG
    for difference in collected.differences:
        old = "新增" if difference.added else f"{difference.old or '空'} →"
        say(f"  {difference.name}：{old} {difference.new}")
        say(f"      {named(difference.line)}　{named('、'.join(difference.cells))}")
    held = any(finding.severity is Severity.MUST for finding in collected.findings)
    left = "；上面标“必看”的没有写进去，问清了再定" if held else ""
    if not collected.differences:
        say(f"读了{len(sheets)}份表，没有要改的{left}")
        say(f"下一步：drafter status {named(path)}，看还缺什么")
        return DONE
    count = f"共{len(collected.differences)}处要改"
    if not yes and not sys.stdin.isatty():
        say(f"{count}，还没有写进资料{left}")
        say("下一步：看过没有问题，再运行一次，末尾加 --yes")
        return DONE
    if not yes and not agreed_to(f"{count}{left}。写进资料吗？"):
        say("没有写，资料没有动")
        return CANCELLED
    # While the question stood there, somebody may have saved the profile, or a sheet, anew.
    again = None if yes else read_year(path, setup.kind)[0]
    if not yes and (again is None or collect(sheets, again.sources, setup.kind).differences != collected.differences):
        say("× 资料或表在这期间改过，没有写，资料没有动")
        say("下一步：再运行一次，按改过的内容重新比对")
        return UNWRITTEN
    kept = keep(path, collected.changes())
    show(kept.findings)
    if kept.findings:
        say("× 没有写进去")
        say("下一步：照上面的提示处理，再读一次")
        return UNWRITTEN
    say(f"√ 已写进{len(collected.differences)}处：{named('、'.join(str(file) for file in kept.files))}{left}")
    say(f"下一步：drafter status {named(path)}，看还缺什么")
    return DONE
