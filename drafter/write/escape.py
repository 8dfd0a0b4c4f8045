"""Text into XML, without the standard library's helper, whose import costs more than a whole report."""

from __future__ import annotations

import re

FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(text: str) -> str:
    """Return text as it may stand in XML content or between double quotes."""
    if bad := FORBIDDEN.search(text):
        raise ValueError(f"character {bad.group()!r} at {bad.start()} cannot stand in XML")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
