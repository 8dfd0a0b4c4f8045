"""The command ``reconcile``: what was changed in Word comes home."""

from __future__ import annotations

import sys
from pathlib import Path

from drafter.cli.asking import agreed_to
from drafter.cli.codes import DONE, LACKING, UNWRITTEN, WRONG
from drafter.cli.ready import meant, ready
from drafter.cli.screen import named, say, show
from drafter.compare.change import Change, What
from drafter.compare.people import Agreed, Dispute
from drafter.files import LAST_DRAFT, holds, is_taken, write_new
from drafter.finding import spell
from drafter.pipeline.figures_back import Returned
from drafter.pipeline.keep import keep
from drafter.pipeline.opinion_list import opinion_list
from drafter.pipeline.reconcile import Reconciled, offers, reconcile, who

WORD = (".docx", ".doc", ".wps")
MOST = 30
"""Changes that are shown one by one; the list has all of them."""
SHOWN = 60
"""Characters of a passage that are shown."""


def reconcile_all(names: list[str], original: bool, yes: bool, out: str) -> int:
    """Reconcile edited drafts with the profile that is named last."""
    setup = ready()
    if setup is None:
        return LACKING
    profile = meant(_profile_of(names))
    drafts = [Path(name) for name in names if name != _profile_of(names)]
    found, findings = reconcile(drafts, profile, setup, original)
    show(findings)
    if found is None:
        say("× 没有对账，资料没有动")
        say("下一步：照上面的提示处理后再试")
        return WRONG
    _tell(found)
    code = _write_list(found, drafts[0], out)
    return max(code, _take(found, profile, yes))


def _profile_of(names: list[str]) -> str:
    """Return which of some files is the profile: the only one that is no Word file, wherever it stands; else the last."""
    others = [name for name in names if Path(name).suffix.lower() not in WORD]
    return others[0] if len(others) == 1 else names[-1]


def _tell(found: Reconciled) -> None:
    """Say what was found in each copy, then what it comes to."""
    for copy, compared in found.copies:
        source = "" if copy.own else "（文件里没有初稿的记号，按文字和资料现在的初稿比）"
        changed = sum(change.what is not What.FIGURE for change in compared.changes)
        figures = sum(change.what is What.FIGURE for change in compared.changes)
        say(f"{named(copy.edited.name)}：未动{compared.untouched}段，改动{changed}处，只改数据{figures}处，批注{len(copy.edited.remarks)}条{source}")
        if copy.edited.tracked:
            say(f"  有{copy.edited.tracked}处修订还没有接受或拒绝")
    lines = [_figure(one, found) for one in found.figures] + [line for one in found.rewordings for line in _change(one)]
    lines += [line for one in found.disputes for line in _dispute(one)]
    lines += [f"！资料的“改写”里这句话已经改成别的样子，没有再改：{_short(one.change.new)}" for one in found.against]
    heads = [one.change for one in found.agreed if one.change.what is What.HEAD]
    lines += [f"标题、落款：{_short(change.old)} → {_short(change.new)}" for change in heads]
    for line in lines[:MOST]:
        say(line)
    if len(lines) > MOST:
        say(f"（另有{len(lines) - MOST}处，见意见清单）")


def _short(texts: tuple[str, ...], start: int = 0) -> str:
    text = "／".join(texts)
    return ("…" if start and text else "") + text[start:start + SHOWN] or "（删去）"


def _alike(old: tuple[str, ...], new: tuple[str, ...]) -> int:
    """Return from where two passages are shown: from a little before they differ, where they would else look the same."""
    first, second = "／".join(old), "／".join(new)
    same = next((at for at, (mine, theirs) in enumerate(zip(first, second, strict=False)) if mine != theirs), min(len(first), len(second)))
    return same - SHOWN // 3 if same > SHOWN // 2 else 0


def _figure(one: Returned, found: Reconciled) -> str:
    place = found.draft.sources.place(one.at)
    source = f"{named(Path(place.file).name)} 第{place.line}行；{who(one.change, one.files)}"
    said = f"数据 {spell(one.at)}：{one.figure.figure.text} → {one.now}（{source}）"
    return f"！{said}　{one.why}" if one.why else said


def _change(one: Agreed) -> list[str]:
    change = one.change
    lines = [f"{change.what.value}：（{who(change, one.files)}）"]
    start = 0 if change.what is What.MOVED else _alike(change.old, change.new)
    if change.old:
        lines.append(f"  原文：{_short(change.old, start)}")
    if change.behind:
        lines.append(f"  在“{change.behind[-SHOWN:]}”后面")
    if change.what is not What.MOVED:
        lines.append(f"  改为：{_short(change.new, start)}")
    return [*lines, f"  ！里面的数字没有出处：{'、'.join(change.strangers)}"] if change.strangers else lines


def _dispute(one: Dispute) -> list[str]:
    def said(change: Change) -> str:
        return f"  {who(change, (change.file,))}：{_short(change.new)}"

    return [f"！意见不一致，没有改：{''.join(one.changes[0].old)[:SHOWN] or '新增的段落'}", *map(said, one.changes),
            "  定下以后，只用那一份文件再对账一次"]


def _write_list(found: Reconciled, draft: Path, out: str) -> int:
    """Write the 意见清单 beside the first copy, or where the caller wants it; an earlier list stays."""
    target = Path(out) if out.lower().endswith(".docx") else (Path(out) if out else draft.parent) / f"{draft.stem}-意见清单.docx"
    data = opinion_list(found)
    for turn in range(1, LAST_DRAFT + 1):
        path = target if turn == 1 else target.with_name(f"{target.stem}（{turn}）{target.suffix}")
        if holds(path, data):
            break
        if not is_taken(path):
            findings = write_new(path, data)
            show(findings)
            if findings:
                return UNWRITTEN
            break
    say(f"√ 意见清单：{named(path)}")
    return DONE


def _take(found: Reconciled, profile: Path, yes: bool) -> int:
    """Write figures and rewordings into the profile after a yes."""
    changes = found.changes()
    for offer in offers(found, found.draft.setup.kind):
        say(f"这句说法可以收进措辞库：drafter phrases add {offer.frame} --indicator {offer.indicator}")
    if not changes:
        say("下一步：没有要写进资料的；批注和意见见意见清单")
        return DONE
    figures, rewordings = sum(bool(one.value) for one in found.figures), len(found.rewordings)
    others = f"和{len(changes) - figures}处改写" if rewordings else ""
    question = f"把{figures}处数据{others}写进资料 {named(profile)} 吗？"
    if not (yes or agreed_to(question)):
        asked = "" if sys.stdin.isatty() else "；要写进去，加上 --yes 再运行一次"
        say(f"资料没有动{asked}")
        say("下一步：看意见清单，定下来以后再对账")
        return DONE
    kept = keep(profile, changes)
    show(kept.findings)
    if not kept.files:
        say("× 资料没有动")
        say("下一步：照上面的提示处理后再试")
        return UNWRITTEN if any(finding.rule.startswith("W") for finding in kept.findings) else WRONG
    say(f"√ 已写进资料：{'、'.join(named(file) for file in kept.files)}")
    say(f"下一步：drafter draft {named(profile)}，新的一稿会照改过的印，旁边有修改对照稿")
    return DONE
