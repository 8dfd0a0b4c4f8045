"""The story of a reconciliation: edited drafts in; figures back to the profile, rewordings kept, a list of opinions out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.compare.base import BaseLine
from drafter.compare.change import Change, Compared, What, compare
from drafter.compare.numbers import Became
from drafter.compare.people import Agreed, Dispute, agree
from drafter.edit import amend
from drafter.finding import Address, Finding, Place, Severity
from drafter.kind import Kind
from drafter.pipeline.base import Copy, of_report, open_copy
from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.figures_back import Returned, figures_back
from drafter.pipeline.setup import Setup
from drafter.profile.period import read_day
from drafter.source import typed, typed_item
from drafter.words import bare, headed

STRANGE = 0.3
"""Share of a draft's lines below which a file is something else."""
NUMBER = "{数}"
ABOUT = "在 Word、WPS 里改过的话：初稿里还有“原文”那句话，就照“改为”印；不要了就删掉那一条"
INNER = 18
"""Characters of a heading that say where something stands."""


class Reconciled(NamedTuple):
    """Everything that came of some edited copies."""

    draft: Draft
    copies: tuple[tuple[Copy, Compared], ...]
    figures: tuple[Returned, ...]
    agreed: tuple[Agreed, ...]
    disputes: tuple[Dispute, ...]
    known: tuple[Agreed, ...]
    """Rewordings that the profile holds already."""
    against: tuple[Agreed, ...]
    """Rewordings of a sentence that the profile rewords otherwise."""

    @property
    def rewordings(self) -> list[Agreed]:
        """Return what is to be kept for the next draft."""
        taken = (*self.known, *self.against)
        worded = {_key(one.figure) for one in self.figures if one.worded}
        return [one for one in self.agreed if one.change.what is not What.HEAD and one not in taken
                and (one.change.what is not What.FIGURE or any(_key(figure) in worded for figure in one.change.figures))]

    def changes(self) -> list[amend.Change | amend.Append]:
        """Return what is to be written into the profile."""
        made: list[amend.Change | amend.Append] = [amend.Change(one.at, one.value) for one in self.figures if one.value]
        made += [change for one in self.agreed if one.change.what is What.HEAD and (change := _head(one.change, self.copies))]
        accepted = {_key(one.figure) for one in self.figures if one.value}
        return made + [amend.Append(("改写",), tuple(_entry(one, accepted)), ABOUT) for one in self._in_order()]

    def _in_order(self) -> list[Agreed]:
        """Return the rewordings as they are to be worked in: first what was added or moved, but behind a new paragraph only once it is there."""
        order = {id(change): (number, index) for number, (_, compared) in enumerate(self.copies) for index, change in enumerate(compared.changes)}
        early: list[Agreed] = []
        late: list[Agreed] = []
        within = [one for one in self.rewordings if not one.change.behind]
        ends = [line for one in within for line in one.change.new[:-1]]
        for one in sorted((one for one in self.rewordings if one.change.behind), key=lambda one: order[id(one.change)]):
            if any(line.endswith(one.change.behind) for line in ends):
                late.append(one)
                ends += one.change.new[-1:]
            else:
                early.append(one)
        return [*early, *within, *late]


def reconcile(drafts: Sequence[Path], profile: Path, setup: Setup, original: bool) -> tuple[Reconciled | None, list[Finding]]:
    """Compare edited drafts with the profile's; ``original`` reads them as if their tracked changes were rejected."""
    made, findings = draft(profile, setup)
    if made is None:
        return None, findings
    copies: list[tuple[Copy, Compared]] = []
    troubles: list[Finding] = []
    for path in drafts:
        copy, found = open_copy(path, made.report, original)
        troubles += found
        if copy is not None:
            compared = compare(copy.base, copy.edited)
            troubles += [_strange(copy)] if compared.likeness < STRANGE else []
            copies.append((copy, compared))
    if any(finding.is_error for finding in troubles):
        return None, troubles
    agreed, disputes = agree(compared.changes for _, compared in copies)
    figures = figures_back([change for _, compared in copies for change in compared.changes if change.what is not What.HEAD],
                           made.sources, made.setup.kind)
    known, against = _held(agreed, made)
    return Reconciled(made, tuple(copies), tuple(figures), tuple(agreed), tuple(disputes), tuple(known), tuple(against)), troubles


def _strange(copy: Copy) -> Finding:
    return Finding("D002", Severity.ERROR, "这份文件和资料的初稿几乎没有相同的话", Place(str(copy.path), 1),
                   "看看文件是不是拿错了；往年报告用  drafter import  读")


