"""What was mined is reused: in the five drafts, from two past reports alone, from year to year, and among twenty towns."""

import re
from itertools import combinations
from pathlib import Path
from statistics import median

import pytest

from drafter.pipeline.past import read_report, sentences_of
from drafter.pipeline.setup import HOME
from drafter.report import Cited, Heading
from tests.support.promise import REAL
from tests.support.reuse import (
    CONVENTIONAL,
    MINED,
    REPORTS,
    SAMPLES,
    THREE_YEARS,
    changed,
    drafted_with,
    free_sentences,
    loaded,
    mined_again,
    project,
    repeated,
    share,
)

SHIPPED = loaded(HOME)
TOWN = re.compile(r"示例([一-鿿]{2,4}(?:镇|乡|街道))")


def sample(town: str, year: int) -> Path:
    return SAMPLES / f"{town}-{year}.yaml"


@pytest.mark.parametrize("name", REAL)
def test_two_in_five_free_sentences_stand_in_mined_or_conventional_frames(name: str) -> None:
    sentences = free_sentences(drafted_with(SHIPPED, HOME / "profiles" / f"{name}.yaml").report)
    found = share(sentences, MINED, CONVENTIONAL)
    print(f"{name}: {found:.2f} of {len(sentences)} free sentences, mined alone {share(sentences, MINED):.2f}")
    assert found >= 0.40


@pytest.mark.parametrize("name", REAL)
def test_every_run_of_a_draft_has_an_origin(name: str) -> None:
    report = drafted_with(SHIPPED, HOME / "profiles" / f"{name}.yaml").report
    assert [run.text for block in report.blocks for run in block.runs if not run.origin] == []
    known = {entry.origin for entry in SHIPPED.library.shelf.all()}
    mined = {run.origin for block in report.blocks for run in block.runs if run.origin.startswith(MINED)}
    assert mined
    assert mined <= known


@pytest.mark.parametrize("name", REAL)
def test_nothing_of_another_town_leaks_into_a_draft(name: str) -> None:
    """Places, persons, brands, organisations and years of the sample towns: what stands in quotes, digits and their names."""
    profile = (HOME / "profiles" / f"{name}.yaml").read_text(encoding="utf-8")
    report = drafted_with(SHIPPED, HOME / "profiles" / f"{name}.yaml").report
    text = "".join(run.text for block in report.blocks if not isinstance(block, Heading) for run in block.runs)
    mined = "".join(run.text for block in report.blocks for run in block.runs if run.origin.startswith((MINED, CONVENTIONAL)))
    whole = "".join(path.read_text(encoding="utf-8") for path in REPORTS.glob("*.txt"))
    names = {short for town in TOWN.findall(whole) for short in (town, f"示例{town}")}
    assert [town for town in names if town in text and town not in profile] == []
    quoted = {words for words in re.findall("“([^”]{2,20})”", mined) if words not in profile.replace("’", "”")}
    assert quoted == set()
    digits = [run.text for block in report.blocks for run in block.runs
              if run.origin.startswith((MINED, CONVENTIONAL)) and not isinstance(run, Cited) and re.search(r"\d", run.text)]
    assert digits == []


@pytest.mark.parametrize("town", THREE_YEARS)
def test_the_third_year_is_drafted_in_the_words_of_the_two_before(town: str, tmp_path: Path) -> None:
    first, second, third = THREE_YEARS[town]
    setup = project(tmp_path, [f"{town}-{first}.txt", f"{town}-{second}.txt"])
    sentences = free_sentences(drafted_with(setup, sample(town, third)).report)
    found = share(sentences, MINED)
    print(f"{town} {third} from {first} and {second}: {found:.2f} of {len(sentences)} free sentences")
    assert found >= 0.25
    for path in (tmp_path / "seeds" / "reports").iterdir():
        path.unlink()
    bare = mined_again(tmp_path)
    assert share(free_sentences(drafted_with(bare, sample(town, third)).report), MINED) == 0


@pytest.mark.parametrize(("town", "year"), [(town, year) for town, years in THREE_YEARS.items() for year in years[1:]])
def test_last_year_is_not_repeated(town: str, year: int) -> None:
    texts = [sentence.text for sentence in free_sentences(drafted_with(SHIPPED, sample(town, year)).report)]
    past = read_report(REPORTS / f"{town}-{year - 1}.txt", SHIPPED.kind)
    assert past is not None
    report = sentences_of(past)
    draft = [sentence.text for sentence in free_sentences(drafted_with(SHIPPED, sample(town, year - 1)).report)]
    print(f"{town} {year}: {repeated(texts, report):.3f} like the report of {year - 1}, {repeated(texts, draft):.3f} like its draft")
    assert repeated(texts, report) <= 0.10
    assert repeated(texts, draft) <= 0.10


def test_twenty_towns_of_one_county_do_not_read_alike(tmp_path: Path) -> None:
    latest = {path.stem.rpartition("-")[0]: path for path in sorted(SAMPLES.glob("*.yaml"))}
    paths = [*(HOME / "profiles" / f"{name}.yaml" for name in REAL), *latest.values()][:20]

    def same_outline(text: str) -> str:
        return re.sub(r"(?m)^上级: .*$", "上级: 县", re.sub(r"(?m)^提纲: .*$", "提纲: 五要素", text))

    towns = [[sentence.text for sentence in free_sentences(drafted_with(SHIPPED, changed(path, tmp_path, same_outline)).report)]
             for path in paths]
    shares = sorted(max(repeated(one, other), repeated(other, one)) for one, other in combinations(towns, 2))
    print(f"{len(shares)} pairs: median {median(shares):.3f}, worst {shares[-1]:.3f}")
    assert len(shares) == 190
    assert median(shares) <= 0.15
    assert shares[-1] <= 0.30
