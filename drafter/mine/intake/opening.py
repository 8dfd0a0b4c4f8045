"""The top of a profile: whose report it is, of which period, under which title, signed when; and what its opening says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from drafter.kind import Kind
from drafter.mine.clean import DAY
from drafter.mine.intake.model import Head, Line
from drafter.mine.intake.pieces import Sentence, joined, phrases
from drafter.mine.origin import names
from drafter.past import Past

PART_OF_YEAR = re.compile("20\\d\\d年(上半年|下半年|前三季度|第?[一二三四]季度)")
ABOVE = re.compile("(自治县|自治旗|县|旗|区|市)[^县旗区市]*$")
SPOKEN = re.compile("(?<![社辖园景小校片山])(县|区|旗|市)(?:委(?!员|会)|政府|司法局)")
SUPERIORS = {"自治旗": "旗", "市": "县级市"}
STOCK = re.compile(
    ".*(?:领导下|为指导|指导下|报告如下|如下|汇报如下|全会精神|二十大|十九大|党的.{1,8}(?:大|全会).*精神)$|(?:20\\d\\d年度?|今年以来|一年来|现将.*)$"
    "|(?:始终)?(?:深入|全面|认真)?(?:学习)?(?:宣传)?(?:贯彻|践行|落实|贯彻落实)?习近平法治思想$|.*为指导.*"
)
UNSURE = {"县": "原文只说县，是自治县的请改", "市": "原文只说市，请核是不是县级市"}
"""What to ask where two levels have organs of one name."""
LONGEST_STOCK = 120
"""Characters up to which a clause may be a set phrase."""
ASK = "原文看不出，请填：{}"
HANZI = "〇一二三四五六七八九"


def head(past: Past, kind: Kind) -> Head:
    """Return the lines at the top; what the text does not say is left blank with a remark."""
    unit = Line(past.unit, "" if past.unit else ASK.format("单位全称，例如 桃溪镇"))
    level = next((name for name in sorted(kind.levels, key=len, reverse=True) if past.unit.endswith((name, name.removeprefix("民")))), "")
    part = PART_OF_YEAR.search(past.title)
    year = f"{past.year}年{part[1]}" if part else f"{past.year}年度"
    signature, signed = _signed(past, kind)
    return Head(
        unit,
        Line(level, "" if level else ASK.format("、".join(kind.levels))),
        _superior(past, kind),
        Line(year) if past.year else Line("", ASK.format("例如 2025年度")),
        Line(past.title) if past.title else None,
        signature, signed,
    )


def _superior(past: Past, kind: Kind) -> Line:
    """Return the level above: by the title, else by the organs that the text names, to be checked; blank where neither says."""
    before = past.title.split(past.unit)[0] if past.unit and past.unit in past.title else ""
    named = ABOVE.search(before)
    spoken = {match[1] for line in past.lines for match in SPOKEN.finditer(line.text)}
    if named and not (named[1] == "市" and spoken & {"区", "县", "旗"}):
        return _known(SUPERIORS.get(named[1], named[1]), kind, "")
    lower = spoken - {"市"} or spoken
    if len(lower) == 1:
        heard = lower.pop()
        return _known(SUPERIORS.get(heard, heard), kind, UNSURE.get(heard, ""))
    return _known("", kind, "")


def _known(superior: str, kind: Kind, remark: str) -> Line:
    return Line(superior, remark) if superior in kind.superiors else Line("", ASK.format("、".join(kind.superiors)))


def _signed(past: Past, kind: Kind) -> tuple[Line | None, Line | None]:
    """Return signature and date: as the report ends, else the day on which a page was published, to be checked."""
    lone = names(kind.folder).lone
    tail = past.dropped[-4:]
    day = next((match[0] for line in reversed(tail) if (match := DAY.search(line))), "")
    signers = [bare for line in tail if (bare := DAY.sub("", line).strip("（）()")) and lone.fullmatch(bare)]
    signature = Line("、".join(signers)) if signers and day else None
    if day:
        return signature, Line(_digits(day))
    return signature, Line(past.original.date, "网页发布日期，签发日请核") if past.original.date else None


def _digits(day: str) -> str:
    """Return a date written in hanzi with digits; one that cannot be read so comes back as it is."""
    year, month, last = re.split("[年月日]", day)[:3]
    return f"{_number(year)}年{_number(month)}月{_number(last)}日"


def _number(text: str) -> str:
    if text.isascii():
        return text
    plain = text.replace("零", "〇").replace("○", "〇")
    if "十" in plain:
        tens, _, ones = plain.partition("十")
        return str((HANZI.index(tens) if tens else 1) * 10 + (HANZI.index(ones) if ones else 0))
    return "".join(str(HANZI.index(letter)) for letter in plain)


def opening(found: Sequence[Sentence], line: Callable[[str, Sentence], Line]) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """Return what the opening says of its own, and the set phrases that were left to the program."""
    kept: list[Line] = []
    left: list[str] = []
    for sentence in found:
        if sentence.text.startswith("（") and sentence.text.endswith("）"):
            left.append(sentence.text)
            continue
        own = [clause for clause in sentence.clauses if len(clause.text) > LONGEST_STOCK or not STOCK.fullmatch(clause.text)]
        left += [clause.text for clause in sentence.clauses if clause not in own and len(clause.text) > 6]
        kept += [line(joined(phrase), sentence) for phrase in phrases(own)]
    return tuple(kept), tuple(left)
