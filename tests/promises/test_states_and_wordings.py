"""Five states of a value read differently; a rate without a base stays out; twenty towns do not read alike."""

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from drafter.kind import Indicator
from drafter.pipeline.deliver import deliver
from drafter.pipeline.setup import HOME
from tests.support.promise import PROFILES, SETUP, TO_FILL, Data, drafted, profile, words

FOUR: Data = profile("示例镇-2025-只填四项")
COUNTED = [each for each in SETUP.kind.catalogue() if each.type == "数量" and each.offered and each.units]
RATES = [each for each in SETUP.kind.catalogue() if each.is_rate and each.denominator]
BY_ID = {each.id: each for each in SETUP.kind.catalogue()}
TOWNS = [f"{first}{last}镇" for first in "青白黄红黑" for last in "山水林田"]
DENIALS = ("无", "没有", "未发生")


def under(each: Indicator, value: str | None) -> Data:
    """A profile with one indicator in some state, beside a measure that keeps its topic there."""
    given = {} if value is None else {each.name: value}
    return {**FOUR, each.topic: {"做法": ["把责任落到每个人"], **given}}


@pytest.mark.parametrize("each", COUNTED, ids=lambda each: each.id)
def test_absent_blank_none_and_zero_read_differently(each: Indicator, tmp_path: Path) -> None:
    read = {state: words(drafted(under(each, value), tmp_path))
            for state, value in {"absent": None, "blank": "", "none": "无", "zero": "0", "one": f"1{each.units[0]}"}.items()}
    assert len(set(read.values())) == 5
    new = {state: "".join(line for line in text.splitlines() if line not in read["absent"].splitlines())
           for state, text in read.items()}
    assert f"{TO_FILL}{each.name}】" in new["blank"]
    assert any(word in new["none"] for word in DENIALS)
    assert not any(char.isdigit() for char in new["none"])
    assert "0" in new["zero"]
    assert f"1{each.units[0]}" in new["one"]


def test_what_is_kept_back_stands_in_the_sheet_and_not_in_the_draft(tmp_path: Path) -> None:
    made = drafted({**FOUR, "留底": {"信访.初信初访": "4711件"}}, tmp_path)
    assert words(made) == words(drafted(FOUR, tmp_path))
    sheet = deliver(made, tmp_path / "初稿.docx", SETUP, {}).beside
    assert sheet is not None
    assert "信访.初信初访　4711件" in sheet.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("nothing", ["0", "无"])
@pytest.mark.parametrize("rate", RATES, ids=lambda each: each.id)
def test_a_rate_whose_base_is_nothing_is_not_printed(rate: Indicator, nothing: str, tmp_path: Path) -> None:
    bases = {BY_ID[part].name: nothing for part in rate.denominator}
    data = {**FOUR, rate.topic: {"做法": ["把责任落到每个人"], **bases, rate.name: "97.3%"}}
    assert "97.3%" not in words(drafted(data, tmp_path))
    data[rate.topic] = {"做法": ["把责任落到每个人"], rate.name: "97.3%"}
    assert "97.3%" in words(drafted(data, tmp_path))


def test_what_there_is_none_of_in_one_topic_shares_a_sentence(tmp_path: Path) -> None:
    made = words(drafted({**FOUR, "复议应诉": {"行政复议": "无", "行政诉讼": "无"}}, tmp_path))
    line = next(line for line in made.splitlines() if "行政诉讼" in line)
    assert sum(line.count(word) for word in DENIALS) == 1
    assert "行政复议" in line


def final(profile_file: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "drafter", "draft", str(profile_file), "-o", str(folder / "定稿.docx"), "--final"]
    return subprocess.run(command, cwd=HOME, capture_output=True, encoding="utf-8", check=False)


def test_a_final_version_is_refused_while_something_waits(tmp_path: Path) -> None:
    done = final(PROFILES / "示例乡-2025-填了一半.yaml", tmp_path)
    assert done.returncode == 3, done.stdout + done.stderr
    assert "还没填" in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_final_version_is_written_when_nothing_waits(tmp_path: Path) -> None:
    done = final(HOME / "profiles" / "蒲台乡-2020.yaml", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "定稿.docx").is_file()


def test_a_final_version_with_false_arithmetic_is_not_written(tmp_path: Path) -> None:
    done = final(HOME / "tests" / "data" / "levels.yaml", tmp_path)
    assert done.returncode == 1
    assert "C03" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_no_two_of_twenty_towns_with_the_same_facts_read_alike(tmp_path: Path) -> None:
    data = profile("levels")
    texts = {town: words(drafted({**data, "单位": town}, tmp_path)).replace(town, "某镇") for town in TOWNS}
    shared = [len(set(texts[one].split("。")) & set(texts[other].split("。"))) / len(set(texts[one].split("。")))
              for one, other in combinations(TOWNS, 2)]
    assert len(set(texts.values())) == len(TOWNS) == 20
    assert max(shared) < 0.7
