"""An invented formal copy in its variants; no town of this name exists."""

from __future__ import annotations

from drafter.report import Attachment, Block, Cited, Formal, Paragraph, Report, Run, Table, Text
from tests.write.sample import report

ORGANS = ("中共示例县云溪镇委员会", "示例县云溪镇人民政府")
FORMAL = Formal(
    mark=((Text(ORGANS[1]),),), suffix=(Text("文件"),), number=(Cited("云政〔2025〕3号", (("公文", "发文字号"),)),),
    signers=((Text("张某某"),),), recipients=((Text("县委"),), (Text("县人民政府"),)),
    note=(Text("联系人：李某某，联系电话：【待填：联系电话】"),), copies=((Text("县委全面依法治县委员会办公室"),), (Text("县司法局"),)),
    printer=(Text("示例县云溪镇党政综合办公室"),), printed=(Text("2025年1月22日"),))
JOINT = FORMAL._replace(mark=tuple((Text(name),) for name in ORGANS), signers=((Text("张某某"),), (Text("李　某"),)))


def formal(copy: Formal = FORMAL, signatures: tuple[str, ...] = ORGANS[1:], paragraphs: int = 4, date: str = "2025年1月20日",
           title: str = "示例县云溪镇人民政府关于2024年度法治政府建设情况的报告") -> Report:
    """Return the sample as a formal copy."""
    made = report(paragraphs)
    head = made.head._replace(title=(Text(title),), signatures=tuple((Text(name),) for name in signatures), date=(Text(date),))
    return Report(head, made.blocks, copy)


def attached(*names: str, rows: int = 4) -> tuple[Attachment, ...]:
    """Return attachments: the first with text and a table, the others with text."""
    cells: tuple[tuple[tuple[Run, ...], ...], ...] = tuple(
        ((Text(f"指标{row}"),), (Text("件"),), (Cited(f"{row}", (("执法", "行政处罚"),)),)) for row in range(1, rows))
    table = Table((((Text("指标"),), (Text("单位"),), (Text("数"),)), *cells), (4, 1, 1), "table")
    text: tuple[Block | Table, ...] = (Paragraph((Text("本附件列出全年的主要数据，由各科室提供、司法所汇总。"),), "a1"),)
    return tuple(Attachment((Text(name),), (*text, table) if number == 0 else text) for number, name in enumerate(names))
