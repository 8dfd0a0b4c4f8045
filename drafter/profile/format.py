"""The format of a profile (格式): which one this program writes, and the steps from an older one to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafter.finding import Severity
from drafter.schema import Form

Step = Callable[[str], str]
"""Takes the text of one file of a profile from one format to the next; a step is pure and changes lines only."""

FIRST = 1
"""The format of a profile that names none."""
STEPS: tuple[Step, ...] = ()
"""One step for each format that came after the first."""
KEY = "格式"


def newest(steps: Sequence[Step] = STEPS) -> int:
    """Return the format that the steps lead to."""
    return FIRST + len(steps)


def read_format(form: Form, steps: Sequence[Step] = STEPS) -> int:
    """Return the format of a profile; one that is newer than this program, or no number, is complained of."""
    fact = form.text((KEY,))
    if fact is None or fact.blank:
        return FIRST
    if not fact.text.isdecimal() or int(fact.text) < FIRST:
        form.say("V002", Severity.ERROR, (KEY,), f"“格式”不能写“{fact.text}”", f"改成  格式: {newest(steps)}")
        return FIRST
    if int(fact.text) > newest(steps):
        form.say("V001", Severity.ERROR, (KEY,), f"这份资料的格式是{fact.text}，是更新的程序写的，本程序只认到{newest(steps)}",
                 "换用新的程序；不要自己改这个数")
    return int(fact.text)


def upgraded(text: str, version: int, steps: Sequence[Step] = STEPS) -> str:
    """Return the text of a file of some format in the newest one."""
    for step in steps[version - FIRST:]:
        text = step(text)
    return text
