"""Next year's profile over everything that ships: it loads, prints nothing of the old year, shows last year's values, leaves the rest alone."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from drafter.pipeline.draft import Draft, draft, find_outline
from drafter.pipeline.parts import read_files
from drafter.pipeline.rollover import Page, save
from drafter.pipeline.setup import HOME
from drafter.profile import Profile, read_profile
from drafter.report import Heading
from drafter.source import Data, found
from tests.support.five import PROFILES, profile, setup
from tests.support.rollover import rolled, source

SHIPPED = [*map(profile, PROFILES), *sorted((HOME / "profiles" / "示例").glob("*.yaml"))]
each_shipped = pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])


@cache
def page(path: Path) -> Page:
    return rolled(path).pages[0]


def profile_of(path: Path) -> Profile:
    sources, _ = read_files(path)
    assert sources is not None
    outline, _ = find_outline(sources, path, setup().kind)
    assert outline is not None
    made, findings = read_profile(sources, setup().kind, outline.declared_topics())
    assert made is not None, findings
    return made


def new_draft(path: Path, folder: Path) -> Draft:
    """The draft of the rolled profile as it is written, nothing touched yet."""
    outlines = path.parent / "提纲"
    if outlines.is_dir() and not (folder / "提纲").exists():
        (folder / "提纲").symlink_to(outlines)
    old = folder / path.name
    old.write_bytes(path.read_bytes())
    made = rolled(old)
    assert save(made) == []
    done, findings = draft(made.pages[0].new, setup())
    assert done is not None, findings
    assert not [finding for finding in findings if finding.is_error and finding.rule[0] in "YPOV"]
    return done


def leaves(data: Data, at: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str):
        return [(at, data)]
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    return [leaf for step, inner in steps for leaf in leaves(inner, (*at, step))]


@each_shipped
def test_the_draft_right_after_rollover_holds_no_figure_and_no_deed_of_the_old_year(path, tmp_path):
    old, done = profile_of(path), new_draft(path, tmp_path)
    printed = "\n".join("".join(run.text for run in block.runs) for block in done.report.blocks if not isinstance(block, Heading))
    following = str(old.period.year + 1)
    assert not re.search(r"\d", printed.replace(following, "")), "a digit of the old year"
    planned = {fact.text for plan in (*old.plans, *old.problems) for fact in (plan.texts if hasattr(plan, "texts") else plan.plans)}
    copied = {entry.amount.fact.text for entry in old.entries() if entry.indicator.carried}
    said = [fact.text for fact in old.facts() if len(fact.text) > 4 and fact.text not in "，".join(planned | copied)]
    assert [words for words in said if words in printed] == []
    assert "【待填：" in printed


@each_shipped
def test_every_figure_is_blank_with_last_years_value_beside_it(path):
    old, new = source(page(path).before), source(page(path).rolled.text)
    kind = setup().kind
    figures = [(at, value) for at, value in leaves(old.data) if at[-1] in kind.indicators and not kind.indicators[str(at[-1])].carried
               and kind.carried.top.get(str(at[0])) is None]
    for at, value in figures:
        lines = [line for line in new.text.split("\n") if re.search(rf"(?<!\S){re.escape(str(at[-1]))}: ", line)]
        shown = re.compile(rf"{re.escape(str(at[-1]))}:\s+# 去年 {re.escape(value)}(?=\s|$)") if value else re.compile("# 去年没有填")
        assert any(shown.search(line) for line in lines), at
    typed = {at for at, value in leaves(new.data) if at and at[-1] in kind.indicators and value}
    assert not typed - {at for at in typed if kind.indicators[str(at[-1])].carried}


@each_shipped
def test_every_blank_says_what_stood_there_or_what_to_do_about_it(path):
    old, new = source(page(path).before), source(page(path).rolled.text)
    for at, value in leaves(new.data):
        if value or at[0] == "去年打算":
            continue
        was_many = not isinstance(found(old.data, at), str | None)
        assert was_many or "# 去年" in new.line(new.keys[at].line), at


@each_shipped
def test_the_difference_touches_nothing_that_is_copied(path):
    old, new = page(path).before.split("\n"), page(path).rolled.text.split("\n")
    start = next((number for number, line in enumerate(new) if line.startswith("去年打算:")), 0)
    end = next((number for number, line in enumerate(new) if number > start and not line), 0) if start else -1
    kept = [line for number, line in enumerate(new) if not (start and start <= number <= end)]
    kept = [line for line in kept if not line.startswith(("# 新建自", "# 冒号后面空着的"))]
    assert len(kept) == len(old)
    head = ("期间:", "标题:", "提纲:", "# ")
    for before, after in zip(old, kept, strict=True):
        suggestion = re.sub(r"^(\s*)#", r"\1", after, count=1)
        blank = re.match(r"(.*?:)\s+# 去年", after)
        same = before == after or before == re.sub("  # 请核：.*", "", suggestion) or (blank and before.startswith(blank[1]))
        assert same or before.startswith(head) or advanced(before, suggestion), (before, after)


@each_shipped
def test_taking_the_marks_off_brings_last_year_back(path):
    """Nothing that was known is lost: a clerk deletes the # or the words 去年 and has the line as it was."""
    lines = [re.sub(r"^(\s*)#(?=\S)", r"\1", line) for line in page(path).rolled.text.split("\n")]
    back = source("\n".join(re.sub(r":\s+# 去年(没有填| )", ": ", line) for line in lines))
    old = source(page(path).before)
    assert isinstance(back.data, dict)
    assert isinstance(old.data, dict)
    for key in old.data.keys() - {"期间", "标题", "提纲"}:
        assert advanced(str(back.data[key]), str(old.data[key])), key


def advanced(before: str, after: str) -> bool:
    """Whether only names that go with the year differ."""
    names = re.compile(r"[“”\"]?[七八九]五[“”\"]?|《法治政府建设实施纲要（.*?）》|党的[^，]*?精神|  # 请核：.*")
    return names.sub("", before) == names.sub("", after)
