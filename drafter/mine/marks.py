"""Characters of a past report made uniform: full-width marks, half-width digits, no blanks; each keeps its offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

BLANKS = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff\t\r\x0b\x0c\x1f\u00ad "
SAME_LENGTH = str.maketrans({
    **dict(zip("０１２３４５６７８９％﹪．＋〔﹝〕﹞【】", "0123456789%%.+〔〔〕〕【】", strict=True)),
    **dict.fromkeys("•・‧∙●", "·"), **dict.fromkeys("「『", "“"), **dict.fromkeys("」』", "”"),
    "﹐": "，", "﹑": "、", "﹔": "；", "﹕": "：", "﹙": "（", "﹚": "）", "〈": "《", "〉": "》", "＂": '"', "＇": "'", "“": "“",
    **dict(zip("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "一二三四五六七八九十", strict=True)),
})
ROUND = re.compile("[㈠-㈩]")
FULL = str.maketrans(",;:()!?", "，；：（）！？")
HALF = re.compile(r"[,;:()!?]")
KEPT = re.compile(r"(?<=\d):(?=\d\d)|(?<=\d),(?=\d{3}(?!\d))|(?<=[A-Za-z])[,;:](?=[A-Za-z/])")
"""Marks that stay half-width: in 17:15, 1,200 and Latin words."""
FULL_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?:,\d{3})*[余多]?[万亿]?[份人次件名元户个家册条场起袋亩])")
STOP = re.compile(r"(?<=[一-鿿”）])\.(?=[一-鿿“（]|$)")
QUOTE = re.compile('"')
CELL = re.compile(r"(?<=[^\d\s])[ \u3000]*\t\s*(?=[^\d\s])|(?<=\d)[ \u3000]*\t\s*(?=\d)")
BLANK = re.compile(f"[{BLANKS}]+")
LATIN = re.compile(r"(?<=[A-Za-z])[ \u00a0](?=[A-Za-z])")


class Words(NamedTuple):
    """Characters, and the offset of each in the original."""

    text: str
    at: tuple[int, ...]

    def part(self, start: int, end: int | None = None) -> Words:
        """Return a stretch."""
        return Words(self.text[start:end], self.at[start:end])


def paragraphs(text: str) -> Iterator[Words]:
    """Yield the paragraphs of an original that hold anything, made uniform."""
    start = 0
    for raw in text.split("\n"):
        made = uniform(raw, start)
        if made.text:
            yield made
        start += len(raw) + 1


def uniform(raw: str, start: int = 0) -> Words:
    """Return a paragraph that begins at an offset, made uniform."""
    bracketed = ROUND.search(raw[:8])
    text = _marks(CELL.sub(lambda gap: "；" + " " * (len(gap[0]) - 1), raw.translate(SAME_LENGTH)))
    words = _without_blanks(text, start)
    if bracketed and words.text:
        # ㈠ is one character and （一） three; the brackets stand where it stood.
        first = words.at[0]
        return Words(f"（{words.text[0]}）{words.text[1:]}", (first, first, *words.at))
    return words


def _marks(text: str) -> str:
    """Return a text of the same length with full-width marks, where it is Chinese."""
    if not re.search("[一-鿿]", text):
        return text
    kept = {match.start() for match in KEPT.finditer(text)}
    text = HALF.sub(lambda mark: mark[0] if mark.start() in kept else mark[0].translate(FULL), text)
    text = STOP.sub("。", FULL_COMMA.sub(",", text))
    turn = iter(range(len(text)))
    return QUOTE.sub(lambda _: "“”"[next(turn) % 2], text)


def _without_blanks(text: str, start: int) -> Words:
    """Return the characters of a paragraph but its blanks; those between Latin words stay."""
    latin = {match.start() for match in LATIN.finditer(text)}
    pieces: list[str] = []
    at: list[int] = []
    begun = 0
    for gap in BLANK.finditer(text):
        if gap.start() in latin and gap.end() == gap.start() + 1:
            continue
        pieces.append(text[begun:gap.start()])
        at += range(start + begun, start + gap.start())
        begun = gap.end()
    pieces.append(text[begun:])
    at += range(start + begun, start + len(text))
    return Words("".join(pieces), tuple(at))
