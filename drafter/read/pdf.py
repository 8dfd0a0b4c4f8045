"""The text of a PDF; only ever run in the child process."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from drafter.read import limits
from drafter.read.page_lines import Line, flowing, without_page_numbers
from drafter.read.result import Refused, Words

PAGES = 500
FEWEST = 8
"""Hanzi that a page of text has; a scanned page may have a stamped number."""
NEW_LINE = {0x0A, 0x0D}
HANZI = range(0x2E80, 0xA000)


def read_pdf(data: bytes) -> Words:
    """Return the text of all pages, paragraphs put together again over line and page ends."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Refused("R004", "这个 PDF 加了密码", "换一份没有密码的，或用原来的 Word 文件") from None
        raise Refused("R001", "这个 PDF 打不开", "用 PDF 阅读器打开看看；最好换原来的 Word 文件") from None
    if len(document) > PAGES:
        raise limits.too_large(f"PDF 超过 {PAGES} 页")
    pages = []
    for number in range(len(document)):
        page = document[number]
        pages.append(_lines(page.get_textpage(), number))
        page.close()
        if sum(len(line.text) for lines in pages for line in lines) > limits.LETTERS:
            raise limits.too_large("PDF 里的文字太多")
    found = sum(ord(letter) in HANZI for lines in pages for line in lines for letter in line.text)
    if found < FEWEST * len(pages):
        raise Refused("R005", "这是扫描件，读不出文字", "请换可复制文字的版本，例如原来的 Word 文件")
    return Words(flowing(without_page_numbers(pages)))


def read_printed(data: bytes) -> Words:
    """Return all letters of a PDF page by page, as they were printed, and as its note how many pages there are."""
    document = pypdfium2.PdfDocument(data)
    pages = [document[number].get_textpage().get_text_range() for number in range(min(len(document), PAGES))]
    return Words("\f".join(pages), notes=(str(len(document)),))


def _lines(page: pypdfium2.PdfTextPage, number: int) -> list[Line]:
    """Return the lines of a page with their edges."""
    count = min(page.count_chars(), limits.LETTERS)
    codes = [raw.FPDFText_GetUnicode(page.raw, at) for at in range(count)]
    starts = [0, *(at + 1 for at in range(count) if codes[at] in NEW_LINE), count + 1]
    lines = (_line(page, number, codes, range(start, end - 1)) for start, end in pairwise(starts))
    return [line for line in lines if line is not None]


def _line(page: pypdfium2.PdfTextPage, number: int, codes: list[int], span: range) -> Line | None:
    shown = [at for at in span if codes[at] > 0x20 and codes[at] not in {0xA0, 0x3000}]
    if not shown:
        return None
    left, bottom, _, top = page.get_charbox(shown[0], loose=True)
    right = page.get_charbox(shown[-1], loose=True)[2]
    kept = "".join(_letter(codes[at]) for at in range(shown[0], shown[-1] + 1) if not _added(page, codes, at))
    return Line(kept, left, right, top, top - bottom, number)


def _letter(code: int) -> str:
    # A code that is half of a pair, or none at all, is not a letter that could be written anywhere.
    return "" if 0xD800 <= code < 0xE000 or not 0 < code < 0x110000 else chr(code)


def _added(page: pypdfium2.PdfTextPage, codes: list[int], at: int) -> bool:
    """Tell whether PDFium made up a blank beside a hanzi, where there is only a gap."""
    near = codes[at - 1] in HANZI or codes[at + 1] in HANZI if codes[at] == 0x20 else False
    return near and raw.FPDFText_IsGenerated(page.raw, at) == 1
