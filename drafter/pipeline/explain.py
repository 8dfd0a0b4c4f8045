"""The story of an explanation: what a name of the profile, or a rule, means and how it is filled in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from drafter.check import RULES
from drafter.kind import Indicator, Kind, load_notes, parse_outline
from drafter.pipeline.numbers import NUMBERS
from drafter.source import read_text

CATALOGUE = "指标"
"""The name by which all indicators are listed."""
ITEM = re.compile(r"第\d+条")
"""A step of an address that only counts."""
KEYS = {
    "单位": "本单位名称，如 桃溪镇。必填。", "级别": "镇、乡、民族乡、街道、苏木。必填。", "上级": "县、区、县级市、自治县或旗。必填。",
    "期间": "报告写的时间，如 2024年度、2024年上半年。必填。", "标题": "报告的标题；不写就按本单位和期间自动拟。",
    "提纲": "用哪个提纲：现成的名称，或县里通知的文本文件（一行一个标题）。", "署名": "落款的机关，两个机关用“、”分开；不写就不印落款。",
    "成文日期": "签发的日子，如 2025-02-20；签发前空着。会议、法律的提法按这一天核。",
    "前言": "开头一段里的地方工作主线，一条一句短语，如 锚定“工业强镇”目标。", "结语": "结尾一段里今后怎么做，一条一句短语；不写就没有结尾段。",
    "提供": "这块材料由哪个科室交来；不印。", "做法": "做了什么，一条一句，不写主语和句号，不超过60字；可以带数字。",
    "机制": "有名称的机制、品牌：名称、展开、作用，第一次出现时印全。", "活动": "一次活动有几个数据时用：名称、场次、受众、形式、节点。",
    "本地数据": "目录里没有的数字，连同它说的事写成一句，如 19个行政村开展专项培训20余次。",
    "问题": "存在的不足：问题、表现、原因、整改、打算写在一条里。", "另外打算": "与问题无关的下一年打算。",
    "其他需要报告": "规定的第五项内容；没有就写 无。", "上级反馈问题": "上级督察、考核反馈的问题和整改结果。",
    "去年打算": "上年度报告里说要做的事和结果。", "原文照用": "一字不改印出来的句子；尽量少用。", "留底": "记着但不印的数字。",
    "格式": "资料格式的版本，写 1，不用改。", "主题": "这一条归到哪个主题，如 执法；不写就按内容归。", "文字": "原文照用的那句话。",
    "表现": "问题的具体表现，一句短语，或一条一行。", "原因": "问题的原因，一句短语，或一条一行；标题写了“原因”的必须有。",
    "整改": "已经怎么改、改到什么程度，一句短语，或一条一行。", "打算": "下一步怎么办：先写总的一句，再写具体的，一条一行。",
    "名称": "机制、品牌或活动的名称，如 “五同”机制。", "展开": "机制名称里的数字指什么，如 同部署、同推进、同落实。",
    "作用": "机制起到的作用，一句短语。", "动词": "机制前面用的动词，如 推行、创建；不写就自动选。",
    "场次": "活动办了多少场，如 12场次。", "受众": "活动有多少人参加，如 4500人次。", "形式": "活动的形式，如 讲座、横幅。",
    "节点": "活动选在什么日子，如 “12·4”国家宪法日。", "内容": "活动讲什么。", "对象": "活动面向谁。", "地点": "活动在哪里办。",
    "成效": "活动之后有据可查的结果，一句短语。",
    "措辞": "指定或不用措辞库里的哪几条，写编号；编号用 drafter phrases list 看。",
    "指定": "这几条措辞，用得上就用，编号用“、”分开。", "不用": "这几条措辞不要用，编号用“、”分开，或一行一条。",
    "报告种类": "写哪一种报告，即 templates 里的文件夹名；不写就用排在最前面的一种。",
    "改写": "在 Word 里改过、以后起草照着印的句子：原文、改为、来自、接在；由  drafter reconcile  写进来。", "原文": "助手原来印的那句话，一段一行。",
    "改为": "改成的那句话，一段一行；整句删去的写 无。", "来自": "谁在哪一稿里改的。", "接在": "新加或移动的段落接在哪一句后面；最前面写 标题。",
    "公文": "上报版要用的：发文机关标志、发文字号、签发人、主送、附件、附注、抄送、印发机关、印发日期、稿次、用印、套红、附表。都可以不写。",
    "发文机关标志": "版头的红字，如 某某县某某镇人民政府文件；两个机关用“、”分开，主办的在前；不写就按署名，没有署名按本单位。",
    "发文字号": "如 青政〔2026〕3号；还没编号就空着，印成〔　　〕　　号，不会自动编。", "签发人": "签发人姓名，几个人用“、”分开。",
    "主送": "主送机关，几个机关用“、”分开；不写就送上一级党委和政府。", "附件": "附件的名称，一条一件；有正文的写 名称 和 文件（.txt）。",
    "附注": "印在成文日期下面的括号里，如 联系人和联系电话。", "抄送": "抄送机关，几个机关用“、”分开；上行文不抄送下级。",
    "印发机关": "版记里的印发机关，一般是本机关的办公室。", "印发日期": "送印的日期，如 2026-01-22；印发前空着。",
    "稿次": "征求意见稿、送审稿等，印在标题下面；定稿不印。", "用印": "要盖章就留出印章的位置；不盖章写 否。不会画印章。",
    "套红": "用印好红头的纸，写 是：红字和红线不印，位置留着。", "附表": "写 是，就附一张主要数据和去年对比的表。",
    "文件": "附件正文所在的文本文件，如 附件/数据表.txt。",
    "公开": "写 否，公开版里就没有这一块、这一条做法或这个问题。", "不公开": "公开版里不要的几行，写 主题.指标，如 执法.行政处罚；几行用“、”分开。",
    "分文件": "各科室分开填时，主文件里列出各分文件，如 2024/执法.yaml、2024/普法.yaml。",
}


def explain(name: str, kind: Kind) -> tuple[list[str], bool]:
    """Return the explanation of a name and whether it is known; an unknown one gets the nearest names."""
    steps = [step.strip() for step in name.split(".")]
    wanted = next((step for step in reversed(steps) if not ITEM.fullmatch(step)), steps[-1])
    if wanted in kind.indicators:
        return _indicator(kind.indicators[wanted], kind), True
    if wanted in kind.topics:
        names = [indicator.name for indicator in kind.catalogue() if indicator.topic == wanted and indicator.offered]
        return [f"{wanted}：一块材料（主题）", f"  可以填的数据：{'、'.join(names) or '无'}", "  还可以写：提供、做法、机制、活动、本地数据"], True
    if wanted in KEYS:
        return [f"{wanted}：{KEYS[wanted]}"], True
    if wanted == CATALOGUE:
        return list(_catalogue(kind)), True
    if wanted in kind.outline_names():
        return _outline(wanted, kind), True
    for rule in RULES:
        if wanted.upper() == rule.id:
            return [f"{rule.id} {rule.title}（{rule.severity.value}）", f"  依据：{rule.authority}", f"  提示：{rule.hint}"], True
    if wanted.upper() in NUMBERS:
        title, subject = NUMBERS[wanted.upper()]
        return [f"{wanted.upper()} {title}", f"  说的是：{subject}", "  怎么改：照那条意见下面的“提示”改"], True
    near = difflib.get_close_matches(wanted, [*kind.indicators, *kind.topics, *KEYS], n=5, cutoff=0.4)
    near += [known for known in kind.indicators if wanted in known and known not in near][:5]
    return [f"没有“{wanted}”这个名字", f"  相近的有：{'、'.join(near)}" if near else "  目录里没有的数字写到 本地数据"], False


def _catalogue(kind: Kind) -> Iterator[str]:
    """Yield every indicator that is asked for, by topic."""
    yield "指标：写在主题下面，名称加冒号，后面写数和量词，例如  行政处罚: 5件"
    for topic in kind.topics:
        names = [one.name for one in kind.catalogue() if one.topic == topic and one.offered]
        if names:
            yield f"  {topic}：{'、'.join(names)}"


def _outline(name: str, kind: Kind) -> list[str]:
    """Return the headings of an outline that ships."""
    words, _ = read_text(kind.folder / "outlines" / f"{name}.txt", name)
    nodes = parse_outline(words, name, shipped=True)[0].nodes if words else ()
    return [f"{name}：现成的提纲，资料里写  提纲: {name}", *(f"{'  ' * node.level}{node.texts[0]}" for node in nodes)]


def is_field(name: str, kind: Kind) -> bool:
    """Tell whether a name is one of a profile, and not a rule or a number of a finding."""
    return any(step.strip() in known for step in name.split(".") for known in (kind.indicators, kind.topics, KEYS))


def _indicator(indicator: Indicator, kind: Kind) -> list[str]:
    """Return the explanation of one indicator."""
    slots = kind.levels[next(iter(kind.levels))]

    def level(text: str) -> str:
        for slot, word in slots.items():
            text = text.replace(f"{{{slot}}}", word)
        return text

    unit = indicator.units[0] if indicator.units else ""
    if indicator.type == "文字":
        said = f"例如  {indicator.name}: 镇党委书记"
    else:
        said = f"例如  {indicator.name}: {'100%' if indicator.is_rate else f'5{unit}'}"
    note = load_notes(kind.folder).get(indicator.id, "")
    lines = [f"{indicator.name}：{level(note)}", f"  主题：{indicator.topic}　量词：{'、'.join(indicator.units) or '无'}",
             f"  怎么填：{said}；还没有数就空着，确实没有写 无，就是零写 0"]
    if indicator.aliases:
        lines.append(f"  也可以写作：{'、'.join(indicator.aliases)}")
    if indicator.verbs and indicator.type != "文字":
        lines.append(f"  报告里印成：{level(indicator.verbs[0] + indicator.object)}5{unit}")
    elif indicator.is_rate:
        lines.append(f"  报告里印成：{level(indicator.object)}95%")
    return lines
