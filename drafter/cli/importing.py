"""The command ``import``: past reports become profiles, an office's note becomes proposals."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.codes import DONE, LACKING, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import ready
from drafter.cli.screen import named, say, show
from drafter.files import is_folder, write_new
from drafter.pipeline.intake import Intake, Written, intake, write
from drafter.pipeline.keep import keep
from drafter.pipeline.office_note import Proposed, proposal_text, propose, receiver, rows
from drafter.pipeline.setup import Setup, project_here

ENDINGS = (".yaml", ".yml")
SHOWN = 5
"""Things to be checked that are named on the screen."""


def import_all(files: list[str], out: str) -> int:
    """Make a profile of every report; the exit code is the weightiest of all."""
    setup = ready()
    if setup is None:
        return LACKING
    target = Path(out) if out else None
    if target and target.suffix.lower() in ENDINGS and len(files) > 1:
        say("几份报告不能写进同一个文件")
        say("下一步：-o 后面写一个文件夹")
        return USAGE
    if target and target.suffix and target.suffix.lower() not in ENDINGS and not is_folder(target):
        say(f"资料只能写成 .yaml 文件，不能写成 {target.suffix}")
        say("下一步：-o 后面写一个文件夹，或一个 .yaml 文件")
        return USAGE
    codes: list[int] = []
    last: Written | None = None
    for name in files:
        code, written = _one(Path(name), target, setup)
        codes.append(code)
        last = written or last
    code = next((code for code in (UNWRITTEN, WRONG) if code in codes), DONE)
    if last is None or last.profile is None:
        say("下一步：照上面的提示处理后再试")
        return code
    first = "" if last.review is None else f"对照 {named(last.review)} 看一遍“请核”的行，再"
    fill = f"先填上“{'”“'.join(last.blank)}”，" if last.blank else ""
    say(f"下一步：{fill}{first}运行 drafter draft {named(last.profile)}")
    return code


def _one(path: Path, target: Path | None, setup: Setup) -> tuple[int, Written | None]:
    """Import one report."""
    made, findings = intake(path, setup)
    show(findings)
    if made is None:
        say(f"× {named(path.name or path)} 没有导入")
        return WRONG, None
    written = write(made, _target(made, target))
    show(written.findings)
    if written.profile is None:
        say(f"× {named(path.name)} 没有写成，原来的文件没有动")
        return UNWRITTEN, None
    _tell(made, written)
    return WRONG if any(finding.is_error for finding in findings) else DONE, written


def _target(made: Intake, target: Path | None) -> Path:
    """Return where a profile goes: the file or folder that was asked for, else the folder of the profiles."""
    if target and target.suffix.lower() in ENDINGS:
        return target
    return (target or project_here() / "profiles") / f"{made.name}.yaml"


def _tell(made: Intake, written: Written) -> None:
    """Say what was recognised."""
    say(f"√ 已导入：{named(written.profile or '')}")
    outline = f"现成的“{made.shipped}”" if written.outline is None else f"抄自原文，{named(written.outline)}"
    say(f"  单位：{made.unit or '待填'}　期间：{made.period or '待填'}　提纲：{outline}")
    if made.own is not None:
        say("  这是本程序生成的初稿：印出来的内容都取回来了；没有印的（提供单位、留底、备注）不在文件里")
        return
    say(f"  数据{made.placed}个，都在资料里：{made.filled}个填到指标，其余照原句留在原处；要核对的{len(made.doubts)}条")
    for doubt in made.doubts[:SHOWN]:
        say(f"  - {doubt.where and doubt.where + '：'}{doubt.what}")
    if len(made.doubts) > SHOWN:
        say(f"  （另有{len(made.doubts) - SHOWN}条，见核对单）")



def import_notes(files: list[str], profile: str, topic: str, out: str, apply: bool) -> int:
    """Show what the notes of offices propose for a profile; write it there only where that was asked for."""
    setup = ready()
    if setup is None:
        return LACKING
    path = Path(profile)
    held, findings = receiver(path, setup)
    show(findings)
    if held is None:
        say("× 资料读不出来，没有导入")
        say("下一步：先改好资料再试")
        return WRONG
    found: list[Proposed] = []
    code = DONE
    for name in files:
        one, findings = propose(Path(name), held, topic, setup)
        show(findings)
        found += [one] if one else []
        code = code if one else WRONG
    for one in found:
        for row in rows(one):
            say(row)
    if not found:
        say("下一步：照上面的提示处理后再试")
        return code
    if out:
        wrong = write_new(Path(out), proposal_text(found, path.name).encode("utf-8-sig"))
        show(wrong)
        say(f"√ 建议已写到：{named(Path(out))}" if not wrong else "× 建议没有写成文件")
        code = UNWRITTEN if wrong else code
    return max(code, _apply(found, path) if apply else _advise(path))


def _advise(path: Path) -> int:
    say(f"下一步：核对以后自己填，或在命令后面加 --apply 写进 {named(path)}")
    return DONE


def _apply(found: list[Proposed], path: Path) -> int:
    """Write what is new into the profile; what stands there already with another value stays."""
    changes = [change for one in found for change in one.changes()]
    kept = keep(path, changes) if changes else None
    if kept is None:
        say("没有新的内容要写，资料没有动")
        say(f"下一步：drafter check {named(path)}")
        return DONE
    show(kept.findings)
    if not kept.files:
        say("× 资料没有动")
        say("下一步：照上面的提示处理后再试，或照建议自己填")
        return UNWRITTEN
    say(f"√ 已写进资料：{len(changes)}处；冲突的没有改")
    say(f"下一步：drafter check {named(path)}")
    return DONE
