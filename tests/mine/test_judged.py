"""What blind judges said of what is mined from the five real reports; their judgements are kept by hash, the texts are not ours.

Each judgement was made apart from the work on the miner, with one in five planted bad ones, none of which passed.
"""

import csv
import hashlib
from pathlib import Path

import pytest

from drafter.compose.figures import clause
from drafter.compose.phrasing import Phrasing
from drafter.compose.resay import CLAUSES, resay
from drafter.compose.value import MARK
from drafter.pipeline.setup import HOME
from drafter.profile import Profile
from tests.support.five_mined import left_out, mined
from tests.support.promise import REAL, SETUP
from tests.support.reuse import drafted_with

JUDGED = Path(__file__).parent.parent / "data" / "judged"
TOP = 30
FIRST = 3


def mark(*texts: str) -> str:
    """The hash under which a judgement is kept."""
    return hashlib.sha256("|".join(texts).encode()).hexdigest()[:16]


def rows(name: str) -> list[dict[str, str]]:
    with (JUDGED / f"{name}.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def verdicts(name: str) -> dict[str, bool]:
    return {row["hash"]: row["verdict"] == "y" for row in rows(name)}


@pytest.mark.parametrize("kind", ["整句", "数据"])
def test_the_best_thirty_frames_can_all_be_used_next_year(kind: str) -> None:
    found = [frame for frame in mined() if frame.kind == kind and (frame.towns > 1 or kind == "数据")][:TOP]
    known = verdicts("frames")
    print(f"{kind}: {sum(known.get(mark(frame.text), False) for frame in found)} of {len(found)} usable")
    assert len(found) == TOP
    assert [frame.text for frame in found if mark(frame.text) not in known] == [], "never judged"
    assert [frame.text for frame in found if not known[mark(frame.text)]] == []


def test_no_cluster_mixes_praise_and_blame_or_deed_and_plan() -> None:
    """The sources of a frame lie in sections of one kind, and its wordings deny and blame alike."""
    from drafter.mine.terms import terms

    known = terms(SETUP.kind.folder)
    wrong = []
    for frame in mined():
        texts = (frame.text, *frame.variants)
        if len({(bool(known.lack.search(text)), len(known.denial.findall(text)), bool(known.plan.match(text))) for text in texts}) > 1:
            wrong.append(texts)
    assert len([frame for frame in mined() if frame.variants]) >= 3
    assert wrong == []


def resaid(profile: Profile) -> list[tuple[str, str]]:
    """The clauses of a profile that a draft says in other words: as typed, and as printed."""
    phrasing = Phrasing.of(profile, SETUP.kind, SETUP.library)
    found = []
    for fact in profile.facts():
        said = MARK.sub("", resay(phrasing, fact))
        typed, printed = CLAUSES.split(fact.text)[::2], CLAUSES.split(said)[::2]
        found += [pair for pair in zip(typed, printed, strict=True) if pair[0] != pair[1]] if len(typed) == len(printed) else []
    return found


def test_wordings_that_stand_for_one_another_say_the_same() -> None:
    known = verdicts("variants")
    pairs = {(frame.text, variant) for frame in mined() for variant in frame.variants}
    for name in REAL:
        pairs |= set(resaid(drafted_with(SETUP, HOME / "profiles" / f"{name}.yaml").profile))
    judged = [known[mark(*pair)] for pair in pairs if mark(*pair) in known]
    print(f"{sum(judged)} of {len(judged)} judged pairs interchangeable; {sum(known.values())} of {len(known)} of all that were judged")
    assert sum(known.values()) >= 0.95 * len(known)
    assert len(judged) >= 30
    assert sum(judged) >= 0.95 * len(judged)


def test_four_reports_know_a_good_part_of_the_fifth() -> None:
    found = left_out()
    alike, framed, covered = len(found.pairs) / found.clauses, found.framed / found.clauses, found.covered / found.characters
    print(f"{found.clauses} clauses: {alike:.3f} like one of the others, {framed:.3f} like a frame of two, {covered:.3f} of the characters")
    assert alike >= 0.18
    assert framed >= 0.07
    assert covered >= 0.45


def test_clauses_called_alike_are_patterns_for_one_another() -> None:
    """60 pairs were drawn and judged; they are known by report number and offset too."""
    judged = {(row["hash"], row["report"], row["offset"]): row["verdict"] == "y" for row in rows("pairs")}
    found = {(mark(pair.held.clause.text, pair.other.clause.text), str(pair.held.source.report), str(pair.held.source.start))
             for pair in left_out().pairs}
    both = [right for key, right in judged.items() if key in found]
    print(f"{sum(both)} of {len(both)} pairs right")
    assert len(judged) == 60
    assert len(both) >= 57
    assert sum(both) >= 0.95 * len(both)


def test_a_right_frame_is_among_the_first_three_for_a_figure() -> None:
    known = {(row["profile"], row["name"], row["value"]): row for row in rows("retrieval")}
    right, asked = [], 0
    for name in dict.fromkeys(row["profile"] for row in rows("retrieval")):
        profile = drafted_with(SETUP, HOME / "profiles" / f"{name}.yaml").profile
        phrasing = Phrasing.of(profile, SETUP.kind, SETUP.library)
        for entry in profile.entries():
            row = known.get((name, entry.typed, entry.amount.fact.text))
            if row is None:
                continue
            asked += 1
            offered = {mark(MARK.sub("", clause(phrasing, entry, first=True, attempt=attempt))) for attempt in range(FIRST)}
            right.append(row["verdict"] == "y" and bool(offered & set(row["clauses"].split(","))))
    print(f"{sum(right)} of {asked} figures")
    assert asked >= 60
    assert sum(right) >= 0.90 * asked
