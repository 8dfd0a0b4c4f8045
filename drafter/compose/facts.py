"""Facts of the profile as plain lists and mappings that a template can walk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from drafter.compose.figures import clause, countable, none
from drafter.compose.phrasing import Phrasing
from drafter.compose.place import Section
from drafter.compose.resay import resay
from drafter.figure import without_figures
from drafter.phrases import draw
from drafter.profile import Activity, Entry, Material, Measure, Mechanism, Problem
from drafter.schema import Fact

CALLED = 14
"""Characters by which a mark calls a problem or a promise; a longer one is cut."""
NOTHING = "无"
"""The group of all that a topic says there was none of: one clause for all of them."""
RHYTHM_OF_FIGURES = (2, 3, 4)
"""Figure clauses in one sentence."""
RHYTHM = (1, 1, 2, 2, 3)
"""Measures in one sentence."""
LONGEST_TOGETHER = 70
"""Characters up to which measures share a sentence."""
BOUND = 15
"""Characters that a figure bound to a measure takes, about."""


def material(phrasing: Phrasing, given: Material, seen: dict[str, str]) -> dict[str, Any]:
    """Return one topic as a template sees it; ``seen`` holds the mechanisms named so far and their expansions."""
    measures = _measures(phrasing, given.measures)
    entries = countable(given.entries, phrasing.kind)
    figures = _sentences(phrasing, entries)
    if len(entries) == 1 and measures and not (given.mechanisms or given.activities or given.local):
        # One figure alone is no sentence of its own: it closes what was said before it.
        measures[-1], figures = f"{measures[-1]}；{figures[0]}", []
    return {
        "主题": given.topic,
        "做法": measures,
        "机制": [_mechanism(phrasing, item, seen) for item in given.mechanisms],
        "活动": [_activity(phrasing, item) for item in given.activities],
        "本地": [phrasing.freshly(partial(resay, phrasing, fact, "本地数据")) for fact in given.local],
        "数据": figures,
        "照用": [phrasing.marks.origin(str(phrasing.value(fact)), "原文照用") for fact in given.verbatim],
        "空项": [phrasing.value(fact, f"{given.topic}的{fact.at[-1]}") for fact in given.blanks],
    }


def pairs(phrasing: Phrasing, given: Material) -> list[dict[str, Any]]:
    """Return a block of pairs (上级反馈问题, 去年打算): what was asked, and what became of it."""
    facts = given.local
    return [{"前": phrasing.value(facts[at]), "后": phrasing.value(facts[at + 1], f"{_called(facts[at].text)}的结果" if facts[at].text else "结果")}
            for at in range(0, len(facts), 2)]


def _measures(phrasing: Phrasing, measures: tuple[Measure, ...]) -> list[str]:
    """Return the measures as sentences: the words of the office and the figures bound to them, short ones in one sentence."""
    return [phrasing.freshly(partial(_joined, phrasing, together)) for together in _together(phrasing, measures)]


def _together(phrasing: Phrasing, measures: tuple[Measure, ...]) -> Iterator[list[Measure]]:
    """Yield the measures that share a sentence: how many is drawn anew for each, so that towns and years differ in rhythm."""
    held: list[Measure] = []
    room = 0
    for measure in measures:
        length = _length(measure)
        if held and (len(held) >= room or sum(map(_length, held)) + length > LONGEST_TOGETHER):
            yield held
            held = []
        if not held:
            room = RHYTHM[draw(phrasing.seed("句", measure.text.text), len(RHYTHM))]
        held.append(measure)
    if held:
        yield held


def _length(measure: Measure) -> int:
    """Return how long a measure prints, about, whatever its figures are."""
    return len(without_figures(measure.text.text)) + BOUND * len(measure.entries)


def _joined(phrasing: Phrasing, measures: list[Measure], attempt: int) -> str:
    """Return one sentence, without its full stop."""
    return "；".join("，".join(_clauses(phrasing, measure, attempt)) for measure in measures)


def _clauses(phrasing: Phrasing, measure: Measure, attempt: int) -> list[str]:
    """Return the clauses of one measure: its words, and its figures before or behind them as they were typed."""
    kept = countable(measure.entries, phrasing.kind)
    given = [entry for entry in kept if not entry.amount.fact.none]
    before = sum(entry in measure.entries[:measure.before] for entry in given)
    clauses = [clause(phrasing, entry, number == 0, attempt) for number, entry in enumerate(given)]
    clauses.insert(before, resay(phrasing, measure.text, "做法", attempt))
    denied = [entry for entry in kept if entry.amount.fact.none]
    return [*clauses, none(phrasing, denied)] if denied else clauses


def _mechanism(phrasing: Phrasing, item: Mechanism, seen: dict[str, str]) -> dict[str, Any]:
    """Return a mechanism: whole at first mention, without its expansion afterwards."""
    name = item.name.text
    fields = {key: phrasing.value(fact, f"{name}的{key}") for key, fact in item.fields.items()}
    typed = item.fields["展开"].text if "展开" in item.fields else ""
    again = name in seen and typed in ("", seen[name])
    seen.setdefault(name, typed)
    if again:
        fields.pop("展开", None)
    return {"再提": again, "键": name, "名称": phrasing.value(item.name), "动词": fields.get("动词") or verb(phrasing, name),
            "展开": fields.get("展开", ""), "作用": fields.get("作用", "")}


def verb(phrasing: Phrasing, name: str) -> str:
    """Return a verb that goes with a mechanism's name and claims no founding."""
    bare = name.rstrip("”）")
    table = phrasing.kind.verbs
    ending = next((ending for ending in table if bare.endswith(ending)), "其他")
    return phrasing.pick("机制动词", name, table[ending])


