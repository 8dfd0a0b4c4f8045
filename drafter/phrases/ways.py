"""Constructions (句型): sets of ways to say one thing; a clause said in one way may be said in another.

Every way of a construction makes the same claim with the same fillers, so that saying an office's clause in another way
adds nothing to it and takes nothing from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

LONGEST = 30
"""Characters that a filler may have."""
STOPS = frozenset("，。；：")
ATTESTED = 2
"""Real reports in which a construction has to occur before it is called conventional."""


MANNER = re.compile(
    "(?:进一步|常态化|不断|持续|切实|着力|大力|积极|认真|全面|深入|扎实|严格|主动|广泛|充分|及时|定期|有效|努力|继续|稳步|全力|统筹|精准|依法|重点|坚决|自觉"
    "|逐步|加快|始终|同步|带头|经常|分级|分类|集中|多次|逐一|逐项)(?=[一-鿿]{2})")
"""Words that say how something was done; they are kept as typed before any way of saying what was done."""

WORDS = re.compile(
    "和解|和谐|和睦|和美|饱和|缓和|温和|调和|共和国|请求|请假|请示|请教|申请|提请|报请|为人|为民|成为|作为|行为|认为|以为|使用|使得|即使|促使|执行力|执行到|落实到"
    "|把握|把好|把脉|把关|把控|把守|将来|对于|对象|对照|对接|对标|对外|对口|针对|面对|应对|由于|理由|自由|参与|普及|及时|涉及|以及|在于|存在|正在|目的|到位|达到"
    "|得到|做到|收到|转让|让步|办事|办公|建立在|立足|与否|联合体|联合执法|推进会|推动力|开展不|发展|实行|执行|推行|进行|举行|运行")
"""Words of which no part may stand in a slot while the rest is taken for words of the way."""
OPENINGS = re.compile(
    "没有|没(?!收)|未(?!成年)|无(?!障碍|证|讼|诉|人机|物业)|不(?!动产|文明|良|合格|合规)|尚|将|把(?!关)|被(?!征|告|申请)"
    "|拟|已|曾|均|都|需要|应当|要(?!求|点|件|素)")
"""What no filler begins with: negations and words of time belong to the whole clause, and 将 and 把 to its verb."""
MOVED = re.compile(
    rf"{MANNER.pattern}|[在于按从以对向由为会再每逐]|结合|依托|通过|依据|根据|细化|公开|统一|全部|一律|重新|率先|共同|主动|年内|明年|今后|下步|下一步")
"""What does not follow a 将 that stands for 把: behind it a verb follows, and the clause is a plan."""


class Limit(NamedTuple):
    """What a filler of a slot must be like."""

    slot: str
    test: str
    """尾 ends with, 首 begins with, 含 contains one of the words; 不含 contains none, 忌 begins with none."""
    words: tuple[str, ...]

    def holds(self, filler: str) -> bool:
        """Tell whether a filler is like that."""
        if self.test == "尾":
            return filler.endswith(self.words)
        if self.test == "首":
            return filler.startswith(self.words)
        if self.test == "忌":
            return not filler.startswith(self.words)
        found = any(word in filler for word in self.words)
        return found if self.test == "含" else not found


class Way(NamedTuple):
    """One way of a construction."""

    id: str
    construction: str
    text: str
    """As it is written in the file."""
    pieces: tuple[str, ...]
    """Words at even places, names of slots at odd ones."""
    printed: bool = True
    """False for a way that is recognised and never printed."""

    @property
    def words(self) -> str:
        """Return its fixed words."""
        return "".join(self.pieces[::2])

    def filled(self, fillers: Mapping[str, str]) -> str:
        """Return the way with its slots filled."""
        return "".join(fillers[piece] if index % 2 else piece for index, piece in enumerate(self.pieces))


class Construction(NamedTuple):
    """A set of interchangeable ways."""

    name: str
    ways: tuple[Way, ...]
    limits: tuple[Limit, ...] = ()
    seen: int = 0
    """In how many of the real reports that we read one of its ways occurs."""

    def printed(self) -> list[Way]:
        """Return the ways that may be printed."""
        return [way for way in self.ways if way.printed]


class Match(NamedTuple):
    """A clause recognised as one way of a construction."""

    construction: Construction
    way: Way
    fillers: Mapping[str, str]
    manner: str = ""
    """The words before it that say how it was done."""

    def said(self, way: Way) -> str:
        """Return the clause said in another way of the construction."""
        return self.manner + way.filled(self.fillers)

    def sayable(self) -> list[Way]:
        """Return the ways in which the clause may be printed: behind 积极 and the like none that begins with 在 or 对."""
        return [way for way in self.construction.printed() if not (self.manner and way.words.startswith(("在", "对", "为")))]


Spot = tuple[int, int]
"""A way: the number of its construction, and its own."""


class Constructions(NamedTuple):
    """All constructions, to be found by how a way begins and ends."""

    all: tuple[Construction, ...]
    edges: Mapping[str, tuple[Spot, ...]]
    """Ways by their first two characters and their last one; either is empty where a slot stands there."""
    hearts: tuple[tuple[str, Spot], ...]
    """Ways with a slot at either end, by their first words."""

    def match(self, clause: str) -> Match | None:
        """Recognise a clause as one way of the first construction that fits it whole."""
        return next(self.matches(clause), None)

    def matches(self, clause: str) -> Iterator[Match]:
        """Yield the constructions that fit a clause whole, in their order; then those that fit it behind 积极 and the like."""
        yield from self._matches(clause)
        manner = MANNER.match(clause)
        if manner:
            # 主动 before a way that begins with a slot may belong to what fills it.
            yield from (match._replace(manner=manner[0]) for match in self._matches(clause[manner.end():]) if match.way.pieces[0])

    def _matches(self, clause: str) -> Iterator[Match]:
        spots = [spot for words, spot in self.hearts if words in clause]
        for head in (clause[:2], clause[:1], ""):
            for tail in (clause[-1:], ""):
                spots += self.edges.get(f"{head}|{tail}", ())
        done = -1
        for number, at in sorted(spots):
            if number == done:
                continue
            construction = self.all[number]
            way = construction.ways[at]
            if not (clause.startswith(way.pieces[0]) and clause.endswith(way.pieces[-1])):
                continue
            for fillers in _fits(way.pieces, clause, {}):
                held = all(limit.holds(fillers[limit.slot]) for limit in construction.limits if limit.slot in fillers)
                if held and _whole(way.pieces, fillers, clause):
                    done = number
                    yield Match(construction, way, fillers)
                    break


def _fits(pieces: tuple[str, ...], text: str, fillers: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield the fillers with which pieces make up a text, the shortest first fillers first."""
    fixed = pieces[0]
    if not text.startswith(fixed):
        return
    rest = text[len(fixed):]
    if len(pieces) == 1:
        if not rest:
            yield fillers
        return
    slot, behind = pieces[1], pieces[2:]
    if behind == ("",):
        if _filler(rest) and fillers.get(slot, rest) == rest:
            yield {**fillers, slot: rest}
        return
    at = rest.find(behind[0], 1)
    while 0 < at <= LONGEST:
        filler = rest[:at]
        if _filler(filler) and fillers.get(slot, filler) == filler:
            yield from _fits(behind, rest[at:], {**fillers, slot: filler})
        at = rest.find(behind[0], at + 1)


