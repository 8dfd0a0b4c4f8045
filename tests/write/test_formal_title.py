"""A long title of a formal copy is broken where its sense allows, into lines that make a 梯形 or 菱形 (GB/T 9704—2012, 7.3.1)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from drafter.report import Cited, Text, plain
from drafter.write.cells import width
from drafter.write.title import shaped

ORGANS = (
    "西峡县阳城镇人民政府", "鲁山县瓦屋镇人民政府", "海东市乐都区蒲台乡人民政府", "石柱土家族自治县黄水镇人民政府",
    "靖州苗族侗族自治县甘棠镇人民政府", "通道侗族自治县坪坦乡人民政府", "新晃侗族自治县扶罗镇人民政府", "城步苗族自治县丹口镇人民政府",
    "威宁彝族回族苗族自治县草海镇人民政府", "务川仡佬族苗族自治县大坪街道办事处", "道真仡佬族苗族自治县玉溪镇人民政府",
    "镇宁布依族苗族自治县黄果树镇人民政府", "紫云苗族布依族自治县格凸河镇人民政府", "双江拉祜族佤族布朗族傣族自治县勐勐镇人民政府",
    "孟连傣族拉祜族佤族自治县娜允镇人民政府", "澜沧拉祜族自治县惠民镇人民政府", "金平苗族瑶族傣族自治县者米拉祜族乡人民政府",
    "积石山保安族东乡族撒拉族自治县大河家镇人民政府", "大通回族土族自治县朔北藏族乡人民政府", "化隆回族自治县群科镇人民政府",
    "循化撒拉族自治县街子镇人民政府", "门源回族自治县浩门镇人民政府", "肃南裕固族自治县马蹄藏族乡人民政府", "阿克塞哈萨克族自治县红柳湾镇人民政府",
    "莫力达瓦达斡尔族自治旗尼尔基镇人民政府", "鄂伦春自治旗阿里河镇人民政府", "阿鲁科尔沁旗天山镇人民政府", "科尔沁左翼中旗保康镇人民政府",
    "塔什库尔干塔吉克自治县塔什库尔干镇人民政府", "察布查尔锡伯自治县爱新色里镇人民政府", "木垒哈萨克自治县照壁山乡人民政府",
    "杜尔伯特蒙古族自治县泰康镇人民政府", "围场满族蒙古族自治县四合永镇人民政府", "喀喇沁左翼蒙古族自治县公营子镇人民政府",
    "大厂回族自治县夏垫镇人民政府", "孟村回族自治县新县镇人民政府", "景宁畲族自治县大均乡人民政府", "长阳土家族自治县龙舟坪镇人民政府",
    "琼中黎族苗族自治县湾岭镇人民政府", "昆明市晋宁区双河彝族乡人民政府",
)
FORMS = ("{}关于2025年度法治政府建设情况的报告", "{}2025年法治政府建设年度报告", "中共{}委员会关于2025年上半年法治建设情况的报告")
WHOLE = ("人民政府", "办事处", "委员会", "2025年", "关于", "报告", "建设", "自治县", "街道")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("organ", ORGANS)
def test_the_lines_fit_and_make_a_trapezoid_or_a_diamond(organ: str, form: str) -> None:
    name = organ.removesuffix("人民政府").removesuffix("办事处") if "中共" in form else organ
    lines = plain(shaped((Text(form.format(name)),))).split("\n")
    assert "".join(lines) == form.format(name)
    widths = [width(line) for line in lines]
    assert max(widths) <= 20
    assert len(lines) == 1 or max(widths) - min(widths) >= 1
    top = widths.index(max(widths))
    assert all(right >= left - 1.5 for left, right in pairwise(widths[:top + 1]))
    assert all(right <= left + 1.5 for left, right in pairwise(widths[top:]))
    assert min(map(len, lines)) >= 3
    assert all(sum(word in line for line in lines) >= 1 for word in WHOLE if word in form.format(name))


def test_forty_names_are_tried() -> None:
    assert len(set(ORGANS)) == 40


@pytest.mark.parametrize(("title", "lines"), [
    ("示例县青石镇人民政府关于2025年法治政府建设情况的报告", ["示例县青石镇人民政府", "关于2025年法治政府建设情况的报告"]),
    ("青石镇2025年法治政府建设年度报告", ["青石镇2025年法治政府建设年度报告"]),
    ("中共示例县青石镇委员会示例县青石镇人民政府关于2025年法治政府建设情况的报告",
     ["中共示例县青石镇委员会", "示例县青石镇人民政府", "关于2025年法治政府建设情况的报告"]),
])
def test_a_line_ends_behind_the_organ_where_it_can(title: str, lines: list[str]) -> None:
    assert plain(shaped((Text(title),))).split("\n") == lines


def test_the_lines_keep_the_addresses_of_their_words() -> None:
    runs = shaped((Cited("示例县青石镇人民政府", (("单位",),)), Cited("关于2025年法治政府建设情况的报告", (("期间",),))))
    assert [run.at for run in runs if isinstance(run, Cited)] == [(("单位",),), (("期间",),)]
