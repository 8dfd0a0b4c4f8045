"""How well the figures of a past report are read, measured on the gold lists of the five and on reports of our own wording."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.mine.figures import figures
from drafter.past import Past, Reported
from tests.mine.annotated import Right, annotated
from tests.mine.reports import DATA, kind, past, share
from tests.support.five import DATA as GOLD
from tests.support.five import past_reports

ONE_UNIT = {"％": "%", "万元": "元", "亿元": "元"}


@dataclass
class Score:
    """What was counted."""

    gold: int = 0
    read: int = 0
    found: int = 0
    what: int = 0
    general: int = 0
    mapped: int = 0
    right: int = 0
    all_mapped: int = 0

    def add(self, answer: Right, given: Reported | None, general: bool) -> None:
        self.gold += 1
        self.general += general
        if given is None:
            return
        self.found += (given.figure.amount, given.figure.unit) == (answer.amount, answer.unit)
        self.what += any(word in given.what for word in answer.words)
        self.mapped += bool(given.indicator) and general
        self.all_mapped += bool(given.indicator)
        self.right += bool(given.indicator) and given.indicator == answer.indicator

    def check(self, name: str) -> None:
        shares = {
            "recall": share(self.found, self.gold), "precision": share(self.found, self.read), "what": share(self.what, self.gold),
            "mapped": share(self.mapped, self.general), "right": share(self.right, self.all_mapped),
        }
        print(name, self, {key: round(value, 4) for key, value in shares.items()})
        least = {"recall": 0.99, "precision": 0.99, "what": 0.97, "mapped": 0.92, "right": 0.97}
        assert {key: value for key, value in shares.items() if value < least[key]} == {}


def gold(path: Path) -> Iterator[Right]:
    """The figures of one of the five; the offset is that of the first digit."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] == "indicator":
                unit = ONE_UNIT.get(row["unit"], row["unit"])
                yield Right(int(row["char_offset"]), row["written"], Decimal(row["value_normalised"]), unit,
                            tuple(row["key"].split("|")), row["indicator_id"], False)


def by_first_digit(report: Past) -> dict[int, Reported]:
    found = {}
    for one in figures(report, kind()):
        line = report.lines[one.clause.line]
        digits = (place for place in range(one.start, one.end) if line.text[place].isdigit())
        found[line.at[next(digits, one.start)]] = one
    return found


def test_the_five_reports_are_read() -> None:
    general = {indicator.id for indicator in kind().catalogue() if indicator.offered}
    score = Score()
    for path in sorted(past_reports().glob("*.txt")):
        given = by_first_digit(past(path.read_text(encoding="utf-8-sig")))
        answers = list(gold(GOLD / "figures" / f"{path.name[:3]}.tsv"))
        score.read += len(given)
        for answer in answers:
            score.add(answer, given.get(answer.start), answer.indicator in general)
    assert score.gold == 151
    score.check("five")


def test_reports_of_our_own_wording_are_read() -> None:
    score, plans = Score(), []
    for path in sorted(DATA.glob("自编*.txt")):
        text, answers = annotated(path)
        report = past(text)
        given = {report.lines[one.clause.line].at[one.start]: one for one in figures(report, kind())}
        score.read += len(given)
        for answer in answers:
            score.add(answer, given.get(answer.start), bool(answer.indicator))
        plans += [answer.written for answer in answers if (one := given.get(answer.start)) and one.plan != answer.plan]
    assert score.gold >= 200
    assert plans == []
    score.check("own")


@pytest.mark.parametrize("text", [
    "落实《某某实施纲要（2021—2025年）》第十二条。", "2024年3月15日至4月底，9:30开会。", "开展“4·15”“12·4”集中宣传。",
    "抓住3.15消费者权益日宣传。",
    "推行“1+5”模式和1+6+N体系。", "用好12345热线和110平台。", "印发〔2024〕3号文件和2号通知。",
    "编发第3期简报。", "联系电话0931-1234567。",
    "落实三项制度，推进一体化建设，建立一批站点。", "实行一村一法律顾问，做到最多跑一次。", "坚持四个意识，开好两会，抓好三公经费。",
    "“八五”普法第4年。",
    "开通24小时热线，65岁以上老人优先。", "启用2.0版平台和5G网络。", "发挥第一责任人作用，一次性办结。", "建立健全一个机制。", "全镇上下一条心。",
])
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert [one.figure.text for one in figures(past(text), kind())] == []


