"""Constructions (句型): sets of ways to say one thing; a clause said in one way may be said in another.

Every way of a construction makes the same claim with the same fillers, so that saying an office's clause in another way
adds nothing to it and takes nothing from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.finding import Finding, Place, Severity
from drafter.phrases.model import SLOT
from drafter.source import Data, Source, read

FILE = "句型.yaml"
LONGEST = 30
"""Characters that a filler may have."""
STOPS = frozenset("，。；：")
ATTESTED = 2
"""Real reports in which a construction has to occur before it is called conventional."""


MANNER = re.compile(
    "(?:进一步|常态化|不断|持续|切实|着力|大力|积极|认真|全面|深入|扎实|严格|主动|广泛|充分|及时|定期|有效|努力|继续|稳步|全力|统筹|精准|依法|重点|坚决|自觉"
    "|逐步|加快|始终|同步|带头|经常|分级|分类|集中|多次|逐一|逐项)(?=[一-鿿]{2})")
"""Words that say how something was done; they are kept as typed before any way of saying what was done."""


class Limit(NamedTuple):
    """What a filler of a slot must be like."""

    slot: str
    test: str
    """尾 ends with, 首 begins with, 含 contains one of the words; 不含 contains none."""
    words: tuple[str, ...]

    def holds(self, filler: str) -> bool:
        """Tell whether a filler is like that."""
        if self.test == "尾":
            return filler.endswith(self.words)
        if self.test == "首":
            return filler.startswith(self.words)
        found = any(word in filler for word in self.words)
        return found if self.test == "含" else not found


class Way(NamedTuple):
    """One way of a construction."""

    id: str
    construction: str
    pieces: tuple[str, ...]
    """Words at even places, names of slots at odd ones."""
    printed: bool = True
    """False for a way that is recognised and never printed."""

    @property
    def text(self) -> str:
        """Return the way as it is written in the file."""
        return "".join(f"{{{piece}}}" if index % 2 else piece for index, piece in enumerate(self.pieces))

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


class Constructions(NamedTuple):
    """All constructions, to be found by how a way begins or ends."""

    all: tuple[Construction, ...]
    heads: Mapping[str, tuple[tuple[int, int], ...]]
    """Ways (number of the construction, number of the way) by their first two characters."""
    tails: Mapping[str, tuple[tuple[int, int], ...]]
    """Ways that begin with a slot, by their last two characters."""
    hearts: tuple[tuple[str, tuple[int, int]], ...] = ()
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
        inside = [found for words, found in self.hearts if words in clause]
        done = set()
        for number, at in sorted({*self.heads.get(clause[:2], ()), *self.tails.get(clause[-2:], ()), *inside,
                                  *self.heads.get(clause[:1], ()), *self.tails.get(clause[-1:], ())}):
            if number in done:
                continue
            construction = self.all[number]
            for fillers in _fits(construction.ways[at].pieces, clause, {}):
                if all(limit.holds(fillers[limit.slot]) for limit in construction.limits if limit.slot in fillers):
                    done.add(number)
                    yield Match(construction, construction.ways[at], fillers)
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


def _filler(text: str) -> bool:
    """Tell whether a text can stand in a slot: it has words, and quotes and brackets that pair."""
    return (0 < len(text) <= LONGEST and STOPS.isdisjoint(text)
            and all(text.count(opening) == text.count(closing) for opening, closing in ("“”", "《》", "（）")))


def indexed(found: list[Construction]) -> Constructions:
    """Return constructions with the index by which clauses find them."""
    heads: dict[str, list[tuple[int, int]]] = {}
    tails: dict[str, list[tuple[int, int]]] = {}
    hearts: list[tuple[str, tuple[int, int]]] = []
    for number, construction in enumerate(found):
        for at, way in enumerate(construction.ways):
            first, last = way.pieces[0], way.pieces[-1]
            if first:
                heads.setdefault(first[:2], []).append((number, at))
            elif last:
                tails.setdefault(last[-2:], []).append((number, at))
            else:
                hearts.append((way.pieces[2], (number, at)))
    return Constructions(tuple(found), {key: tuple(ways) for key, ways in heads.items()},
                         {key: tuple(ways) for key, ways in tails.items()}, tuple(hearts))


def load_constructions(folder: Path) -> tuple[Constructions, list[Finding]]:
    """Read the constructions of a kind; a kind without any says every clause as it was typed."""
    path = folder / FILE
    if not path.is_file():
        return indexed([]), []
    source, findings = read(path, f"{folder.name}/{FILE}", lists=True)
    found: list[Construction] = []
    for index, entry in enumerate(source.data if source and isinstance(source.data, list) else ()):
        made = _construction(entry)
        if made is None or any(made.name == other.name for other in found):
            findings.append(_malformed(source, index))
        else:
            found.append(made)
    return indexed(found), findings


def _construction(entry: Data) -> Construction | None:
    """Return the construction that an entry of the file gives; None where its shape or its slots are wrong."""
    if not isinstance(entry, dict) or not isinstance(said := entry.get("说法"), list):
        return None
    name, also, limits = str(entry.get("编号", "")), entry.get("也认", []), entry.get("限", {})
    if not name or not isinstance(also, list) or not isinstance(limits, dict):
        return None
    seen = str(entry.get("见于", "0"))
    ways = [Way(f"{name}.{number}", name, tuple(SLOT.split(str(text)))) for number, text in enumerate(said, start=1)]
    ways += [Way(f"{name}.认{number}", name, tuple(SLOT.split(str(text))), printed=False) for number, text in enumerate(also, start=1)]
    slots = {frozenset(way.pieces[1::2]) for way in ways}
    whole = all(way.words and all(way.pieces[2:-1:2]) for way in ways)
    if len(slots) != 1 or not whole:
        return None
    return Construction(name, tuple(ways), tuple(map(_limit, limits.items())), int(seen) if seen.isdecimal() else 0)


def _limit(pair: tuple[str, Data]) -> Limit:
    """Return the limit of a line like  乙尾: 规划、计划."""
    key, words = pair
    test = key[-2:] if key.endswith("不含") else key[-1:]
    return Limit(key.removesuffix(test), test, tuple(str(words).split("、")))


def _malformed(source: Source | None, index: int) -> Finding:
    """Return the finding that an entry is not as it should be."""
    place = source.place((index,)) if source else Place(FILE, 1)
    return Finding("K006", Severity.WARN, "这一条句型写法不对，没有用", place, "要有不重复的编号和说法；各种说法里的槽要一样，两个槽之间要有字")
