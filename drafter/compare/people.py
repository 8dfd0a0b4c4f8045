"""Several edited copies of one draft: what they agree on, and where they do not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.compare.change import Change, What


class Agreed(NamedTuple):
    """A change that one or more copies make, and none contradicts."""

    change: Change
    files: tuple[str, ...]


class Dispute(NamedTuple):
    """Copies that want different things at one place of the draft."""

    changes: tuple[Change, ...]


def agree(copies: Iterable[Sequence[Change]]) -> tuple[list[Agreed], list[Dispute]]:
    """Bring the changes of several copies of one draft together; only a place touched in two ways is a dispute."""
    agreed: list[Agreed] = []
    for changes in copies:
        for change in changes:
            same = next((index for index, known in enumerate(agreed) if _same(known.change, change)), None)
            if same is None:
                agreed.append(Agreed(change, (change.file,)))
            elif change.file not in agreed[same].files:
                agreed[same] = Agreed(agreed[same].change, (*agreed[same].files, change.file))
    disputes: list[list[Agreed]] = []
    for one in agreed:
        met = [known for known in disputes if any(_against(one.change, other.change) for other in known)]
        joined = [one, *(other for known in met for other in known)]
        disputes = [known for known in disputes if known not in met] + [joined]
    calm = [known[0] for known in disputes if len(known) == 1]
    quarrels = [Dispute(tuple(one.change for one in known)) for known in disputes if len(known) > 1]
    return sorted(calm, key=lambda one: one.change.span), quarrels


def _same(first: Change, second: Change) -> bool:
    return (first.what, first.span, first.new, first.behind) == (second.what, second.span, second.new, second.behind)


def _against(first: Change, second: Change) -> bool:
    """Tell whether two different changes of two copies meet; those of one copy never do."""
    if first.file == second.file or _same(first, second) or What.FIGURE in (first.what, second.what):
        return False  # figures are compared one by one, wherever they stand
    if What.ADDED in (first.what, second.what):
        inside = first.span[0] < second.span[0] < first.span[1] or second.span[0] < first.span[0] < second.span[1]
        return inside or (first.what is second.what and first.span == second.span)
    if What.MOVED in (first.what, second.what) and first.what is not second.what:
        return False  # what is moved may be reworded as well
    return first.span[0] < second.span[1] and second.span[0] < first.span[1]
