"""An invented report of about eight pages, long enough to prove a page with; no town of this name exists."""

from __future__ import annotations

from drafter.report import Block, Cited, Head, Heading, Paragraph, Report, Run, Text

PLACES = ("柳湾村", "石桥村", "青禾社区", "渡口村", "老街社区", "云岭村", "双塘村")
WHO = ("司法所", "综合执法队", "党政办", "综治中心", "农业服务中心", "社会事务办")
DEEDS = ("把来访群众的诉求当面记清，能当天答复的当天答复，不能当天答复的说明去向和期限",
         "对照权责清单逐条梳理办事流程，删去重复提交的材料，把办结时限写在窗口明处",
         "选取身边发生的真实事例编成方言小品，在赶集日登台演出，台下随时有人解答疑问",
         "把执法文书交由两人交叉核对，凡日期、当事人姓名与处罚依据不一致的一律退回重做",
         "请法律顾问提前看合同、看方案、看通知，意见写成书面材料，与正式文件一并存档",
         "组织新进人员跟班学习，先旁听、再协办、后主办，每一步都有老同志签字认可",
         "到偏远的自然村开板凳会，一边帮忙收玉米，一边讲清楚土地流转合同里容易吃亏的地方")
ENDS = ("做法虽小，却少走了弯路。", "这样一来，责任落在了具体的人身上。", "群众看得见，也愿意照着去做。",
        "遇到拿不准的问题，及时向县里请教。", "年底逐项回头看，没有留下尾巴。")
PARTS = (("主要做法和收效", ("学法用法不走过场", "办事服务更加贴心", "依照程序作出决定",
                     "执法行为讲究分寸", "矛盾化解抓早抓小")),
         ("还存在的短板", ("力量配备偏弱", "宣传方式偏旧")),
         ("主要负责同志履责情况", ("带头学带头讲", "重点工作亲自过问")),
         ("下一步打算", ("补齐人手短板", "改进宣传办法", "管好用好执法力量")))


def report(paragraphs: int = 4) -> Report:
    """Return the whole invented report; with 6 paragraphs a section it is thirteen pages long."""
    opening = "一年来，镇里把依法办事当作日常功课，边学边做，边做边改，现将有关情况报告如下："
    blocks: list[Block] = [Paragraph((Text(opening),), "opening")]
    for part, (title, sections) in enumerate(PARTS, 1):
        blocks.append(Heading(1, (Text(title),), f"h{part}"))
        for section, name in enumerate(sections, 1):
            blocks.append(Heading(2, (Text(name),), f"h{part}.{section}"))
            blocks += [_paragraph(part, section, item) for item in range(1, paragraphs - section % 2)]
    blocks[6:6] = [Heading(3, (Text("集市普法"),), "h3"), Heading(4, (Text("秋收时节"),), "h4"), _missing()]
    return Report(_head(), tuple(blocks))


def _head() -> Head:
    return Head(title=(Text("云溪镇2024年度法治政府建设年度报告"),), unit="云溪镇", created="2025-01-20",
                signatures=((Text("中共云溪镇委员会、云溪镇人民政府"),),),
                date=(Cited("2025年1月20日", (("成文日期",),), figure=True),))


def _paragraph(part: int, section: int, item: int) -> Paragraph:
    turn = part * 5 + section * 3 + item
    runs: list[Run] = [Text(f"{PLACES[turn % 7]}和{PLACES[(turn + 3) % 7]}先行一步，", origin="own:1"),
                       Cited(WHO[turn % 6], (("执法", "提供"),)), Text("牵头，"),
                       Cited(DEEDS[turn % 7], (("执法", "做法", turn % 4),)), Text("。")]
    if item % 2:
        runs += [Text("全年走访群众"), Cited(f"{turn * 7 + 3}户", (("普法", "走访"),), figure=True),
                 Text("，收到建议"), Cited(f"{turn + 2}条", (("普法", "建议"),), figure=True), Text("。")]
    runs += [Cited(DEEDS[(turn + 4) % 7], (("执法", "做法", 5),)), Text("。" + ENDS[turn % 5], origin="own:2")]
    return Paragraph(tuple(runs), f"p{part}.{section}.{item}")


def _missing() -> Paragraph:
    runs = Text("印制“明白纸”"), Text("【待填：印制份数】"), Text("，逐户送到手中，高龄老人由网格员念给他们听。")
    return Paragraph(runs, "missing")
