"""Reading 公文: what the formal form has besides the text (GB/T 9704—2012, 7.2 to 7.4)."""

from __future__ import annotations

import datetime
import re

from drafter.finding import Address, Severity
from drafter.kind import Kind
from drafter.profile.model import Attached, Document
from drafter.profile.period import read_day
from drafter.schema import Fact, Form

AT: Address = ("公文",)
KEYS = ("发文机关标志", "发文字号", "签发人", "主送", "附件", "附注", "抄送", "印发机关", "印发日期", "稿次", "用印", "套红", "附表")
SECRET = ("密级", "保密期限", "密级和保密期限", "份号")
SUFFIX = "文件"
NUMBER = re.compile(r"[^\s\d〔〕\[\]（）()【】]{2,12}〔20\d{2}〕([1-9]\d*)?号")
"""代字〔年〕序号号; the number in the year may still be open (7.2.5)."""
SLIPS = ((r"[\[【（(［]", "〔"), (r"[\]】）)］]", "〕"), ("第", ""), ("〕0+", "〕"), (r"\s", ""))
"""Usual slips of a document number, and what they should be."""
NO_ORGAN = re.compile(r"[\d【】〔〕（）()：:]")
LABEL = re.compile(r"^签\s*发\s*人\s*[:：]?\s*")
LONGEST_PLAIN_NAME = 3
"""Characters of a name in which a surname such as 司 or 部 tells nothing."""
LATEST = 60
"""Days between signing and printing that nobody asks about."""
OWN_NUMBER = re.compile(r"^(?:附件\s*)?\d{1,2}\s*[.．、:：](?!\d{1,2}(?!\d))\s*")
"""A number that was typed before the name of a 附件; 12.4国家宪法日 begins with none."""
TO_RULE = 300
"""Characters that a line of organs may have."""


def read_document(form: Form, kind: Kind, signed: datetime.date | None) -> Document:
    """Read 公文; what is absent there does not print, or is filled in by the kind."""
    if not form.mapping(AT, "主送: 县委、县政府"):
        return Document()
    _refuse_secrets(form, kind)
    form.keys(AT, KEYS, SECRET)
    mark = _organs(form, "发文机关标志")
    return Document(
        mark=tuple(fact._replace(text=fact.text.removesuffix(SUFFIX)) for fact in mark),
        suffix=not mark or mark[-1].text.endswith(SUFFIX),
        number=_number(form, signed),
        signers=_signers(form, kind),
        recipients=_addressed(form, kind, "主送"),
        attachments=tuple(found for at in form.items((*AT, "附件")) if (found := _attached(form, at))),
        note=_note(form),
        copies=_copied(form, kind),
        printer=_given(form, "印发机关"),
        printed=_printed(form, signed),
        stage=_stage(form, kind),
        sealed=_yes(form, "用印", True),
        preprinted=_yes(form, "套红", False),
        table=_yes(form, "附表", False),
    )


def _given(form: Form, key: str) -> Fact | None:
    """Return the words under a key; None where it is absent or denied."""
    fact = form.text((*AT, key), TO_RULE)
    return None if fact is None or fact.none else fact


def _names(form: Form, key: str, apart: str = r"[、，,；;\n]|\s+") -> tuple[Fact, ...]:
    """Return what stands under a key as a list, or in one line split at 、 and the like; a blank is one to be filled in."""
    data = form.get((*AT, key))
    lines = form.texts((*AT, key)) if isinstance(data, list) else [fact for fact in [_given(form, key)] if fact]
    if isinstance(data, str) and lines and "".join(data.split()) == "".join(lines[0].text.split()):
        # As typed: reading a line takes the blanks between hanzi out, and here they may part two names.
        lines = [lines[0]._replace(text=data.strip())]
    return tuple(Fact(part.strip(" ：:"), fact.at) for fact in lines for part in re.split(apart, fact.text))


