"""How much of a draft stands in the words of past reports, and how like two texts are sentence by sentence."""

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.mine import mine, save
from drafter.pipeline.setup import HOME, Setup, load_setup
from drafter.report import Heading, Report, Run

SAMPLES = HOME / "profiles" / "示例"
REPORTS = HOME / "seeds" / "reports"
THREE_YEARS = {"示例云岭镇": (2022, 2023, 2024), "示例柳溪乡": (2023, 2024, 2025), "示例滨河街道": (2022, 2023, 2024)}
MINED, CONVENTIONAL = "往年:", "惯用:"
ORDINAL = re.compile("^[一二三四五六七八九十]+是")
SENTENCE = re.compile("[^。]*。|[^。]+")
LIKE = 80


class Sentence(NamedTuple):
    """A free sentence: none of the prescribed ones, no word of the outline alone."""

    text: str
    runs: tuple[Run, ...]

    def stands_in(self, *origins: str) -> bool:
        """Whether at least half of its characters stand in phrases of these origins, slots and all."""
        return 2 * sum(len(run.text) for run in self.runs if run.origin.startswith(origins)) >= len(self.text)


def free_sentences(report: Report) -> list[Sentence]:
    """The sentences of a report that are not prescribed."""
    found: list[list[Run]] = []
    for block in report.blocks:
        if isinstance(block, Heading):
            continue
        found.append([])
        for run in block.runs:
            for piece in SENTENCE.findall(run.text):
                found[-1].append(run._replace(text=piece))
                if piece.endswith("。"):
                    found.append([])
    made = []
    for runs in found:
        text = "".join(run.text for run in runs).strip("。")
        bound = any(run.origin.startswith("规定:") for run in runs)
        if text and not bound and not all(run.origin == "提纲" or not run.text.strip("。；，") for run in runs):
            made.append(Sentence(ORDINAL.sub("", text), tuple(runs)))
    return made


def share(sentences: Sequence[Sentence], *origins: str) -> float:
    """Which part of some sentences stands in phrases of these origins."""
    return sum(sentence.stands_in(*origins) for sentence in sentences) / len(sentences)


def repeated(texts: Sequence[str], others: Sequence[str]) -> float:
    """Which part of some sentences is at least 80 similar to one of the others."""
    return sum(any(ratio(text, other) >= LIKE for other in others) for text in texts) / len(texts)


def project(folder: Path, reports: Sequence[str]) -> Setup:
    """A project whose library is mined from these past reports alone."""
    shutil.copytree(HOME / "templates", folder / "templates", dirs_exist_ok=True)
    (folder / "profiles").mkdir(exist_ok=True)
    seeds = folder / "seeds" / "reports"
    shutil.rmtree(seeds, ignore_errors=True)
    seeds.mkdir(parents=True)
    for name in reports:
        shutil.copy(REPORTS / name, seeds)
    return mined_again(folder)


def mined_again(folder: Path) -> Setup:
    """The setup of a project after its past reports were mined."""
    setup = loaded(folder)
    made = mine(setup.seeds, setup.kind, setup.library.constructions, lambda _number, _among: None)
    assert made.skipped == ()
    assert save(setup.seeds, made.shelves) == []
    return loaded(folder)


def loaded(folder: Path) -> Setup:
    """The setup of a project."""
    setup, findings = load_setup(folder)
    assert setup is not None
    assert findings == []
    return setup


def drafted_with(setup: Setup, path: Path) -> Draft:
    """The draft of a profile."""
    made, findings = draft(path, setup)
    assert made is not None, [finding for finding in findings if finding.is_error]
    return made


Change = Callable[[str], str]


def changed(path: Path, folder: Path, change: Change) -> Path:
    """A profile with its text changed, in a folder of its own."""
    target = folder / path.name
    target.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    return target
