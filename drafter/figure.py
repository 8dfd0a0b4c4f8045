"""A reported figure: read by the written grammar, kept character for character, compared as a number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

BEFORE = "约|近|超过?|逾|仅|不少于|不足|至少"
NUMBER = r"(?:0|[1-9][0-9]{0,29})(?:\.[0-9]{1,20})?"
UNIT = r"(?:[%‰℃㎡]|(?![余多万亿])(?:(?!以上|以下|左右)[一-鿿A-Za-z/]){1,8}?)"
GRAMMAR = re.compile(
    rf"(?P<before>{BEFORE})?(?P<number>{NUMBER})(?P<more>[余多])?(?P<scale>[万亿])?(?P<over>[余多])?"
    rf"(?P<unit>{UNIT})(?P<after>以上|以下|左右)?"
)
IN_TEXT = re.compile(rf"(?:{BEFORE})?\d[\d.]*[余多]?[万亿]?[余多]?")
DIGIT = re.compile(r"\d")
HALF = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
INNER_GAP = re.compile(r"(?<=[\d余多万亿约近超逾仅])[ \u3000\u00a0]+|[ \u3000\u00a0]+(?=\d)")
COUNTED = "份人次件名元户个家册条场宗起袋亩"
"""Measure words that tell a thousands comma in running words from one that parts two numbers."""
SENTENCE = 6
"""From more characters than these on, words without a digit are a sentence."""
PARTED = re.compile(r"[，,、；;和]")
"""What stands between two figures on one line."""
THOUSANDS = re.compile(rf"(?<![\d.])\d{{1,3}}(?:,\d{{3}})+(?=[余多]?[万亿]?[{COUNTED}])")
GROUPED = re.compile(r"(?<![\d.])\d{1,3}(?:[,，]\d{3})+(?!\d)")
SCALES = {"": Decimal(1), "万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}


class Figure(NamedTuple):
    """A figure as printed, and as a number: ``amount`` has 万 and 亿 worked in, ``unit`` may be empty for a bare 0."""

    text: str
    amount: Decimal
    unit: str
    exact: bool = True


    @property
    def scaled_unit(self) -> str:
        """Return the unit with the 万 or 亿 before it: 万元 of 15万元."""
        match = _matched(self.text)
        return (match["scale"] or "") + self.unit if match else self.unit


class Reading(NamedTuple):
    """What became of a typed figure: the figure, or what is wrong with it and what to type."""

    figure: Figure | None
    problem: str = ""
    hint: str = ""
    repaired: bool = False


def tidy(text: str) -> str:
    """Return the text with half-width digits and per cent signs, and without thousands commas."""
    if text.isascii():
        half = text
    else:
        half = text.translate(HALF)
    return THOUSANDS.sub(_ungrouped, half)


def _ungrouped(number: re.Match[str]) -> str:
    """Return a number without its thousands commas."""
    return re.sub("[,，]", "", number[0])


def without_figures(text: str) -> str:
    """Return the text with its figures taken out: what stays the same when only a figure changes."""
    return IN_TEXT.sub("", text) if DIGIT.search(text) else text


def read_figure(typed: str, unit: str = "") -> Reading:
    """Read one figure; ``unit`` is the usual measure word, offered where it is missing."""
    text = GROUPED.sub(_ungrouped, INNER_GAP.sub("", tidy(typed.strip()))).rstrip("，,。；;、")
    repaired = text != typed
    if text == "0":
        return Reading(Figure("0", Decimal(0), ""), repaired=repaired)
    match = _matched(text)
    if match:
        amount = Decimal(match["number"]) * SCALES[match["scale"] or ""]
        exact = not any(match[name] for name in ("before", "more", "over", "after"))
        return Reading(Figure(text, amount, match["unit"], exact), repaired=repaired)
    return Reading(None, *_refusal(text, unit or "次"))


def two_figures(typed: str) -> tuple[Figure, Figure] | None:
    """Return the two figures of a line that holds two; None where it holds anything else."""
    parts = [read_figure(part).figure for part in PARTED.split(typed.strip().rstrip("。"))]
    first, second = parts if len(parts) == 2 else (None, None)
    return (first, second) if first and second and first.unit and second.unit else None


def _refusal(text: str, unit: str) -> tuple[str, str]:
    """Say what is wrong with a text that is no figure, and what to type."""
    if re.fullmatch(r"\d+[:：]\d+", text):
        return f"“{text}”像是时间或比分，不是一个数据", f"写成数字加量词，例如 {text[0]}{unit}"
    if re.match(r"0\d", text):
        shown = re.sub(r"^0+(?=\d)", "", text)
        return f"“{text}”以0开头", f"去掉开头的0，例如 {_offer(shown, unit)}"
    if re.fullmatch(rf"(?:{BEFORE})?{NUMBER}[余多]?[万亿]?[余多]?(?:以上|以下|左右)?", text):
        return f"“{text}”没有量词", f"加上量词，例如 {_offer(text, unit)}"
    if re.fullmatch(r"[-－−—/／?？*×]+|待定|同上|未知", text):
        return f"“{text}”不是数据", f"有数写成数字加量词，例如 5{unit}；还没有数就空着，确实没有就写 无"
    if re.match(r"[-－−]", text):
        return f"“{text}”是负数，这里不能填负数", f"写成正数加量词，例如 5{unit}"
    if re.search(r"[零一二三四五六七八九十百千]", text) and not re.search(r"\d", text):
        return f"“{text}”里没有数字，汉字的数不认", f"请用阿拉伯数字，例如 5{unit}；就是零写 0"
    if not re.search(r"\d", text):
        return _without_digit(text, unit)
    return f"“{text}”不是“数字加量词”的写法", f"例如 5{unit}、约5{unit}、1.2万人次、95%以上；一句话请写到 做法 或 本地数据"


def _without_digit(text: str, unit: str) -> tuple[str, str]:
    """Say what is wrong with words in the place of a figure: a whole sentence stands elsewhere."""
    if len(text) > SENTENCE:
        return f"“{text}”是一句话，不是数据", f"一句话写到“做法”下面，前面加“- ”；这里只写数，例如 5{unit}，还没有数就空着"
    return f"“{text}”里没有数字", f"写成数字加量词，例如 5{unit}；确实没有就写 无；还没有数就空着"


def _offer(text: str, unit: str) -> str:
    """Return what is to be typed instead: the text as it is or with its measure word, where that is a figure."""
    number = re.sub("(?:以上|以下|左右)$", "", text)
    # 15万 of what is counted in 万元 is 15万元, and never 15万万元.
    scaled = number[:-1] if number[-1] == unit[0] else number
    offers = (text, f"{scaled}{unit}{text[len(number):]}")
    return next((offer for offer in offers if _matched(offer)), f"5{unit}")


def _matched(text: str) -> re.Match[str] | None:
    """Match a text by the grammar; 余 or 多 stands before or behind 万 and 亿, never both."""
    match = GRAMMAR.fullmatch(text)
    return None if match and match["more"] and match["over"] else match
