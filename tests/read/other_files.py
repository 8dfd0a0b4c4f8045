"""PDF and old Word files, byte by byte: small enough to be read, and with nothing in them that a test did not ask for."""

import struct
from collections.abc import Iterable

SECTOR = 512
SMALLEST = 4096
"""Bytes below which a stream would lie in the small store, which these files do not have."""
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TABLE_AT = 0x200
Shown = tuple[float, float, float, str]
"""Left edge, base line, size and words of a printed line."""


def pdf(pages: Iterable[Iterable[Shown]], trailer: str = "", more: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF whose font is no part of it, as print drivers make them."""
    contents = [b"BT\n" + b"".join(_shown(*line) for line in lines) + b"ET" for lines in pages]
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/W[1 95 500]>>",
    ]
    for at, content in enumerate(contents):
        place = f"/Resources<</Font<</F1 3 0 R>>>>/Contents {6 + 2 * at} 0 R"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{place}>>".encode(), b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        ]
    return _numbered([*objects, *more], trailer)


def _shown(left: float, base: float, size: float, words: str) -> bytes:
    return f"/F1 {size} Tf 1 0 0 1 {left} {base} Tm <{words.encode('utf-16-be').hex()}> Tj\n".encode()


def _numbered(objects: list[bytes], trailer: str) -> bytes:
    made, places = b"%PDF-1.5\n", []
    for number, inside in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return made + head + table + f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(made)}\n%%EOF".encode()


def printed(lines: Iterable[str], width: int = 28, rows: int = 22, left: float = 80, size: float = 16) -> list[list[Shown]]:
    """Lay paragraphs out as an office prints them: the first one in the middle, the others indented, a number on each page."""
    laid: list[tuple[float, str]] = []
    for number, line in enumerate(lines):
        if not number:
            laid.append((left + (width - len(line)) * size / 2, line))
            continue
        first, *rest = fitted(line, width)
        laid += [(left + 2 * size, first), *((left, words) for words in rest)]
    pages = [laid[at:at + rows] for at in range(0, len(laid), rows)]
    return [
        [*((x, 750 - 28 * row, size, words) for row, (x, words) in enumerate(page)), (280, 60, 14, f"— {number} —")]
        for number, page in enumerate(pages, start=1)
    ]


def fitted(line: str, width: int) -> list[str]:
    """Cut a paragraph, which is indented by two, into lines; what is not a hanzi is half as wide."""
    made, room = [""], width - 2.0
    for letter in line:
        need = 0.5 if letter.isascii() else 1.0
        if room < need:
            made.append("")
            room = width
        made[-1] += letter
        room -= need
    return made


def old_word(pieces: Iterable[tuple[str, str]], flags: int = 0, version: int = 193) -> bytes:
    """Return a .doc of pieces of text, each in cp1252 or utf-16-le."""
    text, edges, places = b"", [0], []
    for words, codec in pieces:
        raw = words.encode(codec)
        at = TABLE_AT + len(text)
        places.append(at * 2 | 0x40000000 if codec == "cp1252" else at)
        edges.append(edges[-1] + len(words))
        text += raw
    plan = struct.pack(f"<{len(edges)}i", *edges) + b"".join(struct.pack("<HIH", 0, place, 0) for place in places)
    table = b"\x01" + struct.pack("<H", 4) + b"\0" * 4 + b"\x02" + struct.pack("<I", len(plan)) + plan
    head = bytearray(TABLE_AT)
    struct.pack_into("<HH", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 10, flags | 0x0200)
    struct.pack_into("<i", head, 0x4C, edges[-1])
    struct.pack_into("<II", head, 0x1A2, 0, len(table))
    return compound({"WordDocument": bytes(head) + text, "1Table": table})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file (OLE): one sector of chains, directory sectors, then the streams."""
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    chains, body = [FAT], b""
    directory = (len(streams) + 4) // 4
    chains += [*range(2, directory + 1), END]
    for number, (name, stream) in enumerate(streams.items(), start=1):
        held = stream.ljust(max(SMALLEST, -(-len(stream) // SECTOR) * SECTOR), b"\0")
        first, count = len(chains), len(held) // SECTOR
        entries.append(_entry(name, 2, first, len(held), right=number + 1 if number < len(streams) else FREE))
        chains += [*range(first + 1, first + count), END]
        body += held
    assert len(chains) <= SECTOR // 4
    fat = struct.pack("<128I", *chains, *[FREE] * (128 - len(chains)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<5H6x3I4x5I", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, SMALLEST, END, 0, END, 0)
    head += struct.pack("<109I", 0, *[FREE] * 108)
    return head + fat + b"".join(entries).ljust(directory * SECTOR, b"\0") + body


def _entry(name: str, kind: int, first: int, size: int, right: int = FREE, child: int = FREE) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return raw.ljust(64, b"\0") + struct.pack("<HBB3I16xI16xIQ", len(raw), kind, 1, FREE, right, child, 0, first, size)
