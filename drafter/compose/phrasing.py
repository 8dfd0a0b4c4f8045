"""Asking the library for a wording and filling it with facts: the functions a template may call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from drafter.compose.mistake import TemplateMistake
from drafter.compose.value import Marks, Value
from drafter.figure import without_figures
from drafter.finding import Address, Finding, Place, Severity
from drafter.kind import Indicator, Kind
from drafter.phrases import Library, Phrase, draw
from drafter.profile import Entry, Profile
from drafter.schema import Fact

TO_FILL = "【待填：{}】"


class Phrasing(NamedTuple):
    """Chooses wordings for one profile: the choice hangs on the unit, the period and the fact, never on a figure."""

    profile: Profile
    kind: Kind
    library: Library
    marks: Marks
    words: Mapping[str, str]
    """The words of this level and its superior: 党委, 全域, 上级领导."""

    @classmethod
    def of(cls, profile: Profile, kind: Kind, library: Library, marks: Marks) -> Phrasing:
        """Return the phrasing for one profile."""
        return cls(profile, kind, library, marks, {**kind.levels[profile.level], **kind.superiors[profile.superior]})

    def level(self, text: str) -> str:
        """Return a text of the kind with its level words filled in."""
        if "{" in text:
            for slot, word in self.words.items():
                text = text.replace(f"{{{slot}}}", word)
        return text

    def seed(self, purpose: str, key: str) -> str:
        """Return what a choice hangs on."""
        return f"{self.profile.unit.text}|{self.profile.period.text}|{purpose}|{without_figures(key)}"

    def pick(self, purpose: str, key: str, among: tuple[str, ...]) -> str:
        """Choose one of several words."""
        return among[draw(self.seed(purpose, key), len(among))]

    def value(self, fact: Fact, label: str = "", figure: bool = False) -> Value:
        """Return a fact as a template value; a blank one as the mark that it is to be filled in."""
        text = fact.text or TO_FILL.format(label or next((step for step in reversed(fact.at) if isinstance(step, str)), ""))
        return self.marks.value(text, (fact.at,), figure and bool(fact.text))

    def say(self, purpose: str, key: str = "", **slots: str) -> str:
        """Return a wording for a purpose with its slots filled; raises TemplateMistake where none fits."""
        given = {**self.words, **{slot: value for slot, value in slots.items() if value}}
        seed = key or "".join(str.__str__(value) for value in slots.values())
        phrase = self.library.choose(purpose, set(given), self.seed(purpose, seed))
        if phrase is None:
            raise TemplateMistake(Finding("K005", Severity.ERROR, f"“{purpose}”没有合用的句式", Place(f"{self.kind.folder.name}/phrases", 1),
                                          f"在措辞文件里给“{purpose}”补一条句式，槽只用这些：{'、'.join(sorted(slots))}"))
        return self.marks.origin(_filled(phrase, given), _name(phrase))

    def clause(self, entry: Entry, first: bool) -> str:
        """Return the clause of one figure; the first of a sentence says the time."""
        indicator, fact = entry.indicator, entry.amount.fact
        number, figure = self.value(fact, entry.typed, figure=True), entry.amount.figure
        thing = entry.typed if entry.typed in indicator.printed else self.level(indicator.object)
        if indicator.type == "文字":
            return self.say("文字", indicator.id, 说明=thing, 值=number)
        if figure and figure.amount == 0 and not indicator.is_rate:
            unit = "" if figure.unit else "".join(indicator.units[:1])
            return self.say("零", indicator.id, 名=self.level(indicator.none), 数=number, 量=unit)
        if indicator.is_rate or indicator.type == "幅度":
            return self.say("低比率" if indicator.low else indicator.type, indicator.id, 宾=thing, 数=number)
        verb = self.level(self.pick("动词", indicator.id, indicator.verbs))
        if indicator.standing:
            return self.say("存量", indicator.id, 动=verb, 宾=thing, 数=number)
        purpose = "数量起首" if first else "数量接续"
        return self.say(purpose, indicator.id, 时=self.time(indicator.group) if first else "", 动=verb, 宾=thing, 数=number)

    def none(self, entries: list[Entry]) -> str:
        """Return the clause that denies some things at once."""
        named = "、".join(
            str(self.marks.value(self.level(entry.indicator.none), (entry.amount.fact.at,))) for entry in entries
        )
        time = "" if all(entry.indicator.standing for entry in entries) else self.time(entries[0].indicator.group)
        return self.say("无", entries[0].indicator.id, 时=time or "", 名=named)

    def time(self, key: str) -> str:
        """Return the words for the time reported on: 全年, 上半年."""
        part = self.profile.period.part
        purpose = "时段词" if part else "时间词"
        phrase = self.library.choose(purpose, {"时段"}, self.seed(purpose, key))
        return _filled(phrase, {"时段": part}) if phrase else ""

    def label(self, topic: str, at: Address) -> str:
        """Return the words with which a paragraph says what it is about (执法方面，)."""
        return self.say("主题引语", "主题引语", 主题=self.marks.value(self.kind.topics[topic].label, (at,)))


def _filled(phrase: Phrase, given: Mapping[str, str]) -> str:
    """Fill the slots of a wording; an optional part with an empty slot goes, and a comma that would open the text."""
    made = []
    for part in phrase.parts:
        if part.optional and not all(slot in given for slot in part.slots):
            continue
        made += [str(given[piece]) if index % 2 else piece for index, piece in enumerate(part.pieces)]
    return "".join(made).removeprefix("，")


def _name(phrase: Phrase) -> str:
    """Return the origin that a wording gives its words."""
    return f"{'规定' if phrase.prescribed else '措辞'}:{phrase.id}"


def countable(entries: tuple[Entry, ...], kind: Kind) -> list[Entry]:
    """Return the entries that can print: a rate falls away where it is 无, or where its base is 0 or 无."""
    gone = {entry.indicator.id for entry in entries if entry.amount.nothing}
    return [entry for entry in entries
            if not (entry.indicator.is_rate and (entry.amount.fact.none or _baseless(entry.indicator, gone, kind)))]


def _baseless(rate: Indicator, gone: set[str], kind: Kind) -> bool:
    """Tell whether every part of a rate's base is 0 or 无, or a part of something that is."""
    if not gone or not rate.denominator:
        return False
    wholes = {indicator.id: indicator.part_of for indicator in kind.indicators.values()}
    return all(part in gone or gone & set(wholes.get(part, ())) for part in rate.denominator)
