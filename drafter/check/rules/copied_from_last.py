"""F10: what was said last year is not said again word for word."""

import re
from collections.abc import Iterator

from drafter.check.last import Last, planned, told
from drafter.check.paper import Paper
from drafter.check.rule import Rule
from drafter.check.spoken import said
from drafter.finding import Finding, Place, Severity
from drafter.profile import Profile
from drafter.schema import Fact

SHORTEST = 12
FEW = 5
"""Lines below which a share of copied ones says nothing."""
NAMES = "《[^》]*》|“[^”]*”"
Copied = tuple[Fact, Place]


def check(paper: Paper) -> Iterator[Finding]:
    """Yield what stands in last year's profile or report as it stands here: the lines of a profile, the sentences of a text."""
    if paper.last is None:
        return
    if paper.profile is None:
        yield from _sentences(paper, paper.last)
        return
    blocks = _by_block(paper.profile, paper.last)
    yield from _whole(paper, paper.profile, [one for copied in blocks.values() for one in copied])
    for name, copied in blocks.items():
        counting = [one for one in copied if re.search(r"\d", re.sub(NAMES, "", one[0].text))]
        yield from (_told(paper, [one], f"这一条连数字也和{paper.last.called}一样") for one in counting)
        if rest := [one for one in copied if one not in counting]:
            said = "；".join(fact.text if len(fact.text) <= SHORTEST * 2 else f"{fact.text[:SHORTEST * 2]}…" for fact, _ in rest)
            yield _told(paper, rest, f"“{name}”有{len(rest)}条和{paper.last.called}一字不差：{said}")


def _whole(paper: Paper, profile: Profile, copied: list[Copied]) -> Iterator[Finding]:
    """Yield the finding that most of the year is last year's."""
    lines = [fact for fact in (*told(profile), *planned(profile)) if len(fact.text) >= SHORTEST]
    if paper.last and len(lines) >= FEW and len(copied) * 100 > paper.kind.against.copied * len(lines):
        yield paper.about(RULE.id, Severity.MUST, f"{len(lines)}条里有{len(copied)}条和{paper.last.called}一字不差，像是去年的稿子",
                          profile.period_fact.at, RULE.hint)


def _by_block(profile: Profile, last: Last) -> dict[str, list[Copied]]:
    """Return the lines that stand in both years, by the block of the profile they stand in."""
    found: dict[str, list[Copied]] = {}
    for facts, plan in ((told(profile), False), (planned(profile), True)):
        for fact in facts:
            place = last.where(fact.text, plan) if len(fact.text) >= SHORTEST else None
            if place:
                found.setdefault(str(fact.at[0]), []).append((fact, place))
    return found


def _told(paper: Paper, copied: list[Copied], message: str) -> Finding:
    """Return the finding about lines that were copied: the first one, the others, and where last year has them."""
    first, *others = copied
    also = (*(fact.at for fact, _ in others), *(place for _, place in copied))
    return paper.about(RULE.id, RULE.severity, message, first[0].at, RULE.hint, also)


def _sentences(paper: Paper, last: Last) -> Iterator[Finding]:
    """Yield the sentences of a text that stood in last year's report; what stands above the first heading is set form."""
    first = next((line.number for line in paper.lines if line.level), 0)
    for spoken in said(paper):
        for sentence in spoken.text.split("。") if spoken.line and spoken.line.number > first else ():
            place = last.where(sentence, spoken.plan) if len(sentence) >= SHORTEST else None
            if place:
                yield spoken.remark(paper, RULE, f"这句话和{last.called}一字不差：{sentence[:30]}")._replace(also=(place,))


RULE = Rule("F10", "话不照抄去年", Severity.WARN, "各地校核通例：与上一年报告段落相同过多的退回重写",
            "写今年的新做法、新情况；年年都要做的，写出今年做到了什么程度；确实没有变的不用改", check)
