"""Text into XML, without the standard library's helper, whose import costs more than a whole report."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b-\x1f]")


def escape(text: str) -> str:
    """Return text as it may stand in XML content or between double quotes."""
    if not fits(text):
        raise ValueError(f"a character of {text!r} cannot stand in XML")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def fits(text: str) -> bool:
    """Tell whether XML can hold every character and give it back unchanged."""
    if CONTROL.search(text) or "\ufffe" in text or "\uffff" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True
