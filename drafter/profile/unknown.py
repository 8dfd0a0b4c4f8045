"""What to do with a key that is not known: on top of a profile, under a topic, in an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.finding import Address
from drafter.kind import Kind
from drafter.schema import Advice, Form, asked
from drafter.source import PARTS


def on_top(form: Form, kind: Kind, keys: Sequence[str]) -> Advice:
    """Return the advice for keys at the edge of a profile; ``keys`` are those that stand under a topic."""
    def advice(key: str, near: Sequence[str]) -> str:
        value = form.get((key,))
        line = f"  {key}: {value}" if isinstance(value, str) else f"  {key}:"
        if key in PARTS:
            return f"往里缩进，和上面那一条对齐：\n{line}"
        if key in kind.indicators:
            return f"放到主题“{kind.indicators[key].topic}”下面，行首空两格：\n{line}"
        if key in keys:
            return f"往里缩进，放到它的主题下面：\n{line}"
        return asked(near) + "一块新的材料，先在提纲的“主题：”行里写上它的名字"

    return advice


def under_topic(form: Form, kind: Kind, at: Address) -> Advice:
    """Return the advice for keys under a topic or in one of its 做法: a number goes elsewhere than words."""
    def advice(key: str, near: Sequence[str]) -> str:
        value = form.get((*at, key))
        if value == "" or not isinstance(value, str) or re.search(r"[\d一二三四五六七八九十]", value):
            return asked(near) + "目录里没有的数字，写到本主题的“本地数据”下面"
        # A name that is a part of another is another person: 副组长 is not 组长.
        worded = [name for name in near if name not in key and name in kind.indicators and kind.indicators[name].type == "文字"]
        return asked(worded) + "不是数字，写成一句话放到“做法”下面，前面加“- ”"

    return advice