@pytest.mark.parametrize(("text", "expected"), [
    ("开展普法宣传两万余人次。", [("两万余人次", 20000, "人次", False)]),
    ("召开会议三次。", [("三次", 3, "次", True)]), ("举办讲座十二场。", [("十二场", 12, "场", True)]),
    ("发放资料3千余份。", [("3千余份", 3000, "份", False)]), ("投入15万余元。", [("15万余元", 150000, "元", False)]),
    ("总投资超1.2亿元。", [("超1.2亿元", 120000000, "元", False)]), ("占比98.５％。", [("98.5%", Decimal("98.5"), "%", True)]),
    ("发放１，２００份。", [("1,200份", 1200, "份", True)]), ("检查3至5次。", [("3至5次", 3, "次", False)]),
    ("满意率百分之九十八点五。", [("百分之九十八点五", Decimal("98.5"), "%", True)]), ("召开专题会议8，研究工作。", [("8", 8, "", True)]),
    ("提升12个百分点。", [("12个百分点", 12, "个百分点", True)]), ("辖12个村、3个社区。", [("12个", 12, "个", True), ("3个", 3, "个", True)]),
    ("办结案件25件（次）。", [("25件（次）", 25, "件次", True)]), ("聘请一名律师。", [("一名", 1, "名", True)]),
])
def test_a_figure_is_read_as_it_stands(text: str, expected: list[tuple[str, int, str, bool]]) -> None:
    given = [one.figure for one in figures(past(text), kind())]
    assert [(one.text, one.amount, one.unit, one.exact) for one in given] == expected


@pytest.mark.parametrize(("text", "labels"), [
    ("全年排查、受理、化解纠纷分别为30件、28件、27件。", ["排查纠纷", "受理纠纷", "化解纠纷"]),
    ("聘请2名律师担任法律顾问。", ["律师"]), ("15名执法人员中仅3人具备法律背景。", ["执法人员", "执法人员具备法律背景"]),
    ("办理信访件45件，办结44件。", ["信访件", "信访件办结"]), ("开展普法宣传25场、覆盖1.2万人次。", ["普法宣传", "普法宣传覆盖"]),
    ("开展行政检查50余次、行政指导3次。", ["行政检查", "行政指导"]), ("为13家规上企业定制合规手册。", ["规上企业定制合规手册"]),
    ("行政争议化解率84.6%（同比提升12个百分点）。", ["行政争议化解率", "行政争议化解率同比提升"]),
])
def test_what_a_figure_counts(text: str, labels: list[str]) -> None:
    assert [one.what for one in figures(past(text), kind())] == labels


@pytest.mark.parametrize(("text", "ids"), [
    ("聘请行政执法监督员10名，其中3人为人大代表。", ["enforcement_supervisors", ""]),
    ("法院审结行政案件15件，作出判决9件。", ["litigation_concluded", ""]),
    ("5个社区均设立调委会。", [""]), ("每村培养2名“法律明白人”。", [""]),
    ("涉企检查由上年的64次减少到41次。", ["", "enterprise_inspections"]),
    ("全年调解成功率97%，同比提升2个百分点。", ["mediation_success_rate", ""]),
    ("作出行政处罚16件，其中普通程序10件、简易程序6件。", ["admin_penalties", "penalties_ordinary", "penalties_summary"]),
    ("还有1名执法人员没有取得执法证。", [""]), ("18件人大代表建议全部办结。", ["deputy_proposals_handled"]),
])
def test_typical_errors_of_mapping_are_avoided(text: str, ids: list[str]) -> None:
    assert [one.indicator for one in figures(past(text), kind())] == ids


def test_a_plan_is_told_from_a_deed() -> None:
    text = "2024年法治政府建设年度报告\n一、主要成效\n开展普法宣传12场，计划开展培训3场。\n二、下一步工作打算\n开展普法宣传15场。\n"
    assert [one.plan for one in figures(past(text), kind())] == [False, True, True]


def test_every_indicator_is_recognised_by_the_words_of_the_catalogue() -> None:
    words = kind().levels["镇"]
    missed = []
    for indicator in kind().catalogue():
        if indicator.type == "文字" or not indicator.offered:
            continue
        said = f"{indicator.verbs[0] if indicator.verbs else ''}{indicator.object}"
        for slot, word in words.items():
            said = said.replace("{" + slot + "}", word)
        given = figures(past(f"一、主要成效\n全年{said}12{indicator.units[0]}。"), kind())
        if [indicator.id] != [one.indicator for one in given] and (len(given) != 1 or indicator.id not in given[0].maybe):
            missed.append((indicator.id, said, [(one.indicator, one.maybe) for one in given]))
    assert len(missed) <= 2, missed  # 覆盖群众 may be of any event
