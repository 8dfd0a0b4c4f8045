"""An outline: the headings of a report as a text file, the way a county's notice gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity

NUMERAL = "一二三四五六七八九十百零"
MARKS = (
    (1, re.compile(rf"[{NUMERAL}]+\s*、\s*")),
    (2, re.compile(rf"[（(]\s*[{NUMERAL}]+\s*[）)]\s*、?")),
    (4, re.compile(r"[（(]\s*\d+\s*[）)]\s*")),
    (3, re.compile(r"\d+\s*[.．、]\s*(?!\d)")),
)
ITEM = re.compile(rf"(?:第?[{NUMERAL}]+是|.{{2,12}}(?:方面|上)[，,：:。]?$)")
ORDINAL = re.compile(rf"[{NUMERAL}]+是")
DIRECTIVE = re.compile(r"(主题|必须写到|没有材料时)(?:\s*[：:]\s*|\s+)(.*)")
REMARK = re.compile(r"[（(][^（）()]*(?:请|附|字数|字左右|字以内|数据|可选|必写|略写|详写)[^（）()]*[）)]$")
FULL_WIDTH = str.maketrans(",;:()?!", "，；：（）？！")
ITEM_LEVEL = 5
LONGEST_UNMARKED = 30
"""Characters up to which a line without a mark may be a heading whose number was lost."""
MOST_HEADINGS = 300
"""Several times the longest outline met; a file with more is not an outline."""


class Node(NamedTuple):
    """A heading (level 1 to 4) or an item that opens a paragraph (level 5), with what is to stand under it."""

    level: int
    texts: tuple[str, ...]
    """The wordings of the heading to choose from; an office's own outline has one."""
    line: int
    topics: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    optional: bool = False
    counted: bool = False
    """True for an item that is counted 一是, 二是 …"""


class Outline(NamedTuple):
    """The nodes of an outline in their order, and the file they stand in."""

    file: str
    nodes: tuple[Node, ...]

    def declared_topics(self) -> list[str]:
        """Return every name on a 主题 line, in order."""
        return list(dict.fromkeys(topic for node in self.nodes for topic in node.topics))

    def children(self, index: int) -> range:
        """Return the indices of all nodes under a node."""
        end = index + 1
        while end < len(self.nodes) and self.nodes[end].level > self.nodes[index].level:
            end += 1
        return range(index + 1, end)


@lru_cache(maxsize=32)  # a batch shares its outlines
def parse_outline(text: str, file: str, shipped: bool = False) -> tuple[Outline, tuple[Finding, ...]]:
    """Read an outline; only a shipped one may offer several wordings of a heading, parted by ｜."""
    findings: list[Finding] = []
    nodes: list[Node] = []
    lines = [raw.replace("\u3000", " ").strip().lstrip("\ufeff").strip() for raw in text.splitlines()]
    styles = sorted({found[0] for line in lines if (found := _mark(line))})
    levels = {style: level for level, style in enumerate(styles, start=1)}
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        if len(nodes) == MOST_HEADINGS:
            findings.append(_finding("O006", file, number, line, f"标题超过{MOST_HEADINGS}个，这不像提纲", "只留县里通知里的标题，一行一个"))
            break
        directive = DIRECTIVE.fullmatch(line)
        if directive and nodes:
            nodes[-1] = _directed(nodes[-1], directive[1], directive[2])
        elif directive:
            findings.append(_finding("O001", file, number, line, "这一行要写在一个标题下面", "先写标题，下一行再写 主题：…"))
        elif levels and _is_note(line, nodes):
            findings.append(_finding("O004", file, number, line, "这一行没有序号，当作说明，没有排进标题", "是标题的话，前面加上序号", Severity.NOTE))
        elif not any((node := _node(line, number, nodes, levels, shipped)).texts):
            findings.append(_finding("O005", file, number, line, "这一行只有序号，没有标题", "把标题补上，或删掉这一行", Severity.WARN))
        else:
            nodes.append(node)
    if not nodes:
        findings.append(Finding("O002", Severity.ERROR, "提纲里没有标题", Place(file, 1), "把县里通知的提纲原样粘贴进来，一行一个标题"))
    stepped = tuple(_stepped(nodes, file, findings))
    return Outline(file, stepped), tuple(findings)


def _mark(line: str) -> tuple[int, str] | None:
    """Return the style of a line's mark (1 for 一、 to 4 for （1）) and the words after it, or None where it has no mark."""
    for style, pattern in MARKS:
        match = pattern.match(line)
        if match and match.end() < len(line):
            return style, line[match.end():]
    return None


def _is_note(line: str, before: list[Node]) -> bool:
    """Tell whether a line among marked headings is the notice's own title or an explanation, not a heading."""
    if _mark(line) or ITEM.match(line):
        return False
    return not before or "。" in line.rstrip("。") or len(line) > LONGEST_UNMARKED


def _node(line: str, number: int, before: list[Node], levels: Mapping[int, int], shipped: bool) -> Node:
    """Make the node of a heading line: by its mark, as an item, or beside the heading before it.

    ``levels`` gives each style of mark that the outline uses its level: a notice may begin with 1、 as well as with 一、.
    """
    found = _mark(line)
    if found:
        level, words = levels[found[0]], found[1]
    elif ITEM.match(line) and levels:
        level, words = ITEM_LEVEL, ORDINAL.sub("", line, count=1)
    else:
        level = next((node.level for node in reversed(before) if node.level < ITEM_LEVEL), 1) if levels else 1
        words = line
    texts = tuple(_clean(word) for word in (words.split("｜") if shipped else [REMARK.sub("", words)]))
    return Node(level, texts, number, counted=bool(ORDINAL.match(line)) and not found)


def _clean(words: str) -> str:
    """Return a heading without blanks and end marks, with full-width marks between hanzi."""
    words = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", words.strip())
    words = re.sub(r"(?<![0-9A-Za-z])[,;:()?!]|[,;:()?!](?![0-9A-Za-z])", lambda mark: mark[0].translate(FULL_WIDTH), words)
    return words.rstrip("。；;：:.，, ")


def _directed(node: Node, word: str, value: str) -> Node:
    """Return a node with one of its directive lines worked in."""
    names = tuple(part.strip() for part in re.split(r"[、，,；;\s]+", value) if part.strip())
    if word == "主题":
        return node._replace(topics=node.topics + names)
    if word == "必须写到":
        return node._replace(must=node.must + names)
    return node._replace(optional="省" in value)


def _stepped(nodes: list[Node], file: str, findings: list[Finding]) -> list[Node]:
    """Return the nodes with no level skipped: a heading is at most one level under the one before it."""
    result: list[Node] = []
    deepest = 0
    for node in nodes:
        kept = node
        if ITEM_LEVEL > node.level > deepest + 1:
            findings.append(_finding("O003", file, node.line, node.texts[0], f"上面缺第{deepest + 1}级标题，这个标题按第{deepest + 1}级排",
                                     "检查标题前面的序号", Severity.WARN))
            kept = node._replace(level=deepest + 1)
        if kept.level < ITEM_LEVEL:
            deepest = kept.level
        result.append(kept)
    return result


def _finding(rule: str, file: str, line: int, excerpt: str, message: str, hint: str,
             severity: Severity = Severity.ERROR) -> Finding:
    """Return a finding about one line of an outline."""
    return Finding(rule, severity, message, Place(file, line), hint, excerpt)
