"""Reading 改写: what people changed in an earlier draft, to be kept in the next one."""

from __future__ import annotations

from drafter.finding import Address, Severity
from drafter.profile.model import Rewording
from drafter.schema import NONE, Form

KEYS = ("原文", "改为", "接在", "来自")


def read_rewordings(form: Form) -> tuple[Rewording, ...]:
    """Read 改写 word for word: nothing in it is tidied."""
    made: list[Rewording] = []
    for at in form.items(("改写",)):
        if not isinstance(form.get(at), dict):
            form.say("P002", Severity.ERROR, at, "“改写”的每一条要有“原文”和“改为”", "例如  - 原文: 原来的话。  下一行  改为: 改后的话。")
            continue
        form.keys(at, KEYS)
        old, new = _lines(form, (*at, "原文")), _lines(form, (*at, "改为"))
        behind, source = _lines(form, (*at, "接在")), _lines(form, (*at, "来自"))
        if not (old or behind) or (form.get((*at, "改为")) in (None, "") and not behind):
            form.say("P008", Severity.ERROR, at, "这一条改写里缺“原文”或“改为”", "写全  原文: 和  改为: ；整句删去的，写  改为: 无")
            continue
        made.append(Rewording(at, old, () if new and new[0] in NONE else new, behind[0] if behind else "", "、".join(source)))
    return tuple(made)


def _lines(form: Form, at: Address) -> tuple[str, ...]:
    """Return the paragraphs at an address; one line is one paragraph."""
    data = form.get(at)
    if isinstance(data, list):
        return tuple(item for item in data if isinstance(item, str) and item.strip())
    return (data,) if isinstance(data, str) and data.strip() else ()
