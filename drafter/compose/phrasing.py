"""Asking the library for a wording and filling it with facts: the functions a template may call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from drafter.compose.fresh import ALIKE, TRIES, Fresh, pairs
from drafter.compose.mistake import TemplateMistake
from drafter.compose.value import Marks, Value
from drafter.figure import without_figures
from drafter.finding import Address, Finding, Place, Severity
from drafter.kind import Kind
from drafter.phrases import Library, Phrase, Who, draw
from drafter.profile import Profile
from drafter.report import TO_FILL
from drafter.schema import Fact

MISSING = f"{TO_FILL}{{}}】"


class Phrasing(NamedTuple):
    """Chooses wordings for one profile: the choice hangs on the unit, the period and the fact, never on a figure."""

    profile: Profile
    kind: Kind
    library: Library
    marks: Marks
    words: Mapping[str, str]
    """The words of this level and its superior: 党委, 全域, 上级领导."""
    fresh: Fresh
    """What last year's report and this draft have said already."""
    who: Who
    """Whose report is being written."""

    @classmethod
    def of(cls, profile: Profile, kind: Kind, library: Library, said: Iterable[str] = ()) -> Phrasing:
        """Return the phrasing for one profile; ``said`` are the sentences of last year's report."""
        words = {**kind.levels[profile.level], **kind.superiors[profile.superior]}
        who = Who(profile.unit.text, profile.period.year, f"{profile.level}|{profile.superior}",
                  {slot: word for slot, word in words.items() if len(word) > 1})
        return cls(profile, kind, library, Marks(), words, Fresh(said), who)

    def level(self, text: str) -> str:
        """Return a text of the kind with its level words filled in."""
        if "{" in text:
            for slot, word in self.words.items():
                text = text.replace(f"{{{slot}}}", word)
        return text

    def seed(self, purpose: str, key: str) -> str:
        """Return what a choice hangs on."""
        return f"{self.profile.unit.text}|{self.profile.period.text}|{purpose}|{without_figures(str.__str__(key))}"

    def pick(self, purpose: str, key: str, among: tuple[str, ...]) -> str:
        """Choose one of several words."""
        return among[draw(self.seed(purpose, key), len(among))]

    def value(self, fact: Fact, label: str = "", figure: bool = False) -> Value:
        """Return a fact as a template value; a blank one as the mark that it is to be filled in."""
        text = fact.text or MISSING.format(label or next((step for step in reversed(fact.at) if isinstance(step, str)), ""))
        return self.marks.value(text, (fact.at,), figure and bool(fact.text))

    def say(self, purpose: str, key: str = "", **slots: str) -> str:
        """Return a wording for a purpose with its slots filled; raises TemplateMistake where none fits."""
        given = {**self.words, **{slot: value for slot, value in slots.items() if value}}
        seed = key or "".join(str.__str__(value) for value in slots.values())
        phrase = self.library.choose(purpose, set(given), self.seed(purpose, seed))
        if phrase is None:
            raise TemplateMistake(Finding("K005", Severity.ERROR, f"“{purpose}”没有合用的句式", Place(f"{self.kind.folder.name}/phrases", 1),
                                          f"在措辞文件里给“{purpose}”补一条句式，槽只用这些：{'、'.join(sorted(slots))}"))
        return self.marks.origin(filled(phrase, given), _name(phrase))

    def freshly(self, build: Callable[[int], str]) -> str:
        """Return the first of some wordings of a sentence that is not too like what was said; the least like where all are."""
        best, least, held = "", 2.0, frozenset[str]()
        for attempt in range(TRIES):
            sentence = build(attempt)
            if attempt and sentence == best:
                break
            found = pairs(sentence)
            like = self.fresh.likeness(found)
            if like < least:
                best, least, held = sentence, like, frozenset(found)
            if like < ALIKE:
                break
        self.fresh.note(held)
        return best

    def label(self, topic: str, at: Address) -> str:
        """Return the words with which a paragraph says what it is about (执法方面，)."""
        return self.say("主题引语", "主题引语", 主题=self.marks.value(self.kind.topics[topic].label, (at,)))


def filled(phrase: Phrase, given: Mapping[str, str]) -> str:
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