def _activity(phrasing: Phrasing, item: Activity) -> dict[str, Any]:
    """Return an activity; a day written 4·15 gets its official name."""
    made: dict[str, Any] = {"名称": phrasing.value(item.name, "活动名称")}
    for key, fact in item.fields.items():
        shown = fact
        if key == "节点":
            shown = Fact("、".join(phrasing.kind.days.get(day.strip(), day.strip()) for day in fact.text.split("、")), fact.at)
        made[key] = phrasing.value(shown, f"{item.name.text}的{key}", figure=key in ("场次", "受众"))
    return made


def _sentences(phrasing: Phrasing, entries: list[Entry]) -> list[str]:
    """Return the figures of a topic as sentences of groups of clauses; small groups share a sentence."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(NOTHING if entry.amount.fact.none else entry.indicator.group, []).append(entry)
    for group in groups.values():
        group.sort(key=lambda entry: entry.indicator.order)
    sentences: list[list[tuple[str, list[Entry]]]] = []
    room = 0
    for name, group in groups.items():
        if len(group) > room:
            sentences.append([])
            room = RHYTHM_OF_FIGURES[draw(phrasing.seed("数据句", group[0].indicator.id), len(RHYTHM_OF_FIGURES))]
        sentences[-1].append((name, group))
        room -= 1 if name == NOTHING else len(group)
    return [phrasing.freshly(partial(_figures, phrasing, sentence)) for sentence in sentences]


def _figures(phrasing: Phrasing, groups: list[tuple[str, list[Entry]]], attempt: int) -> str:
    """Return one sentence of figures, without its full stop."""
    made = []
    for number, (name, group) in enumerate(groups):
        clauses = [none(phrasing, group)] if name == NOTHING else [
            clause(phrasing, entry, number == 0 and place == 0, attempt) for place, entry in enumerate(group)]
        made.append("，".join(clauses))
    return "；".join(made)


def _called(text: str) -> str:
    """Return how a mark that is to be filled in calls what it belongs to: by its first words."""
    return f"“{text}”" if len(text) <= CALLED else f"“{text[:CALLED - 2]}……”"


def problem(phrasing: Phrasing, item: Problem, parts: tuple[str, ...]) -> dict[str, Any]:
    """Return those parts of a problem that print in one section."""
    def texts(facts: tuple[Fact, ...], part: str) -> list[str]:
        return [resay(phrasing, fact, f"{_called(item.name.text)}的{part}") for fact in facts] if part in parts else []

    return {
        "键": item.name.text,
        "问题": resay(phrasing, item.name) if "问题" in parts else "",
        "表现": texts(item.signs, "问题"),
        "原因": texts(item.causes, "原因"),
        "整改": texts(item.fixes, "整改"),
    }


def section(phrasing: Phrasing, given: Section) -> dict[str, Any]:
    """Return the problems and plans of a section as its template sees them."""
    names = {item.name.at[:2]: f"{_called(item.name.text)}的" for item in phrasing.profile.problems if item.name.text}
    return {
        "不足": [problem(phrasing, item, given.parts) for item in given.problems],
        "安排": [[resay(phrasing, fact, names.get(fact.at[:2], "") + "打算", plan=True) for fact in plan.texts] for plan in given.plans],
    }
