"""Any outline with any profile: its headings in their order, every fact placed once, what fits nowhere listed."""

import re
from collections import Counter
from itertools import groupby, pairwise
from pathlib import Path

import pytest

from drafter.figure import tidy
from drafter.finding import Address
from drafter.pipeline.deliver import deliver
from drafter.pipeline.draft import Draft
from drafter.pipeline.suggest import load_suggestions
from drafter.profile import TOP
from drafter.report import Block, Cited, Heading, numbered, plain
from drafter.write.text import text
from tests.support.promise import DATA, REAL, SETUP, TO_FILL, Data, attempt, drafted, leaves, profile, said_as, words

OUTLINES = sorted(path.stem for path in (DATA / "outlines").glob("*.txt"))
OTHERS = ("levels", "少而杂")
PAIRS = [(outline, name) for outline in OUTLINES for name in (*REAL, *OTHERS)]
HEADING = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．]")
DIRECTIVE = re.compile("(主题|必须写到|没有材料时)[：:]")
WIDE = str.maketrans("(),;:．", "（），；：.")
HEAD = ("格式", "单位", "级别", "上级", "期间", "标题", "提纲", "署名", "成文日期", "留底", "措辞")
UNPRINTED = {"提供", "主题", "动词"}


def outline_text(name: str) -> str:
    return (DATA / "outlines" / f"{name}.txt").read_text(encoding="utf-8")


def headings_of(outline: str) -> list[str]:
    """The headings of an outline as they should print: full-width marks, no full stop at the end."""
    lines = (line.strip() for line in outline.splitlines())
    return [line.translate(WIDE).rstrip("。") for line in lines if HEADING.match(line)]


def items_of(outline: str) -> list[str]:
    """The lines of an outline that open a paragraph."""
    lines = (line.strip() for line in outline.splitlines() if not line.startswith("#"))
    return [line for line in lines if line and not HEADING.match(line) and not DIRECTIVE.match(line)]


def cited(made: Draft) -> list[tuple[str, tuple[Address, ...]]]:
    """Every stretch of the paragraphs that comes from one place of the profile, however many wordings it is said in."""
    found = []
    for block in made.report.blocks:
        for at, runs in groupby(() if isinstance(block, Heading) else block.runs, key=lambda run: run.at if isinstance(run, Cited) else ()):
            if at:
                found.append(("".join(run.text for run in runs), at))
    return found


def said(value: str) -> str:
    return tidy(" ".join(value.split())).rstrip("。；;")


def facts(data: Data) -> list[tuple[Address, str]]:
    """Every fact of a profile that its draft has to print."""
    found = []
    for at, value in leaves(data):
        last = next(step for step in reversed(at) if isinstance(step, str))
        baseless = last == "出庭应诉率" and data[at[0]].get("应诉开庭") in ("无", "0")
        if at[0] not in HEAD and last not in UNPRINTED and value and not baseless:
            found.append((at, value))
    return found


def above(made: Draft, topic: str) -> str:
    """The heading, and the opening words of an outline's item, above the first fact of a topic."""
    blocks: list[Block] = []
    for block in made.report.blocks:
        blocks.append(block)
        if any(isinstance(run, Cited) and any(at[0] == topic for at in run.at) for run in block.runs):
            break
    heading = next(plain(block.runs) for block in reversed(blocks) if isinstance(block, Heading))
    items = (plain(tuple(run for run in block.runs if run.origin == "提纲")) for block in reversed(blocks))
    return heading + next((item for item in items if item), "")


def test_the_outlines_of_these_tests_are_six_of_6_to_14_headings_or_more() -> None:
    assert len(OUTLINES) >= 6
    assert {name: len(headings_of(outline_text(name))) for name in OUTLINES
            if not 6 <= len(headings_of(outline_text(name))) <= 14} == {}


@pytest.mark.parametrize(("outline", "name"), PAIRS)
def test_a_draft_has_the_headings_of_its_outline_in_their_order(outline: str, name: str, tmp_path: Path) -> None:
    given = outline_text(outline)
    made = drafted(profile(name), tmp_path, given)
    printed = [mark + plain(block.runs) for mark, block in numbered(made.report) if isinstance(block, Heading)]
    wanted = headings_of(given)
    optional = {line for line, below in zip(wanted, sections(given, wanted), strict=True) if "没有材料时" in below}
    bare = [HEADING.sub("", line) for line in printed]
    assert bare == [HEADING.sub("", line) for line in wanted if line not in optional or HEADING.sub("", line) in bare]
    assert printed == wanted or optional
    for item in items_of(given):
        assert item in words(made)


