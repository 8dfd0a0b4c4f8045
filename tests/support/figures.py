"""The 151 reported figures, and where they stand in a text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.five import DATA

BEFORE = "约近超逾仅于.0123456789"
"""What may not stand right before a figure that does not begin with it."""
AFTER = re.compile(r"次|以上|以下|左右")
CLAUSE = re.compile(r"[，。；：\n]")


@dataclass(frozen=True)
class Mention:
    """One figure as one place of a report states it."""

    report: str
    sequence: str
    section: str
    written: str
    keys: tuple[str, ...]


def mentions(report: str) -> list[Mention]:
    """Return the figures of a report in their right form."""
    slips = [row for row in rows("corrections") if row["report"] == report]
    return [
        Mention(report, row["seq"], row["section_path"], _right(row, slips), tuple(row["key"].split("|")))
        for row in rows(report) if row["kind"] == "indicator"
    ]


def standing(form: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield where a figure stands in a text by itself, not as a part of another one, with its clause."""
    for match in re.finditer(re.escape(form), text):
        before, after = text[:match.start()], text[match.end():]
        if (before[-1:] and before[-1] in BEFORE) or AFTER.match(after):
            continue
        yield match.start(), CLAUSE.split(before)[-1] + form + CLAUSE.split(after)[0]


def unplaced(wanted: list[Mention], text: str) -> list[Mention]:
    """Return the mentions of one section for which there is no figure of their own in a clause with a key word."""
    taken: dict[int, Mention] = {}

    def settle(mention: Mention, tried: set[int]) -> bool:
        for at, clause in standing(mention.written, text):
            if at in tried or not any(key in clause for key in mention.keys):
                continue
            tried.add(at)
            if at not in taken or settle(taken[at], tried):
                taken[at] = mention
                return True
        return False

    return [mention for mention in wanted if not settle(mention, set())]


def _right(row: dict[str, str], slips: list[dict[str, str]]) -> str:
    """Return the form that the draft has to carry: as written, or its correction."""
    written = row["written"]
    for slip in slips:
        typed, better = slip["as_written"], slip["corrected"]
        if row["section_path"].startswith(slip["section"]) and typed != better and typed.endswith(written):
            return better[len(typed) - len(written):]
    return written.replace("％", "%")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one table."""
    path = DATA / "figures" / f"{name}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