def _signers(form: Form, kind: Kind) -> tuple[Fact, ...]:
    """Read 签发人: names and nothing else; a blank inside a name of two characters is no end of it."""
    found = tuple(fact._replace(text=LABEL.sub("", fact.text)) for fact in _names(form, "签发人", r"[、，,；;/／\n]|(?<=\S\S)\s+(?=\S\S)"))
    for fact in found:
        if any(word in fact.text for word in (*kind.official.persons, *kind.official.organs)) and len(fact.text) > LONGEST_PLAIN_NAME:
            form.say("H014", Severity.MUST, fact.at, f"签发人“{fact.text}”里不只是姓名", "只写姓名，不写职务、机关；几个人用“、”分开")
    return found


def _organs(form: Form, key: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in _names(form, key) if not fact.blank)


def _refuse_secrets(form: Form, kind: Kind) -> None:
    """Refuse a document that bears a mark of secrecy."""
    hint = "涉密材料请在保密计算机上按保密规定办理，不要录入本程序"
    data = form.get(AT)
    for key, value in data.items() if isinstance(data, dict) else ():
        marked = isinstance(value, str) and any(word + star in value for word in kind.official.classified for star in "★*")
        if key in SECRET or marked:
            form.say("H001", Severity.ERROR, (*AT, key), f"“{key}”说的是涉密公文，本程序不处理涉密材料", hint, key=True)


def _number(form: Form, signed: datetime.date | None) -> Fact | None:
    """Read 发文字号; it is checked and never made up."""
    fact = _given(form, "发文字号")
    if fact and signed and NUMBER.fullmatch(fact.text) and f"〔{signed.year}〕" not in fact.text:
        form.say("H015", Severity.MUST, fact.at, f"发文字号是{fact.text}，成文日期是{signed.year}年", "核对年份：发文字号的年份就是签发的年份")
    if fact is None or fact.blank or NUMBER.fullmatch(fact.text):
        return fact
    mended = fact.text
    for slip, right in SLIPS:
        mended = re.sub(slip, right, mended)
    mended += "" if mended.endswith("号") else "号"
    several = len(re.findall("[号〔]", mended)) > 2
    whole = NUMBER.fullmatch(mended)
    shown = f"改成  发文字号: {mended}" if whole and whole[1] else "例如  发文字号: 青政〔2026〕3号；还没编号就写  青政〔2026〕号"
    hint = "联合行文只用主办机关的发文字号" if several else shown
    form.say("H002", Severity.ERROR, fact.at, f"发文字号“{fact.text}”的写法不对：应为代字、六角括号里的年份、不编虚位的序号", hint)
    return fact


def _addressed(form: Form, kind: Kind, key: str) -> tuple[Fact, ...]:
    """Read organs that the report goes to; a person is none, nor is anything with digits or brackets."""
    found = _names(form, key)
    own = form.text(("单位",))
    for number, fact in enumerate(found):
        organ = not kind.official.organs or fact.text.endswith(kind.official.organs)
        if any(fact.text == other.text for other in found[:number]) and not fact.blank:
            form.say("H016", Severity.WARN, fact.at, f"“{key}”里“{fact.text}”写了两次", "删去一个")
        elif own and own.text and own.text in fact.text:
            form.say("H007", Severity.MUST, fact.at, f"“{key}”写了本单位“{fact.text}”", "报告是报给上级的，写上一级机关")
        elif any(word in fact.text for word in kind.official.lower):
            form.say("H007", Severity.MUST, fact.at, f"上行文不能{key}下级机关“{fact.text}”", f"从“{key}”里删去；要发给下级，另行文（条例第十五条）")
        elif fact.text.endswith(kind.official.persons) or (not organ and any(word in fact.text for word in kind.official.persons)):
            form.say("H004", Severity.ERROR, fact.at, f"“{key}”写的“{fact.text}”是个人，公文不能送给个人", "写机关的全称或规范化简称")
        elif NO_ORGAN.search(fact.text):
            form.say("H004", Severity.ERROR, fact.at, f"“{key}”写的“{fact.text}”不像机关名称", "只写机关的全称或规范化简称，几个机关用“、”分开")
        elif not organ and not fact.blank:
            form.say("H004", Severity.MUST, fact.at, f"“{key}”写的“{fact.text}”看不出是机关", "写机关的全称或规范化简称；没有写错就不用管")
    return found


