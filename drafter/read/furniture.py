"""Lines that belong to a web site and not to the report on it."""

from __future__ import annotations

import re

LONGEST = 80
"""Characters of a line of furniture; where several run together in one line it is longer than a heading."""
END = r"\s*(?:[:：]|$)"
BEGINS = re.compile(
    r"[\s【\[（(|]*(?:"
    rf"(?:信息|文章|稿件)?来源\s*[:：]|(?:发布|发文|发表|公开|更新|生成|成文)(?:时间|日期|机构|单位|人){END}|[时日][间期]\s*[:：]\s*\d"
    rf"|(?:作者|(?:责任)?编辑|审核人?|校对|供稿)\s*[:：]|(?:浏览|访问|阅读|点击)(?:次数|量|数|率)?{END}"
    rf"|字[号体](?:大小)?[\s:：【\]\[]*(?:[大中小]|$)|分享(?:到|至){END}|分享{END}|扫一扫"
    r"|(?:打印|关闭|收藏|保存)(?:本页|文章|窗口|页面)?[\s】\]|]*(?:打印|关闭|收藏|分享|$)|(?:朗读|听全文|主动公开)\s*$"
    rf"|[上下]一[篇条页]{END}|(?:您)?(?:现在|当前|所在)?的?(?:所在)?位置\s*[:：]|返回(?:顶部|首页|列表)|相关(?:文章|新闻|链接|信息|阅读|解读){END}"
    rf"|版权所有|(?:主办|承办|协办)(?:单位)?\s*[:：]|技术支持{END}|网站(?:标识码|地图|声明|支持)|联系(?:我们|电话){END}|[^。]{{0,4}}ICP备|[^。]{{0,8}}公网安备"
    r"|索\s*引\s*号|主题(?:分类|词)\s*[:：]|(?:信息|文件)(?:分类|索引|名称|编号)\s*[:：]|公开(?:方式|时限|形式|范围|属性)\s*[:：]|有\s*效\s*性\s*[:：]"
    r"|[-—–]\s*\d{1,3}\s*[-—–]\s*$|窗体(?:顶端|底端)|无障碍|长者(?:版|模式|助手)|设为首页|加入收藏|网站首页|首页\s*[>»›|]"
    r")"
)
HOLDS = re.compile(
    r"扫一扫|【\s*字[号体]|字[号体]\s*[:：]\s*[【\[]?\s*[大中小]|(?:浏览|访问|阅读)次数|点击(?:次数|量)\s*[:：]"
    r"|公网安备|网站标识码|ICP备|版权所有|打印本页|关闭窗口|浏览器"
)
DISCLAIMER = re.compile(r"\s*(?:未经(?:许可|授权|本网)|凡(?:本网|注明)|本网(?:站)?(?:声明|由|内容)|免责声明|使用本网站|建议使用)")


def is_furniture(line: str) -> bool:
    """Tell a line of the site, beyond doubt: it may stand in the midst of a report."""
    text = line.strip()
    if DISCLAIMER.match(text):
        return True
    return bool(text) and len(text) <= LONGEST and "。" not in text and bool(BEGINS.match(text) or HOLDS.search(text))
