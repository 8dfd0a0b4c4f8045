"""修改对照稿: all changes accepted it is the new draft, all rejected the old one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from drafter.read.edited import read_edited
from drafter.write.tracked import Printed, printed, tracked
from tests.support.libreoffice import settled
from tests.support.round_trip import FIVE, case

LINES = ("各村设立法治宣传栏，每月更新一次。", "一、主要做法", "全年开展巡查12次，整改问题5个；其余逐一销号。", "下一步，继续抓好落实。",
         "（一）组织领导")


def shaken(old: tuple[Printed, ...], luck: random.Random) -> tuple[Printed, ...]:
    """Return a draft with some paragraphs gone, some new, some changed, some elsewhere."""
    new: list[Printed] = []
    for line in old:
        dice = luck.random()
        if dice < 0.1 and line.text:
            continue
        if 0.1 <= dice < 0.25 and len(line.text) > 6:
            at = luck.randrange(1, len(line.text) - 4)
            new.append(line._replace(text=line.text[:at] + luck.choice(LINES) + line.text[at + luck.randrange(4):]))
        else:
            new.append(line)
        if luck.random() < 0.1:
            new.append(Printed("BodyText", luck.choice(LINES)))
    if luck.random() < 0.3:
        new.append(Printed("BodyText", LINES[0]))
    if luck.random() < 0.3 and len(new) > 8:
        new.insert(3, new.pop(6))
    return tuple(new)


def words(lines: tuple[Printed, ...]) -> list[str]:
    return [line.text.replace("\n", "").strip() for line in lines if line.text.strip()]


def told(path: Path, original: bool) -> list[str]:
    opened, findings = read_edited(path, original)
    assert opened is not None, findings
    return [line.text for line in opened.edited.lines]


@pytest.mark.parametrize("seed", range(60))
def test_accepted_it_is_the_new_draft_and_rejected_the_old_one(seed, tmp_path):
    made = case(FIVE[seed % len(FIVE)], tmp_path).made
    old = printed(made.report)
    new = shaken(old, random.Random(seed))
    (tmp_path / "对照.docx").write_bytes(tracked(old, new, made.report.head))
    assert told(tmp_path / "对照.docx", original=False) == words(new)
    assert told(tmp_path / "对照.docx", original=True) == words(old)


@pytest.mark.parametrize("seed", range(3))
def test_libreoffice_comes_to_the_same(seed, tmp_path):
    made = case(FIVE[seed], tmp_path).made
    old = printed(made.report)
    new = shaken(old, random.Random(seed + 100))
    file = tmp_path / "对照.docx"
    file.write_bytes(tracked(old, new, made.report.head))
    for accept, wanted in ((True, new), (False, old)):
        shown = settled(file, accept)
        assert [line.strip() for line in shown if line.strip()] == [part for line in wanted for part in line.text.split("\n") if part.strip()]


@pytest.mark.parametrize("seed", range(5))
def test_the_file_is_sound(seed, tmp_path):
    from openxml_audit import OpenXmlValidator

    made = case(FIVE[seed], tmp_path).made
    old = printed(made.report)
    (tmp_path / "对照.docx").write_bytes(tracked(old, shaken(old, random.Random(seed)), made.report.head))
    assert OpenXmlValidator().validate(tmp_path / "对照.docx").errors == []


def test_the_same_drafts_give_the_same_bytes(tmp_path):
    made = case(FIVE[0], tmp_path).made
    old = printed(made.report)
    new = shaken(old, random.Random(1))
    assert tracked(old, new, made.report.head) == tracked(old, new, made.report.head)
