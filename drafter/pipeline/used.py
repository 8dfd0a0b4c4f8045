"""What a name has to do with one profile: its value this year and last, and the sentences of the draft that print it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from drafter.check.rules.uncited_claim import sentences
from drafter.finding import Address, Finding, spell
from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.last import before
from drafter.pipeline.parts import profiles_in
from drafter.pipeline.setup import Setup
from drafter.profile import Entry
from drafter.report import Cited, Heading, numbered, plain

MOST = 6
"""Sentences that are shown; a topic has many."""


def only_profile(folder: Path) -> Path | None:
    """Return the profile of a folder that holds a single one; None where nobody can tell which is meant."""
    found = profiles_in(folder) if folder.is_dir() else []
    return found[0] if len(found) == 1 else None


def used(name: str, path: Path, setup: Setup) -> tuple[list[str], list[Finding]]:
    """Return what a profile says under a name, what last year said, and where the draft prints it."""
    made, findings = draft(path, setup)
    if made is None:
        return [], [finding for finding in findings if finding.is_error]
    indicator = setup.kind.indicators.get(name.rsplit(".", 1)[-1])
    entries = [entry for entry in made.profile.entries() if indicator and entry.indicator.id == indicator.id
               and ("." not in name or spell(entry.amount.fact.at) == name)]
    lines = [f"  {path.name} 第{made.sources.place(entry.amount.fact.at).line}行：{_value(entry)}" for entry in entries]
    if indicator and not entries:
        lines = [f"  {path.name} 里没有填"]
    if indicator:
        lines += _last(indicator.id, path, made, setup)
    figures = {entry.amount.fact.at for entry in entries}
    lines += _printed((lambda at: at in figures) if indicator else partial(_is_under, name), made)
    return lines, []


def _value(entry: Entry) -> str:
    """Return a figure as it was typed; what is blank says so."""
    return f"{spell(entry.amount.fact.at)}  {entry.amount.fact.text or '还空着'}"


def _last(indicator: str, path: Path, made: Draft, setup: Setup) -> Iterator[str]:
    """Yield what last year said."""
    last = before(path, made.profile, setup).last
    if last is None:
        yield "  手边没有去年的资料或报告"
        return
    found = last.figures.get(indicator, ())
    yield from (f"  {last.called}：{before.figure.text}（{Path(before.place.file).name} 第{before.place.line}行）" for before in found)
    if not found:
        yield f"  {last.called}里没有"


def _printed(meant: Callable[[Address], bool], made: Draft) -> Iterator[str]:
    """Yield the sentences of the draft that lead back to the addresses that are meant, each with its heading."""
    under = ""
    found: list[tuple[str, str]] = []
    for mark, block in numbered(made.report):
        if isinstance(block, Heading):
            under = mark + plain(block.runs)
            continue
        found += [(under, "".join(run.text for run in sentence)) for sentence in sentences(block.runs)
                  if any(meant(at) for run in sentence if isinstance(run, Cited) for at in run.at)]
    if found:
        yield f"  初稿里用到它的有{len(found)}句{f'，先列{MOST}句' if len(found) > MOST else ''}："
    yield from (f"    “{heading}”下面：{text}" if heading else f"    开头：{text}" for heading, text in found[:MOST])
    if not found:
        yield "  初稿里没有用到它"


def _is_under(name: str, at: Address) -> bool:
    """Tell whether an address is a name, or lies below it."""
    spelled = spell(at)
    return spelled == name or spelled.startswith(f"{name}.") or name in at
