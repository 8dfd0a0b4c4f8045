"""Edits that meet in one place, and the small things that office programs and people put into a text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from drafter.compare.base import figures_in
from drafter.compare.numbers import became
from drafter.pipeline.draft import draft
from drafter.pipeline.opinion_list import opinion_list
from drafter.pipeline.reconcile import reconcile
from drafter.read.edited import read_edited
from drafter.words import sentences
from drafter.write.docx import docx
from tests.support import word_edits as word
from tests.support.round_trip import Case, Outcome, body, case, figure_spots, go, lines_in, lines_of, returned, setup

TOWN = "桃溪镇-2024"
ADDED = "第一段新加的话，写得长一些。", "第二段也是新加的，另说一件事情。"


def said(old: str, new: str) -> dict[str, str]:
    """Return what became of the numbers of a sentence."""
    return {one.figure.text: one.now for one in became(old, new, figures_in(old, 0, ("甲",), whole=False))[0]}


@pytest.mark.parametrize(("old", "new", "wanted"), [
    ("立案148件，共办理处罚案件141件，", "办理处罚案件141件，共立案148件，", {}),
    ("立案148件，共办理处罚案件141件，", "办理处罚案件145件，立案150件，", {"148": "150", "141": "145"}),
    ("排查47件，调解47件，化解45件。", "排查47件，调解48件，化解45件。", {"47": "48"}),
    ("聘请法律顾问2名。", "建成法治广场1处。", {"2": ""}),
    ("立案148件。", "立案140至150件。", {"148": "140至150"}),
    ("立案148件。", "立案一百五十件。", {"148": "一百五十"}),
    ("抓住“4·15”“6·26”两个节点。", "抓住“4·26”“30·26”两个节点。", {"15": "26", "6": "30"}),
])
def test_a_number_is_known_by_what_it_counts(old, new, wanted):
    assert said(old, new) == wanted


def figure_line(made: Case) -> tuple[str, str]:
    """Return a line of the draft with a figure of three digits and a measure word, and the figure."""
    return next((line.shown, figure.text) for line, figure in figure_spots(made) if figure.whole and re.match(r"\d{3}\D", figure.text))


def trip(folder: Path, change: Any) -> tuple[Case, Outcome]:
    made = case(TOWN, folder)
    return made, go(made, [word.edited(made.data, lambda root: change(made, root))])


def in_figure(start: int, end: int, new: str, author: str = "") -> Any:
    """Return an edit inside the first figure of three digits."""
    def change(made: Case, root: Any) -> None:
        line, figure = figure_line(made)
        paragraph = next(found for found in word.paragraphs(root) if word.text_of(found) == line)
        at = line.index(figure)
        word.splice(paragraph, at + start, at + end, new, author)
    return change


@pytest.mark.parametrize(("new", "head"), [("9８７", "987"), ("9,876", "9876"), ("9\u200b8\u00ad7", "987")])
def test_a_number_is_read_however_it_is_typed(new, head, tmp_path):
    _, outcome = trip(tmp_path, in_figure(0, 3, new))
    (_, old, now), = returned(outcome.found)
    assert now == head + old[3:]
    assert lines_of(outcome.again) == lines_in(outcome.found)


def test_a_place_to_break_inside_a_number_changes_nothing(tmp_path):
    _, outcome = trip(tmp_path, in_figure(1, 1, "\u00ad"))
    assert not outcome.found.copies[0][1].changes


def test_a_number_in_hanzi_is_told_and_the_words_are_kept(tmp_path):
    made = case(TOWN, tmp_path)
    before = figure_line(made)[1]
    outcome = go(made, [word.edited(made.data, lambda root: in_figure(0, 3, "九百八十七")(made, root))])
    one, = outcome.found.figures
    assert (one.figure.figure.text, one.value) == (before, "")
    assert "自己改" in one.why
    assert lines_of(outcome.again) == lines_in(outcome.found)


def test_who_takes_out_what_another_put_in_is_named_too(tmp_path):
    def change(made: Case, root: Any) -> None:
        in_figure(0, 3, "987", "张某某")(made, root)
        added = next(root.iter(f"{word.W}ins"))[0]
        added.find(f"{word.W}t").text = "9"
        gone = word.wrapped("del", word.run("87", "delText"), "李某某", 970)
        added.addnext(gone)
        gone.addnext(word.run("65"))

    _, outcome = trip(tmp_path, change)
    (_, old, now), = returned(outcome.found)
    assert now == "965" + old[3:]
    assert {hand.author for hand in outcome.found.figures[0].change.hands} == {"张某某", "李某某"}


def add_two(made: Case, root: Any) -> None:
    behind = body(root)[4]
    for text in ADDED:
        one = word.new_paragraph(text, behind)
        behind.addnext(one)
        behind = one


def move_behind_moved(made: Case, root: Any) -> None:
    last, first, second = body(root)[-1], body(root)[3], body(root)[6]
    last.addnext(first)
    first.addnext(second)


def add_inside_split(made: Case, root: Any) -> None:
    paragraph = next(found for found in body(root) if len(sentences(word.text_of(found))) > 2)
    word.split(paragraph, len(sentences(word.text_of(paragraph))[0]))
    paragraph.addnext(word.new_paragraph(ADDED[0], paragraph))


def join_over_moved(made: Case, root: Any) -> None:
    near = [found for found in body(root) if found.getnext() is not None and found.getnext().getnext() is not None
            and {word.style_of(found.getnext()), word.style_of(found.getnext().getnext())} == {"BodyText"}]
    body(root)[-1].addnext(near[0].getnext())
    word.join(near[0])


@pytest.mark.parametrize("change", [add_two, move_behind_moved, add_inside_split, join_over_moved])
def test_what_was_done_side_by_side_stands_in_the_same_order_again(change, tmp_path):
    _, outcome = trip(tmp_path, change)
    assert lines_of(outcome.again) == lines_in(outcome.found)


def test_a_sentence_changed_back_can_be_changed_once_more(tmp_path):
    made = case(TOWN, tmp_path)
    text = next(line for line in lines_of(made.made) if len(line) > 40)
    for new in ("甲乙丙", text[3:5], "丁戊己"):
        start = lines_of(made.made).index(next(line for line in lines_of(made.made) if line[-20:] == text[-20:]))
        old = lines_of(made.made)[start]

        def change(root: Any, old: str = old, new: str = new) -> None:
            paragraph = next(found for found in word.paragraphs(root) if word.text_of(found).endswith(old))
            word.splice(paragraph, 3, 3 + len(old) - len(text) + 2, new)

        outcome = go(made, [word.edited(made.data, change)])
        assert lines_of(outcome.again) == lines_in(outcome.found)
        made = Case(made.profile, outcome.again, docx(outcome.again.report))


@pytest.mark.parametrize("name", ["改过的稿子", "改过的稿子.DOCX", "改过的稿子.bak"])
def test_a_draft_is_known_whatever_its_name(name, tmp_path):
    made = case(TOWN, tmp_path)
    file = tmp_path / name
    file.write_bytes(made.data)
    found, findings = reconcile([file], made.profile, setup(), original=False)
    assert not findings
    assert found is not None
    assert found.copies[0][0].own


def test_a_remark_whose_words_are_gone_is_listed_last_and_says_so(tmp_path):
    def change(root: Any) -> None:
        word.comment(body(root)[0], 2, 6, 0)
        word.track_away(body(root)[0], "李某某", 950)

    made = case(TOWN, tmp_path)
    said = word.comments([("张某某", "这里再核一下"), ("", "没有挂在哪句话上")])
    outcome = go(made, [word.edited(made.data, change, add={"word/comments.xml": said})])
    file = tmp_path / "清单.docx"
    file.write_bytes(opinion_list(outcome.found))
    lines = [line.text for line in read_edited(file)[0].edited.lines]
    assert lines.index("没有挂在哪句话上") > lines.index("这里再核一下")
    assert "（所批的话已经不在稿子里）" in lines


BLANKS = """单位: 青石镇
级别: 镇
上级: 县
期间: 2025年度
复议应诉:
  行政复议:
