"""The rules of this floor, and the one way to make a finding of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from drafter.finding import Finding, Place, Severity

RULES: Mapping[str, str] = MappingProxyType(
    {
        "Y001": "文件打不开",
        "Y002": "文件太大",
        "Y003": "文件是空的",
        "Y004": "文件编码读不出",
        "Y005": "文件不是 UTF-8 编码",
        "Y006": "有不能用的字符",
        "Y010": "冒号写成了全角",
        "Y011": "冒号后面缺空格",
        "Y012": "用了 Tab 键",
        "Y013": "用了全角空格或不换行空格",
        "Y014": "列表的短横线写法不对",
        "Y015": "方括号、花括号里用了全角标点",
        "Y016": "以特殊符号开头的内容按文字读",
        "Y017": "内容里又有冒号，按文字读",
        "Y020": "同一段里缩进用了几种空白",
        "Y021": "折行的内容像是另一项",
        "Y030": "同一项在两个文件里都写了",
        "Y031": "不支持类型标记",
        "Y032": "不支持合并键",
        "Y033": "同一项写了两次",
        "Y034": "一个文件里写了两份资料",
        "Y035": "层次太深",
        "Y036": "项目名不是文字",
        "Y037": "最外层不是“项目: 内容”",
        "Y038": "不支持锚点和引用",
        "Y040": "缺少冒号",
        "Y041": "缩进对不齐",
        "Y042": "引号没有配对",
        "Y043": "括号没有配对",
        "Y044": "双引号里的反斜杠写法不对",
        "Y045": "列表项的位置不对",
        "Y046": "不支持百分号开头的指令",
        "Y049": "写法读不懂",
    }
)
"""Every rule id of this floor with its title."""


def error(
    rule: str, message: str, place: Place, hint: str = "", excerpt: str = "", also: tuple[Place, ...] = ()
) -> Finding:
    """Return a finding that stops the work."""
    return Finding(rule, Severity.ERROR, message, place, hint, excerpt, also)


def note(rule: str, message: str, place: Place, hint: str = "", excerpt: str = "") -> Finding:
    """Return a finding that only tells what was done."""
    return Finding(rule, Severity.NOTE, message, place, hint, excerpt)


def warn(rule: str, message: str, place: Place, hint: str = "", excerpt: str = "") -> Finding:
    """Return a finding that asks the clerk to look again."""
    return Finding(rule, Severity.WARN, message, place, hint, excerpt)
