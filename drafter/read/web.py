"""The report in a saved web page: its densest block, without the furniture of the site. Nothing is ever fetched."""

from __future__ import annotations

import datetime
import re
from typing import Any

from lxml import etree

from drafter.read import limits
from drafter.read.furniture import is_furniture
from drafter.read.result import Refused, Words
from drafter.read.web_lines import Line, lines_of

DATES = {"pubdate", "publishdate", "publish-date", "publishtime", "publish_time", "publicationdate", "article:published_time", "firstpublishedtime",
         "release_date", "发布时间", "发布日期"}
TITLES = {"articletitle", "og:title", "title"}
DAY = r"((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})"
SAID = (re.compile(rf"(?:发布|发文|发表|公开|更新)(?:时间|日期)\s*[:：]?\s*{DAY}"), re.compile(rf"(?:时间|日期)\s*[:：]\s*{DAY}"))
SITE = re.compile(r"\s*[_|｜—–]\s*|\s+-\s+|-(?=[^-]*(?:政府|网|门户)[^-]*$)")
REPORT = re.compile("报告|总结|情况")
UNSEEN = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|data:[\w/+.-]+;base64,[A-Za-z0-9+/=]*", re.IGNORECASE | re.DOTALL
)
LONG = re.compile(r"[^<>]{4000,}")
ATTRIBUTES = 2000
"""Of one tag; the parser compares each with each."""
ENOUGH = 0.97
"""Share of the prose that a block must hold to be gone into: the rest is disclaimers of the site."""
TITLE_WEIGHT = 0.1
"""What the title weighs, of all the prose: a block without it is not gone into."""
SHORTEST_TITLE, LONGEST_TITLE = 8, 200


def _empty() -> Refused:
    return Refused("R006", "网页里没有找到正文", "正文可能是打开后才从网上取的：在浏览器里打开，复制正文，存成 .txt 再试")


def read_web(text: str) -> Words:
    """Return the report in the text of a web page."""
    shown = UNSEEN.sub("", text)
    if any(len(re.split(r"[\s/=]+", stretch)) > ATTRIBUTES for stretch in LONG.findall(shown)):
        raise limits.too_large("网页里的内容太多")
    data = shown.encode("utf-8", "replace")
    limits.check_tags(data, limits.WEB_TAGS)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _empty() from None
    if root is None:
        raise _empty()
    head = _head_title(root)
    lines = lines_of(root)
    prose = [line for line in lines if line.is_prose and not is_furniture(line.text)]
    before = lines[:lines.index(prose[0])] if prose else []
    titles = [line for line in before if _is_title(line.text, head) and not line.linked and not is_furniture(line.text)]
    block = _densest(root, prose, titles[-1:])
    kept = [line for line in lines if block is root or block in line.within]
    # Menus, the line of source and date, buttons: the site around the report.
    body = [line.text for line in kept if not is_furniture(line.text) and not (line.is_menu and not line.is_prose)]
    if not body:
        raise _empty()
    if len(head) >= SHORTEST_TITLE and not titles and REPORT.search(head):
        body.insert(0, head)
    return Words("\n".join(body), _published(root, lines))


def _head_title(root: Any) -> str:
    """Return the title that the head gives, without the name of the site."""
    for name, content in _metas(root):
        if name in TITLES and content.strip():
            return SITE.split(content.strip()[:LONGEST_TITLE])[0]
    found = root.find("head/title")
    return SITE.split("".join(found.itertext()).strip()[:LONGEST_TITLE])[0] if found is not None else ""


def _is_title(text: str, head: str) -> bool:
    squeezed = "".join(text.split())
    return SHORTEST_TITLE <= len(squeezed) <= 60 and (squeezed in "".join(head.split()) or squeezed.endswith(("报告", "总结", "情况")))


def _densest(root: Any, prose: list[Line], titles: list[Line]) -> Any:
    """Return the innermost block that holds nearly all the prose, and the title."""
    weights = [(line.within, float(max(line.hanzi - 2 * line.linked, 0))) for line in prose]
    total = sum(weight for _, weight in weights)
    weights += [(line.within, TITLE_WEIGHT * total) for line in titles]
    total = sum(weight for _, weight in weights)
    held: dict[Any, float] = {}
    for within, weight in weights:
        for block in within:
            held[block] = held.get(block, 0) + weight
    # Blocks with nearly everything lie in one another, and the outer one is met first.
    return next((block for block in reversed(held) if held[block] >= ENOUGH * total), root) if total else root


def _published(root: Any, lines: list[Line]) -> str:
    """Return the day on which the page says it was published; empty where it does not."""
    said = [content for name, content in _metas(root) if name in DATES]
    found = [re.search(DAY, content) for content in said]
    found += [pattern.search(line.text) for pattern in SAID for line in lines]
    return next((day for match in found if match and (day := _iso(match))), "")


def _metas(root: Any) -> list[tuple[str, str]]:
    return [((meta.get("name") or meta.get("property") or "").strip().lower(), meta.get("content") or "") for meta in root.iter("meta")]


def _iso(match: re.Match[str]) -> str:
    try:
        return datetime.date(*map(int, match.groups())).isoformat()
    except ValueError:
        return ""