执法:
  行政处罚: 26宗
问题:
- 问题: 普法方式偏旧
  原因:
  打算: 用好公众号
"""


@pytest.mark.parametrize(("mark", "words", "line"), [
    ("【待填：行政复议】", "0件", "  行政复议: 0件"),
    ("原因】", None, "  原因: 平时学得少"),
])
def test_what_is_filled_in_in_word_goes_to_its_blank_line(mark, words, line, tmp_path):
    (tmp_path / "资料.yaml").write_text(BLANKS, encoding="utf-8")
    made, findings = draft(tmp_path / "资料.yaml", setup())
    assert made is not None, findings

    def edit(root):
        paragraph = next(found for found in word.paragraphs(root) if mark in word.text_of(found))
        text = word.text_of(paragraph)
        start = text.index("【待填")
        word.splice(paragraph, start, text.index("】", start) + 1, words or "平时学得少")

    outcome = go(Case(tmp_path / "资料.yaml", made, docx(made.report)), [word.edited(docx(made.report), edit)])
    text = (tmp_path / "资料.yaml").read_text(encoding="utf-8")
    assert line in text.split("\n")
    assert "改写" not in text
    assert len(outcome.again.to_fill()) == len(made.to_fill()) - 1


def test_what_is_no_figure_is_kept_as_words_and_said(tmp_path):
    (tmp_path / "资料.yaml").write_text(BLANKS, encoding="utf-8")
    made, _ = draft(tmp_path / "资料.yaml", setup())
    assert made is not None

    def edit(root):
        paragraph = next(found for found in word.paragraphs(root) if "【待填：行政复议】" in word.text_of(found))
        start = word.text_of(paragraph).index("【待填：行政复议】")
        word.splice(paragraph, start, start + 9, "若干起")

    outcome = go(Case(tmp_path / "资料.yaml", made, docx(made.report)), [word.edited(docx(made.report), edit)])
    assert "不是“数字加量词”" in outcome.found.figures[0].why
    assert "若干起" in "".join(lines_of(outcome.again))