def _held(agreed: Iterable[Agreed], made: Draft) -> tuple[list[Agreed], list[Agreed]]:
    """Return the changes that the profile keeps already, and those of a sentence that it rewords otherwise."""
    known: list[Agreed] = []
    against: list[Agreed] = []
    now = bare("\n".join(line.text for line in of_report(made.report)))
    for one in agreed:
        said = bare("\n".join(one.change.old).removeprefix(one.change.number))
        for kept in made.profile.rewordings:
            if said and said in now:
                continue  # the draft says it today, so nothing has reworded it for good
            if one.change.old and kept.old == one.change.old and kept.behind == one.change.behind:
                (known if kept.new == one.change.new or kept.behind else against).append(one)
            elif not one.change.old and not kept.old and (kept.behind, kept.new) == (one.change.behind, one.change.new):
                known.append(one)
    return known, [one for one in against if one not in known]


def _head(change: Change, copies: Iterable[tuple[Copy, Compared]]) -> amend.Change | None:
    """Return the line of the profile for a title, a signature or a date that was written otherwise."""
    line = next((copy.base[change.line] for copy, _ in copies if copy.edited.name == change.file), None)
    if line is None or not change.new:
        return None
    if line.title:
        return amend.Change(("标题",), change.new[0])
    day = read_day(change.new[0]) if line.id == "date" else None
    return amend.Change(("成文日期",), day.isoformat()) if day else None


def _key(figure: Became) -> tuple[Address, str, str]:
    return figure.figure.at, figure.figure.text, figure.now


def _entry(one: Agreed, accepted: Collection[tuple[Address, str, str]]) -> list[str]:
    """Return the lines of a 改写: what the draft said, with the figures that it will say now, and what was made of it."""
    change = one.change
    old = change.old_with([figure for figure in change.figures if _key(figure) in accepted])
    lines: list[str] = []
    if change.what is not What.ADDED:
        lines += _paragraphs("原文", old)
    if change.what is not What.MOVED:
        lines += _paragraphs("改为", change.new) if change.new else ["改为: 无"]
    if change.behind:
        lines.append(f"接在: {typed(change.behind)}")
    lines.append(f"来自: {typed(who(change, one.files))}")
    return [f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(lines)]


def _paragraphs(key: str, texts: tuple[str, ...]) -> list[str]:
    """Return a key with its paragraphs: on one line, or one a line."""
    if len(texts) == 1:
        return [f"{key}: {typed(texts[0])}"]
    return [f"{key}:", *(f"- {typed_item(text)}" for text in texts)]


def who(change: Change, files: Sequence[str]) -> str:
    """Return who made a change, when, and in which files."""
    hands = [f"{hand.author} {hand.date}".strip() for hand in change.hands if hand.author]
    return "，".join([*dict.fromkeys(hands), *(re.sub(r"\s+", " ", file) for file in files)])


def where(line: int, base: Sequence[BaseLine]) -> str:
    """Return in which part of the draft a line stands: the headings over it."""
    over: dict[int, str] = {}
    for one in base[:line + 1]:
        if one.level:
            over = {level: text for level, text in over.items() if level < one.level}
            over[one.level] = one.shown
    if base and base[min(line, len(base) - 1)].title:
        return "标题"
    *outer, inner = over.values() or ("开头",)
    marks = "".join(headed(text)[1] for text in outer)
    return f"{marks}{inner[:INNER]}{'…' if len(inner) > INNER else ''}"


class Offer(NamedTuple):
    """A wording of the office that the phrase library can take."""

    frame: str
    indicator: str


def offers(found: Reconciled, kind: Kind) -> list[Offer]:
    """Return the clauses with one figure that people worded otherwise, as frames for the phrase library."""
    made: list[Offer] = []
    for one in found.rewordings:
        change = one.change
        lines = next((copy.base for copy, _ in found.copies if copy.edited.name == change.file), ())
        figures = [figure for figure in (lines[change.line].figures if lines else ()) if figure.whole]
        for clause in re.split("[，。；：！？]", "".join(change.new)):
            inside = [figure for figure in figures if figure.text in clause]
            if len(inside) != 1 or clause in "".join(change.old) or len(re.findall(r"\d+", clause)) != 1:
                continue
            indicator = kind.indicators.get(str(inside[0].at[-1]))
            if indicator is not None:
                made.append(Offer(clause.replace(inside[0].text, NUMBER), indicator.name))
    return list(dict.fromkeys(made))
