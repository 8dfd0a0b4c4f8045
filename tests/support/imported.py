"""Imported reports: the profile made of each, its draft, and where every figure landed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.intake import Intake, intake, write
from drafter.profile import Profile
from drafter.write.docx import docx
from tests.support.figures import Mention, rows, unplaced
from tests.support.five import Word, read_word, setup

ITEM = re.compile("[一二三四五六七八九十]+是$")


@dataclass(frozen=True)
class Imported:
    """One report, imported and drafted again."""

    made: Intake
    drafted: Draft
    word: Word
    text: str
    """The profile as it was written."""
    review: str

    @property
    def profile(self) -> Profile:
        return self.drafted.profile


def imported(report: Path, folder: Path) -> Imported:
    """Import a report into a folder, and draft the profile."""
    made, findings = intake(report, setup())
    assert made is not None, findings
    assert not [finding for finding in findings if finding.is_error], findings
    written = write(made, folder / f"{report.stem}.yaml")
    assert written.profile is not None, written.findings
    drafted, findings = draft(written.profile, setup())
    assert drafted is not None, findings
    return Imported(made, drafted, read_word(docx(drafted.report)), written.profile.read_text(encoding="utf-8"), made.review())


@dataclass(frozen=True)
class Gold:
    """A figure of a real report, and the indicator that it is a value of; empty where it is the town's own."""

    mention: Mention
    indicator: str


def gold(report: str) -> list[Gold]:
    """Return the reported figures of a report, with their indicators in the catalogue."""
    known = {indicator.id for indicator in setup().kind.catalogue()}
    found = [row for row in rows(report) if row["kind"] == "indicator"]
    made = []
    for row in found:
        id_ = row["indicator_id"] if row["indicator_id"] in known else ""
        mention = Mention(report, row["seq"], row["section_path"], row["written"].replace("％", "%"), tuple(row["key"].split("|")))
        made.append(Gold(mention, id_))
    return made


def misplaced(found: Imported, figures: list[Gold], *, items: bool) -> list[Gold]:
    """Return the figures that are not printed in a clause of their own under the heading, or with ``items`` the item, of the report."""
    by_section: dict[str, list[Gold]] = {}
    for one in figures:
        section = one.mention.section if items else ITEM.sub("", one.mention.section)
        by_section.setdefault(section, []).append(one)
    lost = {id(mention) for section, group in by_section.items()
            for mention in unplaced([one.mention for one in group], found.word.section(section))}
    return [one for one in figures if id(one.mention) in lost]


def filled(found: Imported, figures: list[Gold]) -> list[Gold]:
    """Return the figures that stand under their indicator."""
    entries = [(entry.indicator.id, entry.amount.fact.text) for entry in found.profile.entries()]
    made = []
    for one in figures:
        pair = (one.indicator, one.mention.written)
        if pair in entries:
            entries.remove(pair)
            made.append(one)
    return made
