"""No claim without an address: what four keys draft to, and what every sentence and digit of a draft goes back to."""

import re
from pathlib import Path

import pytest

from drafter.pipeline.deliver import deliver
from drafter.pipeline.draft import Draft
from drafter.pipeline.suggest import load_suggestions
from drafter.report import Cited, Heading, Paragraph, Run, numbered, plain
from tests.support.promise import PROFILES, REAL, SETUP, TO_FILL, Data, drafted, prescribed, profile, profile_path, words

KIND = SETUP.kind
FOUR: Data = profile("示例镇-2025-只填四项")
EVERY = sorted(path.stem for path in PROFILES.glob("*.yaml"))
OTHERS = ("levels", "少而杂", "桃溪镇-形状示例")
MARK = re.compile("【待填：[^】]+】")
SUGGESTED = [line for kinds in load_suggestions(KIND.folder).values() for lines in kinds.values() for line in lines]
DEEDS = sorted({verb for each in KIND.catalogue() for verb in each.verbs} | {verb for each in KIND.verbs.values() for verb in each})


def formulas() -> list[re.Pattern[str]]:
    """The declared formulas, as what they may print: any words in a slot, optional parts with or without."""
    found = []
    for phrases in SETUP.library.by_purpose.values():
        for phrase in (phrase for phrase in phrases if phrase.prescribed):
            parts = ["".join(".+" if at % 2 else re.escape(piece) for at, piece in enumerate(part.pieces)) for part in phrase.parts]
            found.append(re.compile("".join(f"(?:{part})?" if given.optional else part
                                            for part, given in zip(parts, phrase.parts, strict=True))))
    return found


def four_keys(level: str, superior: str, outline: str) -> Data:
    return {**FOUR, "级别": level, "上级": superior, "提纲": outline}


@pytest.mark.parametrize("outline", ["", *KIND.outline_names()])
@pytest.mark.parametrize("superior", KIND.superiors)
@pytest.mark.parametrize("level", KIND.levels)
def test_four_keys_draft_to_headings_marks_and_formulas_alone(level: str, superior: str, outline: str, tmp_path: Path) -> None:
    made = drafted(four_keys(level, superior, outline), tmp_path)
    paragraphs = [block for block in made.report.blocks if isinstance(block, Paragraph)]
    assert len(paragraphs) > 4
    assert [run for block in paragraphs for run in block.runs
            if not run.origin.startswith("规定:") and not MARK.fullmatch(run.text)] == []
    headings = {mark + plain(block.runs) for mark, block in numbered(made.report) if isinstance(block, Heading)}
    title, *lines = words(made).splitlines()
    said = [line for line in lines if line not in headings and not MARK.fullmatch(line)]
    assert [line for line in said if not any(formula.fullmatch(line) for formula in formulas())] == []
    left = "".join(line for line in lines if line not in headings and line not in said)
    assert [verb for verb in DEEDS if verb in MARK.sub("", left)] == []
    assert title.startswith(FOUR["单位"])


def test_no_declared_formula_says_that_a_unit_did_or_achieved_something() -> None:
    deeds = ("开展", "组织", "举办", "建立", "成立", "完成", "化解", "办理", "取得", "实现", "召开", "制定", "成效明显")
    told = [phrase for phrases in SETUP.library.by_purpose.values() for phrase in phrases if phrase.prescribed]
    text = ["".join(piece for part in phrase.parts for piece in part.pieces[::2]) for phrase in told]
    assert text
    assert [(line, verb) for line in text for verb in deeds if verb in line] == []


def sentences(made: Draft) -> list[list[Run]]:
    """Every sentence of the paragraphs, cut at full stops inside runs too."""
    found: list[list[Run]] = []
    for block in made.report.blocks:
        if isinstance(block, Heading):
            continue
        found.append([])
        for run in block.runs:
            for piece in re.findall("[^。]*。|[^。]+", run.text):
                found[-1].append(run._replace(text=piece))
                if piece.endswith("。"):
                    found.append([])
    return [sentence for sentence in found if plain(tuple(sentence)).strip("。 ")]


def draft_of(name: str, folder: Path) -> Draft:
    assert profile_path(name).is_file()
    return drafted(profile(name), folder)


@pytest.mark.parametrize("name", [*EVERY, *OTHERS])
def test_every_sentence_outside_the_formulas_names_a_line_of_the_profile(name: str, tmp_path: Path) -> None:
    made = draft_of(name, tmp_path)
    bare = [plain(tuple(sentence)) for sentence in sentences(made)
            if not all(prescribed(run) or not run.text.strip("。；，") for run in sentence)
            and not any(isinstance(run, Cited) and all(run.at) for run in sentence)]
    assert len(sentences(made)) > 5
    assert bare == []


@pytest.mark.parametrize("name", [*EVERY, *OTHERS])
def test_every_digit_outside_headings_comes_from_the_profile_or_is_declared(name: str, tmp_path: Path) -> None:
    made = draft_of(name, tmp_path)
    uncited = []
    for block in made.report.blocks:
        if isinstance(block, Heading):
            continue
        own = "".join(run.text if not isinstance(run, Cited) else "〇" for run in block.runs)
        for fixed in KIND.fixed_numbers:
            own = own.replace(fixed, "")
        uncited += re.findall(r".{0,6}\d+.{0,6}", own)
    assert uncited == []


@pytest.mark.parametrize("name", [*EVERY, *OTHERS])
def test_every_address_in_a_draft_leads_to_a_value_of_the_profile(name: str, tmp_path: Path) -> None:
    made = draft_of(name, tmp_path)
    cited = [run for block in made.report.blocks for run in block.runs if isinstance(run, Cited)]
    for run in cited:
        for at in run.at:
            assert at in made.sources.places or TO_FILL in run.text, (run.text, at)


@pytest.mark.parametrize("name", [*REAL, "示例镇-2025-只填四项", "示例乡-2025-填了一半", "少而杂"])
def test_stock_suggestions_stand_in_the_sheet_and_never_in_the_draft(name: str, tmp_path: Path) -> None:
    made = draft_of(name, tmp_path)
    delivery = deliver(made, tmp_path / "初稿.docx", SETUP, load_suggestions(KIND.folder))
    assert delivery.beside is not None
    sheet = delivery.beside.read_text(encoding="utf-8-sig")
    assert len(SUGGESTED) > 50
    assert [line for line in SUGGESTED if line in words(made)] == []
    assert [line for line in SUGGESTED if line not in sheet] == []
