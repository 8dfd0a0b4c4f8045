"""Figure phrases: how a report says the figure of an indicator, kept only where no word is left that says more.

What is left of a clause without its figure, its time and the catalogue's words must be nothing: a frame with any other
word would claim, of the next town, what only the last one did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.kind import Indicator, Kind
from drafter.mine.frame import Frame
from drafter.mine.frames import unlevelled
from drafter.mine.wording import source_of
from drafter.mine.words import words
from drafter.past import Past, Reported
from drafter.phrases.entry import FIGURE
from drafter.phrases.shelf import RATE, VERB

TIME = re.compile(r"^(?:20\d\d年(?:度)?(?:以来)?|全年|今年以来|今年|本年度|本年|年内|一年来|截至(?:目前|年底))+")
TOTALS = ("共", "共计", "累计")
TOTAL = re.compile("共计|累计|共(?!有)")
LIGHT = re.compile("^(?:各类|各项|各种|相关|了|的|达到|达|为|等|已|先后|合计|总共)+$")
REACH = ("达到", "达", "为")
UNDONE = re.compile("未|没有|无|不|拟|计划|力争|争取|将")
SAME_VERBS = (("开展", "组织开展", "组织", "举办"), ("发放", "分发"), ("召开", "组织召开"), ("聘请", "聘任"), ("现有", "共有", "在册"))
"""Verbs that say one thing of one object."""


class Piece(NamedTuple):
    """A figure with the words around it that are its own: a clause, or one part of a list of figures."""

    reported: Reported
    before: str
    after: str


def figure_frames(past: Past, report: int, figures: Iterable[Reported], kind: Kind) -> Iterator[Frame]:
    """Yield the figure phrases of a report, each with the place it was seen at: for its indicator, and for its verb alone."""
    known = _by_id(kind)
    level = kind.levels.get(past.level, {})
    levelled = [(slot, word) for slot, word in sorted(level.items(), key=lambda pair: -len(pair[1])) if len(word) > 1]
    deeds = words(kind.folder).get("名称里的动词", ())
    for piece in _pieces(figures):
        indicator = known.get(piece.reported.indicator)
        if indicator is None or piece.reported.plan or indicator.type not in ("数量", "金额", "比率"):
            continue
        line = past.lines[piece.reported.clause.line]
        seen = (source_of(past, report, piece.reported.clause),)
        for text, about in _texts(piece, indicator, levelled, deeds):
            yield Frame(FIGURE, text, about, line.role, line.topic if about == indicator.id else "", sources=seen)


def _pieces(figures: Iterable[Reported]) -> Iterator[Piece]:
    """Yield the figures of clauses, those with several cut apart at 、."""
    together: dict[tuple[int, int], list[Reported]] = {}
    for figure in figures:
        together.setdefault((figure.clause.line, figure.clause.start), []).append(figure)
    for found in together.values():
        text, start = found[0].clause.text, found[0].clause.start
        for index, figure in enumerate(found):
            begin = 0 if index == 0 else found[index - 1].end - start
            end = len(text) if index + 1 == len(found) else found[index + 1].start - start
            before, after = text[begin:figure.start - start], text[figure.end - start:end]
            if index and not before.startswith("、"):
                continue
            if index + 1 < len(found):
                if "、" not in after:
                    continue
                after = after.partition("、")[0]
            yield Piece(figure, before.removeprefix("、"), after)


@lru_cache(maxsize=2)
def _catalogue(names: tuple[Indicator, ...]) -> Mapping[str, Indicator]:
    return {indicator.id: indicator for indicator in names}


def _by_id(kind: Kind) -> Mapping[str, Indicator]:
    """Return the catalogue by id."""
    return _catalogue(kind.catalogue())


def _texts(piece: Piece, indicator: Indicator, levelled: Sequence[tuple[str, str]], deeds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the phrases in which a figure is said, each with what it is for; none where it cannot be said without further words."""
    before, after = (unlevelled(part, levelled) for part in (TIME.sub("", piece.before), piece.after))
    object_ = _object(before, after, indicator)
    if not object_:
        return
    if indicator.is_rate:
        if text := _rate(before, after, object_, indicator):
            yield text, indicator.id
            if not indicator.low:
                yield text.replace(object_, "{宾}"), RATE
        return
    verb = _verb(before, indicator)
    start = min((at for at in (before.find(verb) if verb else -1, before.find(object_)) if at >= 0), default=-1)
    if start < 0 or UNDONE.search(before[:start]):
        return
    core = before[start:]
    total = before[:start].endswith(TOTALS) or TOTAL.search(core)
    rest = TOTAL.sub("", core.replace(object_, "", 1).replace(verb, "", 1))
    right = after.replace(object_, "", 1) if object_ not in before else after
    if (rest and not LIGHT.match(rest)) or right.strip("的"):
        return
    # 累计 would say that a count grew over the year; the sum itself (共) is what every count is.
    counted = "共" if total and not verb.startswith("共") else ""
    # A shorter name would lose what the catalogue calls the thing in full, and a quoted one is somebody's own.
    full = indicator.object in object_ and object_ not in indicator.printed and "“" not in object_
    said = object_ if full else "{宾}"
    if text := _shape(core, object_, said, verb, counted, (*indicator.verbs, *deeds)):
        yield text, indicator.id
    if verb and verb not in object_:
        yield _shape(core, object_, "{宾}", verb, counted, (*indicator.verbs, *deeds)), f"{VERB}{verb}"


