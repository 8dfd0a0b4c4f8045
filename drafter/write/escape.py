"""Text into XML, without the standard library's helper, whose import costs more than a whole report."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
SPECIAL = re.compile('[&<>"]')


def escape(text: str) -> str:
    """Return text as it may stand in XML content or between double quotes."""
    if not SPECIAL.search(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def encoded(xml: str) -> bytes:
    """Return a finished part as bytes; raises ValueError where a character cannot stand in XML."""
    found = CONTROL.search(xml)
    if found:
        raise ValueError(f"the character {found[0]!r} cannot stand in XML")
    try:
        return xml.encode()
    except UnicodeEncodeError as error:
        raise ValueError("half of a surrogate pair cannot stand in XML") from error
