"""What a figure counts, as a label: the noun behind its measure word, else what stands before it, else what went before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.mine.around import AMONG, Around
from drafter.mine.numbers import measures
from drafter.mine.words import words

SHARES = ("%", "‰", "百分点", "个百分点", "倍")
NEVER_BEHIND = (*SHARES, "人次", "户次", "家次", "件次", "学时", "课时")
PEOPLE = ("人", "名", "位")
CHANGED = re.compile("(?:同比)?(?:减少|增加|下降|上升|增长|降低|提高|提升)$")
TIMES = ("次", "场", "场次", "期", "堂", "节", "轮", "批次")
LONGEST = 20
SHORT = 4
"""Characters up to which a noun alone does not say which ones: 为13家企业定制手册."""
RECEIVER = re.compile("(?:(?<![行作以成认即称视名因])为|(?<![针相反核])对|给|将|把|(?<![方导])向)[^，。；]{0,30}$")
ATTRIBUTE = re.compile("[一-鿿“”]{1,10}的$")
LIST = re.compile(r".*等(?:各类|各种|多个|多种|各项|一批)?(?=[一-鿿])")
OPENED = "^"
"""Before a label: its clause begins with the figure."""
EDGES = "，。；：、的了"


class Trim(NamedTuple):
    """Patterns that cut a label out of a clause."""

    start: re.Pattern[str]
    end: re.Pattern[str]
    light: re.Pattern[str]
    open: re.Pattern[str]
    """Verbs right before a figure: what they act on stands behind it."""
    verb: re.Pattern[str]
    verbs: re.Pattern[str]
    led: re.Pattern[str]
    bare: frozenset[str]


class Ahead(NamedTuple):
    """What stands before a figure: the light verb, the noun behind it, and whether a verb stands right before the figure."""

    verb: str
    noun: str
    open: bool


class Label(NamedTuple):
    """What a figure counts; ``near`` is the label with its verb, ``base`` the thing that what follows may still speak of.

    ``borrowed`` where the figure's own words do not say what it counts.
    """

    text: str
    near: str
    base: str
    borrowed: bool = False


@lru_cache(maxsize=4)
def trim(folder: Path) -> Trim:
    """Return the patterns of a kind."""
    lists: Mapping[str, tuple[str, ...]] = words(folder)
    start, end, light, verb, verbs = (
        measures(lists.get(name, ())) or r"(?!)" for name in ("句首去掉", "句尾去掉", "轻动词", "后起动词", "实义动词")
    )
    return Trim(
        start=re.compile(f"(?:{start})+"), end=re.compile(f"(?:{end})+$"), light=re.compile(light),
        open=re.compile(f"(?:{light})(?:了|过)?$"), verb=re.compile(verb), verbs=re.compile(f"(?:{verbs}|并|了|过)+"),
        led=re.compile(f"(?:{verbs})+(?=[一-鿿]{{3}})"), bare=frozenset(lists.get("单独无意", ())),
    )


def label(one: Around, previous: str, folder: Path) -> Label:
    """Return what a figure counts; ``previous`` is what the figure or the clause before it speaks of."""
    rules = trim(folder)
    behind = "" if one.number.figure.unit in NEVER_BEHIND else _behind(one, rules)
    if AMONG.match(one.before) and one.after:
        text = behind or previous + one.after[:LONGEST].strip(EDGES)
        return Label(text, text, previous)
    ahead = _ahead(one.before, rules)
    attribute = _attribute(one.before, rules)
    acts = bool(ahead.noun) and bool(rules.verbs.fullmatch(ahead.noun)) and not one.shared
    if behind and not attribute and (not ahead.noun or ahead.open or acts):
        kept = ahead.noun if acts else ""
        opened = "" if one.before else OPENED
        return Label(kept + behind, f"{opened}{ahead.verb}{kept}{behind}", _base(one, behind, rules))
    if ahead.noun and not attribute and (not behind or one.number.figure.unit in TIMES or one.shared):
        return _whole(ahead, previous, rules, one.number.figure.unit)
    if behind:
        return Label(attribute + behind, attribute + behind, behind)
    text = ahead.noun or previous
    return Label(text, ahead.verb + text, text, not ahead.noun)


def _base(one: Around, behind: str, rules: Trim) -> str:
    """Return what the words after a figure may go on about: of people, what they did: 23名干部旁听庭审."""
    if one.number.figure.unit in PEOPLE and not one.shared and len(one.after) > len(behind) + 2:
        return _ahead(one.after[len(behind):], rules).noun or behind
    return behind


def _attribute(before: str, rules: Trim) -> str:
    """Return the words before a figure that say which of the things behind it: 党委印发的."""
    match = ATTRIBUTE.search(_bared(before, rules, "")) if before.endswith("的") else None
    return match[0] if match else ""


def _whole(ahead: Ahead, previous: str, rules: Trim, unit: str) -> Label:
    """Return a label that says enough: a bare verb takes what went before, but for an event, as in 宣讲6场."""
    noun = ahead.noun
    bare = CHANGED.fullmatch(noun) or (unit not in TIMES and (noun in rules.bare or rules.verbs.fullmatch(noun)))
    if previous and bare and noun not in previous:
        return Label(previous + noun, f"{ahead.verb}{previous}{noun}", previous, borrowed=True)
    led = rules.led.match(noun)
    base = previous if unit in SHARES else _bared(noun[led.end():], rules) if led else noun
    return Label(noun, ahead.verb + noun, base)


def _behind(one: Around, rules: Trim) -> str:
    """Return the noun behind a measure word; empty where a verb or a mark follows."""
    opened = rules.start.match(one.after)
    after = one.after[opened.end():] if opened and one.shared else one.after.removeprefix("的")
    if not after or not re.match("[一-鿿“《（]", after) or rules.verb.match(after) or after.startswith(("等", "左右")):
        return ""
    cut = rules.verb.search(after, 1)
    noun = re.split("及(?!时)|以及|并(?!购)", (after[:cut.start()] if cut else after).split("等")[0])[0][:LONGEST].strip(EDGES)
    receiver = RECEIVER.search(one.before)
    if len(noun) <= SHORT and receiver and not one.shared and not rules.light.search(receiver[0], 1) and not one.before.endswith("的"):
        return after[:LONGEST].strip(EDGES)
    return noun


def _ahead(before: str, rules: Trim) -> Ahead:
    """Return what stands before a figure, without the verbs that only say it was done."""
    text = rules.end.sub("", before.rstrip("，、：；的"))
    closed = rules.open.search(text)
    if closed:
        text = rules.end.sub("", text[:closed.start()])
    begin, verb = 0, closed[0] if closed else ""
    for match in rules.light.finditer(text):
        if len(_bared(text[match.end():], rules)) >= 2:
            begin, verb = match.end(), match[0]
    noun = _bared(text[begin:], rules)
    listed = LIST.match(noun)
    if listed and len(noun) - listed.end() > 2:
        noun = noun[listed.end():]
    if len(noun) > LONGEST:
        noun = noun.rsplit("、", 1)[-1]
    return Ahead(verb, _bared(noun[-LONGEST:], rules), bool(closed))


def _bared(noun: str, rules: Trim, edges: str = EDGES) -> str:
    """Return a noun without the light words at its beginning."""
    match = rules.start.match(noun)
    bare = noun[match.end():] if match else noun
    return bare.strip(edges) if len(bare) >= 2 else "" if match and not bare else noun.strip(edges)


def spoken_of(clause: str, folder: Path) -> str:
    """Return what a clause without a figure speaks of."""
    return _ahead(clause, trim(folder)).noun