def _shape(core: str, object_: str, said: str, verb: str, counted: str, done: tuple[str, ...]) -> str:
    """Return a phrase for a count, in the order in which the clause has verb, object and figure."""
    if object_ not in core:
        return f"{counted}{verb}{{数}}{said}" if verb else ""
    if not verb or verb in object_:
        # Only a name that holds its verb (调解成功) says what was done; 难点问题5件 would say that there are such problems.
        return f"{said}{counted}{{数}}" if said == object_ and _holds_verb(object_, done) else ""
    return f"{said}{counted}{verb}{{数}}" if core.index(object_) < core.index(verb) else f"{counted}{verb}{said}{{数}}"


def _holds_verb(object_: str, done: tuple[str, ...]) -> bool:
    """Tell whether the name of what is counted begins or ends with what was done to it."""
    return object_.startswith(done) or object_.endswith(done)


def _rate(before: str, after: str, object_: str, indicator: Indicator) -> str:
    """Return a phrase for a rate; a low one is never said to reach anything."""
    if object_ not in before or after.strip("的"):
        return ""
    rest = before[before.index(object_) + len(object_):]
    reach = next((word for word in REACH if rest.endswith(word)), "")
    if rest.removesuffix(reach).strip("的均") or UNDONE.search(before):
        return ""
    return f"{object_}{'' if indicator.low and reach != '为' else reach}{{率}}"


def _object(before: str, after: str, indicator: Indicator) -> str:
    """Return the object of the indicator as a clause names it: the longest name that stands there."""
    names = {indicator.object, indicator.name, *indicator.aliases} - {""}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if name in before or name in after:
            return name
    return ""


def _verb(before: str, indicator: Indicator) -> str:
    """Return the verb with which a clause says the figure, where it is one that the indicator has."""
    verbs = set(indicator.verbs)
    for group in SAME_VERBS:
        if verbs & set(group):
            verbs |= set(group)
    return next((verb for verb in sorted(verbs, key=lambda verb: (-len(verb), verb)) if verb in before), "")


def says_more(text: str, indicator: Indicator) -> str:
    """Return what a figure phrase says beside the figure, its time and the catalogue's words; empty where nothing."""
    left, _, right = TIME.sub("", text).partition("{率}" if indicator.is_rate else "{数}")
    object_, verb = _object(left, right, indicator), _verb(left, indicator)
    rest = TOTAL.sub("", f"{left} {right}".replace(object_, "", 1).replace(verb, "", 1)).replace(" ", "").strip("的")
    return "" if object_ and (verb or indicator.is_rate) and (not rest or LIGHT.match(rest)) else rest or text
