"""Deleting one item of a profile takes its own clauses out of the draft, and nothing else changes."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.finding import Address
from drafter.report import Heading, Report, plain
from tests.support.promise import (
    EXAMPLE,
    REAL,
    SETUP,
    Clause,
    Data,
    clauses,
    drafted,
    emit,
    items,
    leaves,
    prescribed,
    profile,
    profile_path,
    sayings,
    without,
)

WINDOW = 4
HANZI = re.compile("[一-鿿]+")
TIMES = ["", *(piece for phrase in SETUP.library.by_purpose["时间词"] for part in phrase.parts for piece in part.pieces)]


def under(address: Address, at: Address) -> bool:
    """Whether an address lies at or below another."""
    return address[:len(at)] == at


def owned(clause: Clause, at: Address, gone: set[Address]) -> bool:
    """Whether everything that a clause says of the profile belongs to the deleted item."""
    return bool(clause.addresses) and all(under(address, at) or address in gone for address in clause.addresses)


def expected_to_go(report: Report, at: Address, gone: set[Address]) -> Counter[str]:
    """The clauses of a draft that only the deleted item brought; a clause of frame words goes with the one after it."""
    found: Counter[str] = Counter()
    for paragraph in clauses(report.blocks):
        follows = False
        for clause in reversed(paragraph):
            follows = owned(clause, at, gone) if clause.addresses else follows and not all(map(prescribed, clause.runs))
            found[clause.words] += follows and not clause.waits
    return +found


def all_clauses(report: Report) -> Counter[str]:
    """The clauses of a draft, marks that wait for something left out."""
    found = (clause for paragraph in clauses(report.blocks) for clause in paragraph)
    return Counter(clause.words for clause in found if not clause.waits)


def headings(report: Report) -> list[str]:
    return [plain(block.runs) for block in report.blocks if isinstance(block, Heading)]


def windows(text: str) -> set[str]:
    """Every stretch of four hanzi."""
    found = {text[at:at + WINDOW] for at in range(len(text) - WINDOW + 1)}
    return {window for window in found if HANZI.fullmatch(window)}


def key_words(data: Data, kept: Data, at: Address) -> set[str]:
    """The windows of the deleted words that stand nowhere else in the profile, nor in what its figures are called."""
    deleted = data
    for step in at:
        deleted = deleted[step]
    texts = [value for _, value in leaves(deleted)] if not isinstance(deleted, str) else [deleted]
    rest = emit(kept) + "|".join(frames(kept)) + "|".join(saying for _, text in leaves(kept) for clause in sayings(text) for saying in clause)
    return {window for text in texts for window in windows(text) if window not in rest}


def frames(data: Data) -> Iterator[str]:
    """What the catalogue calls the figures of some data, and how its topics may open: words bound to kept facts."""
    slots = {**SETUP.kind.levels[data["级别"]], **SETUP.kind.superiors[data["上级"]]}
    for name in names(data):
        known, topic = SETUP.kind.indicators.get(name), SETUP.kind.topics.get(name)
        said = [time + verb + known.object for time in TIMES for verb in known.verbs or ("",)] if known else (topic.label,) if topic else ()
        yield from (re.sub(r"\{(.+?)\}", lambda slot: slots[slot[1]], words) for words in said)


def names(data: object) -> Iterator[str]:
    """Every key of some data."""
    if isinstance(data, dict):
        yield from data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from names(value)


def claims(report: Report) -> str:
    """What the paragraphs say outside prescribed words, one run behind the other."""
    return "".join(run.text for block in report.blocks if not isinstance(block, Heading)
                   for run in block.runs if not prescribed(run))


@pytest.mark.parametrize("name", [*REAL, EXAMPLE])
def test_a_deleted_item_leaves_with_its_own_clauses_and_no_other(name: str, tmp_path: Path) -> None:
    data = profile(name)
    base = drafted(data, tmp_path).report
    found = list(items(data))
    assert len(found) > 10, f"{profile_path(name)} holds too little to tell"
    wrong = []
    for at in found:
        kept = without(data, at)
        report = drafted(kept, tmp_path).report
        gone = {at[:1]} if at[0] not in kept else set()
        went, came = all_clauses(base) - all_clauses(report), all_clauses(report) - all_clauses(base)
        due = expected_to_go(base, at, gone)
        left = {window for window in key_words(data, kept, at) if window in claims(report)}
        if went != due or came or left or headings(report) != headings(base) or not due:
            wrong.append((at, {"went": went - due, "stayed": due - went, "came": came, "words": left, "due": len(due)}))
    assert not wrong, f"{len(wrong)} of {len(found)}: " + "\n".join(map(str, wrong))
