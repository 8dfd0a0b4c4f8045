"""The values of an imported report as the text of a profile, in the order in which a clerk reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.mine.intake.model import Block, Drawn, Entry, Intent, Item, Lack, Line
from drafter.source import Data, typed, typed_item

GAP = "    "


def profile_text(drawn: Drawn, outline: str, file: str) -> str:
    """Return the text of a profile; ``outline`` is what its 提纲 line says, ``file`` the report it comes from."""
    lines = [f"# 由“{file}”导入。带“请核”的行看过、改好后，把后面的话删掉。", "格式: 1", *_head(drawn, outline)]
    lines += _section(["前言:", *(_dash(line) for line in drawn.opening)] if drawn.opening else [])
    for block in drawn.blocks:
        lines += _section([*_block(block)])
    lines += _section(["问题:", *(line for lack in drawn.lacks for line in _lack(lack))] if drawn.lacks else [])
    lines += _section(["另外打算:", *(line for plan in drawn.intents for line in _intent(plan))] if drawn.intents else [])
    lines += _section([_keyed("其他需要报告", drawn.other)] if drawn.other else [])
    lines += _section(["结语:", *(_dash(line) for line in drawn.closing)] if drawn.closing else [])
    return "\n".join([*lines, ""])


def _head(drawn: Drawn, outline: str) -> Iterator[str]:
    head = drawn.head
    named = (("单位", head.unit), ("级别", head.level), ("上级", head.superior), ("期间", head.period), ("标题", head.title),
             ("提纲", Line(outline)), ("署名", head.signature), ("成文日期", head.signed))
    yield from (_keyed(key, line) for key, line in named if line is not None)


def _section(lines: Sequence[str]) -> list[str]:
    return ["", *lines] if lines else []


def _block(block: Block) -> Iterator[str]:
    yield f"{block.topic}:"
    yield from (_figure(entry, "  ") for entry in block.entries)
    if block.items:
        yield "  做法:"
        for item in block.items:
            yield from _item(item)
    if block.mechanisms:
        yield "  机制:"
        for mechanism in block.mechanisms:
            yield f"  - 名称: {typed(mechanism.name)}"
            yield f"    动词: {mechanism.verb}"
            yield f"    展开: {typed(mechanism.parts)}"
    if block.local:
        yield "  本地数据:"
        yield from (_dash(line, "  ") for line in block.local)


def _item(item: Item) -> Iterator[str]:
    if not item.entries:
        yield _dash(item.line, "  ")
        return
    rows = [*(_figure(entry, "") for entry in item.before), _keyed("做法", item.line), *(_figure(entry, "") for entry in item.behind)]
    yield from (f"  {'- ' if number == 0 else '  '}{row}" for number, row in enumerate(rows))


def _lack(lack: Lack) -> Iterator[str]:
    yield f"- {_keyed('问题', lack.name)}"
    for key, found in (("表现", lack.signs), ("原因", lack.causes), ("整改", lack.fixes), ("打算", lack.plans)):
        yield from _listed(key, found)
    if lack.topic:
        yield f"  主题: {typed(lack.topic)}"


def _intent(plan: Intent) -> Iterator[str]:
    if len(plan.texts) == 1 and not plan.topic:
        yield _dash(plan.texts[0])
        return
    yield "- 打算:"
    yield from (_dash(line, "  ") for line in plan.texts)
    if plan.topic:
        yield f"  主题: {typed(plan.topic)}"


def _listed(key: str, found: Sequence[Line]) -> Iterator[str]:
    if found:
        yield f"  {key}:"
        yield from (_dash(line, "  ") for line in found)


def _figure(entry: Entry, indent: str) -> str:
    return f"{indent}{entry.name}: {typed(entry.value)}{_remark(entry.remark)}"


def _keyed(key: str, line: Line) -> str:
    return f"{key}: {typed(line.text)}{_remark(line.remark)}" if line.text else f"{key}:{_remark(line.remark)}"


def _dash(line: Line, indent: str = "") -> str:
    return f"{indent}- {typed_item(line.text)}{_remark(line.remark)}"


def _remark(remark: str) -> str:
    return f"{GAP}# 请核：{remark}" if remark else ""


def data_text(data: dict[str, Data], file: str) -> str:
    """Return data that was a profile as the text of one."""
    lines = [f"# 由初稿“{file}”导入：印在初稿上的内容都在，没有印的（提供单位、留底、备注）不在。", "格式: 1"]
    for key, value in data.items():
        block = list(_data(key, value, 0))
        lines += ["", *block] if not isinstance(value, str) else block
    return "\n".join([*lines, ""])


def _data(key: str, value: Data, indent: int) -> Iterator[str]:
    """Yield the lines of one key and what stands under it."""
    space = " " * indent
    if isinstance(value, str):
        yield f"{space}{key}: {typed(value)}" if value else f"{space}{key}:"
        return
    yield f"{space}{key}:"
    if isinstance(value, dict):
        for inner, deeper in value.items():
            yield from _data(inner, deeper, indent + 2)
        return
    for entry in value:
        if isinstance(entry, str):
            yield f"{space}- {typed_item(entry)}"
        elif isinstance(entry, dict):
            rows = [row for inner, deeper in entry.items() for row in _data(inner, deeper, indent + 2)]
            yield f"{space}- {rows[0].lstrip()}"
            yield from rows[1:]
