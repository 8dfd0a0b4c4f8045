"""The turn of a year: what words that go with the year become in the next one, by the dated tables; the rest is doubted, never guessed."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from drafter.kind import FiveYears, Kind
from drafter.kind.model import current
from drafter.profile import Period

QUOTES = re.compile("[“”]")
PARTY = "党的"


class Turn(NamedTuple):
    """From one period to the one after it."""

    old: Period
    new: Period
    day: datetime.date
    """The day by which the new report's meetings are judged."""
    kind: Kind

    @property
    def follows(self) -> bool:
        """Tell whether no year was passed over."""
        return self.new.year == self.old.year + 1

    @property
    def label(self) -> str:
        """Return how a remark calls the old year."""
        return "去年" if self.follows else f"{self.old.year}年"

    def dated(self, text: str) -> str:
        """Return words in which the old year is the new one."""
        return re.sub(rf"(?<!\d){self.old.year}(?!\d)", str(self.new.year), text)

    def advanced(self, text: str) -> tuple[str, list[str]]:
        """Return words with the names that go with the year advanced, and what is to be checked in them."""
        text, doubts = self._planned(text)
        text, more = self._met(text)
        rest = text
        for name in (name for span in self.kind.five_years for name in span.names.values() if name):
            rest = rest.replace(name, "")
        years = [f"{self.old.year}年"] if re.search(rf"(?<!\d){self.old.year}\s*年", rest) else []
        return text, [*doubts, *more, *years]

    def _planned(self, text: str) -> tuple[str, list[str]]:
        """Advance the names of plans of five years; one whose next name is not checked is only doubted."""
        doubts: list[str] = []
        old, new = self._span(self.old.year), self._span(self.new.year)
        if old is None or old == new:
            return text, doubts
        for key, name in old.names.items():
            seen = re.compile(QUOTES.sub("[“”\"]?", re.escape(name))) if name else None
            if seen is None or not seen.search(text):
                continue
            following = new.names.get(key) if new and new.checked else ""
            if following:
                text = seen.sub(following, text)
            else:
                doubts.append(f"{name}到{old.last}年为止")
        return text, doubts

    def _span(self, year: int) -> FiveYears | None:
        """Return the five years that a year lies in."""
        return next((span for span in self.kind.five_years if span.first <= year <= span.last), None)

    def _met(self, text: str) -> tuple[str, list[str]]:
        """Advance the set words for meetings; another mention of a meeting that is not the latest is doubted."""
        latest = current(tuple(entry for entry in self.kind.congresses if entry.checked), self.day)
        if latest is None:
            return text, []
        right = (latest.text, *latest.also)
        for entry in self.kind.congresses:
            for said in (entry.text, *entry.also):
                if entry.since < latest.since and said not in right:
                    text = text.replace(said, latest.text)
        rest = text
        for said in right:
            rest = rest.replace(said, "")
        last = current(self.kind.events, self.day)
        names = {entry.text.removeprefix(PARTY) for entry in self.kind.events if last and entry.since < last.since and entry.text != last.text}
        return text, [f"{name}之后又开过会" for name in sorted(names) if name in rest]
