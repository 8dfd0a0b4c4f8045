"""Figures as lines of their own: a clause that says nothing but an indicator and its figure becomes that line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.kind import Indicator, Kind
from drafter.mine.indicator import CONTEXT
from drafter.mine.intake.model import Entry
from drafter.mine.intake.pieces import Clause
from drafter.mine.words import tables, words
from drafter.past import Reported

COVERED, NEARLY = 1, 3
"""Characters that may be left over beside an indicator and its figure: silently, and with the words shown."""
DIGIT = re.compile(r"\d")
COUNTED = ("数量", "金额")
SHORTEST = 5
"""Characters that a clause must keep to say something without its figure."""
NUMBERED_END = re.compile("(?:共计|累计|总计|合计|共|达到?|约|近|超过?|逾|了)+$")
NEEDS_FIGURE = re.compile(
    "(?:增加|提高|提升|上升|下降|降低|减少|扩大|压减|增长|缩短|从|由|至|到|为|每|各|占|超过|不少于|不低于|其中)(?:了|约|"
    "近)?$|其中|每"
)
"""Words before a figure that say nothing without it."""
ALL = re.compile("全部|悉数|无一|均已|全覆盖")
"""Words that claim something of all that was counted; an indicator does not say it."""
PARALLEL = re.compile("[、，和及与]|以及|并")
MARKS = re.compile("[^一-鿿]")
LEVEL = re.compile(r"\{[^{}]*\}")
RATE_UNITS = ("%", "‰")
EMPTY = re.compile("(?:了|的|达到?|为|均|各|共|等|数|约|项|件|次|中|其|我|本|该|全|年|内)")


class Known(NamedTuple):
    """What a kind knows of figures."""

    by_id: Mapping[str, Indicator]
    empty: re.Pattern[str]
    """Words that say nothing beside a figure."""
    spoken: Mapping[str, tuple[str, ...]]
    """The words by which an indicator is recognised."""


@lru_cache(maxsize=4)
def known(folder: Path, catalogue: tuple[Indicator, ...]) -> Known:
    """Return what a kind knows of figures."""
    lists = words(folder)
    listed = [word.partition("(")[0] for name in ("句首去掉", "句尾去掉", "轻动词") for word in lists.get(name, ())]
    # One hanzi alone is taken out last: in 学法 and 执法 it would tear words apart.
    empty = "|".join(sorted({re.escape(word) for word in listed if len(word) > 1}, key=len, reverse=True))
    table = tables(folder).get("识别", {})
    spoken = {id_: tuple(_spoken(data)) for id_, data in table.items()} if isinstance(table, dict) else {}
    return Known({indicator.id: indicator for indicator in catalogue}, re.compile(empty or r"(?!)"), spoken)


def _spoken(data: object) -> Iterable[str]:
    """Yield the words of the ways in which an indicator is recognised."""
    ways = data.get("认", []) if isinstance(data, dict) else []
    for way in ways if isinstance(ways, list) else []:
        for part in CONTEXT.sub("", str(way).lstrip("～＊")).split("+"):
            yield from () if part.startswith("!") else part.split("|")


def entries(clause: Clause, figures: Sequence[Reported], kind: Kind) -> list[Entry]:
    """Return the lines that a clause amounts to; none where it says more than its figures, or one of them is not sure."""
    book = known(kind.folder, kind.catalogue())
    if not figures or any(figure.indicator not in book.by_id or figure.plan for figure in figures):
        return []
    if len({figure.indicator for figure in figures}) < len(figures) or any(not _fits(figure, book) for figure in figures):
        return []
    stretches = _stretches(clause, figures)
    made = []
    for stretch, figure in zip(stretches, figures, strict=True):
        indicator = book.by_id[figure.indicator]
        left = _left(stretch, indicator, book)
        if len(left) > NEARLY or _claims(stretch, indicator):
            return []
        unsaid = len(left) > COVERED or _in_hanzi(figure, clause) or not _spelt(stretch + figure.what, indicator)
        said = f"原文：{clause.text}" if unsaid else ""
        made.append(Entry(_name(stretch, indicator), _value(figure), said, figure.indicator))
    return made


def taken_out(clause: Clause, figures: Sequence[Reported], kind: Kind) -> tuple[Clause, Entry] | None:
    """Return a clause without its only figure, and the line of that figure; None where it is not sure or the words need it."""
    book = known(kind.folder, kind.catalogue())
    if len(figures) != 1 or figures[0].plan or figures[0].indicator not in book.by_id or not _fits(figures[0], book):
        return None
    figure, indicator = figures[0], book.by_id[figures[0].indicator]
    if indicator.standing or indicator.type not in COUNTED:
        return None
    at, end = figure.start - clause.start, figure.end - clause.start
    before, behind = clause.text[:at], clause.text[end:]
    bare = NUMBERED_END.sub("", before) + behind.removeprefix("的") if behind else NUMBERED_END.sub("", before)
    if len(bare) < SHORTEST or NEEDS_FIGURE.search(before) or ("（" in before and "）" in behind):
        return None
    said = "" if _spelt(before + behind + figure.what, indicator) and not _in_hanzi(figure, clause) else f"原文：{clause.text}"
    entry = Entry(_name(before + behind, indicator), _value(figure), said, figure.indicator)
    return clause._replace(text=bare, start=clause.end), entry


def _claims(words: str, indicator: Indicator) -> bool:
    """Tell whether words claim something of all that an indicator counts, which its line would not say."""
    claim = ALL.search(words)
    return claim is not None and not any(claim[0] in name for name in (indicator.name, *indicator.aliases, *indicator.verbs))


def _fits(figure: Reported, book: Known) -> bool:
    """Tell whether the profile can take a figure under its indicator: a measure word, and a share only for a share."""
    indicator, unit = book.by_id[figure.indicator], figure.figure.unit
    if not unit or indicator.type == "文字" or (not figure.figure.exact and not DIGIT.search(figure.figure.text)):
        return False
    return indicator.type == "幅度" or indicator.is_rate == (unit in RATE_UNITS)


def _stretches(clause: Clause, figures: Sequence[Reported]) -> list[str]:
    """Return the words of a clause that belong to each figure, without the figure."""
    made = []
    begin = 0
    for number, figure in enumerate(figures):
        last = number + 1 == len(figures)
        end = len(clause.text) if last else _parted(clause.text, figure.end - clause.start, figures[number + 1].start - clause.start)
        made.append(clause.text[begin:figure.start - clause.start] + clause.text[figure.end - clause.start:end])
        begin = end
    return made


def _parted(text: str, behind: int, before: int) -> int:
    """Return where the words of one figure end and those of the next begin."""
    mark = PARALLEL.search(text, behind, before)
    return mark.start() if mark else behind


def _left(stretch: str, indicator: Indicator, book: Known) -> str:
    """Return the hanzi of some words that neither the indicator says nor a figure has around it anyway."""
    named = (indicator.name, *indicator.aliases, indicator.object, indicator.none, *indicator.verbs, *book.spoken.get(indicator.id, ()))
    text = MARKS.sub("", stretch)
    covered: set[int] = set()
    for word in {word for name in named for word in LEVEL.split(name) if len(word) > 1}:
        covered |= {at + offset for at in range(len(text)) if text.startswith(word, at) for offset in range(len(word))}
    rest = "".join("|" if at in covered else letter for at, letter in enumerate(text))
    return MARKS.sub("", EMPTY.sub("", book.empty.sub("|", rest)))


def _name(stretch: str, indicator: Indicator) -> str:
    """Return the name to type: one that prints as it stands where the report says it so, else the usual one."""
    spoken = [name for name in sorted(indicator.printed, key=len, reverse=True) if name in stretch and len(name) >= len(indicator.name)]
    return spoken[0] if spoken else indicator.name


def _spelt(words: str, indicator: Indicator) -> bool:
    """Tell whether words hold all the characters of a name of an indicator, in whatever order."""
    names = (indicator.name, *indicator.aliases, *LEVEL.split(indicator.object))
    return any(set(name) <= set(words) for name in names if len(name) > 1)


def _value(figure: Reported) -> str:
    """Return a figure as it is typed: as it stands, or in digits where it stands in hanzi."""
    text = figure.figure.text
    return text if DIGIT.search(text) else f"{figure.figure.amount.normalize():f}{figure.figure.unit}"


def _in_hanzi(figure: Reported, clause: Clause) -> bool:
    """Tell whether the report writes the figure in another way than it is typed: 三次, 百分之九十."""
    written = clause.text[figure.start - clause.start:figure.end - clause.start]
    return re.sub("[,，]", "", written) != _value(figure)
