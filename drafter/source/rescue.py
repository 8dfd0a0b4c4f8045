"""What becomes of a file that is not clean: repaired where that is safe, and everything else said at once."""

from __future__ import annotations

from drafter.finding import Finding, Place
from drafter.source.faults import FATAL, Sheet, report
from drafter.source.model import Source
from drafter.source.repair import Repaired, repair
from drafter.source.rules import error
from drafter.source.syntax import recover
from drafter.source.tree import FAILURES, Builder, Tree, source


def rescue(
    text: str, safe: str, tree: Tree | None, findings: list[Finding], file: str, lists: bool
) -> tuple[Source | None, list[Finding]]:
    """Read a text with repairs; ``tree`` is there where the text parsed as typed and only its content is wrong."""
    repaired = Repaired(safe.split("\n"))
    if tree is None:
        repaired = repair(safe, file)
        tree = _tree(repaired)
    sheet = Sheet(file, text.split("\n"), repaired)
    refused = report(recover(repaired.lines) if tree is None else tree.faults, sheet)
    found = [*findings, *repaired.findings, *refused]
    fits = tree is not None and tree.fits(lists)
    if not fits and not any(finding.is_error for finding in found):
        found.append(_top(tree, file))
    found.sort(key=_order)
    if tree is None or not fits or not repaired.sound or any(finding.rule in FATAL for finding in refused):
        return None, found
    return source(file, text, tree, repaired.edits), found


def _tree(repaired: Repaired) -> Tree | None:
    try:
        return Builder().build("\n".join(repaired.lines))
    except FAILURES:
        return None


def _top(tree: Tree | None, file: str) -> Finding:
    hint = "单位: 桃溪镇"
    if tree is None:
        return error("Y049", "文件的写法读不懂；要一行一项，写成“项目: 内容”", Place(file, 1), hint)
    if not tree.top or (tree.top == "text" and not tree.data):
        return error("Y003", "文件里没有内容", Place(file, 1), hint)
    what = "一张列表" if tree.top == "list" else "一段文字"
    return error("Y037", f"整个文件读成了{what}；最外层要一行一项，写成“项目: 内容”", Place(file, 1), hint)


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.place
    return (place.line, place.column, finding.rule) if place else (0, 0, finding.rule)
