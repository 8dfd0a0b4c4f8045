"""The commands ``phrases …``: look through the phrase library and decide on it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.codes import DONE, LACKING, UNWRITTEN, WRONG
from drafter.cli.help import Command, Group
from drafter.cli.screen import say, show

if TYPE_CHECKING:  # these would load the library at every start
    from drafter.mine.library import Shelves
    from drafter.pipeline.phrases import Asked
    from drafter.pipeline.setup import Setup
    from drafter.profile import Profile

app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="查看和挑选措辞库里的措辞。")
MOST = 80
"""Phrases that are shown at once."""
Ids = Annotated[list[str], typer.Argument(metavar="编号", help="措辞的编号，可以写几个")]


@app.command("list", cls=Command)
def list_phrases(
    role: Annotated[str, typer.Option("--section", metavar="部分", help="只看一类内容：开头、成效、不足、第一责任人、安排")] = "",
    topic: Annotated[str, typer.Option("--topic", metavar="主题", help="只看一个主题，例如 普法")] = "",
    indicator: Annotated[str, typer.Option("--indicator", metavar="指标", help="只看一个指标，例如 行政处罚")] = "",
    state: Annotated[str, typer.Option("--status", metavar="状态", help="采用、候选、不用、停用")] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="类", help="数据、句型、整句、起首、收尾、标题、词块")] = "",
    profile: Annotated[str, typer.Option("--profile", metavar="资料", help="用这份资料里的事做例子；不写就用 profiles 里最新的一份")] = "",
) -> None:
    """列出措辞，一次最多八十条，每条用今年的数据做例子。"""
    raise typer.Exit(_list(role, topic, indicator, state, kind, profile))


@app.command("show", cls=Command)
def show_phrase(name: Annotated[str, typer.Argument(metavar="编号", help="措辞的编号")]) -> None:
    """看一条措辞的来历、支持和别的说法。"""
    raise typer.Exit(_show(name))


@app.command(cls=Command)
def accept(names: Ids) -> None:
    """采用：起草时可以用。"""
    from drafter.phrases.entry import USED

    raise typer.Exit(_state(USED, names))


@app.command(cls=Command)
def reject(names: Ids) -> None:
    """不用：这条和很像它的，以后整理时也不再采用。"""
    from drafter.phrases.entry import REFUSED

    raise typer.Exit(_state(REFUSED, names))


@app.command(cls=Command)
def retire(names: Ids) -> None:
    """停用：过时了，先收起来。"""
    from drafter.phrases.entry import RETIRED

    raise typer.Exit(_state(RETIRED, names))


@app.command(cls=Command)
def edit(
    name: Annotated[str, typer.Argument(metavar="编号", help="措辞的编号")],
    text: Annotated[str, typer.Argument(metavar="新句式", help="改成什么，例如 举办法治宣传活动{数}")],
) -> None:
    """改写一条措辞：旧的停用，新的记着是从哪条改来的。"""
    from drafter.pipeline import phrases

    raise typer.Exit(_decide(lambda library, setup, day: phrases.edit(name, text, library, setup, day)))


@app.command(cls=Command)
def add(
    text: Annotated[str, typer.Argument(metavar="句式", help="例如 举办法治宣传活动{数}")],
    indicator: Annotated[str, typer.Option("--indicator", metavar="指标", help="这条说的是哪个指标的数据")] = "",
    construction: Annotated[str, typer.Option("--like", metavar="句型", help="这条是哪个句型的另一种说法")] = "",
) -> None:
    """加一条本单位自己的措辞。"""
    from drafter.pipeline import phrases

    raise typer.Exit(_decide(lambda _, setup, day: phrases.add(text, indicator, construction, setup, day)))


def _list(role: str, topic: str, indicator: str, state: str, kind: str, profile: str) -> int:
    from drafter.cli.ready import ready
    from drafter.files import is_file
    from drafter.pipeline import phrases

    setup = ready()
    if setup is None:
        return LACKING
    library, findings = phrases.books(setup.seeds)
    show(findings)
    wanted = phrases.Filter(role, topic, indicator, state, kind)
    wrong = phrases.unknown(library, wanted, setup.kind)
    if profile and not is_file(Path(profile)):
        wrong.append(f"没有“{profile}”这份资料，写 profiles 文件夹里资料的文件名，例如  profiles/柳湾镇.yaml")
    if wrong:
        return _refuse(wrong, "改正后再试；不写这些条件就列出全部")
    found = phrases.listed(library, wanted, setup.kind)
    names = {one.id: one.name for one in setup.kind.catalogue()}
    for shown in phrases.examples(found[:MOST], setup, _profile(profile, setup)):
        entry = shown.entry
        support = "单一来源" if entry.single else f"{entry.towns}个单位"
        about = f"　{names.get(entry.about, entry.about)}" if entry.about else ""
        say(f"{entry.id}　{entry.state}　{support}{about}　{entry.text}")
        if shown.example:
            say(f"    例：{shown.example}")
    more = f"，先列出{MOST}条；用 --topic、--indicator、--status 缩小范围" if len(found) > MOST else ""
    say(f"共{len(found)}条{more}")
    say("下一步：drafter phrases accept、reject 或 edit 编号" if found else "下一步：把往年报告放进 seeds/reports，运行 drafter mine")
    return DONE


def _show(name: str) -> int:
    from drafter.cli.ready import ready
    from drafter.phrases.decision import read_decisions
    from drafter.pipeline import phrases

    setup = ready()
    if setup is None:
        return LACKING
    library, _ = phrases.books(setup.seeds)
    entry = next((one for one in phrases.everything(library) if one.id == name), None)
    if entry is None:
        say(f"措辞库里没有“{name}”")
        say("下一步：drafter phrases list 看编号")
        return WRONG
    reports = (library.used if entry in library.used.entries else library.offered).reports
    marks = ("　说不足" if entry.lack else "") + ("　说打算" if entry.plan else "")
    lines = [f"{entry.id}　{entry.kind}　{entry.state}", f"句式：{entry.text}", *(f"又说：{text}" for text in entry.variants),
             *(f"相近：{text}" for text in entry.like), f"用在：{entry.role or '不限'}　{entry.topic or '不限'}{marks}",
             f"支持：{entry.towns}个单位、{entry.years}个年份{'（单一来源）' if entry.single else ''}　分：{entry.score}"]
    lines += [f"来源：{reports[seen.report].file}　{seen.path}　第{seen.start}至{seen.end}字" for seen in entry.seen]
    lines += [f"改自：{entry.parent}"] if entry.parent else []
    lines += [f"决定：{one.day} {one.action} {one.after}".rstrip() for one in read_decisions(setup.seeds)[0] if entry.id in (one.id, entry.parent)]
    for line in lines:
        say(line)
    say("下一步：drafter phrases accept、reject、edit 或 retire 编号；资料里写“措辞”可以指定或不用某一条")
    return DONE


def _state(state: str, names: list[str]) -> int:
    from drafter.pipeline import phrases

    return _decide(lambda library, _, day: phrases.asked(state, names, library, day))


def _decide(ask: Callable[[Shelves, Setup, str], Asked]) -> int:
    """Write down what is asked, or say what is wrong with it."""
    from drafter.cli.ready import ready
    from drafter.phrases.entry import MALFORMED
    from drafter.pipeline import phrases

    setup = ready()
    if setup is None:
        return LACKING
    library, findings = phrases.books(setup.seeds)
    show(findings)
    wanted = ask(library, setup, datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat())
    if wanted.wrong:
        return _refuse(wanted.wrong, "改正后再试；编号用 drafter phrases list 看")
    failures = phrases.decide(setup.seeds, wanted.decisions)
    if failures:
        show(failures)
        say("下一步：照上面说的处理，再试一次")
        return WRONG if failures[0].rule == MALFORMED else UNWRITTEN
    for decision in wanted.decisions:
        say(f"√ {decision.action}：{decision.after or decision.before}")
    say("下一步：drafter draft 重新起草，看看用上了没有；以后再整理，这个决定也作数")
    return DONE


def _refuse(wrong: Iterable[str], then: str) -> int:
    """Say what is wrong with a request, and what to do."""
    for line in wrong:
        say(f"× {line}")
    say(f"下一步：{then}")
    return WRONG


def _profile(name: str, setup: Setup) -> Profile | None:
    """Return the profile that examples are made with: the one named, or the newest of the project."""
    from drafter.pipeline.draft import draft
    from drafter.pipeline.setup import project_here

    folder = project_here() / "profiles"
    files = [Path(name)] if name else sorted(folder.glob("*.yaml"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files:
        made, _ = draft(file, setup)
        if made:
            return made.profile
    return None
