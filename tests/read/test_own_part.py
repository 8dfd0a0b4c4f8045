"""The custom part of a draft gives back what was printed and where it came from."""

from __future__ import annotations

import pytest

from drafter.read.own_part import OwnPart, own_part, untouched
from drafter.read.package import Package
from drafter.report import Cited, Head, Paragraph, Report, Text, fingerprint
from drafter.write.docx import docx
from tests.read.word_files import paragraph, run, word_file
from tests.write.package import replaced
from tests.write.sample import report


def of(found: Report) -> OwnPart:
    own = own_part(Package(docx(found)))
    assert own is not None
    return own


def test_every_cited_word_comes_back_with_its_addresses() -> None:
    figure = Cited("66户", (("普法", "走访"),), figure=True)
    said = Cited("全面推行公示", (("执法", "做法", 1),), typed="推行公示")
    own = of(Report(Head((), "甲镇", "", about=(Cited("镇", (("级别",),)),)), (Paragraph((Text("有"), figure, said), "p1"),)))
    block = own.blocks[-1]
    assert [(cited.bookmark, cited.spelled, cited.value, cited.words) for cited in block.cited] == [
        ("_f1", ("普法.走访",), "66户", "66户"), ("", ("执法.做法.第2条",), "全面推行公示", "推行公示")]
    assert (block.id, block.words, own.about[0].value) == ("p1", fingerprint("有66户全面推行公示"), "镇")


@pytest.mark.parametrize("address", [("本地数据", "4.15活动"), ("本地数据", "第2条"), ("普法", "做法", 12, "做法"), ('"', "甲\\乙"), ("1",)])
def test_an_address_comes_back_whatever_its_keys_hold(address: tuple[str | int, ...]) -> None:
    own = of(Report(Head((), "", ""), (Paragraph((Cited("某事", (address,)),), "p1"),)))
    assert own.blocks[-1].cited[0].at == (address,)


def test_a_file_that_another_program_saved_is_told_from_an_untouched_one() -> None:
    data = docx(report())
    package, changed = Package(data), Package(replaced(data, "word/document.xml", "66户", "67户"))
    assert [untouched(one, of(report())) for one in (package, changed)] == [True, False]


def test_a_persons_file_has_no_part_of_ours() -> None:
    assert own_part(Package(word_file(paragraph(run("正文"))))) is None
