"""Title and preamble: what may be cited is judged by the day of signature."""

from __future__ import annotations

import datetime
import re
from typing import Any

from drafter.compose.phrasing import Phrasing
from drafter.compose.resay import resay
from drafter.compose.value import Value
from drafter.kind import Kind
from drafter.kind.model import current
from drafter.profile import Profile
from drafter.profile.period import assumed_day as day_of

SPAN = ("全年", "其他")
"""How the kind calls a whole year, and a part of one."""


def assumed_day(profile: Profile, kind: Kind) -> datetime.date:
    """Return the day taken for an unsigned report, as the kind says."""
    return day_of(kind.assumed[SPAN[bool(profile.period.part)]], profile.period.year)


def opening_values(phrasing: Phrasing) -> dict[str, Any]:
    """Return what the preamble may say."""
    profile, kind = phrasing.profile, phrasing.kind
    day = profile.signed or assumed_day(profile, kind)
    thoughts = [entry for entry in kind.thoughts if entry.since <= day and entry.checked]
    congress = current(tuple(entry for entry in kind.congresses if entry.checked), day)
    at = (profile.period_fact.at,)
    return {
        "时期": phrasing.marks.value(profile.period.spoken, at),
        "期间": phrasing.marks.value(profile.period.text, at),
        "单位": phrasing.value(profile.unit),
        "思想": thoughts[0].text if thoughts else "",
        "法治思想": thoughts[1].text if len(thoughts) > 1 else "",
        "全会": congress.text.removesuffix("精神") if congress else "",
        "前言": [resay(phrasing, fact, "前言") for fact in profile.opening],
    }


def title(phrasing: Phrasing) -> Value:
    """Return the title: as the profile gives it, or one of the kind's forms."""
    profile, kind = phrasing.profile, phrasing.kind
    if profile.title and profile.title.text not in kind.titles:
        return phrasing.value(profile.title, "标题")
    form = profile.title.text if profile.title else kind.usual_titles[SPAN[bool(profile.period.part)]]
    words = filled_title(phrasing.level(kind.titles[form]), profile, profile.period.spoken)
    return phrasing.marks.value(words, (profile.unit.at, profile.period_fact.at))


def filled_title(form: str, profile: Profile, period: str) -> str:
    """Return a form of the title with unit and period filled in."""
    words = {"单位": profile.unit.text, "时期": period}
    return re.sub(r"\{(单位|时期)\}", lambda slot: words[slot[1]], form)
