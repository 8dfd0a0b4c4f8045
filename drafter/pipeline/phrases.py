"""The story of the phrase library: what is in it, and what people decide on it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.compose.figures import clause
from drafter.compose.phrasing import Phrasing
from drafter.compose.value import MARK
from drafter.figure import IN_TEXT
from drafter.files import write_own
from drafter.files.lock import locked
from drafter.finding import Finding, Severity
from drafter.kind import Kind
from drafter.mine.figure_frames import says_more
from drafter.mine.library import Shelves
from drafter.phrases.decision import ADDED, EDITED, Decision, child_of, decided, read_decisions, write_decisions
from drafter.phrases.entry import (
    CLAUSE,
    DRAFTED,
    FIGURE,
    KINDS,
    MALFORMED,
    OFFERED,
    REFUSED,
    RETIRED,
    ROLES,
    STATES,
    USED,
    WAY,
    Book,
    Entry,
    read_book,
)
from drafter.phrases.library import DECISIONS
from drafter.phrases.library import SHELF as USED_FILE
from drafter.phrases.model import SLOT
from drafter.phrases.shelf import Said, Shelf
from drafter.pipeline.mine import OFFERED_FILE, save
from drafter.pipeline.setup import Setup
from drafter.profile import Profile

NEW = "新"
LONGEST = 200
"""Characters that a phrase may have."""
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Kinds of characters that nobody sees, or that end a line."""
CLAIMS = frozenset("没未不无非拟将全均都已约超首最〇零一二三四五六七八九十百千万亿两半")
"""Characters that deny, promise, widen or count: a way has none that no other way of its construction has."""


class Shown(NamedTuple):
    """A phrase as it is listed: with an example of this year's facts, where there is one."""

    entry: Entry
    example: str


class Filter(NamedTuple):
    """Which phrases are asked for; an empty field lets all pass."""

    role: str = ""
    topic: str = ""
    indicator: str = ""
    state: str = ""
    kind: str = ""

    def passes(self, entry: Entry, kind: Kind) -> bool:
        """Tell whether a phrase is asked for."""
        wanted = kind.indicators.get(self.indicator)
        about = wanted.id if wanted else self.indicator
        pairs = ((self.role, entry.role), (self.topic, entry.topic), (about, entry.about), (self.state, entry.state), (self.kind, entry.kind))
        return all(not asked or asked == given for asked, given in pairs)


def books(seeds: Path) -> tuple[Shelves, list[Finding]]:
    """Read both files of the library."""
    used, findings = read_book(seeds / USED_FILE)
    offered, found = read_book(seeds / OFFERED_FILE)
    return Shelves(used, offered), [*findings, *found]


def everything(library: Shelves) -> list[Entry]:
    """Return all phrases, those in use first."""
    return [*library.used.entries, *library.offered.entries]


def examples(entries: list[Entry], setup: Setup, profile: Profile | None) -> Iterator[Shown]:
    """Yield phrases, each with what it makes of the facts of a profile."""
    phrasing = Phrasing.of(profile, setup.kind, setup.library) if profile else None
    for entry in entries:
        yield Shown(entry, _example(entry, phrasing) if phrasing else "")


def _example(entry: Entry, phrasing: Phrasing) -> str:
    """Return what a phrase makes of the facts at hand; empty where none fits it."""
    profile = phrasing.profile
    if entry.kind == FIGURE:
        shelf = Shelf(phrasing.library.shelf.reports, {entry.about: (Said(entry.id, entry.text, ()),)})
        alone = phrasing._replace(library=phrasing.library._replace(shelf=shelf))
        fitting = [given for given in profile.entries() if given.indicator.id == entry.about and given.amount.figure]
        return MARK.sub("", clause(alone, fitting[0], first=True)) if fitting else ""
    if entry.kind == WAY:
        for text in (piece for fact in profile.facts() for piece in (fact.text, *fact.text.split("，"))):
            match = phrasing.library.constructions.match(text)
            if match and match.construction.name == entry.about:
                return next((match.said(way) for way in match.construction.ways if way.text == entry.text), "")
    return phrasing.level(entry.text) if entry.kind == CLAUSE and "{" not in phrasing.level(entry.text) else ""


