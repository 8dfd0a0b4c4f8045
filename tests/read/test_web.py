"""Saved web pages: the report, without the site around it."""

import pytest

from tests.read.conftest import Give, Refusal
from tests.read.sample import LINES, TEXT, TITLE

BODY = "".join(f"<p style='text-indent:2em'>　　{line}</p>" for line in LINES[1:])
INFO = (
    "<span>来源：司法所</span> <span>发布时间：2025-01-20 10:30</span> 浏览次数：<script>document.write(3)</script>37次"
    "【字号：<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a>】 <a href='#'>打印</a>"
)
SITE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_青石镇人民政府</title>
<style>p{{color:red}}</style><script>var a = "<p>脚本里的话，不算正文。</p>";</script></head><body>
<div><a href="/">首页</a>|<a href="/a">政务公开</a>|<a href="/b">无障碍阅读</a></div>
<div class="pos">您现在的位置：<a href="/">首页</a> &gt; <a href="/a">政府信息公开</a> &gt; {TITLE}</div>
<div class="main"><h1>{TITLE}</h1><div class="info">{INFO}</div><div id="zoom">{BODY}<!-- 注释里的话，不算正文。 --></div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div><div>扫一扫在手机打开当前页</div>
<ul><li>上一篇：<a href="/1">青石镇2023年法治政府建设年度报告</a></li><li>下一篇：没有了</li></ul></div>
<div class="side"><h3>相关文章</h3><ul><li><a href="/2">关于开展普法宣传月活动的通知，请各村遵照执行。</a></li></ul></div>
<div class="foot">主办单位：青石镇人民政府 技术支持：某某公司 网站标识码：0000000000<br>未经许可，不得转载本网站的内容。</div></body></html>"""
LAYOUT = f"""<html><body bgcolor=white><table width=1000><tr><td width=200><table><tr><td><a href=a>机构职能</a></td></tr><tr><td><a href=b>领导</a>
</td></tr></table></td><td><a name=top><table><tr><td align=center><b>{TITLE}</b></td></tr>
<tr><td>发布日期：2025年1月20日　来源：司法所　点击次数：12</td></tr>
<tr><td><FONT face=仿宋>{"<BR>".join("&nbsp;&nbsp;&nbsp;" + line for line in LINES[1:])}</FONT></td></tr></table></td></tr></table>
<table><tr><td>版权所有：青石镇人民政府</td><td>ICP备00000000号</td></tr></table></body></html>"""
WORD_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"><meta name=ProgId content=Word.Document><title>报告</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>文档视图，不算正文。</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:宋体;} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt'><div class=WordSection1>"""


def word_page(inside: str) -> bytes:
    return f"{WORD_HEAD}{inside}</div></body></html>".encode("gb18030")


def test_the_furniture_of_a_site_is_left_out_and_the_title_stays(given: Give) -> None:
    assert given(SITE.encode()).text == TEXT


def test_tables_that_lay_out_the_page_are_no_tables(given: Give) -> None:
    assert given(LAYOUT.encode("gb18030")).text == TEXT


def test_a_page_saved_by_word_or_wps_is_clean(given: Give) -> None:
    lines = "".join(
        f"<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span\nstyle='font-family:仿宋_GB2312;mso-ascii-font:Arial'>"
        f"{line[:7]}\n{line[7:]}<span lang=EN-US><o:p></o:p></span></span></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>" for line in LINES
    )
    assert given(word_page(lines)).text == TEXT


def test_tracked_changes_hidden_words_and_drawn_numbers_of_a_page_by_word(given: Give) -> None:
    number = "<![if !supportLists]><span>1.<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>"
    changed = "<del cite='mailto:a'>28</del><ins cite='mailto:a'>31</ins>宗<span style='display:none;mso-hide:all'>隐去</span>"
    assert given(word_page(f"<p class=MsoListParagraph>{number}行政处罚</p><p>办结{changed}。</p>")).text == "1. 行政处罚\n办结31宗。"


def test_a_table_of_data_is_rows_of_cells(given: Give) -> None:
    rows = "<tr><td><p class=MsoNormal>项目<o:p></o:p></p></td><td><p>数量</p></td></tr><tr><td></td><td>27场<br>次</td></tr><tr><td>合计<td>1"
    assert given(word_page(f"<table class=MsoTableGrid>{rows}</table>")).text == "项目\t数量\n\t27场\n次\n合计\t1"


def test_a_title_that_only_the_head_gives_is_put_first(given: Give) -> None:
    page = f"<html><head><meta name='ArticleTitle' content='{TITLE}'></head><body><div>{BODY}</div></body></html>"
    assert given(page.encode()).text == TEXT


def test_a_section_of_its_own_block_is_not_lost(given: Give) -> None:
    parts = "".join(f"<div><section>{line}</section></div>" for line in LINES)
    assert given(f"<html><body><div>{parts}</div></body></html>".encode()).text == TEXT


def test_signature_date_and_attachment_stay(given: Give) -> None:
    end = "<p align=right>青石镇人民政府</p><p align=right>2025年1月15日</p>"
    assert given(SITE.replace("<!-- 注释", f"{end}<!-- 注释").encode()).text == f"{TEXT}\n青石镇人民政府\n2025年1月15日"


@pytest.mark.parametrize(("head", "line", "day"), [
    ('<meta name="PubDate" content="2025-02-20 17:15">', "发布时间：2024-01-01", "2025-02-20"),
    ('<meta property="article:published_time" content="2025-02-03T08:00:00+08:00">', "", "2025-02-03"),
    ("", "来源：司法所 发布日期：2025年2月3日", "2025-02-03"), ("", "时间：2025/02/03 08:00", "2025-02-03"),
    ("", "公开日期 2025.2.3", "2025-02-03"),
    ('<meta name="PubDate" content="">', "发布时间:2025-13-45", ""), ("", "会议于2025年2月3日召开。", ""),
])
def test_the_day_of_publishing_is_found(given: Give, head: str, line: str, day: str) -> None:
    page = f"<html><head>{head}</head><body><div>{line}</div><div>{BODY}</div></body></html>"
    original = given(page.encode())
    assert original.date == day
    assert ("发布" in original.text) is False


def test_characters_that_nobody_sees_are_dropped(given: Give) -> None:
    page = "<p>办结\u200b行政处罚\u202e案件&#8203;31宗&#xFEFF;，&ldquo;逐件&rdquo;回访&mdash;&mdash;全部&hellip;</p>"
    assert given(f"<html><body>{page}</body></html>".encode()).text == "办结行政处罚案件31宗，“逐件”回访——全部…"


@pytest.mark.parametrize("page", [
    "<html><body><div id=app></div><script src='http://a.invalid/a.js'></script></body></html>",
    "<html><frameset><frame src='a.htm'></frameset></html>", "<html></html>", "<!DOCTYPE html>",
    "<html><body><ul><li><a href=a>普法</a></li></ul></body></html>",
])
def test_a_page_without_words_says_what_to_do(refused: Refusal, page: str) -> None:
    finding = refused(page.encode())
    assert finding.rule == "R006"
    assert ".txt" in finding.hint
