"""Profiles as data, drafted the way the program drafts them, and drafts taken apart into clauses with addresses."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.compose.resay import CLAUSES
from drafter.finding import Address, Finding
from drafter.phrases.same import same_key
from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.setup import HOME, Setup, load_setup
from drafter.profile import TOP
from drafter.report import Block, Cited, Heading, Run, plain
from drafter.source import read
from drafter.write.text import text

PROFILES = HOME / "profiles"
DATA = Path(__file__).parent.parent / "data"
REAL = ("桃溪镇-2024", "瓦屋镇-2023", "阳城镇-2025", "蒲台乡-2020", "黄金镇-2025")
EXAMPLE = "桃溪镇-形状示例"
LISTS = ("做法", "机制", "活动", "本地数据")
MARKS = re.compile("[，。；：（）]")
ORDINAL = re.compile("^[一二三四五六七八九十]+是")
TO_FILL = "【待填："
Data = dict[str, Any]


def made_setup() -> Setup:
    """The kind of report that ships, which has no mistakes."""
    setup, findings = load_setup(HOME)
    assert setup is not None, findings
    return setup


SETUP = made_setup()


def profile_path(name: str) -> Path:
    """The file of a profile: one of profiles/, or one of the tests' own."""
    return next(folder / f"{name}.yaml" for folder in (PROFILES, DATA) if (folder / f"{name}.yaml").is_file())


def profile(name: str) -> Data:
    """A profile as plain data; the outline that it names comes along by its full path."""
    path = profile_path(name)
    source, findings = read(path, path.name)
    assert source is not None, findings
    data = copy.deepcopy(source.data)
    assert isinstance(data, dict)
    if str(data.get("提纲", "")).endswith(".txt"):
        data["提纲"] = str(path.parent / str(data["提纲"]))
    return data


def emit(data: Any, indent: str = "") -> str:
    """Data as YAML: every text quoted, a blank text as nothing."""
    if isinstance(data, dict):
        lines = [f"{indent}{key}:{_behind(value, indent)}" for key, value in data.items()]
    else:
        lines = [f"{indent}- {_entry(value, indent)}" for value in data]
    return "\n".join(lines)


def _behind(value: Any, indent: str) -> str:
    return _scalar(value) if isinstance(value, str) else f"\n{emit(value, indent + '  ')}" if value else ""


def _entry(value: Any, indent: str) -> str:
    return _scalar(value).strip() if isinstance(value, str) else emit(value, f"{indent}  ").lstrip()


def _scalar(value: str) -> str:
    return " '" + value.replace("'", "''") + "'" if value else ""


def attempt(data: Data, folder: Path, outline: str = "") -> tuple[Draft | None, list[Finding]]:
    """Draft some data, perhaps by another outline, from a file in a folder."""
    if outline:
        (folder / "提纲.txt").write_text(outline, encoding="utf-8")
        data = {**data, "提纲": "提纲.txt"}
    path = folder / "资料.yaml"
    path.write_text(emit(data) + "\n", encoding="utf-8")
    return draft(path, SETUP)


def drafted(data: Data, folder: Path, outline: str = "") -> Draft:
    """Draft data that must make a draft."""
    made, findings = attempt(data, folder, outline)
    assert made is not None, [finding for finding in findings if finding.is_error]
    return made


def words(made: Draft) -> str:
    """The text of a draft."""
    return text(made.report)


def without(data: Data, at: Address) -> Data:
    """The data without what stands at an address, and without the keys that this leaves with nothing behind them."""
    changed = copy.deepcopy(data)
    path: list[Any] = [changed]
    for step in at[:-1]:
        path.append(path[-1][step])
    for holder, step in zip(reversed(path), reversed(at), strict=True):
        if (step == at[-1] and holder is path[-1]) or not holder[step]:
            del holder[step]
    return changed


def topics(data: Data) -> Iterator[tuple[str, Data]]:
    """The blocks of material in some data."""
    yield from ((key, value) for key, value in data.items() if key not in TOP and isinstance(value, dict))


def items(data: Data) -> Iterator[Address]:
    """The addresses of every 做法, 机制, 活动, 本地数据, 问题 and 打算."""
    for topic, given in topics(data):
        for key in LISTS:
            yield from ((topic, key, index) for index in range(len(given.get(key) or ())))
    for key in ("本地数据", "另外打算", "问题"):
        yield from ((key, index) for index in range(len(data.get(key) or ())))
    for index, problem in enumerate(data.get("问题") or ()):
        if problem.get("打算"):
            yield ("问题", index, "打算")


def leaves(data: Any, at: Address = ()) -> Iterator[tuple[Address, str]]:
    """Every text of some data with its address."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in pairs:
        yield from leaves(value, (*at, step))
    if isinstance(data, str):
        yield at, data


@dataclass(frozen=True)
class Clause:
    """A clause of a paragraph: its words without an ordinal, and what every run in it says of itself."""

    words: str
    runs: tuple[Run, ...]

    @property
    def addresses(self) -> set[Address]:
        """Where the clause comes from."""
        return {address for run in self.runs if isinstance(run, Cited) for address in run.at}

    @property
    def waits(self) -> bool:
        """Whether a mark stands in it that something is still to be filled in."""
        return TO_FILL in self.words


def clauses(blocks: tuple[Block, ...], marks: re.Pattern[str] = MARKS) -> Iterator[list[Clause]]:
    """The clauses of each paragraph, split at its marks."""
    for block in blocks:
        if isinstance(block, Heading):
            continue
        found: list[Clause] = []
        held: list[Run] = []
        for run in block.runs:
            pieces = [run.text] if TO_FILL in run.text else marks.split(run.text)
            for piece in pieces[:-1]:
                found.append(_clause([*held, _cut(run, piece)]))
                held = []
            held.append(_cut(run, pieces[-1]))
        yield [clause for clause in [*found, _clause(held)] if clause.words]


def _cut(run: Run, piece: str) -> Run:
    return Cited(piece, run.at, run.origin, run.figure) if isinstance(run, Cited) else type(run)(piece, run.origin)


def _clause(runs: list[Run]) -> Clause:
    kept = tuple(run for run in runs if run.text)
    return Clause(ORDINAL.sub("", plain(kept)).strip(), kept)


def sayings(text: str) -> Iterator[set[str]]:
    """For every clause of a text of the profile, the ways in which a draft may say it: as typed, or in another way of a construction."""
    found = SETUP.library.constructions
    whole = {match.said(way) for match in found.matches(text) for way in match.sayable()}
    if whole:
        yield {text, *whole}
        return
    for clause in CLAUSES.split(text)[::2]:
        if clause:
            mined = SETUP.library.shelf.clauses.get(same_key(clause))
            yield {clause, *([mined.text] if mined else []),
                   *(match.said(way) for match in found.matches(clause) for way in match.sayable())}


def said_as(text: str, shown: str) -> bool:
    """Whether a stretch of a draft says a text of the profile, clause by clause."""
    return all(any(saying in shown for saying in clause) for clause in sayings(text))


def prescribed(run: Run) -> bool:
    """Whether a run is a set formula, or words of the outline."""
    return run.origin.startswith("规定:") or run.origin == "提纲"
