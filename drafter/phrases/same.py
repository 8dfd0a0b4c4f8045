"""When two clauses say the same: what is left of them when words that change nothing are made alike."""

from __future__ import annotations

import re

ALIKE = {"把": "将", "列入": "纳入", "强化": "加强", "以及": "和", "与": "和", "及": "和", "、": ""}
"""Words that stand for one another in any clause of these reports, and words that can be left out."""
FINDER = re.compile("|".join(sorted(map(re.escape, ALIKE), key=len, reverse=True)))


def same_key(clause: str) -> str:
    """Return what a clause has in common with every wording that makes the same claim."""
    return FINDER.sub(lambda found: ALIKE[found[0]], clause)
