"""The story of a new profile: at most 80 lines, every key explained, nothing filled in."""

from __future__ import annotations

from drafter.kind import Kind
from drafter.source import typed


def new(kind: Kind, unit: str = "", level: str = "", superior: str = "", period: str = "") -> str:
    """Return the text of an empty profile."""
    head = [
        "# 年度资料。没有的项目整行删掉；空着＝还没填；无＝确实没有；0＝就是零。",
        f"# 一行一个数据，数字后面带量词，如 {kind.example}；想知道某一项怎么填：drafter explain {kind.example.partition(':')[0]}",
        "格式: 1",
        f"单位: {typed(unit)}",
        f"级别: {typed(level)}{_note(level, '｜'.join(kind.levels))}",
        f"上级: {typed(superior)}{_note(superior, '｜'.join(kind.superiors))}",
        f"期间: {typed(period)}{_note(period, '例如 2025年度，也可写 2025年上半年')}",
        f"提纲: {kind.default_outline}              # 现成的：{'｜'.join(kind.outline_names())}；或 提纲/县里通知.txt",
        "成文日期:                   # 签发后再填，例如 2026-01-20",
        "",
    ]
    body = [line for topic, names in kind.asked.items() for line in _topic(kind, topic, names)]
    tail = [
        "问题:                       # 一条写全，报告里自动分到“不足”“安排”两部分",
        "- 问题:",
        "  原因:",
        "  打算:",
        "另外打算:                   # 与问题无关的打算，一条一行，以“- ”开头",
        "其他需要报告:               # 没有就写 无",
        "",
    ]
    return "\n".join(head + body + tail)


def _note(value: str, said: str) -> str:
    """Return a remark behind a blank value."""
    return "" if value else f"                       # {said}"


def _topic(kind: Kind, topic: str, names: tuple[str, ...]) -> list[str]:
    """Return the lines of one topic; its figures carry their units as remarks."""
    figures = [f"  {name}:{' ' * max(2, 24 - 2 * len(name))}# {'、'.join(kind.indicators[name].units)}" for name in names]
    return [f"{topic}:", "  提供:", *figures, "  做法:"]
