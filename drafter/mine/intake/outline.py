"""The outline of a report: a shipped one where all its headings are those, else a text of its own headings."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.kind import Kind, parse_outline
from drafter.kind import Node as Shipped
from drafter.kind.outline import ITEM_LEVEL
from drafter.mine.intake.model import Node
from drafter.mine.intake.parts import Part
from drafter.report import number


def fitting(found: Sequence[tuple[int, str]], kind: Kind, year: int) -> tuple[str, tuple[Shipped, ...]]:
    """Return the shipped outline whose headings are those of a report, level and words; only what may be left out may be missing."""
    for name in kind.outline_names():
        text = (kind.folder / "outlines" / f"{name}.txt").read_text(encoding="utf-8")
        outline, _ = parse_outline(text, name, shipped=True)
        if found and _fits(found, outline.nodes, year):
            return name, outline.nodes
    return "", ()


def _fits(found: Sequence[tuple[int, str]], nodes: Sequence[Shipped], year: int) -> bool:
    """Tell whether headings are those of an outline, in its order."""
    at = 0
    for node in nodes:
        if at < len(found) and is_node(found[at], node, year):
            at += 1
        elif not node.optional:
            return False
    return at == len(found)


def is_node(heading: tuple[int, str], node: Shipped, year: int) -> bool:
    """Tell whether a heading of a level is one of the wordings of a node, with its period filled in."""
    level, text = heading
    return level == node.level and any(text == wording for raw in node.texts for wording in _filled(raw, year))


def _filled(raw: str, year: int) -> tuple[str, ...]:
    """Return a heading with its years filled in, as 2024年度 and as 2024年."""
    raw = raw.replace("{本年}", str(year)).replace("{下年}", str(year + 1))
    return tuple(raw.replace("{期间}", f"{year}{end}").replace("{下期}", f"{year + 1}{end}") for end in ("年度", "年"))


def outline_text(nodes: Sequence[Node], title: str) -> str:
    """Return an outline as a text file: one heading a line, numbered, and under it what lands there."""
    counts = [0, 0, 0, 0]
    lines = [f"# {title}的标题，导入时抄下；主题行说明哪些材料放在这里。" if title else "# 导入时抄下的标题；主题行说明哪些材料放在这里。"]
    for node in nodes:
        if node.level < ITEM_LEVEL:
            counts[node.level - 1] += 1
            counts[node.level:] = [0] * (4 - node.level)
            lines.append(f"{number(node.level, counts[node.level - 1])}{node.text}")
        else:
            lines.append(f"{node.ordinal}{node.text}")
        if node.topics:
            lines.append(f"主题：{'、'.join(node.topics)}")
    return "\n".join([*lines, ""])


def node_of(part: Part, topics: Sequence[str]) -> Node:
    """Return the node of a part."""
    return Node(part.level, part.heading, tuple(dict.fromkeys(name for name in topics if name)), part.ordinal)
