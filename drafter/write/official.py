"""The page of GB/T 9704—2012 in numbers; lengths are twips (1/20 pt) unless the name says otherwise.

The standard gives millimetres and counts. Where a count and a measure together leave no exact point size, the number
is the measured one that gives 22 lines of 28 characters in two unrelated layout engines.
"""

TWIPS_PER_MM = 1440 / 25.4

PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
"""A4, 210 mm × 297 mm (5.1)."""

MARGIN_TOP, MARGIN_LEFT = 2098, 1587
"""天头 37 mm and 订口 28 mm (5.2.1)."""

MARGIN_BOTTOM, MARGIN_RIGHT = 1984, 1474
"""What 版心 156 mm × 225 mm leaves: 35 mm and 26 mm (5.2.1)."""

FOOTER_DISTANCE, HEADER_DISTANCE = 1440, 851
"""From the paper's edge; puts the dash of the page number 7 mm under 版心 (7.5)."""

LINES_PER_PAGE, CELLS_PER_LINE = 22, 28
"""每面排22行，每行排28个字 (5.2.3)."""

LINE_PITCH = 579
"""28.95 pt: the largest whole twip at which 22 lines fit 225 mm (5.2.3)."""

CELL_SPACING = -5
"""−0.25 pt: 28 characters of 16 pt are wider than 156 mm and must be condensed (5.2.3)."""

CELL = 316
"""One character of the text (3.1) as an indent; Word reckons by characters, others by this."""

BODY_HALF_POINTS, TITLE_HALF_POINTS, FOOTER_HALF_POINTS = 32, 44, 28
"""三号 (5.2.2), 二号 (7.3.1), 四号 (7.5)."""

BODY_FACE = "仿宋_GB2312"
"""仿宋体 (5.2.2)."""

TITLE_FACE = "方正小标宋简体"
"""小标宋体 (7.3.1)."""

HEADING_FACES = ("黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312")
"""Of levels 一、 （一） 1. （1） (7.3.3)."""

FOOTER_FACE = "宋体"
"""Digits of the page number (7.5)."""

PARAGRAPH_INDENT_CELLS = 2
"""每个自然段左空二字 (7.3.3)."""

SIGNATURE_INDENT_CELLS = 2
"""署名右空二字, the date begins two characters to the right of the name above it (7.3.5.2)."""

# styles.xml says overflowPunct outright although that is Word's default. LibreOffice 7.4 reads it the other way round;
# left out, it hangs marks past the margin, prints some of them not at all, and sets an empty line where a hanging mark
# meets the end of a bookmark.

MARK_TOP_MM = 35
"""发文机关标志上边缘至版心上边缘 (7.2.4)."""

MARK_WHITE = 0.1
"""What lies above the ink of a character in its line, in parts of its size: 0.12 in LibreOffice, about as much in Word."""

MARK_POINTS, MARK_NARROWEST = 42, 66
"""初号 (practice; the standard asks for 醒目、美观、庄重), and the percentage to which long names are condensed before they shrink (7.2.4)."""

NUMBER_GAP_LINES, NUMBER_INSET_CELLS, SIGNERS_PER_LINE = 2, 1, 2
"""发文字号 in 发文机关标志下空二行, 居左空一字; 签发人 居右空一字, two a line (7.2.5, 7.2.6)."""

RULE_ROOM, RULE_EIGHTHS = 122, 8
"""发文字号之下4 mm处 (7.2.7): what an exact line leaves under its characters is 1.4 mm in LibreOffice and about 2.3 mm in Word, and
this comes on top of it. The standard gives no thickness; about 1 pt is practice."""

TITLE_GAP_LINES, RECIPIENT_GAP_LINES = 2, 1
"""标题 in 红色分隔线下空二行, 主送机关 in 标题下空一行 (7.3.1, 7.3.2)."""

SEAL_MM, SEAL_GAP_LINES, SEAL_ROW_LINES, SEAL_DATE_CELLS, SEALS_PER_LINE = 42, 2, 4, 4, 3
"""A township's seal; its top lies within one line of the text, so the names stand in the third line, and four lines part two rows
of seals; 成文日期右空四字, at most three seals a row (7.3.5.1)."""

ATTACHMENT_TITLE_LINE = 3
"""附件标题居中编排在版心第三行 (7.3.7)."""

IMPRINT_HALF_POINTS, IMPRINT_CELL, IMPRINT_RULES = 28, 280, (8, 6)
"""版记: 四号, one of its characters, and its rules in 1/8 pt: 0.35 mm first and last, 0.25 mm between (7.4.1 to 7.4.3)."""