def sections(given: str, wanted: list[str]) -> list[str]:
    """What stands in an outline under each of its headings."""
    lines = [line.strip().translate(WIDE).rstrip("。") for line in given.splitlines()]
    starts = [*(lines.index(line) for line in wanted), len(lines)]
    return ["\n".join(lines[start:end]) for start, end in pairwise(starts)]


@pytest.mark.parametrize(("outline", "name"), PAIRS)
def test_every_fact_is_placed_exactly_once(outline: str, name: str, tmp_path: Path) -> None:
    data = profile(name)
    made = drafted(data, tmp_path, outline_text(outline))
    if data.get("其他需要报告") == "无" and "其他" not in outline_text(outline):
        del data["其他需要报告"]  # nothing to tell, and nowhere to say so
    printed = Counter(address for shown, at in cited(made) if TO_FILL not in shown for address in at)
    assert {at: (printed[at], value) for at, value in facts(data) if printed[at] != 1} == {}
    by_address = {address: shown for shown, at in cited(made) for address in at}
    changed = {at: (value, by_address[at]) for at, value in facts(data)
               if at in by_address and at[-1] != "节点" and value not in ("无", "没有") and not said_as(said(value), by_address[at])}
    assert changed == {}


@pytest.mark.parametrize(("outline", "name"), PAIRS)
def test_material_without_a_heading_of_its_own_is_listed(outline: str, name: str, tmp_path: Path) -> None:
    data = profile(name)
    given = outline_text(outline)
    made = drafted(data, tmp_path, given)
    declared = set(re.findall(r"[^、，,\s]+", " ".join(re.findall("主题：(.*)", given))))
    listed = {f.message.split("”")[0].lstrip("“") for f in made.findings if f.rule == "P020"}
    for topic, value in data.items():
        if topic in TOP or not isinstance(value, dict) or topic in declared or topic in listed:
            continue
        known = SETUP.kind.topics.get(topic)
        assert any(word in above(made, topic) for word in (known.words if known else (topic,))) or (
            topic == "第一责任人" and "责任" in above(made, topic)) or "负责人" in above(made, topic), (topic, above(made, topic))


@pytest.mark.parametrize(("outline", "name"), PAIRS)
def test_headings_without_material_wait_for_it_and_are_listed(outline: str, name: str, tmp_path: Path) -> None:
    made = drafted(profile(name), tmp_path, outline_text(outline))
    blocks = made.report.blocks
    bare = [plain(block.runs) for block, after in pairwise(blocks)
            if isinstance(block, Heading) and not isinstance(after, Heading) and plain(after.runs).startswith(TO_FILL)
            and len(after.runs) == 1]
    assert set(bare) <= set(made.composed.empty)
    silent = [plain(block.runs) for block, after in zip(blocks, [*blocks[1:], None], strict=True)
              if isinstance(block, Heading) and (after is None or (isinstance(after, Heading) and after.level <= block.level))]
    assert silent == []
    sheet = deliver(made, tmp_path / "初稿.docx", SETUP, load_suggestions(SETUP.kind.folder)).beside
    assert sheet is not None
    shown = sheet.read_text(encoding="utf-8-sig")
    assert [name for name in made.composed.empty if f"没有材料：{name}" not in shown] == []


def test_a_topic_that_no_outline_knows_is_taken_in_with_a_word_of_advice(tmp_path: Path) -> None:
    made = drafted(profile("少而杂"), tmp_path, outline_text("两级半角"))
    advised = [f for f in made.findings if f.rule == "P015"]
    assert [(f.severity.value, f.excerpt, len(f.also)) for f in advised] == [("提醒", "网格议事:", 1)]
    assert "网格议事、行政相对人回访" in advised[0].message
    assert "楼门长牵头开板凳会" in text(made.report)


@pytest.mark.parametrize("slip", ["普罚", "矛盾纠份", "公共法律服物", "学法用", "执监督", "第一责任"])
def test_a_slip_of_a_known_topic_is_refused_and_the_right_name_offered(slip: str, tmp_path: Path) -> None:
    data = {"单位": "示例镇", "级别": "镇", "上级": "县", "期间": "2025年度", slip: {"做法": ["办了一场宣讲"]}}
    made, findings = attempt(data, tmp_path)
    assert made is None
    assert [(f.rule, "是不是" in f.hint) for f in findings if f.is_error] == [("P001", True)]


@pytest.mark.parametrize("odd", [{"杂项": "3"}, "一句话", ["一条", "两条"]])
def test_an_unknown_name_that_holds_no_material_is_refused(odd: object, tmp_path: Path) -> None:
    made, findings = attempt({"单位": "示例镇", "级别": "镇", "上级": "县", "期间": "2025年度", "楼宇共建": odd}, tmp_path)
    assert made is None
    assert [f.rule for f in findings if f.is_error] == ["P001"]
