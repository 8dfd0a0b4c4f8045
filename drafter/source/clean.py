"""The look at every line that tells whether a file needs the pre-scan at all."""

from __future__ import annotations

import re

_ODD = "\t\u3000\xa0"
_MARKS = r"\-－—–‐−﹣"
# A plain value: colons only before a letter, a # only behind one. Possessive, so no line can make it slow.
_FIRST = rf"(?:[^\s{_ODD}\"'\[\]{{}}&*!|>%@`,?:#\-：]|-(?![ \-{_ODD}]))"
_PLAIN = rf"{_FIRST}(?:[^:{_ODD}# ]|:(?=[^ {_ODD}])|(?<! )\#| )*+"
_TEXT = rf"(?![{_MARKS}]){_FIRST}(?:[^:：{_ODD}# ]|(?<! )\#| )*+"
_KEY = rf"(?![{_MARKS}])[^\s{_ODD}\"'\[\]{{}}&*!|>%@`,?:：#\-<][^:：{_ODD}#]*+:"
_WORDS = r"\"[^\"\\]*+\"|'[^']*+'"
# A & or * anywhere in brackets is looked at closely; the two parsers differ about them.
_PART = rf"[^\[\]{{}}\"':：,，#&*!{_ODD}]"
_LIST = rf"\[(?:{_PART}|,|{_WORDS})*+\]"
_MAP = rf"\{{(?:{_PART}++:(?: ++(?:{_WORDS}|{_LIST}|{_PART}++)?+)?+,?+)*+\}}"
_VALUE = rf"(?:{_PLAIN}|{_LIST}|{_MAP}|{_WORDS})"
_CLEAN = re.compile(
    rf" *+(?:- ++)*+(?:{_KEY}(?: ++{_VALUE}?+)?+|{_TEXT}|{_LIST}|{_MAP}|{_WORDS})?+"
    r" *+(?:(?<![^ ])#.*+)?+$"
)


def clean(text: str) -> bool:
    """Tell whether no line needs a repair, whatever stands around it; costs a few percent of the parsing."""
    return all(map(_CLEAN.match, text.split("\n")))
