"""The problems and the plans that an office's note names: told apart from what was done, so that none of them prints as a deed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.mine.intake.lacks import CAUSE
from drafter.mine.intake.model import Intent, Lack, Line

DEEDS, LACKS, PLANS = "", "问题", "打算"
OPENS = {
    LACKS: re.compile(
        "(?:^|(?<=[。；]))(?:(?:目前|当前|同时|但|也|还|仍|工作中|我[所队办站]|主要|，)*存在的?(?:[一-鿿]{0,6}?)(?:问题|不足|短板|困难)|"
        "(?:主要|突出)?(?:问题|不足|短板|困难))(?:[和与及、](?:不足|短板|困难|原因|问题|打算|下一?步[一-鿿]{0,4}))*(?:主要)?(?:有|是|：|，|$)[：，]?"),
    PLANS: re.compile(
        "(?:^|(?<=[。；]))(?:(?:下一?步|下一?年度?|明年|来年)的?(?:工作)?(?:打算|安排|计划|思路|措施|重点)?|(?:工作)?打算)(?:是|：|，|$)[：，]?"),
}
"""How a note begins to speak of what is lacking, and of what is intended."""
DEEDS_AGAIN = re.compile("做法|举措|成效|情况|亮点|特色|数据|经验")
"""Words of a heading under which deeds stand."""
NOTHING = ("无", "没有", "暂无")
STOP = re.compile("[。；！？]+")
ORDINAL = re.compile(r"(?:^|(?<=[，：]))(?:第?[一二三四五六七八九十]{1,2}是|(?:\d{1,2}[.．、](?!\d)|（[一二三四五六七八九十\d]{1,2}）|[①-⑩]))[，：]?")
CAUSE_WITHIN = re.compile(f"，(?={CAUSE.pattern})")


class Stretch(NamedTuple):
    """A stretch of a line that speaks of deeds, of problems or of plans."""

    part: str
    start: int
    end: int


def stretches(text: str, part: str) -> list[Stretch]:
    """Return a line cut where it begins to speak of something else; ``part`` is what the line before spoke of."""
    marks = sorted((mark.start(), mark.end(), name) for name, opens in OPENS.items() for mark in opens.finditer(text))
    begins = [(0, 0, part), *marks]
    ends = [*(start for start, _, _ in marks), len(text)]
    return [Stretch(name, start, end) for (_, start, name), end in zip(begins, ends, strict=True)]


def lacks(texts: Sequence[str]) -> Iterator[Lack]:
    """Yield the problems that some stretches name, each with its causes."""
    made: list[Lack] = []
    for text in texts:
        ordered = bool(ORDINAL.search(text))
        for number, sentence in enumerate(_sentences(text)):
            bare, named = ORDINAL.sub("", sentence, count=1), bool(ORDINAL.match(sentence))
            name, *causes = CAUSE_WITHIN.split(bare)
            if CAUSE.match(name) and made:
                made[-1] = made[-1]._replace(causes=(*made[-1].causes, *map(_cause, (name, *causes))))
            elif number and ordered and not named:
                made[-1] = made[-1]._replace(signs=(*made[-1].signs, Line(name)), causes=(*made[-1].causes, *map(_cause, causes)))
            else:
                made.append(Lack(Line(name), causes=tuple(map(_cause, causes))))
    yield from made


def plans(texts: Sequence[str]) -> Iterator[Intent]:
    """Yield the plans that some stretches name."""
    for text in texts:
        for sentence in _sentences(text):
            yield Intent((Line(ORDINAL.sub("", sentence, count=1)),))


def _sentences(text: str) -> Iterator[str]:
    """Yield sentences; one begins at each ordinal too, when a comma stands before it."""
    for sentence in STOP.split(text):
        begins = [0, *(mark.start() for mark in ORDINAL.finditer(sentence) if mark.start())]
        for begin, end in zip(begins, [*begins[1:], len(sentence)], strict=True):
            words = sentence[begin:end].strip("，： ")
            if words and words not in NOTHING:
                yield words


def _cause(text: str) -> Line:
    """Return a cause without the words that lead up to it."""
    return Line(CAUSE.sub("", text, count=1).lstrip("，："))
