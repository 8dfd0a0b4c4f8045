"""The clause of one figure: in a wording of past reports where one fits, else in a starter wording."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.compose.phrasing import Phrasing, filled
from drafter.kind import Indicator, Kind
from drafter.phrases import Said, draw
from drafter.profile import Entry


def clause(phrasing: Phrasing, entry: Entry, first: bool, attempt: int = 0) -> str:
    """Return the clause of one figure; the first of a sentence says the time, and ``attempt`` asks for another wording."""
    indicator, fact = entry.indicator, entry.amount.fact
    number, figure = phrasing.value(fact, entry.typed, figure=True), entry.amount.figure
    thing = entry.typed if entry.typed in indicator.printed else phrasing.level(indicator.object)
    if indicator.type == "文字":
        return phrasing.say("文字", indicator.id, 说明=thing, 值=number)
    if figure and figure.amount == 0 and not indicator.is_rate:
        unit = "" if figure.unit else "".join(indicator.units[:1])
        return phrasing.say("零", indicator.id, 名=phrasing.level(indicator.none), 数=number, 量=unit)
    dated = indicator.type in ("数量", "金额") and not indicator.standing and not indicator.lasting
    opening = time(phrasing, indicator.group) if first and dated else ""
    mined = _mined(phrasing, entry, attempt)
    if mined:
        return opening + phrasing.marks.origin(_filled(phrasing, mined.text, {"宾": thing, "数": str(number), "率": str(number)}), mined.origin)
    if indicator.is_rate or indicator.type == "幅度":
        return phrasing.say("低比率" if indicator.low else indicator.type, indicator.id, 宾=thing, 数=number)
    verb = phrasing.level(phrasing.pick("动词", indicator.id, indicator.verbs))
    if indicator.standing:
        return phrasing.say("存量", indicator.id, 动=verb, 宾=thing, 数=number)
    purpose = "数量起首" if opening else "数量接续"
    return phrasing.say(purpose, indicator.id, 时=opening, 动=verb, 宾=thing, 数=number)


def _mined(phrasing: Phrasing, entry: Entry, attempt: int) -> Said | None:
    """Return the mined wording whose turn it is: the unit's own first, then all; None where there is none."""
    profile, indicator, shelf = phrasing.profile, entry.indicator, phrasing.library.shelf
    known = (shelf.figures.get(indicator.id, ()), shelf.for_any(indicator.verbs, indicator.is_rate and not indicator.low))
    fitting = next((fit for group in known if (fit := [wording for wording in group if _fits(phrasing, entry, wording)])), [])
    if not fitting:
        return None
    pinned = [wording for wording in fitting if wording.id in profile.pinned]
    own = [wording for wording in fitting if shelf.own(wording, profile.unit.text)]
    others = [wording for wording in fitting if not shelf.own(wording, profile.unit.text)]
    if pinned:
        return pinned[attempt % len(pinned)]
    seed = phrasing.seed("数据", indicator.id)
    if attempt < len(own):
        return own[(draw(seed, len(own)) + attempt) % len(own)]
    return others[(draw(seed, len(others)) + attempt - len(own)) % len(others)] if others else own[attempt % len(own)]


def _fits(phrasing: Phrasing, entry: Entry, wording: Said) -> bool:
    """Tell whether a mined wording can say a figure: its own object only for the usual name, its level words all filled."""
    profile = phrasing.profile
    if wording.id in profile.banned or not phrasing.library.shelf.earlier(wording, profile.unit.text, profile.period.year):
        return False
    if entry.typed in entry.indicator.printed and "{宾}" not in wording.text:
        return False
    return "{" not in _filled(phrasing, wording.text, {"宾": "", "数": "", "率": ""})


def _filled(phrasing: Phrasing, text: str, given: Mapping[str, str]) -> str:
    """Return a mined wording with its slots filled, and the words of the level."""
    text = phrasing.level(text)
    for slot, value in given.items():
        text = text.replace(f"{{{slot}}}", value)
    return text


def none(phrasing: Phrasing, entries: list[Entry]) -> str:
    """Return the clause that denies some things at once."""
    named = "、".join(
        str(phrasing.marks.value(phrasing.level(entry.indicator.none), (entry.amount.fact.at,))) for entry in entries
    )
    standing = all(entry.indicator.standing for entry in entries)
    return phrasing.say("无", entries[0].indicator.id, 时="" if standing else time(phrasing, entries[0].indicator.group), 名=named)


def time(phrasing: Phrasing, key: str) -> str:
    """Return the words for the time reported on: 全年, 上半年."""
    part = phrasing.profile.period.part
    purpose = "时段词" if part else "时间词"
    phrase = phrasing.library.choose(purpose, {"时段"}, phrasing.seed(purpose, key))
    return filled(phrase, {"时段": part}) if phrase else ""


def countable(entries: tuple[Entry, ...], kind: Kind) -> list[Entry]:
    """Return the entries that can print: a rate falls away where it is 无, or where its base is 0 or 无."""
    gone = {entry.indicator.id for entry in entries if entry.amount.nothing}
    return [entry for entry in entries
            if not (entry.indicator.is_rate and (entry.amount.fact.none or _baseless(entry.indicator, gone, kind)))]


def _baseless(rate: Indicator, gone: set[str], kind: Kind) -> bool:
    """Tell whether every part of a rate's base is 0 or 无, or a part of something that is."""
    if not gone or not rate.denominator:
        return False
    wholes = {indicator.id: indicator.part_of for indicator in kind.indicators.values()}
    return all(part in gone or gone & set(wholes.get(part, ())) for part in rate.denominator)
