"""What to type instead of a key that is not known, and of two figures on one line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.figure import two_figures
from drafter.finding import Address, Severity, spell
from drafter.kind import Indicator, Kind
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


def parted(form: Form, kind: Kind, at: Address, indicator: Indicator) -> bool:
    """Tell, with a complaint, whether a line holds two figures; names the indicator of the same group that the second one fits."""
    typed = form.get(at)
    pair = two_figures(typed) if isinstance(typed, str) else None
    if pair is None:
        return False
    first, second = pair
    other = next((one.name for one in kind.catalogue()
                  if one.id != indicator.id and one.group and one.group == indicator.group and second.unit in one.units), "")
    line = f"{other}: {second.text}" if other else f"（{second.text}写到它自己的名称下面，或写进“本地数据”）"
    form.say("P006", Severity.ERROR, at, f"“{spell(at)}”一行里有两个数", f"两个数分两行写：\n{at[-1]}: {first.text}\n{line}")
    return True
