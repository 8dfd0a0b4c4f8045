"""Which class of section a heading opens: 成效, 不足, 第一责任人, 安排 or 其他."""

from __future__ import annotations

from drafter.kind.model import Kind

DEED_WORDS = ("成效", "举措", "措施", "做法")


def role_of(heading: str, kind: Kind, following: str) -> str:
    """Return the class of a heading by its words (不足, 安排 …); 成效 where no other fits."""
    if any(word in heading for word in DEED_WORDS) and "不足" not in heading:
        return "成效"
    for content in kind.contents:
        words = [word.replace("{下年}", following[:5]) for word in content.words]
        if any(word and word in heading.replace("问题导向", "") for word in words):
            if content.name == "整改" and role_of(heading.replace("整改", ""), kind, following) == "不足":
                return "不足"
            return "不足" if content.name in ("整改", "原因") else content.name
    return "成效"
