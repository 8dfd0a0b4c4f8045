"""Where the figures of a text stand: digits and hanzi with a measure word, but no dates, brands, laws or telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.figure import BEFORE, Figure
from drafter.mine.words import words

NUM = r"\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4})?"
RANGE = r"[至到~～—–-]"
VAGUE = "不低于|不超过|高达|多达|大约|将近|接近|上"
AFTER = "以上|以下|左右"
HANZI = "〇零一二两三四五六七八九十百千万亿"
DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SINGLE = ("名", "份", "支", "件", "家", "起")
"""Measure words with which 一 counts behind a verb: 聘请一名律师."""
TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"百": 10 ** 2, "千": 10 ** 3, "万": 10 ** 4, "亿": 10 ** 8, "百万": 10 ** 6, "千万": 10 ** 7}
DIGIT = re.compile(r"\d")
YEAR = r"(?:19|20)\d\d"
MASKED = (
    # titles and brands in quotes; document numbers; addresses
    r"《[^《》。]{1,60}》", r"“[^“”。]{1,24}”", r"‘[^‘’。]{1,24}’", rf"[〔\[]{YEAR}[〕\]]", r"https?:[^一-鿿]+",
    # spans of years, dates, months, times, special days
    rf"{YEAR}(?:年(?:度)?)?(?:第?[一二三四1-4]季度)?[至到~～—–-]{{1,2}}{YEAR}年?(?:度)?", rf"{YEAR}年(?:\d{{1,2}}月(?:份|\d{{1,2}}日)?)?",
    rf"{YEAR}(?=年|度|版|-\d|[（(]年)", r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", r"\d{1,2}月?(?:份)?[至到~～—–-]\d{1,2}月(?:份)?",
    r"\d{1,2}月(?:份|\d{1,2}日|底|初|中旬|上旬|下旬)?", r"\d{1,2}[:：]\d\d(?!\d)", r"\d{1,2}·\d{1,2}",
    # ordinals, names of things with a number, 1+5, telephones, 7×24, versions, plan periods
    r"第\d+[条款项章期次届批号名位季轮至到、\d]*", r"\d+号", r"[A-Za-z]+\d+", r"\d+(?:\.\d+)?[A-Za-z]+(?![一-鿿]?/)",
    r"(?:\d+|[NnXx一-十])(?:\+(?:\d+|[A-Za-z]|[一-鿿]{1,4}(?=\+)))+", r"\+\d+", r"\d+\+", r"1[3-9]\d{9}", r"0\d{2,3}-\d{7,8}",
    r"\d+[/×*]\d+", r"\d\.0(?=版|[^\d%])", r"第[一二三四五六七八九十百]+[条款项章期次届批名位]?", r"[十百]?[一二三四五六七八九]个五年",
    r"[一二三四五六七八九]五(?=普法|规划|时期)",
)

class Number(NamedTuple):
    """A figure, and where it stands in a text."""

    figure: Figure
    start: int
    end: int


class Grammar(NamedTuple):
    """Patterns of a kind that find figures."""

    masked: re.Pattern[str]
    digits: re.Pattern[str]
    hanzi: re.Pattern[str]
    single: frozenset[str]
    counted: tuple[str, ...]
    verbs: tuple[str, ...]
    refused: re.Pattern[str]
    behind: tuple[str, ...]
    """What is counted so often that its measure word is left out."""


@lru_cache(maxsize=4)
def grammar(folder: Path) -> Grammar:
    """Return the patterns of a kind."""
    lists = words(folder)
    units, time = measures(lists.get("量词", ())), "|".join(sorted(lists.get("不计量", ()), key=len, reverse=True))
    days, lines = "|".join(lists.get("特殊日", ())), "|".join(lists.get("特殊号码", ()))
    spoken = "|".join(sorted(lists.get("汉字量词", ()), key=len, reverse=True))
    more = r"(?P<more>[余多来])?(?P<scale>百万|千万|[百千万亿](?!人大|家灯火|名山))?(?P<over>[余多])?"
    held = (
        rf"\d{{1,2}}\.\d{{1,2}}(?=[”]?(?:{days}))",
        rf"(?<!\d)(?:{lines})(?!\d|[余多]?[百千万亿]|[余多]?(?:{units}))",
        rf"\d+(?:\.\d+)?[余多]?(?:{time})",
    )
    digits = rf"(?P<low>{NUM})(?:{RANGE}(?P<high>{NUM}))?{more}(?P<unit>{units})?"
    hanzi = (rf"(?:百分之(?P<share>[{HANZI}点]+)|(?P<low>[{HANZI}]+)(?P<more>[余多])?(?P<scale>[万亿])?(?P<over>[余多])?"
             rf"(?P<unit>(?:{spoken})(?![{HANZI}])))")
    return Grammar(
        masked=re.compile("|".join((*MASKED, *held))), digits=_hedged(digits), hanzi=_hedged(hanzi),
        single=frozenset(lists.get("一字量词", ())), counted=lists.get("可数", ()), verbs=lists.get("一的动词", ()),
        refused=re.compile("|".join(lists.get("不是数", ())) or r"(?!)"), behind=lists.get("省了量词", ()),
    )


def _hedged(number: str) -> re.Pattern[str]:
    """Return the pattern of a number with the words that blur it: 近, 以上."""
    return re.compile(rf"(?:{VAGUE})?(?P<figure>(?P<before>{BEFORE})?{number}(?P<after>{AFTER})?)")


def measures(listed: Sequence[str]) -> str:
    """Return an alternation of words, the longest first; what stands in brackets behind one may not follow it."""
    parsed = [(match[1], match[2]) for entry in listed if (match := re.fullmatch(r"(.+?)(?:\(([^()]+)\))?", entry))]
    return "|".join(
        re.escape(word) + (f"(?!{never})" if never else "") for word, never in sorted(parsed, key=lambda pair: len(pair[0]), reverse=True)
    )


def numbers(text: str, folder: Path) -> list[Number]:
    """Return the figures of a text in order."""
    rules = grammar(folder)
    if not DIGIT.search(text) and not rules.hanzi.search(text):
        return []
    masked = rules.masked.sub(lambda match: "□" * len(match[0]), text)
    found = [number for match in rules.digits.finditer(masked) if (number := _digits(match, masked, rules))]
    taken = {place for number in found for place in range(number.start, number.end)}
    found += [number for number in _spoken(masked, rules) if number.start not in taken]
    return sorted(found, key=lambda number: number.start)


def _digits(match: re.Match[str], text: str, rules: Grammar) -> Number | None:
    """Return the figure of a match; one without a measure word only where nothing but a mark follows."""
    unit = match["unit"] or ""
    if not unit and not _lost_unit(match, text, rules):
        return None
    if match.start("low") and text[match.start("low") - 1] in ".·+-—–":
        return None
    amount = Decimal(match["low"].replace(",", "")) * SCALES.get(match["scale"] or "", 1)
    vague = match.start() != match.start("figure")
    return _number(match, amount, unit, vague or bool(match["high"]))


def _number(match: re.Match[str], amount: Decimal, unit: str, vague: bool) -> Number:
    """Return the figure of a match; 万元 and 亿元 are worked into the amount."""
    if unit in ("万元", "亿元"):
        amount, unit = amount * SCALES[unit[0]], "元"
    exact = not vague and not any(match[name] for name in ("before", "more", "over", "after"))
    bare = unit.replace("（", "").replace("）", "")
    return Number(Figure(match["figure"], amount.normalize() if amount else amount, bare, exact), match.start("figure"), match.end("figure"))


def _lost_unit(match: re.Match[str], text: str, rules: Grammar) -> bool:
    """Tell whether a number without a measure word is a figure whose measure word was lost: a noun before, a mark behind."""
    before, after = text[match.start("low") - 1:match.start("low")], text[match.end():match.end() + 1]
    follows = after in "，。；" or text.startswith(rules.behind, match.end())
    return bool(re.fullmatch("[一-鿿]", before)) and before not in "第至到年月近" and follows and len(match["low"]) < 6 and not match["high"]


def _spoken(text: str, rules: Grammar) -> Iterator[Number]:
    """Yield the figures in hanzi that are surely figures."""
    for match in rules.hanzi.finditer(text):
        near = text[max(0, match.start() - 2):match.end() + 2]
        if match["share"]:
            whole, _, rest = match["share"].partition("点")
            amount = Decimal(f"{_value(whole)}.{''.join(str(DIGITS.get(one, 0)) for one in rest) or 0}")
            yield _number_of_share(match, amount)
        elif not rules.refused.search(near) and _is_counted(match, text, rules):
            amount = Decimal(_value(match["low"])) * SCALES.get(match["scale"] or "", 1)
            yield _number(match, amount, match["unit"], vague=match.start() != match.start("figure"))


def _number_of_share(match: re.Match[str], amount: Decimal) -> Number:
    return Number(Figure(match["figure"], amount.normalize() if amount else amount, "%", not match["before"] and not match["after"]),
                  match.start("figure"), match.end("figure"))


def _is_counted(match: re.Match[str], text: str, rules: Grammar) -> bool:
    """Tell whether hanzi with a measure word count something: 十二场, 两万余人次, but not 一个 or 三项制度."""
    low, unit, behind = match["low"], match["unit"], text[match.end():]
    if text[max(0, match.start() - 1):match.start()] in ("第", "每", "这", "那", "几", "数", "□", "同", "某"):
        return False
    many = len(low) > 1 or bool(match["more"] or match["over"] or match["scale"])
    if low[0] in "百千万亿" and not (match["before"] or match.start() != match.start("figure") or match["more"] or match["over"]):
        return False
    if many:
        loose = unit in ("个", "项", "条", "支", "处", "人", "家")
        return not loose or behind.startswith(rules.counted) or behind[:1] in "，。；、"
    if unit not in rules.single:
        return low != "一" and behind.startswith(rules.counted)
    if low != "一" or behind[:1] in ("", "，", "。", "；"):
        return True
    return unit in SINGLE and text[:match.start()].removesuffix("了").endswith(rules.verbs)


def _value(hanzi: str) -> int:
    """Return the number that hanzi write: 两万三千 is 23000, 百 alone is 100."""
    total = section = digit = 0
    for one in hanzi:
        if one in DIGITS:
            digit = DIGITS[one]
        elif one in TENS:
            section += (digit or 1) * TENS[one]
            digit = 0
        else:
            total = (total + section + digit or 1) * SCALES[one]
            section = digit = 0
    return total + section + digit
