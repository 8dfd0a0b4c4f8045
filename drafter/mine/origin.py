"""Where and when a past report is from: title, township, level and year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.mine.marks import Words
from drafter.mine.words import words

LONGEST_TITLE = 70
SEARCHED = 30
"""Lines at the top among which a title may stand."""
YEAR = re.compile(r"(20\d\d)(?:[—\-–~至]20\d\d)?年")
YEARS_IN_HANZI = re.compile("二[〇○零0]([〇○零0一二三四五六七八九]{2})年")
HANZI_DIGITS = {**{hanzi: str(digit) for digit, hanzi in enumerate("〇一二三四五六七八九")}, "零": "0", "○": "0", "0": "0"}
SITE = re.compile(r"[_|｜-][^_|｜]*$")
LAW = re.compile("《[^《》]*》")
ABOVE = re.compile(r".*(?:省|自治区|市|自治州|州|盟|自治县|县|自治旗|旗|(?<!社|辖|园|城|新|山|校|景|片|牧|林|矿|库)区)(?=[一-鿿]{2,})")


class Origin(NamedTuple):
    """What a title and the first lines say of a report."""

    title: str
    unit: str
    level: str
    year: int


class Names(NamedTuple):
    """Patterns that find a township."""

    titled: re.Pattern[str]
    spoken: re.Pattern[str]
    title: re.Pattern[str]
    lone: re.Pattern[str]
    levels: tuple[str, ...]
    common: tuple[str, ...]


@lru_cache(maxsize=4)
def names(folder: Path) -> Names:
    """Return the patterns of a kind."""
    lists: Mapping[str, tuple[str, ...]] = words(folder)
    levels = lists.get("级别", ())
    level, before, behind = "|".join(levels), "|".join(lists.get("单位前", ())), "|".join(lists.get("单位后", ()))
    ends = "|".join(sorted(lists.get("落款", ()), key=len, reverse=True))
    return Names(
        titled=re.compile(rf"(?:中共)?([一-鿿]{{2,20}}?(?:{level}|街(?=关于|20|办)))(?=人民政府|政府|党委|党工委|办事处|工作委员会|委员会|关于|20|二|法治|依法|年|[、，])"),
        spoken=re.compile(rf"(?:^|[，。；：、“《]|{before})([一-鿿]{{1,7}}?(?:{level}))(?={behind})"),
        title=re.compile(rf"[^。；]*(?:{'|'.join(lists.get('题目要有', ()))})[^。；]*(?:{'|'.join(lists.get('题目', ()))})(?:[（(].*[）)])?$"),
        lone=re.compile(rf"[^，。；：]{{2,40}}(?:{ends})$"),
        levels=levels,
        common=lists.get("不是单位", ()),
    )


def find_title(lines: Sequence[Words], folder: Path) -> tuple[int, int, str]:
    """Return which lines hold the title, from and to behind, and its words; 0, 0 and nothing where there is none."""
    patterns = names(folder)
    for index, line in enumerate(lines[:SEARCHED]):
        text = _without_site(line.text)
        if "。" in text or len(text) > LONGEST_TITLE:
            return 0, 0, ""
        for size in (1, 2, 3):
            joined = "".join([text, *(later.text for later in lines[index + 1:index + size])])
            if _is_title(joined, patterns):
                begin, title = _unit_above(lines, index, joined, patterns)
                return begin, _behind(lines, index + size, title), title
    return 0, 0, ""


def _is_title(text: str, patterns: Names) -> bool:
    numbered = re.match(r"[一二三四五六七八九十]+、|（", text)
    return len(text) <= LONGEST_TITLE and not numbered and bool(patterns.title.fullmatch(text)) and "报告如下" not in text


def _without_site(text: str) -> str:
    """Return a line without the name of the site behind it."""
    bare = SITE.sub("", text)
    return bare if bare != text and bare.endswith(("报告", "总结", "情况", "汇报")) else text


def _unit_above(lines: Sequence[Words], index: int, title: str, patterns: Names) -> tuple[int, str]:
    """Return where a title begins, and the title, joined with lines above that hold only the unit."""
    begin = index
    while begin and not patterns.titled.match(title) and patterns.lone.fullmatch(lines[begin - 1].text):
        begin -= 1
        title = lines[begin].text + title
    return begin, title


def _behind(lines: Sequence[Words], index: int, title: str) -> int:
    """Return the first line behind a title that a page repeats."""
    while index < min(len(lines), SEARCHED) and "。" not in lines[index].text and _without_site(lines[index].text) == title:
        index += 1
    return index


def origin(title: str, body: Sequence[str], signature: Sequence[str], folder: Path) -> Origin:
    """Return where and when a report is from, by its title, else its first lines, else its signature."""
    patterns = names(folder)
    unit = _titled(title, patterns)
    if not unit:
        unit = _spoken(body[:3], patterns) or next((name for line in signature if (name := _titled(line + "年", patterns))), "")
        unit = unit or _spoken(body, patterns)
    level = next((level for level in patterns.levels if unit.endswith(level)), "")
    year = year_in(title) or next((year for line in body[:6] if (year := year_in(line))), 0)
    return Origin(title, unit, level, year)


def _titled(title: str, patterns: Names) -> str:
    """Return the township that a title begins with."""
    for match in patterns.titled.finditer(title):
        name = bare_name(match[1])
        if len(name) > 1 and name not in patterns.common:
            return f"{name}道" if name.endswith("街") else name
    return ""


def bare_name(name: str) -> str:
    """Return the name of a township without the places above it."""
    return ABOVE.sub("", re.sub("^中共", "", name))


def _spoken(lines: Sequence[str], patterns: Names) -> str:
    """Return the township that some lines speak of most."""
    found = Counter(
        name for line in lines for match in patterns.spoken.finditer(line)
        if len(name := bare_name(match[1])) > 1 and not name.endswith(patterns.common) and name not in patterns.levels
    )
    return found.most_common(1)[0][0] if found else ""


def year_in(text: str) -> int:
    """Return the first year that a text names outside a law's title; 0 where it names none."""
    bare = LAW.sub("", text)
    match = YEAR.search(bare)
    if match:
        return int(match[1])
    hanzi = YEARS_IN_HANZI.search(bare)
    return int("20" + "".join(HANZI_DIGITS[one] for one in hanzi[1])) if hanzi else 0
