"""The parts that say what the file is: its properties, and what its hidden bookmarks stand for."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.finding import Address, spell, unspell
from drafter.report import Cited, Head, fingerprint, plain
from drafter.write.escape import escape
from drafter.write.plan import Line, Mark

NAMESPACE = "urn:drafter:draft:1"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CORE_NAMESPACES = ('xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                   'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
                   'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"')


def core(head: Head) -> str:
    """Return core.xml; every date in it comes from the report, never from the clock."""
    title = escape(plain(head.title).replace("\n", ""))
    unit = escape(head.unit)
    dates = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escape(head.created)}T00:00:00Z</dcterms:{name}>'
                    for name in ("created", "modified") if head.created)
    return (f"{DECLARATION}<cp:coreProperties {CORE_NAMESPACES}><dc:title>{title}</dc:title>"
            f"<dc:creator>{unit}</dc:creator><cp:lastModifiedBy>{unit}</cp:lastModifiedBy>"
            f"<cp:revision>1</cp:revision>{dates}<dc:language>zh-CN</dc:language></cp:coreProperties>\n")


def draft(head: Head, lines: tuple[Line, ...], hashes: Mapping[str, str]) -> str:
    """Return the custom part: what is printed, run by run, with ids, origins and addresses, and hashes of the other parts."""
    parts = [f'<part name="{name}" sha256="{digest}"/>' for name, digest in hashes.items()]
    about = [f"<about>{_said(run)}</about>" for run in head.about]
    blocks = [_block(_untabbed(line)) for line in lines if line.id]
    return "\n".join((f'{DECLARATION}<draft xmlns="{NAMESPACE}">', *parts, *about, *blocks, "</draft>\n"))


def _untabbed(line: Line) -> Line:
    """Return a line as it is read again: a tab is a blank, and at the beginning nothing."""
    if all("\t" not in mark.run.text for mark in line.marks):
        return line
    marks = (mark._replace(run=mark.run._replace(text=mark.run.text.replace("\t", " "))) for mark in line.marks)
    first, *others = marks
    return line._replace(marks=(first._replace(run=first.run._replace(text=first.run.text.lstrip())), *others))


def _block(line: Line) -> str:
    number = f' number="{escape(line.number)}"' if line.number else ""
    words = fingerprint(line.number + plain(tuple(mark.run for mark in line.marks)))
    start = f'<block id="{escape(line.id)}" style="{line.style}"{number} bookmark="{escape(line.bookmark)}" words="{words}"'
    origins = dict.fromkeys(mark.run.origin for mark in line.marks if mark.run.origin)
    inside = [f"<origin>{escape(origin)}</origin>" for origin in origins]
    inside += [_cited(mark, mark.run) if isinstance(mark.run, Cited) else f"<text>{escape(mark.run.text)}</text>" for mark in line.marks]
    return f"{start}>{''.join(inside)}</block>" if inside else f"{start}/>"


def _cited(mark: Mark, run: Cited) -> str:
    name = f' bookmark="{mark.bookmark}"' if mark.bookmark else ""
    return f"<cited{name}>{_said(run)}</cited>"


def _said(run: Cited) -> str:
    """Return where words of the profile stand there, how they are printed, and how they are typed where that differs."""
    typed = f"<typed>{escape(run.typed)}</typed>" if run.typed else ""
    return f"{''.join(map(_at, run.at))}<value>{escape(run.text)}</value>{typed}"


def _at(address: Address) -> str:
    """Return an address as it is spelled; with its steps where the spelling does not tell them."""
    spelled = spell(address)
    if unspell(spelled) == address:
        return f"<at>{escape(spelled)}</at>"
    import json  # noqa: PLC0415  a key with a dot is rare, and the commonest command does not pay for it

    return f'<at steps="{escape(json.dumps(address, ensure_ascii=False))}">{escape(spelled)}</at>'
