"""The story of the sheets that go out to the offices: what each of them is asked, with last year's answer beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.edit.book import BEFORE, NEW, Book, Row
from drafter.finding import Address
from drafter.kind import Indicator, Kind
from drafter.pipeline.offices import home, offices
from drafter.pipeline.problems import PARTS
from drafter.pipeline.year import Year
from drafter.profile import Entry, Material, Problem
from drafter.profile.topic import FIGURES_OF_ACTIVITY
from drafter.source import Data, found

FEW = 3
"""How many indicators of a topic are offered that no new profile asks for."""
SPACES = {"做法": 3, "问题": 2, "另外打算": 2}
"""How many lines are left free for what is new."""
SHOWN = 6
"""How many of last year's measures are shown where this year has none yet."""
BLOCKS = {"去年打算": ("打算", "结果"), "上级反馈问题": ("问题", "整改")}
MONEY = "金额"
UNITS_OF_ACTIVITY = {"场次": "场次", "受众": "人次"}


def books(now: Year, before: Year | None, kind: Kind, notes: Mapping[str, str]) -> list[Book]:
    """Return the sheet of each office, those that name nobody last."""
    level = kind.levels.get(now.profile.level, {})
    asking = _Asking(now, before, kind, {name: _levelled(note, level) for name, note in notes.items()})
    shared = offices(now.profile)
    loose = {name for problem in now.profile.problems if not problem.name.blank for name in home(_said(problem), now.profile, kind, problem.topic)}
    loose |= {name for words, _, _ in asking.waiting() for name in home(words, now.profile, kind)}
    names = [*shared, *(name for name in loose if name not in shared)]
    return [asking.book(name, shared.get(name, [])) for name in names]