def _whole(pieces: tuple[str, ...], fillers: Mapping[str, str], clause: str) -> bool:
    """Tell whether the fillers are words of their own: none is cut from a word, and 将 and 把 have an object."""
    if pieces[0] in ("将", "把") and MOVED.match(fillers[pieces[1]]):
        return False
    words = [word.span() for word in WORDS.finditer(clause)]
    at = 0
    for index, piece in enumerate(pieces):
        at += len(fillers[piece] if index % 2 else piece)
        if any(start < at < end for start, end in words):
            return False
    return True


def _filler(text: str) -> bool:
    """Tell whether a text can stand in a slot: it has words, and quotes and brackets that pair."""
    return (0 < len(text) <= LONGEST and STOPS.isdisjoint(text) and not OPENINGS.match(text)
            and all(text.count(opening) == text.count(closing) for opening, closing in ("“”", "《》", "（）")))


def indexed(found: list[Construction]) -> Constructions:
    """Return constructions with the index by which clauses find them."""
    edges: dict[str, list[Spot]] = {}
    hearts: list[tuple[str, Spot]] = []
    for number, construction in enumerate(found):
        for at, way in enumerate(construction.ways):
            first, last = way.pieces[0], way.pieces[-1]
            if first or last:
                edges.setdefault(f"{first[:2]}|{last[-1:]}", []).append((number, at))
            else:
                hearts.append((way.pieces[2], (number, at)))
    return Constructions(tuple(found), {edge: tuple(spots) for edge, spots in edges.items()}, tuple(hearts))
