"""The command ``rollover``."""

from __future__ import annotations

from pathlib import Path

from drafter.cli.codes import DONE, LACKING, UNWRITTEN, USAGE, WRONG
from drafter.cli.ready import ready
from drafter.cli.screen import named, say, show
from drafter.files import is_file
from drafter.pipeline.rollover import Rollover, rollover, save
from drafter.pipeline.setup import kind_of

ENDINGS = (".yaml", ".yml")


def roll_over(name: str, period: str, out: str, dry: bool, gap: bool) -> int:
    """Write the next year's profile beside this year's, or only show what would change."""
    setup = ready()
    if setup is None:
        return LACKING
    old = _meant(name)
    kind, findings = kind_of(old, setup)
    made = None
    if kind:
        made, findings = rollover(old, kind, period, _target(out, old), gap)
    show(findings)
    if made is None:
        asked = any(finding.rule == "V003" for finding in findings)
        say("下一步：照提示写明新的期间，再试一次" if asked else "下一步：照上面的提示改好原来的资料，再试一次")
        return USAGE if asked else WRONG
    if dry:
        return _shown(made)
    findings = save(made)
    show(findings)
    if findings:
        say("× 新的一年没有建成，原来的资料没有动")
        say("下一步：照上面的提示处理；要换个名字，用 -o 文件")
        return UNWRITTEN
    for page in made.pages:
        say(f"√ 已建好{made.period.text}的资料：{named(page.new)}")
    say(f"  {_counted(made)}；原来的资料没有动")
    new = named(made.pages[0].new)
    say(f"下一步：打开 {new}，填今年的数，把带“请核”的几处核对好；随时可以 drafter draft {new} 看初稿")
    return DONE


def _shown(made: Rollover) -> int:
    """Show what would change."""
    say("“旧”是原来资料里的，“新”是新的一年的；没有列出来的照抄")
    for line in made.difference():
        say(line)
    say(f"（只是看看，没有写文件）{_counted(made)}")
    say("下一步：没有问题就去掉 --dry-run 再来一次")
    return DONE


def _counted(made: Rollover) -> str:
    """Return how much was done with the fields."""
    rolled = [page.rolled for page in made.pages]
    counts = (("清空{}处", sum(one.blanked for one in rolled)), ("只作提示{}行", sum(one.suggested for one in rolled)),
              ("去年打算{}条", sum(one.promised for one in rolled)), ("请核{}处", sum(one.doubted for one in rolled)),
              ("改写{}条没有带过来（只对上一年的初稿有用）", made.reworded))
    return "，".join(words.format(count) for words, count in counts if count)


def _target(out: str, old: Path) -> Path | None:
    """Return where the new profile goes; a bare name lies beside the old one."""
    if not out or not Path(out).name:
        return None
    target = Path(out) if Path(out).suffix.lower() in ENDINGS else Path(f"{out}.yaml")
    return old.with_name(target.name) if target.parent == Path() else target


def _meant(name: str) -> Path:
    """Return the profile that is meant by a name without its ending, or without its folder."""
    meant = [folder / f"{name}{ending}" for folder in (Path(), Path("profiles")) for ending in ("", ".yaml")]
    return next((path for path in meant if is_file(path)), Path(name))