class _Asking:
    """Two years and the catalogue, from which the questions are made."""

    def __init__(self, now: Year, before: Year | None, kind: Kind, notes: Mapping[str, str]) -> None:
        self._now, self._before, self._kind, self._notes = now, before, kind, notes
        self._last = before.profile.entries() if before else []
        self._known = {entry.indicator.id for entry in now.profile.entries()}

    def book(self, office: str, topics: list[str]) -> Book:
        """Return the sheet of one office."""
        materials = [material for material in self._now.profile.materials if material.topic in topics]
        figures = tuple(row for material in materials for row in self._figures(material))
        words = [row for material in materials for row in self._measures(material)]
        words += [*self._answers(office), *_free_problems(), *_free_plans()]
        profile = self._now.profile
        before = self._before.profile.period.text if self._before else ""
        return Book(profile.unit.text, profile.period.text, before, office, figures, tuple(words))

    def waiting(self) -> Iterator[tuple[str, Address, str]]:
        """Yield the promises and complaints that have no answer yet: their words, where it goes, and what it is called."""
        for block, (asked, done) in BLOCKS.items():
            items = self._data((block,))
            for number, item in enumerate(items if isinstance(items, list) else []):
                if isinstance(item, dict) and item.get(asked) and not item.get(done):
                    yield str(item[asked]), (block, number, done), block

    def _figures(self, material: Material) -> Iterator[Row]:
        """Yield the rows for figures of one topic: the profile's own, those of its activities, last year's, the usual ones."""
        topic = material.topic
        for measure in material.measures:
            for entry in measure.entries:
                yield self._entry(topic, entry, f"\n（做法：{_short(measure.text.text)}）" if measure.text.text else "")
        for entry in material.entries:
            yield self._entry(topic, entry)
        for activity in material.activities:
            for field in FIGURES_OF_ACTIVITY:
                if field in activity.fields:
                    at = activity.fields[field].at
                    yield Row(at, topic, f"{field}\n（活动：{_short(activity.name.text)}）", UNITS_OF_ACTIVITY[field], "",
                              self._typed(at), f"数字加量词，如 5{UNITS_OF_ACTIVITY[field]}")
        if isinstance(self._data((topic,)), dict):
            for name, indicator in self._offered(material).items():
                yield self._row((topic, name), topic, name, indicator, self._unit(indicator, ""))

    def _offered(self, material: Material) -> dict[str, Indicator]:
        """Return what the profile lacks of last year's figures and of the usual ones, by the name to be typed."""
        indicators = self._kind.indicators
        last = [(entry.typed, entry.indicator) for entry in self._last if entry.amount.fact.at[0] == material.topic]
        usual = [(name, indicators[name]) for name in self._kind.asked.get(material.topic, ()) if name in indicators]
        if material.topic not in self._kind.asked:
            usual = [(one.name, one) for one in self._kind.catalogue() if one.topic == material.topic and one.offered][:FEW]
        taken, offered = set(self._known), dict[str, Indicator]()
        for name, indicator in [*last, *usual]:
            if indicator.id not in taken:
                taken.add(indicator.id)
                offered[name] = indicator
        return offered

    def _entry(self, topic: str, entry: Entry, where: str = "") -> Row:
        """Return the row of a figure that the profile has, filled in or blank."""
        unit = _typed_unit(entry)
        made = self._row(entry.amount.fact.at, topic, entry.typed, entry.indicator, self._unit(entry.indicator, unit))
        return made._replace(name=entry.typed + where, now=self._typed(entry.amount.fact.at))

    def _row(self, at: Address, topic: str, name: str, indicator: Indicator, unit: str) -> Row:
        """Return a row about an indicator."""
        example = f"如 {'95%' if indicator.is_rate else f'5{unit}'}" if indicator.type != "文字" else "填文字"
        note = self._notes.get(indicator.id, "")
        return Row(at, topic, name, unit or "文字", self._last_value(topic, name, indicator), "", "。".join(filter(None, (note, example))))

    def _unit(self, indicator: Indicator, unit: str) -> str:
        """Return the measure word to fill in with: the one in use, last year's, or the usual one."""
        last = [_typed_unit(entry) for entry in self._last if entry.indicator.id == indicator.id]
        return next((word for word in (unit, *last, *indicator.units) if word), "")

    def _last_value(self, topic: str, name: str, indicator: Indicator) -> str:
        """Return last year's value: that of the same line, or the only one of the indicator."""
        same = [entry for entry in self._last if entry.indicator.id == indicator.id]
        exact = [entry for entry in same if entry.typed == name and entry.amount.fact.at[0] == topic]
        chosen = exact if len(exact) == 1 else same
        return chosen[0].amount.fact.text if len(chosen) == 1 else ""

    def _measures(self, material: Material) -> Iterator[Row]:
        """Yield the rows for the measures of one topic: those there are, last year's where there are none, and free ones."""
        topic = material.topic
        at: Address = (topic, "做法") if isinstance(self._data((topic,)), dict) else (topic,)
        for number, measure in enumerate(material.measures):
            said = "" if number else "已经有的，可以直接改"
            if measure.text.blank:
                said = f"和“{'、'.join(entry.typed for entry in measure.entries)}”写在一起的一句" if measure.entries else "还没有写"
            yield Row(measure.text.at, topic, "做法", now=self._typed(measure.text.at), words=True, help=said)
        written = any(measure.text.text for measure in material.measures)
        last = [] if written or not self._before else [
            measure.text.text for other in self._before.profile.materials if other.topic == topic for measure in other.measures]
        for number, words in enumerate(last[:SHOWN]):
            said = "" if number else "供参考；今年还在做的，照今年的情况写到空格里"
            yield Row((*at, f"{BEFORE}{number}"), topic, "去年的做法", now=words, words=True, help=said)
        for number in range(SPACES["做法"]):
            yield Row((*at, f"{NEW}{number}"), topic, "新做法", words=True, help="做了什么，一件一格，不超过60个字，可以带数字" if not number else "")

    def _answers(self, office: str) -> Iterator[Row]:
        """Yield the rows for what problems and promises of an office still lack."""
        profile = self._now.profile
        for number, problem in enumerate(profile.problems):
            if problem.name.blank or not isinstance(self._data(("问题", number)), dict):
                continue
            if office in home(_said(problem), profile, self._kind, problem.topic):
                for part, given in (("原因", problem.causes), ("打算", problem.plans)):
                    if not any(fact.text for fact in given):
                        yield Row(("问题", number, part), "问题", part, words=True, help=f"问题：{problem.name.text}")
        for words, at, block in self.waiting():
            if office in home(words, profile, self._kind):
                yield Row(at, block, str(at[-1]), words=True, help=f"{BLOCKS[block][0]}：{words}")

    def _data(self, at: Address) -> Data | None:
        """Return what the profile holds at an address."""
        return found(self._now.sources.data, at)

    def _typed(self, at: Address) -> str:
        """Return a value as it was typed."""
        data = self._data(at)
        return data if isinstance(data, str) else ""


def _typed_unit(entry: Entry) -> str:
    """Return the measure word of a figure; money that was given in 万元 is asked for in 万元."""
    figure = entry.amount.figure
    if figure is None:
        return ""
    return figure.scaled_unit if entry.indicator.type == MONEY else figure.unit


def _free_problems() -> Iterator[Row]:
    """Yield the free rows for new problems: each with its cause and its plan."""
    says = {"问题": "还存在什么不足，一句短语", "原因": "为什么", "打算": "下一步怎么办"}
    for number in range(SPACES["问题"]):
        for part in PARTS:
            yield Row(("问题", f"{NEW}{number}", part), f"新问题{number + 1}", part, words=True, help=says[part])


def _free_plans() -> Iterable[Row]:
    """Return the free rows for plans that answer no problem."""
    return [Row(("另外打算", f"{NEW}{number}"), "另外打算", "打算", words=True, help="" if number else "与问题无关的下一年打算")
            for number in range(SPACES["另外打算"])]


def _said(problem: Problem) -> str:
    """Return the words of a problem by which its topic is found."""
    return "，".join(fact.text for fact in (problem.name, *problem.signs, *problem.causes))


def _short(words: str) -> str:
    return words if len(words) <= 18 else f"{words[:17]}…"


def _levelled(note: str, level: Mapping[str, str]) -> str:
    """Return a note in the words of the unit's level."""
    for slot, word in level.items():
        note = note.replace(f"{{{slot}}}", word)
    return note

