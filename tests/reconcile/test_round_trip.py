"""Edits made in the file's XML as Word and WPS make them: every figure comes home, nothing else does, no wording is lost."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from drafter.compare.change import What
from tests.support import edits
from tests.support import word_edits as word
from tests.support.libreoffice import converted
from tests.support.round_trip import FIVE, Outcome, case, go, lines_in, lines_of, returned

AUTHOR = "张某某"


def kept(outcome: Outcome) -> bool:
    """Tell whether the next draft says what the edited one says, or every wording that it does not hold was listed."""
    lost = [finding for finding in outcome.findings if finding.rule == "P024"]
    return not lost and lines_of(outcome.again) == lines_in(outcome.found)


def trip(seed: int, folder: Path, kinds: tuple[edits.Edit, ...], author: str = "", cut: bool = False, after: Any = None,
         drop: tuple[str, ...] = ()) -> tuple[Outcome, edits.Figures]:
    """Do one edit to a draft and bring it home."""
    luck = random.Random(seed)
    made = case(FIVE[seed % len(FIVE)], folder)
    wanted: edits.Figures = set()

    def edit(root: Any) -> None:
        wanted.update(kinds[seed // len(FIVE) % len(kinds)](root, made, luck, author))
        if cut:
            word.cut_runs(root, luck)
        if after is not None:
            after(root)

    return go(made, [word.edited(made.data, edit, drop)]), wanted


@pytest.mark.parametrize("seed", range(200))
def test_a_plain_edit_comes_home(seed, tmp_path):
    outcome, wanted = trip(seed, tmp_path, edits.PLAIN, cut=seed % 2 == 1)
    assert returned(outcome.found) == wanted
    assert kept(outcome)


@pytest.mark.parametrize("seed", range(60))
def test_a_tracked_edit_comes_home_with_its_author(seed, tmp_path):
    outcome, wanted = trip(seed, tmp_path, edits.TRACKED, AUTHOR, cut=seed % 3 == 0)
    assert returned(outcome.found) == wanted
    assert kept(outcome)
    (_, compared), = outcome.found.copies
    assert {hand.author for change in compared.changes for hand in change.hands} == {AUTHOR}
    assert {hand.date for change in compared.changes for hand in change.hands} == {"2026-01-15 09:30"}


@pytest.mark.parametrize("seed", range(20))
def test_a_tracked_edit_that_is_refused_leaves_everything(seed, tmp_path):
    luck = random.Random(seed)
    made = case(FIVE[seed % len(FIVE)], tmp_path)
    edit = edits.TRACKED[seed // len(FIVE) % len(edits.TRACKED)]
    outcome = go(made, [word.edited(made.data, lambda root: edit(root, made, luck, AUTHOR))], original=True)
    assert not outcome.found.copies[0][1].changes
    assert lines_of(outcome.again) == lines_of(made.made)


@pytest.mark.parametrize("seed", range(20))
def test_a_draft_without_bookmarks_and_custom_part_is_known_by_its_words(seed, tmp_path):
    outcome, wanted = trip(seed, tmp_path, edits.PLAIN, cut=True, after=word.strip_marks, drop=("customXml/",))
    assert not outcome.found.copies[0][0].own
    assert returned(outcome.found) == wanted
    assert kept(outcome)


@pytest.mark.parametrize("seed", range(10))
def test_a_draft_pasted_into_another_template_is_known_by_its_words(seed, tmp_path):
    outcome, wanted = trip(seed, tmp_path, (edits.figure, edits.reword), after=word.foreign, drop=("customXml/",))
    assert returned(outcome.found) == wanted
    changes = [change for _, compared in outcome.found.copies for change in compared.changes]
    assert sum(change.what is not What.ADDED for change in changes) == 1
    assert [change.new for change in changes if change.what is What.ADDED] == [("某县人民政府办公室",), ("内部资料",)]


@pytest.mark.parametrize("seed", range(30))
def test_a_remark_comes_home_with_its_author_and_its_place(seed, tmp_path):
    luck = random.Random(seed)
    made = case(FIVE[seed % len(FIVE)], tmp_path)
    seen: list[str] = []

    def edit(root: Any) -> None:
        paragraph = edits.long_one(root, luck)
        text = word.text_of(paragraph)
        start = luck.randrange(len(text) - 10)
        seen.extend((text, text[start:start + 8]))
        word.comment(paragraph, start, start + 8, 0)
        if seed % 2:
            word.cut_runs(root, luck)

    outcome = go(made, [word.edited(made.data, edit, add={"word/comments.xml": word.comments([(AUTHOR, "这里再核一下")])})])
    (copy, compared), = outcome.found.copies
    remark, = copy.edited.remarks
    assert (remark.hand.author, remark.hand.date, remark.text) == (AUTHOR, "2026-01-15 09:30", "这里再核一下")
    assert remark.quoted == seen[1].strip()
    assert copy.edited.lines[remark.line].text == seen[0]
    assert copy.base[compared.lines[remark.line]].text == seen[0]
    assert not compared.changes


@pytest.mark.parametrize("seed", range(10))
def test_two_copies_are_brought_together_and_a_quarrel_is_shown(seed, tmp_path):
    luck = random.Random(seed)
    made = case(FIVE[seed % len(FIVE)], tmp_path)
    if seed % 2:
        text = luck.choice([line for line in lines_of(made.made) if len(line) > 40])

        def reworded(words: str) -> bytes:
            def edit(root: Any) -> None:
                word.splice(next(found for found in word.paragraphs(root) if word.text_of(found) == text), 3, 5, words, AUTHOR)
            return word.edited(made.data, edit)

        before = made.profile.read_bytes()
        outcome = go(made, [reworded("抓好"), reworded("抓实")])
        assert len(outcome.found.disputes) == 1
        assert made.profile.read_bytes() == before
        assert lines_of(outcome.again) == lines_of(made.made)
    else:
        copies = [word.edited(made.data, lambda root, kind=kind: kind(root, made, luck, AUTHOR)) for kind in (edits.figure, edits.split)]
        outcome = go(made, copies)
        assert not outcome.found.disputes
        assert len(returned(outcome.found)) == 1
        assert len(lines_of(outcome.again)) == len(lines_of(made.made)) + 1


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, edits.Figures]]:
    """Thirty edited drafts, opened and saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("drafts")
    files, wanted = [], []
    for seed in range(30):
        luck = random.Random(seed)
        made = case(FIVE[seed % len(FIVE)], folder / str(seed))
        changed: edits.Figures = set()
        kind = edits.PLAIN[seed // len(FIVE) % len(edits.PLAIN)]
        author = AUTHOR if seed % 4 == 3 and kind in edits.TRACKED else ""
        data = word.edited(made.data, lambda root, kind=kind, made=made, luck=luck, author=author, changed=changed:
                           changed.update(kind(root, made, luck, author)))
        file = folder / f"{seed}.docx"
        file.write_bytes(data)
        files.append(file)
        wanted.append((made, changed))
    return list(zip(converted(files, "docx"), wanted, strict=True))


@pytest.mark.parametrize("seed", range(30))
def test_a_draft_that_libreoffice_saved_comes_home(seed, resaved):
    file, (made, wanted) = resaved[seed]
    outcome = go(made, [file.read_bytes()])
    assert outcome.found.copies[0][0].own
    assert returned(outcome.found) == wanted
    assert kept(outcome)


def test_a_draft_that_nobody_touched_changes_nothing(tmp_path):
    made = case(FIVE[0], tmp_path)
    before = made.profile.read_bytes()
    outcome = go(made, [made.data])
    assert outcome.found.copies[0][1].untouched == len(outcome.found.copies[0][0].base)
    assert made.profile.read_bytes() == before
