"""The command ``ledger``: the list of figures for the leader who signs."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.codes import DONE, LACKING, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import meant, ready
from drafter.cli.screen import named, say, show
from drafter.files import Beside, is_folder, write_pair
from drafter.pipeline.draft import draft, file_name
from drafter.pipeline.ledger import ledger
from drafter.pipeline.setup import project_here

ENDINGS = (".docx", ".xlsx")
OTHERS = (".doc", ".xls", ".pdf", ".txt", ".html", ".csv", ".et", ".wps")


def write_ledger(name: str, out: str) -> int:
    """Write the ledger of a profile as a Word file and as a workbook, side by side."""
    given = Path(out)
    if given.suffix.lower() in OTHERS and not is_folder(given):
        say(f"数据台账只能写成 .docx 和 .xlsx，不能写成 {given.suffix}")
        say("下一步：-o 后面写一个文件夹，或一个 .docx 文件")
        return USAGE
    setup = ready()
    if setup is None:
        return LACKING
    path = meant(name)
    made, findings = draft(path, setup)
    if made is None:
        show(findings)
        say(f"× {named(path.name)} 的数据台账没有写成")
        say("下一步：改正上面的错误后再试")
        return WRONG
    folder = given if out else project_here() / "output"
    whole = given.suffix.lower() in ENDINGS and not is_folder(given)
    target = given.with_suffix(".docx") if whole else folder / f"{file_name(made)}-数据台账.docx"
    sheets = ledger(made)
    written = write_pair(target, sheets.docx, lambda _: None, Beside(".xlsx", sheets.xlsx))
    show(written.findings)
    if written.path is None or written.beside is None:
        say("× 数据台账没有写全")
        say("下一步：照上面的提示处理后再试")
        return UNWRITTEN
    say(f"√ 数据台账（{sheets.figures}处数据）：{named(written.path)}")
    say(f"  同样的一份 Excel：{named(written.beside)}")
    say("下一步：打印出来逐项核对，无误后由签发人签字")
    return DONE