class Asked(NamedTuple):
    """What a person wants done: the decisions, and what is wrong with the request."""

    decisions: tuple[Decision, ...]
    wrong: tuple[str, ...] = ()


def asked(state: str, ids: list[str], library: Shelves, day: str) -> Asked:
    """Return the decisions that give some phrases a state."""
    known = {entry.id: entry for entry in everything(library)}
    wrong = tuple(f"措辞库里没有“{name}”" for name in ids if name not in known)
    return Asked(tuple(Decision(name, state, known[name].kind, known[name].text, "", known[name].about, day) for name in ids if name in known), wrong)


def edit(name: str, text: str, library: Shelves, setup: Setup, day: str) -> Asked:
    """Return the decision that changes a phrase; the old one is retired, and the new one keeps its origin."""
    entry = next((entry for entry in everything(library) if entry.id == name), None)
    if entry is None:
        return Asked((), (f"措辞库里没有“{name}”",))
    wrong = _unfit(entry.kind, text, entry.about, setup)
    return Asked((Decision(name, EDITED, entry.kind, entry.text, text, entry.about, day),), wrong)


def add(text: str, indicator: str, construction: str, setup: Setup, day: str) -> Asked:
    """Return the decision that adds a phrase of the office's own: for a figure, or as a way of a construction."""
    wanted = setup.kind.indicators.get(indicator)
    if indicator and wanted is None:
        return Asked((), (f"没有“{indicator}”这个指标",))
    kind, about = (FIGURE, wanted.id) if wanted else (WAY, construction)
    made = child_of(Entry(f"{kind}-{NEW}", kind, text, about), text)
    return Asked((Decision(made.id, ADDED, kind, "", text, about, day),), _unfit(kind, text, about, setup))


def _unfit(kind: str, text: str, about: str, setup: Setup) -> tuple[str, ...]:
    """Return why a text cannot be a phrase: it would say more than the profile does, or lose something of it."""
    wrong = _unwritable(text)
    if wrong or kind not in (FIGURE, WAY):
        return wrong
    return _unfit_figure(text, about, setup) if kind == FIGURE else _unfit_way(text, about, setup)


def _unwritable(text: str) -> tuple[str, ...]:
    """Return why a text cannot be a phrase of any kind."""
    if not text.strip():
        return ("句式是空的，写出要说的话",)
    if any(unicodedata.category(character) in UNSEEN for character in text):
        return ("句式里有换行、制表符或看不见的字符，写成一行，只用文字和标点",)
    if text != text.strip():
        return (f"句式前后有空格，写成  {text.strip()}",)
    if len(text) > LONGEST:
        return (f"句式有{len(text)}个字，太长，写到{LONGEST}个字以内",)
    return ("句式里不能有数字，写 {数}",) if IN_TEXT.search(text) else ()


def _unfit_figure(text: str, about: str, setup: Setup) -> tuple[str, ...]:
    """Return why a text cannot say a figure."""
    indicator = next((one for one in setup.kind.catalogue() if one.id == about), None)
    if indicator is None:
        return ("这条不是哪一个指标的措辞，不能改写；不想用就 drafter phrases reject，另用 add --indicator 加一条",)
    if text.endswith("了"):
        return (f"句式不能以“了”结尾，写成  {text.rstrip('了')}",)
    slot = "{率}" if indicator.is_rate else "{数}"
    if text.count(slot) != 1:
        return (f"数据句式里要有一个 {slot}，例如  {indicator.object}{slot}",)
    left = says_more(text.replace("{宾}", indicator.object), indicator)
    words = "、".join((*indicator.verbs, indicator.object))
    return (f"“{left}”说的是资料里没有的事，这样的句式不能用；只用这个指标的名称和动词：{words}",) if left else ()


