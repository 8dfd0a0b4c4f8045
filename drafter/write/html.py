"""The web page of a report: one file with its own style, which prints as an official document from a browser."""

from __future__ import annotations

import re

from drafter.report import Heading, Report, numbered, plain
from drafter.write import official
from drafter.write.escape import encoded, escape

PITCH = official.LINE_PITCH / 20
STYLE = f"""
@page {{ size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center {{ content: "— " counter(page) " —"; font: 14pt SimSun, serif; }} }}
* {{ margin: 0; padding: 0; font-weight: normal; }}
body {{ font: 16pt/{PITCH}pt "仿宋_GB2312", FangSong, "仿宋", STFangsong, serif; color: #000; background: #fff;
  max-width: 156mm; margin: 2em auto; padding: 0 1em; text-align: justify; orphans: 1; widows: 1; }}
h1 {{ font: 22pt/{PITCH}pt "方正小标宋简体", "方正小标宋_GBK", "华文中宋", STZhongsong, SimSun, serif; text-align: center;
  text-wrap: balance; margin-bottom: {PITCH}pt; }}
h2, h3, h4, h5 {{ font-size: 16pt; text-indent: 2em; break-after: avoid; }}
h2 {{ font-family: "黑体", SimHei, "Microsoft YaHei", sans-serif; }}
h3 {{ font-family: "楷体_GB2312", KaiTi, "楷体", STKaiti, serif; }}
p {{ text-indent: 2em; }}
mark {{ background: #ff0; }}
@media print {{ body {{ margin: 0; padding: 0; max-width: none; }} }}
"""
MISSING = re.compile("(【待填[^】]*】)")


def html(report: Report) -> bytes:
    """Return title and text of a report as one web page; nothing in it is fetched from anywhere."""
    title = escape(plain(report.head.title).replace("\n", ""))
    blocks = []
    for number, block in numbered(report):
        tag = f"h{block.level + 1}" if isinstance(block, Heading) else "p"
        words = MISSING.sub(r"<mark>\1</mark>", escape(number + plain(block.runs)))
        blocks.append(f"<{tag}>{words}</{tag}>")
    return encoded("\n".join(('<!DOCTYPE html>', '<html lang="zh-CN">', "<head>", '<meta charset="utf-8">',
                              '<meta name="viewport" content="width=device-width">', f"<title>{title}</title>",
                              f"<style>{STYLE}</style>", "</head>", "<body>", f"<h1>{title}</h1>", *blocks, "</body>", "</html>", "")))
