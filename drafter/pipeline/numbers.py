"""The numbers that findings carry beside those of the rules, each with what it is about and where it belongs."""

from __future__ import annotations

from drafter.source import RULES as READING

NUMBERS = {
    **{number: (title, "资料或提纲的写法") for number, title in READING.items()},
    **{number: (title, "资料的内容") for number, title in {
        "P001": "不认识的项目", "P002": "这里应当一行一项", "P003": "这里只填一项", "P004": "数字已自动改正",
        "P005": "一句话太长", "P006": "数据不是“数字加量词”", "P007": "量词少见", "P008": "一条里缺主要的一项",
        "P010": "缺必填的项目", "P011": "级别或上级写错", "P012": "期间看不出是哪一年", "P013": "日期写错",
        "P014": "找不到提纲", "P015": "提纲里没有这个主题", "P020": "提纲里没有合适的标题", "P021": "还没有成文日期",
        "P016": "比率和数量填反了", "P017": "句子里有半角冒号", "P018": "分文件写了两次",
        "P022": "“其他需要报告”没有印",
        "F001": "定稿还有待填",
    }.items()},
    **{number: (title, "县里的提纲") for number, title in {
        "O001": "说明行没有写在标题下面", "O002": "提纲里没有标题", "O003": "标题跳级", "O004": "没有序号的一行当作说明",
        "O005": "只有序号没有标题", "O006": "标题太多",
    }.items()},
    **{number: (title, "报告种类（templates 文件夹）") for number, title in {
        "K001": "找不到报告种类", "K002": "种类文件写法不对", "K003": "指标名重复", "K004": "句式写法不对",
        "K005": "没有合用的句式",
        "T001": "找不到模板", "T002": "模板写错",
    }.items()},
    **{number: (title, "送来的文件") for number, title in {
        "R001": "文件打不开", "R002": "不认识的文件", "R003": "给的是 Word 文件，不是资料",
    }.items()},
    **{number: (title, "写文件") for number, title in {
        "W001": "磁盘满", "W002": "没有写入权限", "W003": "文件名或路径不能用", "W004": "那个名字不是普通文件",
        "W005": "路径里有一段是文件", "W006": "系统读写出错", "W007": "没有通过写入前的检查", "W008": "各稿的名字都用完了",
        "W009": "已经有这个文件", "W010": "改动过的旧稿原样保留", "W011": "旧稿正开着", "W012": "记录读不出来",
        "W013": "记录没有写成",
    }.items()},
}
"""Title and subject by number."""