def _unfit_way(text: str, about: str, setup: Setup) -> tuple[str, ...]:
    """Return why a text cannot be a way of a construction."""
    construction = next((one for one in setup.library.constructions.all if one.name == about), None)
    if construction is None:
        return (f"没有“{about}”这个句型",)
    slots = sorted(construction.ways[0].pieces[1::2])
    if sorted(SLOT.findall(text)) != slots:
        return (f"要正好用这几个槽：{'、'.join(f'{{{slot}}}' for slot in slots) or '（不用槽）'}",)
    words = "".join(SLOT.split(text)[::2])
    usual = construction.ways[0].text
    if not any(character.isalnum() for character in words):
        return (f"句式里除了槽还要有字，例如  {usual}",)
    known = set("".join(way.words for way in construction.ways))
    added = "、".join(f"“{character}”" for character in dict.fromkeys(words) if character in CLAIMS and character not in known)
    return (f"{added}会改变意思，这个句型的别的说法里都没有；去掉再试，例如  {usual}",) if added else ()


def decide(seeds: Path, decisions: tuple[Decision, ...]) -> list[Finding]:
    """Write decisions down, and the library as they make it; the answer is empty where that was done."""
    # The folder seeds/ itself is locked by whatever writes into it.
    with locked(seeds.parent):
        before, damage = read_decisions(seeds)
        if damage:
            return [_damaged(damage[0])]
        library, _ = books(seeds)
        failures = write_own({seeds / DECISIONS: write_decisions([*before, *decisions])})
        if failures:
            return failures
        entries = decided(everything(library), list(decisions), {})
        used = tuple(entry for entry in entries if entry.state == USED and entry.kind in DRAFTED)
        rest = tuple(entry for entry in entries if entry not in used)
        reports = library.used.reports or library.offered.reports
        return save(seeds, Shelves(Book(reports, used), Book(reports, rest)))


def _damaged(first: Finding) -> Finding:
    """Return the finding that nothing was decided, because of what cannot be read among the earlier decisions."""
    at = f"第{first.place.line}行" if first.place else "这个文件"
    return Finding(MALFORMED, Severity.ERROR, f"{DECISIONS} 里以前的决定有读不出来的，这次的决定没有记，什么也没有改：{first.message}", first.place,
                   f"用记事本打开 seeds 文件夹里的 {DECISIONS}，改好或删去{at}的那一条，再试一次", first.excerpt)


ORDER = {OFFERED: 0, USED: 1, RETIRED: 2, REFUSED: 3}


def listed(library: Shelves, wanted: Filter, kind: Kind) -> list[Entry]:
    """Return the phrases asked for: what waits for a decision first, the best first."""
    found = [entry for entry in everything(library) if wanted.passes(entry, kind)]
    return sorted(found, key=lambda entry: (ORDER.get(entry.state, 9), -entry.score, entry.id))


def unknown(library: Shelves, wanted: Filter, kind: Kind) -> list[str]:
    """Return what is asked for that there is not, with what there is instead."""
    entries = everything(library)
    names = {one.id: one.name for one in kind.catalogue()}
    abouts = {entry.about for entry in entries}
    fields: tuple[tuple[str, str, Iterable[str], Iterable[str]], ...] = (
        ("内容", wanted.role, ROLES, ()),
        ("主题", wanted.topic, kind.topics, ()),
        ("指标", wanted.indicator, [name for key, name in names.items() if key in abouts] or names.values(), {*kind.indicators, *names, *abouts}),
        ("状态", wanted.state, STATES, ()),
        ("类", wanted.kind, KINDS, ()),
    )
    return [f"没有“{given}”这个{field}，有的是：{'、'.join(there)}" for field, given, there, also in fields
            if given and given not in (*there, *also)]
