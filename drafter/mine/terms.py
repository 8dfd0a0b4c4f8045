"""The words by which the miner tells one way of speaking from another; they never reach a report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from drafter.source import read

FILE = "同义.yaml"


class Terms(NamedTuple):
    """Light words, words of one meaning, signs of lack and of plans, and slips."""

    light: re.Pattern[str]
    idle: re.Pattern[str]
    """Those of the light words that change nothing at all."""
    alike: re.Pattern[str]
    heads: Mapping[str, str]
    """One word of its group for every word that has others of one meaning: the longest where it says what a clause is about."""
    lack: re.Pattern[str]
    denial: re.Pattern[str]
    plan: re.Pattern[str]
    common: frozenset[str]
    """What stands in quotes everywhere and is nobody's brand."""
    slips: re.Pattern[str]
    provinces: re.Pattern[str]
    person: re.Pattern[str]
    """A name with a title behind it; clauses with one are never kept."""


@lru_cache(maxsize=4)
def terms(folder: Path) -> Terms:
    """Return the words of a kind; a kind without them has none."""
    source, _ = read(folder / FILE, FILE)
    data = source.data if source and isinstance(source.data, dict) else {}
    heads = {word: min(group, key=len) for group in map(_words, _list(data.get("同义"))) for word in group}
    heads |= {word: max(group, key=len) for group in map(_words, _list(data.get("同义实词"))) for word in group}
    slips = _list(data.get("错写"))
    return Terms(_any(_words(data.get("轻词", ""))), _any(_words(data.get("闲词", ""))), _any(list(heads)), heads, _any(_words(data.get("欠缺", ""))),
                 _any(_words(data.get("否定", ""))), _any(_words(data.get("打算", ""))), frozenset(_words(data.get("通用引号", ""))),
                 re.compile("|".join(slips) or r"(?!)"), _any(_words(data.get("省份", ""))), _person(data.get("姓氏", ""), data.get("称呼", "")))


def _person(surnames: object, titles: object) -> re.Pattern[str]:
    """Return a pattern of a surname, a given name of one or two characters and a title, or of 老 and a surname."""
    names = "".join(_words(surnames)) or "\0"
    return re.compile(rf"[{names}][一-鿿]{{1,2}}(?:{_any(_words(titles)).pattern})|老[{names}](?![一-鿿]*年)")


def _list(data: object) -> list[str]:
    return [str(entry) for entry in data] if isinstance(data, list) else []


def _words(data: object) -> list[str]:
    """Return the words of a line; a lone 、 at its end is itself a word."""
    text = str(data)
    return [word for word in text.split("、") if word] + (["、"] if text.endswith("、、") else [])


def _any(words: list[str]) -> re.Pattern[str]:
    """Return a pattern of any of some words, the longest first."""
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)")
