"""Reading what the web form (公开) leaves out: ``公开: 否`` in a block, or a line named under 不公开."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.finding import Address, Severity, unspell
from drafter.profile.model import Withheld
from drafter.schema import Form
from drafter.source import Data

KEY, LIST = "公开", "不公开"


def read_withheld(form: Form) -> tuple[Withheld, ...]:
    """Read everything that is not to be published, in the order of the profile."""
    return (*_marked(form), *_named(form))


def _marked(form: Form) -> Iterator[Withheld]:
    """Yield the blocks that bear 公开: 否."""
    for at, value in _under(form.source.data, ()):
        if value not in ("是", "否", ""):
            form.say("G005", Severity.ERROR, at, f"“公开”不能写“{value}”", "写  公开: 否  就不在网上公开；可以公开的不用写")
        elif value == "否":
            yield Withheld(at[:-1], at)


def _under(data: Data, at: Address) -> Iterator[tuple[Address, Data]]:
    """Yield every 公开 in the data with its address."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == KEY and at:
                yield (*at, key), value
            else:
                yield from _under(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _under(value, (*at, index))


def _named(form: Form) -> Iterator[Withheld]:
    """Yield the lines that 不公开 names by their addresses."""
    data = form.get((LIST,))
    for fact in form.texts((LIST,)):
        # Split only where the line is not in a list: an entry of a list is one address.
        for name in re.split("[、，,；;]", fact.text) if isinstance(data, str) else [fact.text]:
            target = unspell(name.strip())
            if not fact.blank and form.get(target) is None:
                form.say("G004", Severity.ERROR, fact.at, f"“不公开”里的“{name.strip()}”在资料里找不到",
                         "照“主题.指标”写，例如  执法.行政处罚；一条做法写  执法.做法.第2条")
            elif not fact.blank:
                yield Withheld(target, fact.at)