def _copied(form: Form, kind: Kind) -> tuple[Fact, ...]:
    """Read 抄送; who gets the report itself gets no copy of it."""
    found = _addressed(form, kind, "抄送")
    for fact in found:
        if not fact.blank and any(fact.text == to.text for to in _names(form, "主送")):
            form.say("H016", Severity.WARN, fact.at, f"“{fact.text}”已经是主送机关，又写在“抄送”里", "从“抄送”里删去")
    return found


def _attached(form: Form, at: Address) -> Attached | None:
    """Read one 附件: a name, or a name with its file."""
    if not isinstance(form.get(at), dict):
        fact = form.text(at)
        return Attached(_unmarked(fact)) if fact and not fact.none else None
    form.keys(at, ("名称", "文件"))
    name, file = form.text((*at, "名称")), form.text((*at, "文件"), TO_RULE)
    if name is None:
        form.say("P008", Severity.ERROR, at, "这一条附件没有“名称”", "例如  - 名称: 2025年度法治政府建设数据表")
        return None
    return Attached(_unmarked(name), file if file and not file.blank else None)


def _unmarked(name: Fact) -> Fact:
    """Return the name of a 附件 without a mark behind it (7.3.4) and without a number of its own: the numbers are set anew."""
    return name._replace(text=OWN_NUMBER.sub("", name.text).rstrip("。，；、："))


def _note(form: Form) -> Fact | None:
    """Read 附注; its brackets are set by the writer."""
    fact = _given(form, "附注")
    return fact._replace(text=fact.text.removeprefix("（").removesuffix("）")) if fact else None


def _printed(form: Form, signed: datetime.date | None) -> Fact | None:
    """Read 印发日期 and return it as it prints."""
    fact = _given(form, "印发日期")
    if fact is None or fact.blank:
        return fact
    day = read_day(fact.text.removesuffix("印发"))
    if day is None:
        form.say("H003", Severity.ERROR, fact.at, f"印发日期“{fact.text}”不是一个日期", "例如  印发日期: 2026-01-22；还没印发就空着")
        return fact
    if signed and day < signed:
        form.say("H012", Severity.MUST, fact.at, f"印发日期{fact.text}早于成文日期{signed}", "核对两个日期：先签发，后印发")
    elif signed and (day - signed).days > LATEST:
        form.say("H012", Severity.MUST, fact.at, f"印发日期{fact.text}比成文日期晚了{(day - signed).days}天", "核对两个日期：签发以后随即印发")
    return fact._replace(text=f"{day.year}年{day.month}月{day.day}日")


def _stage(form: Form, kind: Kind) -> Fact | None:
    """Read 稿次."""
    fact = _given(form, "稿次")
    if fact is None or fact.blank:
        return None
    bare = fact._replace(text=fact.text.strip("（）"))
    if bare.text not in kind.official.stages:
        hint = f"只能写其中一个：{'、'.join(kind.official.stages)}；定了稿就删掉这一行"
        form.say("H005", Severity.ERROR, fact.at, f"“稿次”不能写“{fact.text}”", hint)
    return bare


def _yes(form: Form, key: str, usual: bool) -> bool:
    """Read 是 or 否."""
    fact = form.text((*AT, key))
    if fact is None or fact.blank:
        return usual
    if fact.text not in ("是", "否"):
        form.say("H006", Severity.ERROR, fact.at, f"“{key}”不能写“{fact.text}”", f"写  {key}: 是  或  {key}: 否")
    return fact.text == "是"
