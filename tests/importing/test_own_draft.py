"""A draft of our own, imported, is the profile again in every fact that it prints."""

from collections import Counter
from pathlib import Path

import pytest

from drafter.pipeline.draft import Draft, draft
from drafter.pipeline.intake import intake, write
from drafter.pipeline.setup import HOME
from drafter.write.docx import docx
from drafter.write.text import text
from tests.support.five import PROFILES, drafted, profile, setup
from tests.write.package import replaced

SAMPLES = sorted((HOME / "profiles" / "示例").glob("*.yaml"))[::4]


def again(made: Draft, folder: Path) -> Draft:
    """Write a draft, import it, and draft the profile that came back."""
    file = folder / "初稿.docx"
    file.write_bytes(docx(made.report))
    found, findings = intake(file, setup())
    assert found is not None, findings
    written = write(found, folder / "取回.yaml")
    assert written.profile is not None, written.findings
    back, findings = draft(written.profile, setup())
    assert back is not None, findings
    return back


def facts(made: Draft) -> Counter[str]:
    return Counter(fact.text for fact in made.profile.facts() if fact.text)


def figures(made: Draft) -> Counter[tuple[str, str]]:
    return Counter((entry.typed, entry.amount.fact.text) for entry in made.profile.entries())


@pytest.mark.parametrize("number", PROFILES)
def test_the_five_profiles_come_back_equal_and_draft_the_same_headings(number: str, tmp_path: Path) -> None:
    made = drafted(profile(number))
    back = again(made, tmp_path)
    assert facts(back) == facts(made)
    assert figures(back) == figures(made)
    one, other = made.profile, back.profile
    assert (one.unit.text, one.level, one.superior, one.period.text) == (other.unit.text, other.level, other.superior, other.period.text)
    assert [line for line in text(made.report).split("\n") if line[:1] in "一二三四五六七八九十（"][0:1] == [
        line for line in text(back.report).split("\n") if line[:1] in "一二三四五六七八九十（"][0:1]
    titles = [[block.runs for block in draft_.report.blocks if hasattr(block, "level")] for draft_ in (made, back)]
    assert titles[0] == titles[1]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_draft_in_which_no_phrase_is_banned_comes_back_word_for_word(path: Path, tmp_path: Path) -> None:
    made = drafted(path)
    assert text(again(made, tmp_path).report) == text(made.report)


def test_blanks_and_none_stay_what_they_were(tmp_path: Path) -> None:
    made = drafted(HOME / "profiles" / "示例乡-2025-填了一半.yaml")
    back = again(made, tmp_path)
    states = [{entry.typed: (entry.amount.fact.none, entry.amount.fact.blank) for entry in one.profile.entries()} for one in (made, back)]
    printed = {key: state for key, state in states[0].items() if key in states[1]}
    assert states[1] == printed
    assert any(none for none, _ in printed.values())
    assert any(blank for _, blank in printed.values())


def test_a_draft_that_was_changed_is_read_by_its_words_and_said_so(tmp_path: Path) -> None:
    file = tmp_path / "改过.docx"
    file.write_bytes(replaced(docx(drafted(profile("000")).report), "word/document.xml", "139宗", "140宗"))
    found, findings = intake(file, setup())
    assert found is not None
    assert "I002" in [finding.rule for finding in findings]
    assert "行政处罚: 140宗" in found.profile("五要素")
